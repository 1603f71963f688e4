// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Everything found in a text so far, as edges from place to place: words of lexicons, numerals,
/// and matches of rules, each usable by the rules of later stages.
struct Lattice {
  /// What an edge stands for.
  enum Payload {
    /// Index of the hit list of a word, and of the hit in it.
    case word(hits: Int, hit: Int)
    /// Index in `numerals`.
    case numeral(Int)
    /// Index in the extraction's matches.
    case match(Int)
    case text
  }

  struct Edge {
    let start: Int32
    let end: Int32
    let symbol: Symbol
    let payload: Payload
    /// The next edge with the same start, and with the same end; -1 after the last.
    fileprivate(set) var nextByStart: Int32
    fileprivate(set) var nextByEnd: Int32

    var extent: Extent { Extent(Int(start), Int(end)) }
  }

  private(set) var edges: [Edge] = []
  var numerals: [Numeral] = []
  private var firstByStart: [Int32]
  private var firstByEnd: [Int32]
  /// For each place the bits of the symbols that begin there, and that end there.
  private(set) var startBits: [UInt64]
  private(set) var endBits: [UInt64]
  /// The edges of each symbol, in the order of the text within a stage.
  private(set) var edgesBySymbol: [[Int32]]

  /// The symbol of mentions of quantities, which earlier stages may have found.
  private let quantities: Symbol?

  init(length: Int, symbols: SymbolTable) {
    quantities = symbols.existing("mention quantity")
    firstByStart = [Int32](repeating: -1, count: length + 1)
    firstByEnd = firstByStart
    startBits = [UInt64](repeating: 0, count: length + 1)
    endBits = startBits
    edgesBySymbol = [[Int32]](repeating: [], count: symbols.count)
  }

  mutating func add(_ extent: Extent, _ symbol: Symbol, _ payload: Payload) {
    let index = Int32(edges.count)
    edges.append(
      Edge(
        start: Int32(extent.start), end: Int32(extent.end), symbol: symbol, payload: payload,
        nextByStart: firstByStart[extent.start], nextByEnd: firstByEnd[extent.end]))
    firstByStart[extent.start] = index
    firstByEnd[extent.end] = index
    startBits[extent.start] |= symbol.bit
    endBits[extent.end] |= symbol.bit
    edgesBySymbol[Int(symbol.index)].append(index)
  }

  /// Calls `body` with the index of each edge that begins at `place`.
  @inline(__always)
  func forEachEdge(startingAt place: Int, _ body: (Int) -> Void) {
    var index = firstByStart[place]
    while index >= 0 {
      body(Int(index))
      index = edges[Int(index)].nextByStart
    }
  }

  /// Calls `body` with the index of each edge that ends at `place`.
  @inline(__always)
  func forEachEdge(endingAt place: Int, _ body: (Int) -> Void) {
    var index = firstByEnd[place]
    while index >= 0 {
      body(Int(index))
      index = edges[Int(index)].nextByEnd
    }
  }

  /// Whether an edge of one of `symbols` covers exactly `extent`.
  func hasEdge(_ extent: Extent, of symbols: Set<Symbol>) -> Bool {
    var found = false
    forEachEdge(startingAt: extent.start) { index in
      let edge = edges[index]
      if Int(edge.end) == extent.end, symbols.contains(edge.symbol) { found = true }
    }
    return found
  }

  /// Whether `word` is a numeral, begins one, or is a count: 四, 2000, 四个; not 一夫, whose 一 is part
  /// of a word.
  func isNumeral(_ word: Extent) -> Bool {
    var found = false
    forEachEdge(startingAt: word.start) { index in
      let edge = edges[index]
      if edge.symbol == SymbolTable.numeral, Int(edge.end) >= word.end { found = true }
      if edge.symbol == quantities, Int(edge.end) == word.end { found = true }
    }
    return found
  }
}
