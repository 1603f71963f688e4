// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// What a score is about.
package enum Scope: Hashable, Sendable, CustomStringConvertible {
  case type(MentionType)
  /// All mentions together, so that frequent types weigh more.
  case micro
  /// The mean over the types, so that each weighs the same.
  case macro

  /// Reads `amount`, `micro` or `macro`. Events have a score of their own.
  package init?(_ name: some StringProtocol) {
    guard let scope = Scope.all.first(where: { $0.description == name }) else { return nil }
    self = scope
  }

  package static var all: [Scope] {
    MentionType.allCases.filter { $0 != .event }.map(Scope.type) + [.micro, .macro]
  }

  package var description: String {
    switch self {
    case .type(let type): type.rawValue
    case .micro: "micro"
    case .macro: "macro"
    }
  }
}

/// The score of one type, or of all.
package struct TypeScore: Sendable {
  package let scope: Scope
  /// Of all types for `micro` and `macro`.
  package let tally: Tally
  package let rates: [Measure: Rates]
  /// Of F1.
  package let intervals: [Measure: Interval]
}

/// The tallies of every document, from which scores are drawn.
struct TallyTable {
  let types: [MentionType]
  private let documentCount: Int
  private let byType: [MentionType: [Tally]]

  init(_ comparison: Comparison) {
    types = comparison.types
    documentCount = comparison.documents.count
    let columns = types.map { type in
      (type, comparison.documents.map { $0.mentions[type].map { Tally($0) } ?? Tally() })
    }
    byType = Dictionary(uniqueKeysWithValues: columns)
  }

  func score(of scope: Scope, bootstrap: Bootstrap) -> TypeScore {
    var rates: [Measure: Rates] = [:]
    var intervals: [Measure: Interval] = [:]
    let all = Array(0..<documentCount)
    for measure in Measure.allCases {
      rates[measure] = self.rates(of: scope, by: measure, in: all)
      intervals[measure] = bootstrap.interval(documents: documentCount) { sample in
        self.rates(of: scope, by: measure, in: sample).f1
      }
    }
    return TypeScore(
      scope: scope, tally: tally(of: scope, in: all), rates: rates, intervals: intervals)
  }

  private func rates(of scope: Scope, by measure: Measure, in sample: [Int]) -> Rates {
    guard scope == .macro else { return tally(of: scope, in: sample)[measure].rates }
    let each = types.map { tally(of: .type($0), in: sample)[measure].rates }
    return Rates(
      precision: mean(each.compactMap(\.precision)), recall: mean(each.compactMap(\.recall)),
      f1: mean(each.compactMap(\.f1)))
  }

  private func tally(of scope: Scope, in sample: [Int]) -> Tally {
    guard case .type(let type) = scope else {
      return .sum(types.map { tally(of: .type($0), in: sample) })
    }
    guard let tallies = byType[type] else { return Tally() }
    return .sum(sample.lazy.map { tallies[$0] })
  }

  private func mean(_ figures: [Double]) -> Double? {
    figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
  }
}
