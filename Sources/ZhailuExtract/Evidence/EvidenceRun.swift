// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// The mentions of one table of evidence in one text after the other: what rules propose, and what
/// the evidence chooses of it.
struct EvidenceRun {
  /// What the rule of a unit is to the table.
  private struct Proposer: BitwiseCopyable {
    let rule: Int32
    let reach: Int32
  }

  /// A match and what the evidence for it adds up to.
  struct Chosen: BitwiseCopyable {
    let match: Match
    let weight: Int32
  }

  private let listsOfKinds: [UInt64]
  private let proposers: [Proposer]
  private let facts: [Int32]
  private let lists: EvidenceLists
  /// What counts bodies: 家 of 三家银行.
  private let counters: UnitSet
  private(set) var text = EvidenceText()
  private(set) var seeds = Buffer<EvidenceSeed>()
  private var proposals = Buffer<Match>()
  /// What rules found without evidence.
  private var told = Buffer<Match>()
  /// The matches that were chosen last.
  private(set) var chosen = Buffer<Chosen>()
  private var weigher: EvidenceWeigher
  private var names: EvidenceNames
  private var unlisted: UnlistedPlaces

  init(_ evidence: RuleSet.Evidence, of rules: RuleSet) {
    listsOfKinds = evidence.listsOfKinds
    facts = evidence.model.facts
    proposers = rules.units.map { unit in
      Proposer(
        rule: Int32(evidence.table.rules.firstIndex(of: unit.rule.id) ?? 0),
        reach: Int32(unit.rule.evidence?.reach ?? 0))
    }
    weigher = EvidenceWeigher(model: evidence.model, threshold: evidence.threshold)
    lists = EvidenceLists(evidence.table, words: rules.itemWords)
    counters = rules.listSigns.counters
    names = EvidenceNames(lists: lists, facts: facts, of: rules)
    unlisted = UnlistedPlaces(lists, evidence.table, of: rules)
  }

  func free() {
    text.free()
    seeds.free()
    proposals.free()
    told.free()
    chosen.free()
    weigher.free()
    names.free()
    unlisted.free()
  }

  mutating func reset() {
    proposals.removeAll()
    told.removeAll()
  }

  mutating func propose(_ match: Match) { proposals.append(match) }

  /// Hears of a mention that needs no weighing.
  mutating func tell(_ match: Match) { told.append(match) }

  /// Whether no rule proposes or tells anything, so that there is nothing to weigh.
  var isEmpty: Bool { proposals.count == 0 && told.count == 0 }

  /// Takes from the lattice what evidence wants to know, and seeds from the proposals.
  mutating func read(_ lattice: Lattice, _ units: UnsafeBufferPointer<UInt16>) {
    unlisted.removeAll()
    readWords(lattice, units)
    unlisted.find(in: text)
    if unlisted.places.count > 0 { readWords(lattice, units) }
    for numeral in lattice.numerals.elements where !numeral.style.contains(.part) {
      text.addNumeral(numeral, counters: counters)
    }
    readSeeds()
  }

  /// Reads the words of the lexicons, and the places that are in none.
  private mutating func readWords(_ lattice: Lattice, _ units: UnsafeBufferPointer<UInt16>) {
    text.reset(units)
    var next = 0
    listsOfKinds.withUnsafeBufferPointer { lists in
      var edge = lattice.edges.base
      let end = edge + lattice.edges.count
      // Words come first, in the order of the text.
      while edge < end, edge.pointee.source == .word {
        let bits = lists[Int(edge.pointee.kind)]
        if bits != 0 {
          addPlaces(upTo: edge.pointee.start, from: &next)
          text.add(edge.pointee.start, edge.pointee.end, lists: bits)
        }
        edge += 1
      }
    }
    addPlaces(upTo: .max, from: &next)
    text.finish()
  }

  private mutating func addPlaces(upTo start: Int32, from next: inout Int) {
    while next < unlisted.places.count, unlisted.places[next].start <= start {
      let place = unlisted.places[next]
      text.add(place.start, place.end, lists: place.lists)
      next += 1
    }
  }

  /// One seed for each place that was proposed, the first that was: by end, then by start
  /// descending.
  private mutating func readSeeds() {
    seeds.removeAll()
    for index in 0..<proposals.count {
      let match = proposals[index]
      let proposer = proposers[Int(match.unit)]
      seeds.append(
        EvidenceSeed(
          start: match.mentionStart, end: match.mentionEnd, rule: proposer.rule,
          reach: proposer.reach, match: Int32(truncatingIfNeeded: index)))
    }
    sortSeeds()
    seeds.keepFirst { $0.end == $1.end && $0.start == $1.start }
  }

