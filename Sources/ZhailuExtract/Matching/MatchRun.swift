// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// Runs all rules over one text after the other: unit by unit, each on what the ones before it found.
///
/// It belongs to one worker, so that what changes with each text is `@exclusivity(unchecked)`: else the
/// program would note and check each look at it.
final class MatchRun {
  let rules: RuleSet
  @exclusivity(unchecked) private(set) var text: MatchText
  @exclusivity(unchecked) private(set) var matcher: Matcher
  @exclusivity(unchecked) private(set) var matches = Buffer<Match>(capacity: 1024)
  /// What the rules that make records claim.
  @exclusivity(unchecked) private(set) var candidates = Buffer<Candidate>(capacity: 512)
  @exclusivity(unchecked) private var scanner: Scanner
  /// The matches of the unit that is running, kept ones at the end included.
  @exclusivity(unchecked) private var found = Buffer<Match>()
  /// By table of evidence: what its rules propose, and what is chosen of it.
  @exclusivity(unchecked) private(set) var evidence: [EvidenceRun]
  /// What the evidence for a candidate adds up to, where its rule asks for evidence; by its match.
  @exclusivity(unchecked) private(set) var weights: [Int32: Int] = [:]
  /// By table of evidence: the unit after which it is weighed.
  private let lastUnits: [Int]
  /// The places, in the order of running, of these units.
  private let weighingPlaces: [Int]
  /// The table of evidence of each unit, -1 where it has none.
  private let evidenceOfUnits: UnsafeMutablePointer<Int32>
  /// The table of evidence that hears of what each unit finds, or -1.
  private let hearersOfUnits: UnsafeMutablePointer<Int32>
  /// The words near which each unit looks for mentions, as a set of kinds, or -1.
  private let topicsOfUnits: UnsafeMutablePointer<Int32>
  /// Where the text tells of what the unit is about that is running.
  @exclusivity(unchecked) private var topic = TopicRanges()
  private let units: UnsafeMutablePointer<Machine.Unit>
  /// What the exclusions of a unit may begin with.
  private struct Exclusions: BitwiseCopyable {
    let before: Wants
    let after: Wants
    let whole: Wants

    init(_ unit: Machine.Unit, _ machine: Machine) {
      func union(_ programs: Range<Int32>, isRight: Bool) -> Wants {
        programs.reduce(into: .nothing) { side, number in
          let program = machine.programs[Int(number)]
          let state = isRight ? program.right : program.left
          side.formUnion(machine.states[Int(state)].wants)
        }
      }
      before = union(unit.before, isRight: false)
      after = union(unit.after, isRight: true)
      whole = union(unit.whole, isRight: true)
    }
  }
  private let exclusions: UnsafeMutablePointer<Exclusions>
  /// The units in the order of running.
  private let order: UnsafeMutablePointer<Int32>
  private let readers: Readers
  @exclusivity(unchecked) private var columns: ColumnReader
  /// The table that the text ends in.
  var table: ColumnReader.Table { columns.table }
  /// The rows of tables that may tell acts.
  var rows: [TableRow] { columns.rows }
  /// Whether matches are kept that nobody can read.
  @exclusivity(unchecked) private var keepsAll = false

  init(rules: RuleSet, segmenter: Segmenter) {
    self.rules = rules
    scanner = Scanner(rules: rules)
    units = .allocate(capacity: max(rules.machine.units.count, 1))
    units.initialize(from: rules.machine.units, count: rules.machine.units.count)
    exclusions = .copy(rules.machine.units.map { Exclusions($0, rules.machine) })
    order = .copy(rules.order.map(Int32.init))
    readers = Readers(rules.tables.readers)
    text = MatchText(rules: rules, words: WordCache(segmenter, kept: scanner.segmented))
    matcher = Matcher(rules: rules, text: text)
    columns = ColumnReader(rules: rules, units: text.units)
    evidence = rules.evidence.map { EvidenceRun($0, of: rules) }
    let lastUnits = rules.evidence.map(\.lastUnit)
    self.lastUnits = lastUnits
    weighingPlaces = rules.order.indices.filter { lastUnits.contains(rules.order[$0]) }
    evidenceOfUnits = .copy(rules.units.map { Int32($0.evidence ?? -1) })
    hearersOfUnits = .copy(rules.units.map { Int32($0.tells ?? -1) })
    topicsOfUnits = .copy(rules.units.map { Int32($0.about ?? -1) })
  }

