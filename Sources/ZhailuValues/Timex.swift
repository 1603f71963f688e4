// SPDX-License-Identifier: Apache-2.0

/// Values of TIMEX3 (TimeML, ISO 24617-1): 2020-03-18, 2011-Q1, P6D, XXXX-03-18.
package enum Timex {
  package static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  package static func year(_ year: Int?) -> String { year.map { padded($0, 4) } ?? "XXXX" }

  package static func month(_ month: Int, of year: Int?) -> String {
    "\(self.year(year))-\(padded(month, 2))"
  }

  package static func day(_ day: Int?, month: Int?, year: Int?) -> String {
    "\(self.year(year))-\(month.map { padded($0, 2) } ?? "XX")-\(day.map { padded($0, 2) } ?? "XX")"
  }

  /// The time of a day: T15:30, T09, T15:30:20.
  package static func time(hour: Int, minute: Int?, second: Int?) -> String {
    var text = "T\(padded(hour, 2))"
    if let minute { text += ":\(padded(minute, 2))" }
    if let second { text += ":\(padded(second, 2))" }
    return text
  }

  /// A duration of calendar and clock parts: P1Y6M, PT1H20M, P6D. `parts` by unit letter, hours and
  /// below after T; counts are plain decimals.
  package static func duration(_ parts: [(count: ExactDecimal, unit: DurationUnit)]) -> String {
    let calendar = parts.filter { !$0.unit.isClock }
    let clock = parts.filter { $0.unit.isClock }
    var text = "P"
    for part in calendar { text += "\(part.count)\(part.unit.letter)" }
    if !clock.isEmpty { text += "T" }
    for part in clock { text += "\(part.count)\(part.unit.letter)" }
    return text
  }
}

/// The units that durations and offsets are counted in; raw values are those of lexicons.
package enum DurationUnit: String, Sendable, CaseIterable {
  case century, decade, year
  case halfYear = "half-year"
  case quarter, month
  case tenDays = "ten-days"
  case week, day, hour, minute, second

  package var isClock: Bool { self == .hour || self == .minute || self == .second }

  /// The unit's letter in a TIMEX3 duration; units without one are counted in another.
  package var letter: String {
    switch self {
    case .century, .decade, .year: "Y"
    case .halfYear, .quarter, .month: "M"
    case .tenDays, .day: "D"
    case .week: "W"
    case .hour: "H"
    case .minute: "M"
    case .second: "S"
    }
  }

  /// How many of the letter's units it is.
  package var multiple: Int {
    switch self {
    case .century: 100
    case .decade, .tenDays: 10
    case .halfYear: 6
    case .quarter: 3
    default: 1
    }
  }
}
