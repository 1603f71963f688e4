// SPDX-License-Identifier: Apache-2.0

/// The bits of symbols in the masks by which a look at a place tells what cannot be there.
///
/// There are more symbols than bits, and where two share one, either seems to be there where the
/// other is: as often as the one is asked for, times as often as the other is there. So symbols that
/// are always asked for together share one at no cost, those that are asked for most choose first, and
/// each takes the bit where it costs least. What nobody asks for has none.
struct SymbolBits {
  private var bits: [Symbol: UInt64] = [:]

  /// `asked`: the sets of symbols that rules ask for, each as often as it is asked. `presence`: how often
  /// a symbol is there, in a measure of its own; one that is not named there is of middling frequency.
  init(asked: [Set<Symbol>], presence: [Symbol: Int]) {
    // Bits that two groups share cost what either asks, where the other is.
    var loads = [(asked: Int, presence: Int)](repeating: (0, 0), count: UInt64.bitWidth)
    for group in Self.groups(asked, presence) {
      let costs = loads.map { group.asked * $0.presence + group.presence * $0.asked }
      let bit = costs.indices.min { costs[$0] < costs[$1] }!
      loads[bit].asked += group.asked
      loads[bit].presence += group.presence
      for symbol in group.symbols { bits[symbol] = 1 << UInt64(bit) }
    }
  }

  /// The bits of all `symbols`.
  func mask(of symbols: some Sequence<Symbol>) -> UInt64 {
    symbols.reduce(0) { $0 | bits[$1, default: 0] }
  }

  /// Whether somebody asks for all `symbols`, so that their mask tells of each.
  func hold(_ symbols: Set<Symbol>) -> Bool { symbols.allSatisfy { bits[$0] != nil } }

  /// What the steps of a rule ask for.
  static func asked(_ unit: RuleSet.Unit) -> [Set<Symbol>] {
    (unit.programs + unit.before + unit.after + unit.whole).flatMap(\.steps).compactMap { step in
      switch step.matcher {
      case .edge(let symbols, _), .words(_, not: let symbols): symbols
      default: nil
      }
    }
  }

  // MARK: Groups

  /// Symbols that the same sets hold.
  private struct Group {
    var symbols: [Symbol] = []
    var asked = 0
    var presence = 0
  }

  /// What is not named by `presence`: found by rules or readers, not by a lexicon.
  private static let middling = 200

  /// The groups of all symbols that are asked for; those that are asked for most go first.
  private static func groups(_ asked: [Set<Symbol>], _ presence: [Symbol: Int]) -> [Group] {
    var counts: [Set<Symbol>: Int] = [:]
    for set in asked { counts[set, default: 0] += 1 }
    // The sets that hold each symbol, by their places in `sets`.
    let sets = Array(counts.keys)
    var holding: [Symbol: [Int]] = [:]
    for (place, set) in sets.enumerated() {
      for symbol in set { holding[symbol, default: []].append(place) }
    }
    return Dictionary(grouping: holding.keys) { holding[$0]! }.map { places, symbols in
      Group(
        symbols: symbols.sorted(), asked: places.reduce(0) { $0 + counts[sets[$1]]! },
        presence: symbols.reduce(0) { $0 + presence[$1, default: middling] })
    }
    .sorted { ($1.asked, $0.symbols[0]) < ($0.asked, $1.symbols[0]) }
  }
}