  private func sortSeeds() {
    Sorting.sortStably(seeds.elements) {
      $0.end != $1.end ? $0.end < $1.end : $0.start > $1.start
    }
  }

  /// Chooses mentions: first by what stands around and in them, then again with what the article
  /// says of them by their names; they are in `chosen` then.
  mutating func weigh() {
    chosen.removeAll()
    guard !isEmpty else { return }
    weigher.reset(text)
    weigher.weigh(seeds, in: text)
    weigher.choose()
    guard weigher.choices.count > 0 || told.count > 0 else { return }
    names.find(weigher.choices, told, in: text)
    let count = seeds.count
    addSeeds()
    if seeds.count > count { weigher.weigh(more: count, of: seeds, in: text) }
    weigher.add(names.places, of: seeds)
    weigher.add(names.listed)
    weigher.choose()
    for index in 0..<weigher.choices.count {
      let choice = weigher.choices[index]
      let seed = owner(of: choice.span) ?? Int(choice.span.seed)
      let match = proposals[Int(seeds[seed].match)]
      chosen.append(
        Chosen(
          match: match.moved(to: choice.span.start, choice.span.end, isAnchor: false),
          weight: choice.weight))
    }
  }

  /// The seed of the body that a mention is a part of, which says what kind of body it is: 深圳证券交易所 of
  /// 深圳证券交易所公司部. None where the mention ends with another head.
  private func owner(of span: EvidenceSpan) -> Int? {
    guard span.anchor > span.start,
      text.lists(exactly: Int(span.anchor), Int(span.end)) & lists.parts != 0
    else { return nil }
    // Backwards: the nearest to the anchor comes first, and of those of one end the longest.
    var index = Int(span.seed)
    while index > 0 {
      index -= 1
      let seed = seeds[index]
      guard seed.end > span.start + 1 else { break }
      guard seed.end <= span.anchor, seed.start >= span.start, seed.rule >= 0 else { continue }
      let found = text.lists(exactly: Int(seed.start), Int(seed.end))
      // A head alone is nobody: 大学 of 大学教育资助委员会.
      let isNamed = seed.start > span.start || found & lists.names != 0
      if isNamed, found & lists.owners != 0, found & lists.parts == 0 { return index }
    }
    return nil
  }

  /// Adds seeds where a name stands that no rule proposes, as the mention whose name it is. Only what
  /// weights speak of is worth a seed. The places stand in the order of seeds.
  private mutating func addSeeds() {
    var next = 0
    let spans = weigher.spans
    for index in 0..<names.places.count {
      let place = names.places[index]
      guard facts[Int(place.fact)] > 0, EvidenceSpans.mayBegin(text.units[Int(place.start)]) else {
        continue
      }
      while next < spans.count,
        spans[next].end < place.end
          || spans[next].end == place.end && spans[next].start > place.start
      {
        next += 1
      }
      if next < spans.count, spans[next].end == place.end, spans[next].start == place.start {
        continue
      }
      let match = origin(of: place)
      seeds.append(
        EvidenceSeed(
          start: place.start, end: place.end, rule: -1, reach: 0,
          match: Int32(truncatingIfNeeded: proposals.count)))
      proposals.append(match.moved(to: place.start, place.end, isAnchor: true))
    }
  }

  /// The match of the mention whose name stands at a place.
  private func origin(of place: EvidenceNames.Place) -> Match {
    let choice = Int(place.origin)
    guard choice < weigher.choices.count else { return told[choice - weigher.choices.count] }
    return proposals[Int(seeds[Int(weigher.choices[choice].span.seed)].match)]
  }
}

extension Match {
  /// The same with another mention. What was read grows to hold it, or, where the mention is all that
  /// is left of the anchor, is just it.
  fileprivate func moved(to from: Int32, _ to: Int32, isAnchor: Bool) -> Match {
    Match(
      unit: unit, program: program, start: isAnchor ? from : min(start, from),
      end: isAnchor ? to : max(end, to), mentionStart: from, mentionEnd: to, anchor: anchor,
      firstFilling: firstFilling, fillingCount: fillingCount)
  }
}