  deinit {
    text.free()
    matcher.free()
    matches.free()
    candidates.free()
    scanner.free()
    found.free()
    for run in evidence { run.free() }
    evidenceOfUnits.deallocate()
    hearersOfUnits.deallocate()
    topicsOfUnits.deallocate()
    topic.free()
    units.deallocate()
    exclusions.deallocate()
    order.deallocate()
  }

  /// Finds all that the rules find in `folded`; what was found before is forgotten.
  ///
  /// A unit is run only where the text has an anchor for it: most texts have none for most units. With
  /// `keepsAll` matches of patterns are made that no other rule can read where they stand, for people
  /// who ask why something was not found. `table` is one that the text before began.
  func run(
    _ folded: FoldedText, keepsAll: Bool = false, in table: ColumnReader.Table = .init()
  ) {
    prepare(folded, keepsAll: keepsAll, in: table)
    var place = 0
    while let next = text.anchors.firstPending(from: place) {
      run(unitAt: next)
      place = next + 1
    }
  }

  /// Finds the words and numerals, and where rules are to be tried.
  private func prepare(
    _ folded: FoldedText, keepsAll: Bool, in table: ColumnReader.Table = .init()
  ) {
    self.keepsAll = keepsAll
    _ = scan(folded, in: table)
    matcher.reset(text)
    text.words.reset(folded, kept: scanner.segmented)
    text.findNeeds(matcher.numeralTests)
    text.addAnchors(from: 0, matcher.numeralTests)
    for place in weighingPlaces { text.setPending(place) }
  }

  /// Runs up to the weighing by a table of evidence: its run then holds what rules propose.
  func propose(_ folded: FoldedText, for index: Int) {
    prepare(folded, keepsAll: false)
    for place in rules.order.indices {
      match(unitAt: place)
      if rules.order[place] == rules.evidence[index].lastUnit { break }
    }
    read(index)
  }

  private func read(_ index: Int) {
    let units = UnsafeBufferPointer(text.units.elements)
    evidence[index].read(text.lattice, units)
  }

  /// Adds the mentions of the tables all of whose rules have run with `unit`.
  private func weigh(after unit: Int) {
    for index in lastUnits.indices where lastUnits[index] == unit && !evidence[index].isEmpty {
      read(index)
      evidence[index].weigh()
      // What is added is told to the tables, so that it is added when none is at work.
      for place in 0..<evidence[index].chosen.count {
        let mention = evidence[index].chosen[place]
        weights[Int32(truncatingIfNeeded: matches.count)] = Int(mention.weight)
        add(mention.match, of: units + Int(mention.match.unit))
      }
    }
  }

  /// As `run`; after each rule says how many moves it tried and how many matches it made, for
  /// `rules profile`. First, as the rule -1, it says that the words and numerals are found, and how many.
  func run(
    _ folded: FoldedText, observing note: (Int, _ moves: Int, _ matches: Int) -> Void
  ) {
    prepare(folded, keepsAll: false)
    note(-1, 0, text.lattice.edges.count)
    for place in rules.order.indices {
      let (moves, count) = (matcher.steps, matches.count)
      run(unitAt: place)
      note(rules.order[place], matcher.steps &- moves, matches.count - count)
    }
  }

  /// Finds the words of lexicons alone; returns how many.
  func countWords(of folded: FoldedText) -> Int { scanner.countWords(of: folded.units) }

  /// Finds the words and numerals alone; returns how many.
  func scan(_ folded: FoldedText, in table: ColumnReader.Table = .init()) -> Int {
    text.reset(folded, keepsAll: keepsAll)
    matches.removeAll()
    candidates.removeAll()
    weights.removeAll(keepingCapacity: true)
    for index in evidence.indices { evidence[index].reset() }
    scanner.scan(folded.units, into: &text.lattice)
    columns.read(text.units, in: table, into: &text.lattice)
    return text.lattice.edges.count
  }

