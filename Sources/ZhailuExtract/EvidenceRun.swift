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
    found.reserveCapacity(run.text.lattice.edges.count)
    evidence.listsOfKinds.withUnsafeBufferPointer { lists in
      for index in 0..<run.text.lattice.edges.count {
        let edge = run.text.lattice.edges[index]
        guard edge.source == .word else { continue }
        var rest = lists[Int(edge.kind)]
        while rest != 0 {
          let list = UInt8(truncatingIfNeeded: rest.trailingZeroBitCount)
          found.append(EvidenceText.Hit(start: edge.start, end: edge.end, list: list))
          rest &= rest - 1
        }
      }
    }
    let units = Array(
      UnsafeBufferPointer(start: run.text.units.base, count: run.text.units.count))
    text = EvidenceText(units: units, found: found)
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
      let rule = run.rules.units[Int(match.unit)].rule
      seeds.append(
        EvidenceSeed(
          start: Int32(match.mention.start), end: Int32(match.mention.end),
          rule: Int32(evidence.table.rules.firstIndex(of: rule.id) ?? 0),
          reach: Int32(rule.evidence?.reach ?? 0)))
      matches.append(match)
    }
    return (seeds, matches)
  }

  /// The mentions that the evidence chooses of what was proposed: first by what stands around and in
  /// them, then again with what the article says of them by their names.
  func mentions(of proposals: [Match]) -> [(match: Match, weight: Int)] {
    var (seeds, matches) = seeds(of: proposals)
    let weigher = EvidenceWeigher(table: evidence.table, threshold: evidence.threshold)
    var weighed = weigher.weigh(text, seeds: seeds)
    let first = weigher.choose(weighed, length: text.units.count)
    guard !first.isEmpty else { return [] }
    let names = EvidenceNames(
      text, first, heads: lists("org-head"), places: lists("place-"),
      generic: lists("org-stop[class=generic]") | lists("org-stop[class=demonstrative]"))
    let places = names.places()
    if add(places, first, known: weighed.spans, to: &seeds, &matches) {
      weighed = weigher.weigh(text, seeds: seeds)
    }
    return weigher.choose(weighed, length: text.units.count, names: places).map { choice in
      let anchor = matches[Int(choice.span.seed)]
      let mention = Extent(Int(choice.span.start), Int(choice.span.end))
      return (anchor.moved(to: mention, isAnchor: false), choice.weight)
    }
  }

  /// The lists whose lexicon is called so.
  private func lists(_ prefix: String) -> UInt64 {
    evidence.table.lists.indices.reduce(0) { bits, list in
      evidence.table.lists[list].hasPrefix(prefix) ? bits | 1 << UInt64(list) : bits
    }
  }

  /// Adds seeds where a name stands that no rule proposes, as the mention whose name it is; says
  /// whether there was one. Only what weights speak of is worth a seed.
  private func add(
    _ places: [EvidenceNames.Place], _ choices: [EvidenceWeigher.Choice], known: [EvidenceSpan],
    to seeds: inout [EvidenceSeed], _ matches: inout [Match]
  ) -> Bool {
    let worthy = places.filter { evidence.table.weights.weight($0.fact.key) > 0 }
    guard !worthy.isEmpty else { return false }
    let known = Set(known.map { UInt64($0.start) << 32 | UInt64($0.end) })
    var all = zip(seeds, matches).map { (seed: $0, match: $1) }
    for place in worthy where !known.contains(UInt64(place.start) << 32 | UInt64(place.end)) {
      let match = matches[Int(choices[Int(place.origin)].span.seed)]
      let extent = Extent(Int(place.start), Int(place.end))
      all.append(
        (
          EvidenceSeed(start: place.start, end: place.end, rule: -1, reach: 0),
          match.moved(to: extent, isAnchor: true)
        ))
    }
    guard all.count > seeds.count else { return false }
    all.sort { ($0.seed.end, -$0.seed.start) < ($1.seed.end, -$1.seed.start) }
    seeds = all.map(\.seed)
    matches = all.map(\.match)
    return true
  }
}

extension Match {
  /// The same with another mention. What was read grows to hold it, or, where the mention is all that
  /// is left of the anchor, is just it.
  fileprivate func moved(to mention: Extent, isAnchor: Bool) -> Match {
    let (from, to) = (Int32(mention.start), Int32(mention.end))
    return Match(
      unit: unit, program: program, start: isAnchor ? from : min(start, from),
      end: isAnchor ? to : max(end, to), mentionStart: from, mentionEnd: to, anchor: anchor,
      firstFilling: firstFilling, fillingCount: fillingCount)
  }
}
