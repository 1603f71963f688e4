// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// One text to learn weights from: its spans, and the keys of their evidence as numbers.
package struct EvidenceSample {
  /// Keys seen so far, each with a number, and how a table writes it.
  package struct Keys {
    package private(set) var keys: [EvidenceKey] = []
    package private(set) var forms: [(form: String, place: EvidenceKey.Place)] = []
    private var numbers: [UInt64: Int32] = [:]

    package init() {}

    mutating func number(
      _ key: EvidenceKey, _ form: () -> (String, EvidenceKey.Place)
    ) -> Int32 {
      if let known = numbers[key.bits] { return known }
      let number = Int32(keys.count)
      numbers[key.bits] = number
      keys.append(key)
      let (text, place) = form()
      forms.append((text, place))
      return number
    }
  }

  /// Lists of numbers, one after another.
  package struct Lists {
    package private(set) var values: [Int32] = []
    package private(set) var ends: [Int32] = []
    package mutating func append(_ list: [Int32]) {
      values += list
      ends.append(Int32(values.count))
    }
    package func range(_ index: Int) -> Range<Int> {
      (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
  }

  package struct Span {
    package let start: Int
    package let end: Int
    /// Whether people marked it.
    package let isGold: Bool
  }

  package let units: [UInt16]
  package var length: Int { units.count }
  /// By end, and starts descending.
  package private(set) var spans: [Span] = []
  /// By place: the evidence of a start, an end, an inside; empty where no span needs it.
  package private(set) var starts = Lists()
  package private(set) var ends = Lists()
  package private(set) var insides = Lists()
  /// By span.
  package private(set) var wholes = Lists()
  /// What people marked, also where no span is.
  package let gold: Set<Extent>

  private struct Collect: EvidenceSink {
    var keys: [EvidenceKey] = []
    mutating func take(_ key: EvidenceKey) { keys.append(key) }
  }

  /// Spans whose text `isUnmarked`, because those who marked the text never mark such, are left out.
  init(
    _ text: EvidenceText, seeds: Buffer<EvidenceSeed>, table: EvidenceTable, gold: Set<Extent>,
    isUnmarked: (Extent) -> Bool, keys: inout Keys
  ) {
    units = Array(text.units)
    self.gold = gold.filter { !isUnmarked($0) }
    let reader = EvidenceReader(text: text)
    var found = Buffer<EvidenceSpan>()
    defer { found.free() }
    EvidenceSpans.find(seeds, in: text.units, into: &found)
    var needsStart = [Bool](repeating: false, count: length + 1)
    var needsEnd = needsStart
    var needsInside = needsStart
    let writer = EvidenceWriter(text: text, table: table)
    var (end, place, inner) = (-1, 0, UInt64(0))
    for span in found.elements {
      let extent = Extent(Int(span.start), Int(span.end))
      if extent.end != end { (end, place, inner) = (extent.end, extent.end - 1, 0) }
      while place > extent.start {
        inner |= text.lists(from: place, to: end)
        place -= 1
        needsInside[place] = true
      }
      if isUnmarked(extent) { continue }
      needsStart[extent.start] = true
      needsEnd[extent.end] = true
      let hash = EvidenceKey.hash(text.units, Int(span.anchor), extent.end)
      var sink = Collect()
      reader.span(span, seed: seeds[Int(span.seed)], inner: inner, hash: hash, &sink)
      let anchor = Extent(Int(span.anchor), extent.end)
      wholes.append(sink.keys.map { key in keys.number(key) { writer.form(key, anchor: anchor) } })
      spans.append(Span(start: extent.start, end: extent.end, isGold: gold.contains(extent)))
    }
    for place in 0...length {
      let none = Extent(place, place)
      func numbers(_ needed: Bool, _ read: (inout Collect) -> Void) -> [Int32] {
        guard needed else { return [] }
        var sink = Collect()
        read(&sink)
        return sink.keys.map { key in keys.number(key) { writer.form(key, anchor: none) } }
      }
      starts.append(numbers(needsStart[place]) { reader.start(place, &$0) })
      ends.append(numbers(needsEnd[place]) { reader.end(place, &$0) })
      insides.append(numbers(needsInside[place]) { reader.inside(place, &$0) })
    }
  }
}

/// How a table writes a key.
struct EvidenceWriter {
  let text: EvidenceText
  let table: EvidenceTable

  func form(_ key: EvidenceKey, anchor: Extent) -> (String, EvidenceKey.Place) {
    let place = EvidenceKey.Place.allCases[Int(key.bits >> 56) - 1]
    let isNumber = key.bits >> 55 & 1 == 1
    let (list, number) = (Int(key.bits >> 48 & 0x3F), Int(key.bits & 0xFFFF))
    switch place {
    case .length, .middleLength: return ("\(number)", place)
    case .rule: return (table.rules[list] + (number == 0xFFFF ? "" : " \(number)"), place)
    case .document: return (EvidenceTable.DocumentFact.allCases[list].rawValue, place)
    case .alone: return (string(anchor), place)
    case .anchor where !isNumber: return (string(anchor), place)
    case .anchor: return ("{\(table.lists[list])} \(number)", place)
    case .joined: return ("{\(table.lists[list])}\(string(anchor))", place)
    default:
      if isNumber { return ("{\(table.lists[list])}", place) }
      let units = [key.bits >> 32, key.bits >> 16, key.bits].map { UInt16($0 & 0xFFFF) }
        .filter { $0 != 0 }
      return (String(units: units.map(EvidenceForm.shown)), place)
    }
  }

  private func string(_ extent: Extent) -> String {
    String(units: text.units[extent.range])
  }
}
