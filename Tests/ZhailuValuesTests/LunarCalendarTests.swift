// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct LunarCalendarTests {
  /// A second source beside the one that the table was made from: the package sxtwl 2, which
  /// computes the moon. A year each, 1900 to 2100: the month and day of 正月初一, the leap month in
  /// two digits, and the lengths of the months in four hexadecimal ones, 1 for 30 days, the last
  /// month in the lowest bit.
  private static let sxtwl = """
    13108096D 2190004AE 208000A57 129050A4D 216000D26 204000D95 125040D55 21300056A 2020009AD
    12202095D 2100004AE 13006149B 218000A4D 206000D25 126051AA5 214000B54 203000D6A 1230212DA
    21100095B 201070937 220000497 208000A4B 12805164B 2160006A5 2050006D4 1240415B5 2130002B6
    202000957 12302092F 210000497 130060C96 217000D4A 206000EA5 126050DA9 2140005AD 2040002B6
    12403126E 21100092E 13107192D 219000C95 208000D4A 127061B4A 215000B55 20500056A 12504155B
    21300025D 20200092D 12202192B 210000A95 129071695 2170006CA 206000B55 127050AB5 2140004DA
    203000A5B 124030A57 21200052B 13108152A 218000E95 2080006AA 1280615AA 215000AB5 2050004B6
    1250414AE 213000A57 202000526 121031D26 209000D95 130070B55 21700056A 20600096D 12705095D
    2150004AD 203000A4D 123041A4D 211000D25 131081AA5 218000B54 207000B6A 1280612DA 21600095B
    20500049B 125041497 213000A4B 20210164B 2200006A5 2090006D4 1290615B4 217000AB6 206000957
    12705092F 215000497 20400064B 123030D4A 210000EA5 131080D65 2190005AC 207000AB6 12805126D
    21600092E 205000C96 124041A95 212000D4A 201000DA5 122020B55 20900056A 12907155B 21800025D
    20700092D 12605192B 214000A95 203000B4A 1230416AA 210000AD5 131090AB5 2190004BA 208000A5B
    128060A57 21600052B 205000A93 125040E95 2120006AA 201000AD5 1220209B5 2100004B6 1290614AE
    217000A4E 206000D26 126051D26 213000D53 2030005AA 123030D6A 21100096D 13111095D 2190004AD
    208000A4D 128061A4B 215000D25 204000D52 124051B54 212000B5A 20100056D 12202095B 21000049B
    130071497 217000A4B 206000AA5 1260516A5 2140006D2 202000ADA 123030AB6 211000937 20108092F
    219000497 20800064B 128060D4A 215000EA5 2040006AA 12404156C 212000AAE 20200092E 12103192E
    209000C96 129071A95 217000D4A 205000DA5 126050B55 21400056A 203000A6D 123040A5D 21100052D
    13108152B 219000A95 207000B4A 1270616AA 215000AD5 20500055A 1240414BA 212000A5B 20200052B
    122031527 209000693 129070E53 2170006AA 206000AD5 1260509B5 2140004B6 203000A57 124040A4E
    210000D16 130081D26 218000D52 207000DAA 127060D6A 21500056D 2050004AE 12504149D 212000A2D
    201000D15 121021B25 209000D52
    """

  /// The new moon of 2057-09-29 falls within seconds of midnight: sxtwl puts it on the 28th, the
  /// table, with GB/T 33661-2017 and lunar_python, on the 29th.
  private static let disputed: Set = [2057]

  @Test func aSecondSourceAgrees() throws {
    let years = Self.sxtwl.split { $0.isWhitespace }
    try #require(years.count == 201)
    for (offset, entry) in years.enumerated() {
      let year = 1900 + offset
      let head = try #require(Int(entry.dropLast(6)))
      let leap = try #require(Int(entry.dropLast(4).suffix(2)))
      let lengths = try #require(Int(entry.suffix(4), radix: 16))
      let first = CalendarDate(year: year, month: head / 100, day: head % 100)
      #expect(LunarCalendar.date(year: year, month: 1, day: 1) == first)
      var months = (1...12).map { (month: $0, isLeap: false) }
      if leap > 0 { months.insert((leap, true), at: leap) }
      for month in 1...12 {
        let length = LunarCalendar.length(year: year, month: month, isLeap: true)
        #expect((length != nil) == (month == leap), "\(year), leap month \(month)")
      }
      guard !Self.disputed.contains(year) else { continue }
      for (index, month) in months.enumerated() {
        let isLong = lengths >> (months.count - 1 - index) & 1 == 1
        let length = LunarCalendar.length(year: year, month: month.month, isLeap: month.isLeap)
        #expect(length == (isLong ? 30 : 29), "\(year), month \(month)")
      }
    }
  }

  @Test func everyDayOfTwoCenturies() throws {
    var wrong: [String] = []
    var previous: (year: Int, month: Int, day: Int, isLeap: Bool)?
    for number in day("1900-01-01").dayNumber...day("2100-12-31").dayNumber {
      let date = CalendarDate(dayNumber: number)
      guard let lunar = LunarCalendar.lunarDate(of: date) else {
        wrong.append("\(date) has no lunar date")
        continue
      }
      let back = LunarCalendar.date(
        year: lunar.year, month: lunar.month, day: lunar.day, isLeap: lunar.isLeap)
      if back != date { wrong.append("\(date) is \(lunar), which is \(back?.description ?? "-")") }
      if let previous {
        // The next day of the month, or the first of the next month or of its leap month.
        let isNext =
          lunar.year == previous.year && lunar.month == previous.month
          && lunar.isLeap == previous.isLeap && lunar.day == previous.day + 1
        let isNewMonth =
          lunar.day == 1 && previous.day >= 29
          && (lunar.year == previous.year
            ? lunar.month == previous.month + (lunar.isLeap ? 0 : 1)
            : lunar.year == previous.year + 1 && lunar.month == 1 && previous.month == 12)
        if !isNext && !isNewMonth { wrong.append("\(previous), then \(lunar)") }
      }
      previous = lunar
    }
    #expect(wrong == [])
  }

  /// Published dates of festivals, among them those of the years that ICU 72 has wrong.
  @Test(arguments: [
    ("1900-01-31", 1900, 1, 1, false), ("1949-10-01", 1949, 8, 10, false),
    ("1976-09-09", 1976, 8, 16, false),
    ("2008-08-08", 2008, 7, 8, false), ("2012-01-23", 2012, 1, 1, false),
    ("2018-02-16", 2018, 1, 1, false),
    ("2020-01-24", 2019, 12, 30, false), ("2020-01-25", 2020, 1, 1, false),
    ("2020-02-02", 2020, 1, 9, false),
    ("2020-02-08", 2020, 1, 15, false), ("2020-05-22", 2020, 4, 30, false),
    ("2020-05-23", 2020, 4, 1, true),
    ("2020-06-20", 2020, 4, 29, true), ("2020-06-21", 2020, 5, 1, false),
    ("2020-06-25", 2020, 5, 5, false),
    ("2020-10-01", 2020, 8, 15, false), ("2021-02-11", 2020, 12, 30, false),
    ("2021-02-12", 2021, 1, 1, false),
    ("2023-03-22", 2023, 2, 1, true), ("2025-07-25", 2025, 6, 1, true),
    ("2027-02-06", 2027, 1, 1, false),
    ("2030-02-03", 2030, 1, 1, false), ("2033-12-22", 2033, 11, 1, true),
    ("2034-02-19", 2034, 1, 1, false),
    ("1985-02-20", 1985, 1, 1, false), ("1985-01-21", 1984, 12, 1, false),
    ("1984-11-23", 1984, 10, 1, true),
    ("2057-09-28", 2057, 8, 30, false), ("2057-09-29", 2057, 9, 1, false),
    ("2100-02-09", 2100, 1, 1, false),
  ])
  func knownDays(text: String, year: Int, month: Int, day lunarDay: Int, isLeap: Bool) throws {
    #expect(
      LunarCalendar.date(year: year, month: month, day: lunarDay, isLeap: isLeap)?.description
        == text)
    let lunar = try #require(LunarCalendar.lunarDate(of: day(text)))
    #expect(lunar == (year, month, lunarDay, isLeap))
  }

  /// 除夕: the last day of the twelfth month, 29 or 30.
  @Test(arguments: [
    (2015, 29), (2016, 30), (2018, 30), (2019, 30), (2020, 30), (2021, 29), (2024, 29),
  ])
  func lastDays(year: Int, length: Int) {
    #expect(LunarCalendar.length(year: year, month: 12) == length)
    #expect(LunarCalendar.date(year: year, month: 12, day: length + 1) == nil)
    #expect(
      LunarCalendar.date(year: year, month: 12, day: length)?.adding(days: 1)
        == LunarCalendar.date(year: year + 1, month: 1, day: 1))
  }

  @Test(arguments: [
    (1898, 1, 1, false), (2101, 1, 1, false), (2020, 0, 1, false), (2020, 13, 1, false),
    (2020, 1, 0, false),
    (2020, 1, 31, false), (2020, 5, 1, true), (2019, 4, 1, true), (2020, 4, 30, true),
    (Int.max, 1, 1, false),
    (Int.min / 2, 1, 1, false), (2020, 1, Int.max, false),
  ])
  func noSuchDay(year: Int, month: Int, day: Int, isLeap: Bool) {
    #expect(LunarCalendar.date(year: year, month: month, day: day, isLeap: isLeap) == nil)
  }

  @Test func outsideTheTable() {
    #expect(LunarCalendar.lunarDate(of: day("1898-12-31")) == nil)
    #expect(LunarCalendar.lunarDate(of: day("2102-01-01")) == nil)
    #expect(LunarCalendar.length(year: 2101, month: 1) == nil)
  }
}
