// SPDX-License-Identifier: Apache-2.0

/// The new moons of the lunar calendar, from which other calendars count too.
extension LunarCalendar {
  /// The last new moon up to a day.
  static func newMoon(upTo day: CalendarDate) -> CalendarDate? {
    lunarDate(of: day).map { day.adding(days: 1 - $0.day) }
  }

  /// The day of a Gregorian year on which a day of an Islamic month falls, the first of two: 10, 1 of
  /// 2024 is 2024-04-10. A month begins when its crescent is seen, mostly on the day after the new
  /// moon.
  static func islamicDate(year: Int, month: Int, day: Int) -> CalendarDate? {
    guard var last = CalendarDate(year: year - 1, month: 12, day: 1).flatMap(newMoon(upTo:)) else {
      return nil
    }
    while last.year <= year {
      if islamicMonth(from: last) == month {
        let date = last.adding(days: day)
        if date.year == year { return date }
      }
      // A day that the next lunar month holds, and none after it.
      guard let next = newMoon(upTo: last.adding(days: 31)), next > last else { return nil }
      last = next
    }
    return nil
  }

  /// The number of the Islamic month that begins behind a new moon: the first did on 2018-09-10.
  private static func islamicMonth(from newMoon: CalendarDate) -> Int {
    // Whole months of 29.530588 days, rounded, from a multiple of twelve before the first table.
    let days = newMoon.dayNumber - 17_784
    let months = (days * 1_000_000 + 14_765_294) / 29_530_588 + (days < 0 ? 11_999 : 12_000)
    return months % 12 + 1
  }
}
