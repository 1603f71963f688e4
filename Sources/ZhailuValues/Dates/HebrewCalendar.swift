// SPDX-License-Identifier: Apache-2.0

/// The Hebrew calendar by its rules (Reingold, Dershowitz, "Calendrical Calculations", ch. 8). Its
/// months count from Nisan, in spring; its years begin with the seventh, Tishri. A day begins with the
/// evening before the one that is given.
enum HebrewCalendar {
  /// The day of a Gregorian year on which a day of a Hebrew month falls: 1, 15 of 2024 is 2024-04-23.
  static func date(year: Int, month: Int, day: Int) -> CalendarDate? {
    guard (1...9998).contains(year), (1...12).contains(month) else { return nil }
    let later = month >= 7 ? self.date(month, day, fromAutumnOf: year) : nil
    let dates = [later, self.date(month, day, fromAutumnOf: year - 1)]
    return dates.lazy.compactMap { $0 }.first { $0.year == year }
  }

  /// A day of the Hebrew year that begins in the autumn of a Gregorian one.
  private static func date(_ month: Int, _ day: Int, fromAutumnOf year: Int) -> CalendarDate {
    let first = newYear(year)
    let before = monthLengths(ofYear: newYear(year + 1) - first)[0..<(month + 5) % 12]
    return CalendarDate(dayNumber: first + before.reduce(0, +) + day - 1)
  }

  /// From Tishri to Elul. The second Adar of a leap year is the one of its feasts: the first is counted
  /// to the month before.
  private static func monthLengths(ofYear length: Int) -> [Int] {
    let isLeap = length > 380
    let rest = length % 10
    return [
      30, rest == 5 ? 30 : 29, rest == 3 ? 29 : 30, 29, isLeap ? 60 : 30, 29, 30, 29, 30, 29, 30,
      29,
    ]
  }

  /// The day number of the new year that falls in a Gregorian year.
  private static func newYear(_ year: Int) -> Int {
    let number = year + 3761
    let before = elapsedDays(number - 1)
    let this = elapsedDays(number)
    let after = elapsedDays(number + 1)
    // A year may have neither 356 days nor 382.
    let delay = after - this == 356 ? 2 : (this - before == 382 ? 1 : 0)
    return this + delay - 2_092_590
  }

  /// Days from the first new year to the molad of another, put off where a feast would fall wrongly.
  private static func elapsedDays(_ number: Int) -> Int {
    let months = (235 * number - 234) / 19
    let parts = 12_084 + 13_753 * months
    let day = 29 * months + parts / 25_920
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day
  }
}
