// SPDX-License-Identifier: Apache-2.0

/// How kinds of slots, and templates made of them, compare.
extension RuleCheck {
  /// Whether everything that may stand in a slot of the kind `small` may in one of `large`.
  mutating func covers(_ large: SlotKind, _ small: SlotKind) -> Bool {
    if large == small { return true }
    switch (large, small) {
    case (.lexicon(let more), .lexicon(let few)):
      return words.union(few).isSubset(of: words.union(more))
    case (.number(nil), .number), (.number(nil), .largeNumber), (.number(nil), .digitNumber):
      return true
    case (.number(let more?), .number(let few?)):
      return more.lowerBound <= few.lowerBound && few.upperBound <= more.upperBound
    case (.words(let more, let not), .words(let few, let alsoNot)):
      return more.lowerBound <= few.lowerBound && few.upperBound <= more.upperBound
        && Set(not).isSubset(of: alsoNot)
    case (.characters(let kind, let more), .characters(let other, let few)):
      return (kind == other || kind == .name) && more.lowerBound <= few.lowerBound
        && few.upperBound <= more.upperBound
    default: return false
    }
  }

  /// Whether two templates have one shape, the first with the wider slots.
  mutating func covers(
    _ large: Template, _ largeRule: Rule, _ small: Template, _ smallRule: Rule
  ) -> Bool {
    switch (large, small) {
    case (.slot(let a), .slot(let b)):
      guard let more = largeRule.slot(a)?.kind, let few = smallRule.slot(b)?.kind else {
        return false
      }
      return covers(more, few)
    case (.optional(let a), .optional(let b)), (.list(let a), .list(let b)):
      return covers(a, largeRule, b, smallRule)
    case (.choice(let a), .choice(let b)), (.sequence(let a), .sequence(let b)):
      guard a.count == b.count else { return false }
      for (x, y) in zip(a, b) where !covers(x, largeRule, y, smallRule) { return false }
      return true
    default: return large == small
    }
  }

  /// A text that may stand in slots of both kinds; `nil` where none surely may.
  mutating func shared(_ left: SlotKind, _ right: SlotKind) -> String? {
    switch (left, right) {
    case (.lexicon(let a), .lexicon(let b)):
      return words.shared(a, b).map { words.examples[$0] }
    case (.mention, .mention), (.pattern, .pattern):
      return left == right ? "{\(left.product ?? "")}" : nil
    case (.words(let a, _), .words(let b, _)):
      return a.overlaps(b) ? "{words}" : nil
    case (.characters(let a, let m), .characters(let b, let n)):
      return a == b && m.overlaps(n) ? "{characters}" : nil
    default:
      guard let a = left.numbers, let b = right.numbers, a.overlaps(b) else { return nil }
      let both = a.clamped(to: b)
      return String([3, 2020].first(where: both.contains) ?? both.lowerBound)
    }
  }
}

extension SlotKind {
  /// The numerals that it takes, as far as they are whole and written in two digits or four.
  fileprivate var numbers: ClosedRange<Int>? {
    switch self {
    case .number(let range): range ?? 0...Int.max
    case .largeNumber: 10000...Int.max
    case .digitNumber: 0...Int.max
    case .date(.year): 1000...9999
    case .date(let part): part.range
    default: nil
    }
  }
}
