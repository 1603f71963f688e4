// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Everything found in a text so far, as edges from place to place: words of lexicons, numerals,
/// and matches of rules, each usable by the rules of later stages.
///
/// It is used again for one text after the other; `reset` empties it.
struct Lattice {
  /// A piece of text and what it is; plain numbers, so that adding one costs a few stores.
  struct Edge: BitwiseCopyable {
    let start: Int32
    let end: Int32
    /// Of the rule set's `kinds`.
    let kind: Int32
    /// Index of what it stands for: of a word in the rule set's `words`, of a numeral in `numerals`,
    /// of a match among the run's matches, of a cell in `cells`.
    let payload: Int32
    let source: Source
    /// The next edge with the same start, and with the same end; -1 after the last.
    fileprivate(set) var nextByStart: Int32
    fileprivate(set) var nextByEnd: Int32

    var extent: Extent { Extent(Int(start), Int(end)) }
    var count: Int32 { end - start }

    /// Whether a word from its start to `place` is a numeral, begins one, or is a count.
    @inline(__always)
    func isNumeral(coveringTo place: Int, quantity: Int32) -> Bool {
      kind == Int32(EdgeKinds.numeral) && Int(end) >= place || kind == quantity && Int(end) == place
    }
  }

  enum Source: UInt8, BitwiseCopyable { case word, numeral, match, cell }

  /// A number in a table, and the unit that the heading of its column states.
  struct Cell: BitwiseCopyable {
    /// Index in `numerals`.
    let numeral: Int32
    /// The unit's word, index in the rule set's `hits`; -1 of a date.
    let unit: Int32
    /// The power of ten before the unit: 4 for 万元.
    let power: Int32
  }

  /// What begins and ends at a place.
  struct Place: BitwiseCopyable {
    var startMask: UInt64 = 0
    var endMask: UInt64 = 0
    var firstByStart: Int32 = -1
    var firstByEnd: Int32 = -1
  }

  private(set) var edges = Buffer<Edge>(capacity: 4096)
  private(set) var places = Buffer<Place>(capacity: 4096)
  private(set) var numerals = Buffer<Numeral>(capacity: 256)
  private(set) var cells = Buffer<Cell>(capacity: 16)
  private let kindMasks: UnsafePointer<UInt64>
  let sets: KindSets
  private let quantityKind: Int32

  init(rules: RuleSet) {
    let machine = rules.machine
    kindMasks = machine.kindMasks.base
    sets = KindSets(machine)
    quantityKind = Int32(rules.quantityKind)
  }

  func free() {
    edges.free()
    places.free()
    numerals.free()
    cells.free()
  }

  mutating func reset(length: Int) {
    edges.removeAll()
    numerals.removeAll()
    cells.removeAll()
    places.fill(Place(), count: length + 1)
  }

  // MARK: Adding

  @inline(__always)
  mutating func add(
    _ start: Int, _ end: Int, kind: Int32, _ source: Source, _ payload: Int
  ) {
    let index = Int32(truncatingIfNeeded: edges.count)
    let mask = kindMasks[Int(kind)]
    edges.append(
      Edge(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind,
        payload: Int32(truncatingIfNeeded: payload), source: source,
        nextByStart: places.base[start].firstByStart, nextByEnd: places.base[end].firstByEnd))
    places.base[start].firstByStart = index
    places.base[start].startMask |= mask
    places.base[end].firstByEnd = index
    places.base[end].endMask |= mask
  }

  /// Adds the words that rules ask for; `note` hears of those that mean something to the segmenter or
  /// to numerals.
  @inline(__always)
  mutating func add(_ words: Buffer<Scanner.Word>, _ note: (Scanner.Word) -> Void) {
    var index = Int32(truncatingIfNeeded: edges.count)
    let (places, masks) = (places.base, kindMasks)
    edges.append(atMost: words.count) { target in
      var next = target
      for number in 0..<words.count {
        let word = words[number]
        if word.kind.isNoted { note(word) }
        let kind = word.kind.kind
        guard kind >= 0 else { continue }
        let (start, end) = (places + Int(word.start), places + Int(word.end))
        next.initialize(
          to: Edge(
            start: word.start, end: word.end, kind: kind, payload: word.number, source: .word,
            nextByStart: start.pointee.firstByStart, nextByEnd: end.pointee.firstByEnd))
        let mask = masks[Int(kind)]
        start.pointee.firstByStart = index
        start.pointee.startMask |= mask
        end.pointee.firstByEnd = index
        end.pointee.endMask |= mask
        next += 1
        index &+= 1
      }
      return next - target
    }
  }

