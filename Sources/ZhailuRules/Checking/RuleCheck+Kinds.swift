// SPDX-License-Identifier: Apache-2.0

/// How kinds of slots, and templates made of them, compare.
extension RuleCheck {
  /// Whether everything that may stand in a slot of the kind `small` may in one of `large`.
  mutating func covers(_ large: SlotKind, _ small: SlotKind) -> Bool {
    if large == small { return true }
    switch large {
    case .lexicon(let more):
      guard case .lexicon(let few) = small else { return false }
      return words.union(few).isSubset(of: words.union(more))
    case .number(nil): return small.isNumber
    case .number(let more?):
      guard case .number(let few?) = small else { return false }
      return more.holds(few)
    case .words(let more, let not):
      guard case .words(let few, let alsoNot) = small else { return false }
      return more.holds(few) && Set(not).isSubset(of: alsoNot)
    case .characters(let kind, let more):
      guard case .characters(let other, let few) = small else { return false }
      return (kind == other || kind == .name) && more.holds(few)
    // Each covers itself alone.
    case .largeNumber, .digitNumber, .bareNumber, .cell, .date, .mention, .pattern: return false
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
    switch left {
    case .lexicon(let a):
      guard case .lexicon(let b) = right else { return nil }
      return words.shared(a, b).map { words.examples[$0] }
    case .mention, .pattern: return left == right ? "{\(left)}" : nil
    case .words(let a, _):
      guard case .words(let b, _) = right else { return nil }
      return a.overlaps(b) ? "{words}" : nil
    case .characters(let a, let m):
      guard case .characters(let b, let n) = right else { return nil }
      return a == b && m.overlaps(n) ? "{characters}" : nil
    case .number, .largeNumber, .digitNumber, .date:
      guard let a = left.numbers, let b = right.numbers, a.overlaps(b) else { return nil }
      let both = a.clamped(to: b)
      return String([3, 2020].first(where: both.contains) ?? both.lowerBound)
    case .bareNumber: return left == right ? "百" : nil
    case .cell: return left == right ? "3" : nil
    }
  }
}

extension ClosedRange {
  fileprivate func holds(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
