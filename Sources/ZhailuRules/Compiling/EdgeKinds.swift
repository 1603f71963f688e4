// SPDX-License-Identifier: Apache-2.0

/// What the edges of a lattice answer to: a kind is a set of symbols with a small number.
///
/// 公司 of the lexicon `org-head` answers to `org-head` and to `org-head[class=strong]`, since rules
/// ask for both; it is one edge of one kind, not two edges.
package struct EdgeKinds: Sendable {
  /// The symbols of each kind, ascending.
  package private(set) var symbols: [[Symbol]] = []
  private var numbers: [[Symbol]: Int] = [:]
  /// The kinds that answer to each symbol, ascending.
  private var answering: [Symbol: [Int]] = [:]

  package static let numeral = 0
  package static let separator = 1
  package static let moneyCell = 2
  package static let unitCell = 3
  package static let dateCell = 4

  init() {
    _ = kind(of: [SymbolTable.numeral])
    _ = kind(of: [SymbolTable.separator])
    _ = kind(of: [SymbolTable.cell(.money)])
    _ = kind(of: [SymbolTable.cell(.unit)])
    _ = kind(of: [SymbolTable.cell(.date)])
  }

  /// The kind of edges that answer to just `symbols`, which are made ascending.
  mutating func kind(of symbols: [Symbol]) -> Int {
    let set = symbols.sorted()
    if let known = numbers[set] { return known }
    numbers[set] = self.symbols.count
    for symbol in Set(set) { answering[symbol, default: []].append(self.symbols.count) }
    self.symbols.append(set)
    return self.symbols.count - 1
  }

  package var count: Int { symbols.count }

  /// The kinds that answer to one of `wanted`, ascending.
  package func kinds(answering wanted: Set<Symbol>) -> [Int] {
    if wanted.count == 1, let symbol = wanted.first { return answering[symbol] ?? [] }
    return Set(wanted.flatMap { answering[$0] ?? [] }).sorted()
  }
}
