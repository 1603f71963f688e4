// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Tries rules again, slowly, and keeps what the matcher throws away: how far each walk got.
///
/// It walks the steps of a `Program` over the lattice of a finished run, from every anchor near a
/// place, and asks of each walk for the farthest visit and for what could have come next. Where the
/// anchor is what is missing, it walks from the other slots that are filled there.
struct Tracer {
  let rules: RuleSet
  let text: MatchText
  let folded: FoldedText

  /// The best try of each rule that began near `target`, the farthest first.
  func tries(near target: Extent, isWanted: (RuleSet.Unit) -> Bool) -> [RuleTry] {
    let tries = rules.units.indices.filter { isWanted(rules.units[$0]) }.compactMap { unit in
      rules.units[unit].programs.flatMap { self.tries(of: $0, unit, near: target) }
        .max { $0.rank < $1.rank }
    }
    return tries.sorted { ($0.rank, $1.unit) > ($1.rank, $0.unit) }
  }

  // MARK: One program

  private static let reach = 16

  private func tries(of program: Program, _ unit: Int, near target: Extent) -> [RuleTry] {
    guard program.anchor >= 0 else { return [] }
    let window =
      max(0, target.start - Self.reach)...min(text.units.count, target.end + Self.reach)
    let tries = tries(of: program, unit, from: program.anchor, in: window)
      .filter { $0.read.start <= target.end && target.start <= $0.read.end }
    guard tries.isEmpty, target.start < target.end else { return tries }
    // 6块 has no {currency} to begin at, but an {amount}.
    return program.steps.indices.filter { program.steps[$0].isFilledSlot }.flatMap { step in
      self.tries(of: program, unit, from: step, in: target.start...target.end)
    }
  }

  private func tries(
    of program: Program, _ unit: Int, from step: Int, in window: ClosedRange<Int>
  ) -> [RuleTry] {
    window.flatMap { place in
      reads(program.steps[step], at: place, .right).filter { window.contains($0.end) }.map { read in
        attempt(program, unit, from: program.steps[step], anchor: Extent(read.from, read.end))
      }
    }
  }

  private func attempt(
    _ program: Program, _ unit: Int, from step: Program.Step, anchor: Extent
  ) -> RuleTry {
    let right = walk(program, from: step.to, at: anchor.end, to: program.accept, .right)
    let left = walk(program, from: step.from, at: anchor.start, to: program.start, .left)
    let (l, r) = (left.best, right.best)
    let read = Extent(left.visits[l].place, right.visits[r].place)
    let parts =
      parts(left, l, program) + [(name(of: step, program), anchor)]
      + parts(right, r, program).reversed()
    let mention = mention(program, left, l, right, r, read)
    let outcome: RuleTry.Outcome =
      if !left.isThrough || !right.isThrough {
        missing(program, unit, right.isThrough ? left : right, right.isThrough ? .left : .right)
      } else {
        exclusion(of: unit, mention).map { .excluded(side: $0.side, template: $0.template) }
          ?? offTopic(unit, mention) ?? .matched
      }
    return RuleTry(
      unit: unit, read: read,
      mention: left.isThrough && right.isThrough ? mention : nil, parts: parts, outcome: outcome)
  }

  /// The slots and literals on the way to a visit, the last first.
  private func parts(
    _ walk: Walk, _ end: Int, _ program: Program
  ) -> [(name: String, extent: Extent)] {
    var parts: [(name: String, extent: Extent)] = []
    var index = end
    while index >= 0 {
      let visit = walk.visits[index]
      if visit.step >= 0, visit.from != visit.place {
        let extent = Extent(min(visit.from, visit.place), max(visit.from, visit.place))
        parts.append((name(of: program.steps[visit.step], program), extent))
      }
      index = visit.origin
    }
    return parts
  }

  private func name(of step: Program.Step, _ program: Program) -> String {
    step.slot >= 0 ? "{\(program.slots[step.slot])}" : ""
  }

  private func mention(
    _ program: Program, _ left: Walk, _ l: Int, _ right: Walk, _ r: Int, _ read: Extent
  ) -> Extent {
    var (start, end) = (read.start, read.end)
    for (walk, last) in [(left, l), (right, r)] {
      var index = last
      while index >= 0 {
        let visit = walk.visits[index]
        if visit.step >= 0 {
          switch program.steps[visit.step].matcher {
          case .mentionStart: start = visit.place
          case .mentionEnd: end = visit.place
          default: break
          }
        }
        index = visit.origin
      }
    }
    return Extent(start, max(start, end))
  }

  // MARK: What was missing

  private func missing(
    _ program: Program, _ unit: Int, _ walk: Walk, _ direction: Matcher.Direction
  ) -> RuleTry.Outcome {
    let place = walk.visits[walk.best].place
    let states = walk.visits.filter { $0.place == place }.map(\.state)
    var wanted: [String] = []
    for state in states {
      let steps = direction == .right ? program.forward[state] : program.backward[state]
      for step in steps {
        let text = self.wanted(program.steps[step], program, rules.units[unit].rule)
        if let text, !wanted.contains(text) { wanted.append(text) }
      }
    }
    let range =
      direction == .right
      ? place..<min(place + 6, text.units.count) : max(0, place - 6)..<place
    return .wanted(
      wanted, found: Extent(range.lowerBound, range.upperBound), isBefore: direction == .left)
  }

  private func wanted(_ step: Program.Step, _ program: Program, _ rule: Rule) -> String? {
    switch step.matcher {
    case .empty, .mentionStart, .mentionEnd, .gap: return nil
    case .literal(let units): return LineEnd.show(String(units: units))
    case .edge, .words, .characters:
      guard step.slot >= 0 else { return nil }
      let name = program.slots[step.slot]
      return "{\(name)} (\(rule.slot(name).map { "\($0.kind)" } ?? "a list goes on"))"
    }
  }

  private func offTopic(_ unit: Int, _ mention: Extent) -> RuleTry.Outcome? {
    guard let topic = rules.units[unit].about else { return nil }
    var ranges = TopicRanges()
    defer { ranges.free() }
    ranges.find(Int32(topic), in: text)
    return ranges.contains(mention.start)
      ? nil : .offTopic(rules.units[unit].rule.about?.lexicons ?? [])
  }

  private func exclusion(of unit: Int, _ mention: Extent) -> (side: String, template: String)? {
    let unit = rules.units[unit]
    func first(
      _ programs: [Program], _ side: Rule.Exclusion.Side, _ holds: (Program) -> Bool
    ) -> (side: String, template: String)? {
      let exclusions = unit.rule.exclusions.filter { $0.side == side }
      guard let index = programs.firstIndex(where: holds) else { return nil }
      return (side.rawValue, index < exclusions.count ? exclusions[index].pattern.text : "")
    }
    return first(unit.before, .before) {
      walk($0, from: $0.accept, at: mention.start, to: $0.start, .left).isThrough
    }
      ?? first(unit.after, .after) {
        walk($0, from: $0.start, at: mention.end, to: $0.accept, .right).isThrough
      }
      ?? first(unit.whole, .whole) { program in
        let walk = walk(program, from: program.start, at: mention.start, to: program.accept, .right)
        return walk.visits.contains { $0.state == program.accept && $0.place == mention.end }
      }
  }
}

extension Program.Step {
  /// Whether it reads what was found: a word, a numeral, a mention.
  fileprivate var isFilledSlot: Bool {
    guard slot >= 0, case .edge = matcher else { return false }
    return true
  }
}
