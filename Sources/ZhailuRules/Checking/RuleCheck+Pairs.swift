// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Rules that another shadows, and rules that tie.
extension RuleCheck {
  mutating func checkPairs() {
    // Of what is weighed by evidence the weights decide, not the order.
    // Rules for events have no patterns.
    let finders = rules.indices.filter {
      rules[$0].evidence == nil && !rules[$0].patterns.isEmpty
    }.filter { index in
      if case .finds(let type) = rules[index].kind { return !stages.helpers.contains(type) }
      return false
    }.sorted { (rules[$0].stage, rules[$0].id) < (rules[$1].stage, rules[$1].id) }
    let networks = finders.map { index in
      rules[index].patterns.map { TemplateNetwork($0.template, rules[index]) }
    }
    for (position, late) in finders.enumerated() {
      for (earlierPosition, early) in finders[..<position].enumerated() {
        if shadows(rules[early], rules[late]) {
          reportShadow(rules[late], by: rules[early])
        } else if rules[early].stage == rules[late].stage {
          checkTie(
            rules[early], networks[earlierPosition], rules[late], networks[position])
        }
      }
    }
  }

  // MARK: Shadows

  /// Whether `early`, which wins where all else is equal, finds all that `late` finds, and never
  /// leaves out what `late` does not leave out too.
  private mutating func shadows(_ early: Rule, _ late: Rule) -> Bool {
    for pattern in late.patterns {
      var isCovered = false
      for other in early.patterns
      where covers(other.template, early, pattern.template, late) {
        isCovered = true
      }
      if !isCovered { return false }
    }
    for exclusion in early.exclusions {
      var isShared = false
      for other in late.exclusions where other.side == exclusion.side {
        if covers(other.pattern.template, late, exclusion.pattern.template, early) {
          isShared = true
        }
      }
      if !isShared { return false }
    }
    return true
  }

  private mutating func reportShadow(_ late: Rule, by early: Rule) {
    let why = early.stage < late.stage ? "is of an earlier stage" : "comes first by its name"
    warn(
      late.place,
      "【\(late.id)】 never wins: \(early.id) finds all that it finds, and \(why); delete one, or let "
        + "this one read more")
  }

  // MARK: Ties

  private mutating func checkTie(
    _ left: Rule, _ leftNetworks: [TemplateNetwork], _ right: Rule,
    _ rightNetworks: [TemplateNetwork]
  ) {
    for (a, leftPattern) in zip(leftNetworks, left.patterns) {
      for (b, rightPattern) in zip(rightNetworks, right.patterns) {
        guard !isLeft(leftPattern, of: left, by: right), !isLeft(rightPattern, of: right, by: left),
          let text = tie(a, b)
        else { continue }
        // Told where it can be mended: in the pack that lies over the other.
        let isOwn =
          filesBelow.contains(rightPattern.place.file)
          && !filesBelow.contains(leftPattern.place.file)
        let own = isOwn ? (left, leftPattern.place) : (right, rightPattern.place)
        let other = isOwn ? (right, rightPattern.place) : (left, leftPattern.place)
        let file = own.1.file == other.1.file ? "" : "\(other.1.file), "
        warn(
          own.1,
          "【\(own.0.id)】 ties with \(other.0.id) (\(file)line \(other.1.line)): both find 【\(text)】, in one "
            + "stage and with as many slots, so that only their names decide; let one read more, "
            + "or say in 【unless】 where it does not hold")
        return
      }
    }
  }

  /// Whether all mentions of `pattern` are left out by the other rule, which says so in `unless`.
  private mutating func isLeft(_ pattern: Rule.Pattern, of rule: Rule, by other: Rule) -> Bool {
    let mention = Template.sequence(pattern.template.parts.mention).simple
    for exclusion in other.exclusions where exclusion.side == .whole {
      if covers(exclusion.pattern.template, other, mention, rule) { return true }
    }
    return false
  }

  /// Two states, one of each network, and the surplus of slots of the first.
  private struct Pair: Hashable {
    let left: Int
    let right: Int
    let surplus: Int
  }

