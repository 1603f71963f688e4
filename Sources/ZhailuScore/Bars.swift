// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuValues

/// The least F1 that a project accepts, by type and measure, from a tab-separated file.
///
///     type	measure	min
///     amount	value	0.970
///     event	arguments	0.600
///
/// Options set more of them.
package struct Bars: Sendable {
  package struct Bar: Hashable, Sendable {
    package let scope: Scope
    package let measure: BarMeasure
    package let minimum: Double
    package let origin: Origin
  }

  /// What sets a bar.
  package enum Origin: Hashable, Sendable {
    case line(Int)
    /// `--min-f1`
    case option(String)

    package var line: Int? { if case .line(let line) = self { line } else { nil } }
  }

  /// A bar that a score does not reach.
  package struct Missed: Hashable, Sendable, CustomStringConvertible {
    package let bar: Bar
    /// `nil` where neither gold nor output have the type: what is not measured is not reached.
    package let f1: Double?

    package var description: String {
      let name = "\(bar.scope) \(bar.measure.rawValue) F1"
      let its =
        if case .option(let name) = bar.origin { "the bar of \(name)," } else { "its bar of" }
      guard let f1 else {
        return "\(name) cannot be measured, its bar is \(bar.minimum.places(3))"
      }
      // As many places as tell the two apart.
      let places = (3...9).first { f1.places($0) != bar.minimum.places($0) } ?? 9
      return "\(name) \(f1.places(places)) is below \(its) \(bar.minimum.places(places))"
    }
  }

  /// `nil` where all are of options.
  package let file: String?
  package let bars: [Bar]
  package let faults: [LineFault]

  package init(text: String, file: String) {
    var reader = BarReader(file: file)
    reader.read(text)
    self.init(file: file, bars: reader.bars, faults: reader.faults)
  }

  /// Reads the file; one that cannot be opened is a fault.
  package init(file: String) {
    guard let data = FileManager.default.contents(atPath: file) else {
      let fault = LineFault(file: file, reason: "this file cannot be read")
      self.init(file: file, bars: [], faults: [fault])
      return
    }
    self.init(text: String(decoding: data, as: UTF8.self), file: file)
  }

  private init(file: String?, bars: [Bar], faults: [LineFault]) {
    self.file = file
    self.bars = bars
    self.faults = faults
  }

  /// The bars of the options of `zhailu validate`, beside those of a file; `nil` where there are none. The
  /// first option is of all types that the gold has, the second of the arguments of events.
  package static func all(
    _ file: Bars?, minF1: Double?, minEventF1: Double?, score: Score
  ) -> Bars? {
    var bars: [Bar] = []
    if let minF1 {
      bars += score.types.filter { $0.scope != .micro && $0.scope != .macro && $0.tally.gold > 0 }
        .map {
          Bar(scope: $0.scope, measure: .value, minimum: minF1, origin: .option("--min-f1"))
        }
    }
    if let minEventF1, score.events.arguments.rates.f1 != nil {
      bars.append(
        Bar(
          scope: .type(.event), measure: .arguments, minimum: minEventF1,
          origin: .option("--min-event-f1")))
    }
    if file == nil, bars.isEmpty { return nil }
    return Bars(file: file?.file, bars: (file?.bars ?? []) + bars, faults: file?.faults ?? [])
  }

  /// The bars that `score` misses, in the order of the file.
  package func missed(by score: Score) -> [Missed] {
    bars.compactMap { bar in
      let f1 = score.f1(of: bar.scope, by: bar.measure)
      if let f1, f1 >= bar.minimum { return nil }
      return Missed(bar: bar, f1: f1)
    }
  }
}

/// What a bar is about: a measure of mentions; of events their single arguments, and events that
/// are right in every argument.
package enum BarMeasure: String, Sendable, CaseIterable {
  case strict, value, overlap
  case arguments, whole

  static func known(of scope: Scope) -> [BarMeasure] {
    scope == .type(.event) ? [.arguments, .whole] : [.strict, .value, .overlap]
  }
}

extension Score {
  func f1(of scope: Scope, by measure: BarMeasure) -> Double? {
    switch measure {
    case .arguments: events.arguments.rates.f1
    case .whole: events.whole.rates.f1
    case .strict, .value, .overlap:
      Measure(rawValue: measure.rawValue).flatMap { self[scope]?.rates[$0]?.f1 }
    }
  }
}