  mutating func add(_ numeral: Numeral) {
    numerals.append(numeral)
    add(
      numeral.extent.start, numeral.extent.end, kind: Int32(EdgeKinds.numeral), .numeral,
      numerals.count - 1)
  }

  mutating func add(_ cell: Cell, isMoney: Bool) {
    let extent = numerals[Int(cell.numeral)].extent
    cells.append(cell)
    add(
      extent.start, extent.end, kind: Int32(isMoney ? EdgeKinds.moneyCell : EdgeKinds.unitCell),
      .cell, cells.count - 1)
  }

  /// A month and a day in a column of dates.
  mutating func addDateCell(_ extent: Extent) {
    cells.append(Cell(numeral: -1, unit: -1, power: 0))
    add(extent.start, extent.end, kind: Int32(EdgeKinds.dateCell), .cell, cells.count - 1)
  }

  // MARK: Asking

  /// The whole numeral that begins at `place`: its index in `numerals`, or -1.
  func numeral(at place: Int) -> Int32 {
    var index = places[place].firstByStart
    while index >= 0 {
      let edge = edges[Int(index)]
      if edge.source == .numeral, !numerals[Int(edge.payload)].style.contains(.part) {
        return edge.payload
      }
      index = edge.nextByStart
    }
    return -1
  }

  /// Whether an edge of the kind set `set` covers exactly `word`.
  @inline(__always)
  func hasEdge(_ word: Extent, of set: Int) -> Bool {
    guard set >= 0, places[word.start].startMask & sets.masks[set] != 0 else { return false }
    return any(from: word.start) {
      Int($0.end) == word.end && sets.set(Int32(truncatingIfNeeded: set), contains: $0.kind)
    }
  }

  /// Calls `body` with each word, in the order of their starts: they are added before all else.
  @inline(__always)
  func forEachWord(_ body: (Edge) -> Void) {
    var index = 0
    while index < edges.count, edges[index].source == .word {
      body(edges[index])
      index &+= 1
    }
  }

  /// Whether `word` is a numeral, begins one, or is a count: 四, 2000, 四个; not 一夫, whose 一 is part
  /// of a word.
  func isNumeral(_ word: Extent) -> Bool {
    any(from: word.start) { $0.isNumeral(coveringTo: word.end, quantity: quantityKind) }
  }

  @inline(__always)
  private func any(from place: Int, _ isMeant: (Edge) -> Bool) -> Bool {
    Edge.any(from: places[place].firstByStart, in: edges.base, isMeant)
  }
}

extension Lattice.Edge {
  /// Whether an edge is meant among those that begin where the edge `first` does; -1 is none.
  @inline(__always)
  static func any(
    from first: Int32, in edges: UnsafePointer<Lattice.Edge>, _ isMeant: (Lattice.Edge) -> Bool
  ) -> Bool {
    var index = first
    while index >= 0 {
      let edge = edges[Int(index)]
      if isMeant(edge) { return true }
      index = edge.nextByStart
    }
    return false
  }
}

/// Sets of kinds of edges, as rules ask for them: plain pointers, which hold as long as the rule set
/// does.
struct KindSets: BitwiseCopyable {
  /// Bit sets of kinds, and how many words each of them takes.
  private let kinds: UnsafePointer<UInt64>
  private let words: Int
  /// The bits of each set in the masks of places.
  let masks: UnsafePointer<UInt64>

  init(_ machine: Machine) {
    kinds = machine.kindSets.base
    masks = machine.setMasks.base
    words = machine.kindWords
  }

  /// Whether an edge of the set may be among those of a mask.
  @inline(__always)
  func set(_ set: Int32, meets mask: UInt64) -> Bool { masks[Int(set)] & mask != 0 }

  /// Whether the set holds `kind`.
  @inline(__always)
  func set(_ set: Int32, contains kind: Int32) -> Bool {
    kinds[Int(set) &* words &+ Int(kind >> 6)] & (1 &<< UInt64(kind & 63)) != 0
  }
}
