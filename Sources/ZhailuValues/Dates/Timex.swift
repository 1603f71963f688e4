// SPDX-License-Identifier: Apache-2.0

/// Values of TIMEX3 (TimeML, ISO 24617-1): 2020-03-18, 2011-Q1, P6D, XXXX-03-18.
package enum Timex {
  package static func padded(_ number: Int, _ width: Int) -> String {
    guard (0...9999).contains(number), width <= 4 else {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return String(unsafeUninitializedCapacity: 4) { bytes in
      let count = max(width, number > 999 ? 4 : number > 99 ? 3 : number > 9 ? 2 : 1)
      var rest = number
      for place in (0..<count).reversed() {
        bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return count
    }
  }

  /// 2020; BC0249, which is the year -248 of a calendar with a year 0.
  package static func year(_ year: Int?) -> String {
    guard let year else { return "XXXX" }
    return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4)
  }

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

  /// The time of a day that is so many seconds old; seconds are written where there are some.
  package static func time(secondOfDay: Int) -> String {
    let second = secondOfDay % 60
    return time(
      hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60, second: second == 0 ? nil : second)
  }

  /// A duration of calendar and clock parts: P1Y6M, PT1H20M, P6D; counts are plain decimals.
  static func duration(_ parts: [DurationParts.Part]) throws -> String {
    var (calendar, clock) = ("", "")
    for part in parts {
      var (unit, count) = (part.unit, part.count.times(ExactDecimal(part.unit.multiple)))
      // A half alone is told in the smaller unit: 半年 is P6M, 半小时 PT30M.
      if part.isHalf, let smaller = unit.smaller, let whole = count?.times(ExactDecimal(smaller.1)),
        whole.isInteger
      {
        (unit, count) = (smaller.0, whole)
      }
      guard let count else {
        throw NormalizationFailure("a duration too long to hold exactly")
      }
      if unit.isClock {
        clock += "\(count)\(unit.letter)"
      } else {
        calendar += "\(count)\(unit.letter)"
      }
    }
    return "P" + calendar + (clock.isEmpty ? "" : "T" + clock)
  }
}

/// The units that durations and offsets are counted in; raw values are those of lexicons.
package enum DurationUnit: String, Sendable, CaseIterable {
  case century, decade, year
  case halfYear = "half-year"
  case quarter, month
  case tenDays = "ten-days"
  case week, day, hour
  case quarterHour = "quarter-hour"
  case minute
  /// 一个字, the five minutes between two figures of a clock in Cantonese.
  case fiveMinutes = "five-minutes"
  case second

  /// Whether it is shorter than a year.
  var isWithinYear: Bool { ![.century, .decade, .year].contains(self) }

  package var isClock: Bool {
    switch self {
    case .hour, .quarterHour, .minute, .fiveMinutes, .second: true
    default: false
    }
  }

  /// The unit's letter in a TIMEX3 duration; units without one are counted in another.
  package var letter: String {
    switch self {
    case .century, .decade, .year: "Y"
    case .halfYear, .quarter, .month: "M"
    case .tenDays, .day: "D"
    case .week: "W"
    case .hour: "H"
    case .quarterHour, .minute, .fiveMinutes: "M"
    case .second: "S"
    }
  }

  /// The unit that its half is told in, and how many of that it is.
  var smaller: (DurationUnit, Int)? {
    switch self {
    case .year: (.month, 12)
    case .hour: (.minute, 60)
    case .minute: (.second, 60)
    default: nil
    }
  }

  /// How many of the letter's units it is.
  package var multiple: Int {
    switch self {
    case .century: 100
    case .decade, .tenDays: 10
    case .halfYear: 6
    case .quarter: 3
    case .quarterHour: 15
    case .fiveMinutes: 5
    default: 1
    }
  }
}
