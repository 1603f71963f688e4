// SPDX-License-Identifier: Apache-2.0

/// A resolved stretch of the calendar, or a moment of it: its value, and its days where they are
/// known.
struct DatePoint: Sendable {
  var timex: String
  var kind = DateValue.Kind.date
  var days: ClosedRange<CalendarDate>?
  /// Seconds since the midnight of its day, where it is a moment.
  var secondOfDay: Int?
  /// How much of the calendar it names.
  var grain = Grain.day
  /// Whether the days are shown: true of stretches that TIMEX3 has no value for (上旬).
  var isRange = false
  var alternatives: [String] = []
  /// The other end of 七八点, which is a range of times.
  var until: String?

  enum Grain: Int, Sendable, Comparable {
    case century, decade, year, part, month, tenth, week, day, time
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  init(timex: String, grain: Grain, days: ClosedRange<CalendarDate>? = nil) {
    self.timex = timex
    self.grain = grain
    self.days = days
  }

  /// One day.
  init(_ day: CalendarDate) {
    self.init(timex: day.description, grain: .day, days: day...day)
  }

  /// From one day to another, shown as such.
  init(range days: ClosedRange<CalendarDate>, grain: Grain) {
    self.init(timex: "\(days.lowerBound)/\(days.upperBound)", grain: grain, days: days)
    kind = .range
    isRange = true
  }

  /// Its value; a modifier goes with it.
  func value(modifier: Modifier?) -> DateValue {
    if let until {
      return DateValue(
        timex: "\(timex)/\(until)", kind: .range, start: timex, end: until, modifier: modifier)
    }
    guard isRange, let days else {
      return DateValue(timex: timex, kind: kind, modifier: modifier, alternatives: alternatives)
    }
    return DateValue(
      timex: timex, kind: .range, start: days.lowerBound.description,
      end: days.upperBound.description, modifier: modifier, alternatives: alternatives)
  }
}