  /// A text on which both networks go through in step; the shortest.
  private mutating func tie(_ left: TemplateNetwork, _ right: TemplateNetwork) -> String? {
    typealias Arrival = (pair: Pair, from: Pair, text: String)
    var came: [Pair: (from: Pair, text: String)] = [:]
    let start = Pair(left: 0, right: 0, surplus: 0)
    let goal = Pair(left: left.accept, right: right.accept, surplus: 0)
    var level: [Arrival] = [(start, start, "")]
    while !level.isEmpty {
      var further: [Arrival] = []
      while let (pair, from, text) = level.popLast() {
        guard came[pair] == nil else { continue }
        came[pair] = (from, text)
        if pair == goal { return self.text(to: goal, from: start, came) }
        for (target, text) in moves(from: pair, left, right) where came[target] == nil {
          // What reads nothing is no farther.
          if text.isEmpty {
            level.append((target, pair, text))
          } else {
            further.append((target, pair, text))
          }
        }
      }
      level = further
    }
    return nil
  }

  private func text(
    to goal: Pair, from start: Pair, _ came: [Pair: (from: Pair, text: String)]
  ) -> String {
    var parts: [String] = []
    var pair = goal
    while pair != start, let step = came[pair] {
      parts.append(step.text)
      pair = step.from
    }
    return parts.reversed().joined()
  }

  private mutating func moves(
    from pair: Pair, _ left: TemplateNetwork, _ right: TemplateNetwork
  ) -> [(Pair, String)] {
    var moves: [(Pair, String)] = []
    for a in left.steps[pair.left] where a.label == .empty {
      moves.append((Pair(left: a.to, right: pair.right, surplus: pair.surplus), ""))
    }
    for b in right.steps[pair.right] where b.label == .empty {
      moves.append((Pair(left: pair.left, right: b.to, surplus: pair.surplus), ""))
    }
    for a in left.steps[pair.left] where a.label != .empty {
      for b in right.steps[pair.right] where b.label != .empty {
        let surplus = pair.surplus + a.label.slots - b.label.slots
        guard abs(surplus) <= 8, let text = shared(a.label, b.label) else { continue }
        moves.append((Pair(left: a.to, right: b.to, surplus: surplus), text))
      }
    }
    return moves
  }

  private mutating func shared(
    _ left: TemplateNetwork.Label, _ right: TemplateNetwork.Label
  ) -> String? {
    switch (left, right) {
    case (.slot(let a), .slot(let b)): return shared(a, b)
    case (.slot(.lexicon(let names)), .text(let text)),
      (.text(let text), .slot(.lexicon(let names))):
      return words.contains(text, names) ? String(units: text) : nil
    case (.text(let a), .text(let b)):
      return a == b && a.count == 1 ? String(units: a) : nil
    case (.separator, .separator): return "、"
    default: return left == right ? "" : nil
    }
  }
}

/// A template as states and steps, for comparing it with another.
struct TemplateNetwork {
  enum Label: Hashable {
    case empty, start, end, gap, separator
    case text([UInt16])
    case slot(SlotKind)

    var slots: Int {
      if case .slot = self { return 1 }
      return 0
    }
  }

  struct Step {
    let label: Label
    let to: Int
  }

  private(set) var steps: [[Step]] = [[]]
  private(set) var accept = 0
  private let rule: Rule

  init(_ template: Template, _ rule: Rule) {
    self.rule = rule
    let parts = template.parts
    var state = 0
    for part in parts.before { state = add(part, from: state) }
    state = step(.start, from: state)
    for part in parts.mention { state = add(part, from: state) }
    state = step(.end, from: state)
    for part in parts.after { state = add(part, from: state) }
    accept = state
  }

  @discardableResult
  private mutating func step(_ label: Label, from: Int, to: Int? = nil) -> Int {
    if to == nil { steps.append([]) }
    let target = to ?? steps.count - 1
    steps[from].append(Step(label: label, to: target))
    return target
  }

  private mutating func add(_ template: Template, from: Int) -> Int {
    switch template {
    case .literal(let units):
      let end = units.reduce(from) { step(.text([$1]), from: $0) }
      // As one word too: a lexicon may have it.
      if units.count > 1 { step(.text(units), from: from, to: end) }
      return end
    case .slot(let name):
      return step(rule.slot(name).map { .slot($0.kind) } ?? .gap, from: from)
    case .optional(let inner):
      let end = add(inner, from: from)
      return step(.empty, from: from, to: end)
    case .choice(let branches):
      let ends = branches.map { add($0, from: from) }
      for end in ends.dropFirst() { step(.empty, from: end, to: ends[0]) }
      return ends.first ?? from
    case .sequence(let parts): return parts.reduce(from) { add($1, from: $0) }
    case .list(let inner):
      let start = step(.empty, from: from)
      let end = add(inner, from: start)
      step(.empty, from: end, to: start)
      step(.separator, from: end, to: start)
      return end
    case .gap: return step(.gap, from: from)
    case .mentionStart, .mentionEnd: return from
    }
  }
}
