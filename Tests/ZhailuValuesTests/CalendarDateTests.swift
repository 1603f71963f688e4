// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@Suite struct CalendarDateTests {
  /// 73,414 days, counted here by hand: month by month, weekday by weekday.
  @Test func everyDayOfTwoCenturies() {
    var number = -25_567  // 1900-01-01, a Monday.
    var weekday = 1
    var wrong: [String] = []
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for day in 1...length {
          let date = CalendarDate(year: year, month: index + 1, day: day)
          let isRight =
            date?.dayNumber == number && date?.weekday == weekday
            && CalendarDate(dayNumber: number) == date
          if !isRight { wrong.append("\(year)-\(index + 1)-\(day)") }
          number += 1
          weekday = weekday % 7 + 1
        }
        #expect(CalendarDate(year: year, month: index + 1, day: length + 1) == nil)
      }
    }
    #expect(wrong == [])
    #expect(number + 25_567 == 73_414)
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
    ("2020-03-20", 18_341, 5),
    ("1582-10-15", -141_427, 5), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func knownDays(text: String, number: Int, weekday: Int) {
    #expect(day(text).dayNumber == number)
    #expect(day(text).weekday == weekday)
    #expect(CalendarDate(dayNumber: number).description == text)
  }

  @Test(arguments: [
    (2019, 2, 29), (1900, 2, 29), (2020, 4, 31), (2020, 0, 1), (2020, 13, 1), (2020, 1, 0),
    (2020, 1, 32), (0, 1, 1),
    (10000, 1, 1), (2020, -1, 5), (Int.max, 1, 1), (2020, Int.max, 1), (2020, 1, Int.min),
  ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2020-03-20", -20, "2020-02-29"), ("2020-03-01", -1, "2020-02-29"),
    ("2019-12-31", 1, "2020-01-01"),
    ("2020-03-20", 0, "2020-03-20"), ("2020-02-29", 365, "2021-02-28"),
  ])
  func addingDays(text: String, days: Int, sum: String) {
    #expect(day(text).adding(days: days).description == sum)
  }

  @Test(arguments: [
    ("2020-03-20", 1, "2020-04-20"), ("2020-03-20", -3, "2019-12-20"),
    ("2020-01-31", 1, "2020-02-29"),
    ("2019-01-31", 1, "2019-02-28"), ("2020-12-31", 12, "2021-12-31"),
    ("2020-12-15", 1, "2021-01-15"),
    ("2020-01-15", -1, "2019-12-15"), ("2020-03-31", -1, "2020-02-29"),
  ])
  func addingMonths(text: String, months: Int, sum: String) {
    #expect(day(text).adding(months: months)?.description == sum)
  }

  @Test func monthsBeyondTheCalendar() {
    #expect(day("0001-01-15").adding(months: -1) == nil)
    #expect(day("9999-12-15").adding(months: 1) == nil)
    #expect(day("2020-01-15").adding(months: -100_000) == nil)
  }

  @Test func order() {
    let dates = ["2020-03-20", "2019-12-31", "2020-01-31", "2020-03-03"].map(day).sorted()
    #expect(
      dates.map(\.description) == ["2019-12-31", "2020-01-31", "2020-03-03", "2020-03-20"])
  }
}
