// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension RuleSet {
  /// All that extracting needs; `RuleImage` says in what form.
  func write(to writer: inout ImageWriter) {
    let used = Set(hits.map(\.lexicon))
    writer.write(lexicons.count)
    for (index, lexicon) in lexicons.enumerated() {
      lexicon.write(to: &writer, isWhole: used.contains(Int16(clamping: index)))
    }
    writer.write(units.count)
    for unit in units { unit.write(to: &writer) }
    writer.write(order.map { Int32($0) })
    writer.write(words)
    writer.write(wordPairs)
    writer.write(hits)
    writer.write(firstHits)
    writer.write(wordKinds)
    machine.write(to: &writer)
    tables.write(to: &writer)
    writer.write(segmentation)
    for number in [itemStops, itemVague, quantityKind] { writer.write(number) }
    itemWords.write(to: &writer)
    itemSigns.write(to: &writer)
    nameForms.write(to: &writer)
    headingSigns.write(to: &writer)
    listSigns.write(to: &writer)
    layoutSigns.write(to: &writer)
    writer.write(evidence.count)
    for evidence in evidence { evidence.write(to: &writer) }
    events.write(to: &writer)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    lexicons = try reader.list { reader throws(DamagedImage) in try Lexicon(from: &reader) }
    units = try reader.list { reader throws(DamagedImage) in try Unit(from: &reader) }
    let order: [Int32] = try reader.array()
    self.order = order.map(Int.init)
    words = try reader.trie()
    wordPairs = try reader.pairs()
    hits = try reader.elements()
    firstHits = try reader.elements()
    wordKinds = try reader.elements()
    kinds = EdgeKinds()
    machine = try Machine(from: &reader)
    tables = try ProgramTables(from: &reader)
    segmentation = try reader.trie()
    itemStops = try reader.number()
    itemVague = try reader.number()
    quantityKind = try reader.number()
    itemWords = try WordClasses(from: &reader)
    itemSigns = try ItemSigns(from: &reader)
    nameForms = try NameForms(from: &reader)
    headingSigns = try HeadingSigns(from: &reader)
    listSigns = try ListSigns(from: &reader)
    layoutSigns = try LayoutSigns(from: &reader)
    evidence = try reader.list { reader throws(DamagedImage) in try Evidence(from: &reader) }
    let events = units.lazy.filter { $0.rule.kind == .finds("event") }.map { $0.rule }
    self.events = try EventRules(from: &reader, frames: EventRules.frames(of: events))
    isComplete = false
  }
}

extension RuleSet.Unit {
  func write(to writer: inout ImageWriter) {
    rule.write(to: &writer)
    writer.write(programs.count)
    for program in programs { writer.write(program.slots) }
    writer.write(Int(symbol.index))
    writer.write(evidence ?? -1)
    writer.write(tells ?? -1)
    writer.write(about ?? -1)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    rule = try Rule(from: &reader)
    programs = try reader.list { reader throws(DamagedImage) in
      Program(slots: Array(try reader.texts()))
    }
    (before, after, whole) = ([], [], [])
    symbol = Symbol(try reader.number(below: Int(Int16.max)))
    let (evidence, tells) = (try reader.number(), try reader.number())
    let about = try reader.number()
    self.evidence = evidence < 0 ? nil : evidence
    self.tells = tells < 0 ? nil : tells
    self.about = about < 0 ? nil : about
  }
}

extension Program {
  /// The names of the slots alone: `Machine` has the steps.
  fileprivate init(slots: [String]) {
    self.init(
      slots: slots, steps: [], stateCount: 0, forward: [], backward: [], start: 0, accept: 0,
      anchor: -1)
  }
}

extension RuleSet.Evidence {
  func write(to writer: inout ImageWriter) {
    table.write(to: &writer)
    model.write(to: &writer)
    writer.write(threshold)
    writer.write(listsOfKinds)
    writer.write(lastUnit)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    table = try EvidenceTable(from: &reader)
    model = try EvidenceModel(from: &reader)
    threshold = try reader.number()
    listsOfKinds = try reader.array()
    lastUnit = try reader.number()
  }
}
