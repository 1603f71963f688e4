// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Weighing in a run: what the run has of words and proposals, as evidence wants it. All that
/// evidence knows of the lattice is here.
struct EvidenceRun {
  let text: EvidenceText
  private let run: MatchRun
  private let evidence: RuleSet.Evidence

  init(_ run: MatchRun, _ evidence: RuleSet.Evidence) {
    self.run = run
    self.evidence = evidence
    var found: [EvidenceText.Hit] = []
    for (list, symbol) in evidence.lists.enumerated() {
      guard let symbol else { continue }
      for edge in run.lattice.edgesBySymbol[Int(symbol.index)] {
        let edge = run.lattice.edges[Int(edge)]
        found.append(EvidenceText.Hit(start: edge.start, end: edge.end, list: UInt8(list)))
      }
    }
    text = EvidenceText(units: run.text.units, found: found)
  }

  /// What `proposals` anchor: by end, then by start descending, one for each place.
  func seeds(of proposals: [Match]) -> (seeds: [EvidenceSeed], matches: [Match]) {
    let sorted = proposals.enumerated().sorted { left, right in
      let (a, b) = (left.element.mention, right.element.mention)
      return (a.end, -a.start, left.offset) < (b.end, -b.start, right.offset)
    }.map(\.element)
    var seeds: [EvidenceSeed] = []
    var matches: [Match] = []
    for match in sorted where matches.last?.mention != match.mention {
      let rule = run.rules.units[match.unit].rule
      seeds.append(
        EvidenceSeed(
          start: Int32(match.mention.start), end: Int32(match.mention.end),
          rule: Int32(evidence.table.rules.firstIndex(of: rule.id) ?? 0),
          reach: Int32(rule.evidence?.reach ?? 0)))
      matches.append(match)
    }
    return (seeds, matches)
  }

  /// The mentions that the evidence chooses of what was proposed.
  func mentions(of proposals: [Match]) -> [(match: Match, weight: Int)] {
    let (seeds, matches) = seeds(of: proposals)
    let weigher = EvidenceWeigher(table: evidence.table, threshold: evidence.threshold)
    return weigher.choose(text, seeds: seeds, units: text.units).map { choice in
      let anchor = matches[Int(choice.span.seed)]
      let mention = Extent(Int(choice.span.start), Int(choice.span.end))
      let extent = Extent(min(anchor.extent.start, mention.start), anchor.extent.end)
      return (
        Match(
          unit: anchor.unit, program: anchor.program, extent: extent, mention: mention,
          fillings: anchor.fillings), choice.weight
      )
    }
  }
}
