// SPDX-License-Identifier: Apache-2.0

/// The Chinese lunar calendar of GB/T 33661-2017, from the lunar year 1899 to that of 2100.
///
/// A table, not a computation: ICU 72's own is wrong on 417 days of these two centuries.
package enum LunarCalendar {
  private static let firstYear = 1899

  private struct Year {
    let bits: UInt32
    let number: Int

    init?(_ number: Int) {
      let index = number - LunarCalendar.firstYear
      guard table.indices.contains(index) else { return nil }
      bits = table[index]
      self.number = number
    }

    var leapMonth: Int { Int(bits >> 13 & 15) }
    var monthCount: Int { leapMonth == 0 ? 12 : 13 }
    var firstDay: CalendarDate {
      CalendarDate(year: number, month: 1, day: 20)!.adding(days: Int(bits >> 17 & 63))
    }
    func length(ofMonthAt index: Int) -> Int { bits >> index & 1 == 1 ? 30 : 29 }

    /// The place of a month in the year, the leap month counted.
    func index(ofMonth month: Int, isLeap: Bool) -> Int? {
      if isLeap { return month == leapMonth ? month : nil }
      return leapMonth > 0 && month > leapMonth ? month : month - 1
    }
  }

  /// Whether the table holds a lunar year.
  static func holds(_ year: Int) -> Bool { Year(year) != nil }

  /// The Gregorian day of a lunar one: 2020, 1, 1 is 2020-01-25. `nil` where the month has no such
  /// day, or outside the table.
  package static func date(
    year: Int, month: Int, day: Int, isLeap: Bool = false
  ) -> CalendarDate? {
    guard let lunar = Year(year), (1...12).contains(month),
      let index = lunar.index(ofMonth: month, isLeap: isLeap),
      (1...lunar.length(ofMonthAt: index)).contains(day)
    else { return nil }
    let before = (0..<index).reduce(0) { $0 + lunar.length(ofMonthAt: $1) }
    return lunar.firstDay.adding(days: before + day - 1)
  }

  /// The number of days of a lunar month: 29 or 30.
  package static func length(year: Int, month: Int, isLeap: Bool = false) -> Int? {
    guard let lunar = Year(year), (1...12).contains(month),
      let index = lunar.index(ofMonth: month, isLeap: isLeap)
    else { return nil }
    return lunar.length(ofMonthAt: index)
  }

  /// The lunar year, month and day of a Gregorian day.
  package static func lunarDate(
    of date: CalendarDate
  ) -> (year: Int, month: Int, day: Int, isLeap: Bool)? {
    for number in [date.year, date.year - 1] {
      guard let lunar = Year(number), lunar.firstDay <= date else { continue }
      var rest = date.dayNumber - lunar.firstDay.dayNumber
      for index in 0..<lunar.monthCount {
        let length = lunar.length(ofMonthAt: index)
        if rest < length {
          let isAfterLeap = lunar.leapMonth > 0 && index >= lunar.leapMonth
          return (
            number, isAfterLeap ? index : index + 1, rest + 1,
            lunar.leapMonth > 0 && index == lunar.leapMonth
          )
        }
        rest -= length
      }
    }
    return nil
  }
}
