// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Runs all rules over one text: unit by unit, each on what the ones before it found.
struct MatchRun {
  let rules: RuleSet
  let text: FoldedText
  let matcher: Matcher
  private(set) var lattice: Lattice
  private(set) var matches: [Match] = []
  private(set) var candidates: [Candidate] = []

  init(rules: RuleSet, text: FoldedText, words: WordCache) {
    self.rules = rules
    self.text = text
    lattice = Scanner.scan(text, with: rules)
    matcher = Matcher(rules: rules, units: text.units, words: words)
  }

  mutating func run() {
    for unit in rules.order { run(unit) }
  }

  private mutating func run(_ unitIndex: Int) {
    let unit = rules.units[unitIndex]
    let isDefinition = unit.rule.kind == .defines
    // Of several matches of one mention the one that read more counts, then the longer anchor: the
    // head of 卫生服务中心 is the whole, not 中心.
    var best: [Extent: (reading: Int, anchor: Int, match: Match)] = [:]
    for (number, program) in unit.programs.enumerated() {
      for edge in anchors(of: program) {
        let anchor = lattice.edges[edge].extent.count
        for found in matcher.matches(of: program, at: edge, in: lattice, all: isDefinition) {
          guard found.mention.count > 0, !isExcluded(unit, found.mention) else { continue }
          if let known = best[found.mention],
            (known.reading, known.anchor) >= (found.extent.count, anchor)
          {
            continue
          }
          let match = Match(
            unit: unitIndex, program: number, extent: found.extent, mention: found.mention,
            fillings: found.fillings)
          best[found.mention] = (found.extent.count, anchor, match)
        }
      }
    }
    for mention in best.keys.sorted() { add(best[mention]!.match, of: unit) }
  }

  /// The edges at which a program is tried.
  private func anchors(of program: Program) -> [Int] {
    switch program.steps[program.anchor].matcher {
    case .literal(let text):
      guard
        let symbol = rules.symbols.existing("text \(String(decoding: text, as: UTF16.self))")
      else { return [] }
      return lattice.edgesBySymbol[Int(symbol.index)].map(Int.init)
    case .edge(let symbols, _):
      return symbols.sorted().flatMap { lattice.edgesBySymbol[Int($0.index)].map(Int.init) }
    default: return []
    }
  }

  private func isExcluded(_ unit: RuleSet.Unit, _ mention: Extent) -> Bool {
    unit.before.contains { matcher.matches($0, at: mention.start, .left, in: lattice) }
      || unit.after.contains { matcher.matches($0, at: mention.end, .right, in: lattice) }
      || unit.whole.contains { matcher.matches($0, exactly: mention, in: lattice) }
  }

  private mutating func add(_ match: Match, of unit: RuleSet.Unit) {
    matches.append(match)
    let index = matches.count - 1
    lattice.add(match.mention, unit.symbol, .match(index))
    guard case .finds(let type) = unit.rule.kind, let type = MentionType(rawValue: type) else {
      return
    }
    candidates.append(
      Candidate(
        unit: match.unit, type: type, extent: match.mention, context: match.extent,
        slots: match.fillings.count, match: index))
  }
}