  /// The type of the records that a candidate's rule makes.
  func type(of candidate: Candidate) -> MentionType { rules.type(ofUnit: Int(candidate.unit)) }

  /// Runs the unit at a place in the order of running, and weighs what is due after it.
  @inline(__always)
  private func run(unitAt place: Int) {
    match(unitAt: place)
    if weighingPlaces.contains(place) { weigh(after: rules.order[place]) }
  }

  private func match(unitAt place: Int) {
    let index = order[place]
    let unit = units + Int(index)
    found.removeAll()
    matcher.look(text.ground)
    let anchors = text.anchors.view
    anchors.forEachListed(ofUnitAt: place) { ordinal, program in
      matcher.match(
        program, number: program &- unit.pointee.programs.lowerBound, of: index,
        all: unit.pointee.isDefinition, anchors, anchors.first(of: ordinal), into: &found)
    }
    if found.count > 0 { keepBest(of: unit) }
  }

  /// Of several matches of one mention the one that read more counts, then the longer anchor: the
  /// head of 卫生服务中心 is the whole, not 中心. Then the first.
  private func keepBest(of unit: UnsafePointer<Machine.Unit>) {
    if found.count > 1 {
      Sorting.sortStably(found.elements) { left, right in
        if left.mentionStart != right.mentionStart {
          return left.mentionStart < right.mentionStart
        }
        if left.mentionEnd != right.mentionEnd { return left.mentionEnd < right.mentionEnd }
        let (a, b) = (left.end - left.start, right.end - right.start)
        return a != b ? a > b : left.anchor > right.anchor
      }
    }
    let topicWords = topicsOfUnits[Int(found[0].unit)]
    if topicWords >= 0 { topic.find(topicWords, in: text) }
    for index in 0..<found.count {
      let match = found[index]
      guard match.mentionEnd > match.mentionStart,
        index == 0 || !match.isSameMention(as: found[index - 1]),
        keepsAll
          || readers.want(
            unit.pointee.kind, match.mentionStart, match.mentionEnd, matcher.ground),
        topicWords < 0 || topic.contains(Int(match.mentionStart)), !isExcluded(unit, match)
      else { continue }
      let table = Int(evidenceOfUnits[Int(match.unit)])
      if table >= 0 {
        evidence[table].propose(match)
      } else {
        add(match, of: unit)
        let hearer = Int(hearersOfUnits[Int(match.unit)])
        if hearer >= 0 { evidence[hearer].tell(match) }
      }
    }
  }

  private func isExcluded(_ unit: UnsafePointer<Machine.Unit>, _ match: Match) -> Bool {
    let exclusion = exclusions + Int(match.unit)
    let (start, end) = (match.mentionStart, match.mentionEnd)
    return matcher.matches(unit.pointee.before, exclusion.pointee.before, at: start, .left)
      || matcher.matches(unit.pointee.after, exclusion.pointee.after, at: end, .right)
      || matcher.matches(
        unit.pointee.whole, exclusion.pointee.whole, at: start, .right, exactlyTo: end)
  }

  private func add(_ match: Match, of unit: UnsafePointer<Machine.Unit>) {
    let index = matches.count
    matches.append(match)
    text.lattice.add(
      Int(match.mentionStart), Int(match.mentionEnd), kind: unit.pointee.kind, .match, index)
    text.addAnchors(from: text.lattice.edges.count - 1, matcher.numeralTests)
    matcher.look(text.ground)
    guard unit.pointee.type >= 0 else { return }
    candidates.append(
      Candidate(
        unit: match.unit, start: match.mentionStart, end: match.mentionEnd,
        match: Int32(truncatingIfNeeded: index)))
  }
}

extension RuleSet {
  /// The type of the records that a unit's rule makes.
  func type(ofUnit unit: Int) -> MentionType {
    MentionType.allCases[Int(machine.units[unit].type)]
  }
}
