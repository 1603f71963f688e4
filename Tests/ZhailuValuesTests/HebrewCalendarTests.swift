// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuValues

struct HebrewCalendarTests {
  @Test(
    "Feasts of the Hebrew calendar fall on the days that almanacs give",
    arguments: [
      (2013, 1, 15, "2013-03-26"), (2018, 1, 15, "2018-03-31"), (2024, 1, 15, "2024-04-23"),
      (2018, 7, 1, "2018-09-10"), (2024, 7, 1, "2024-10-03"), (2018, 7, 10, "2018-09-19"),
      (2018, 9, 25, "2018-12-03"), (2023, 9, 25, "2023-12-08"), (2024, 12, 14, "2024-03-24"),
      (2019, 11, 15, "2019-01-21"), (2024, 11, 15, "2024-01-25"), (2021, 3, 6, "2021-05-17"),
    ])
  func feasts(year: Int, month: Int, day: Int, expected: String) {
    #expect(HebrewCalendar.date(year: year, month: month, day: day)?.description == expected)
  }

  @Test(
    "Feasts of the Islamic calendar begin behind the new moon",
    arguments: [
      (2013, 10, 1, "2013-08-08"), (2018, 10, 1, "2018-06-15"), (2024, 10, 1, "2024-04-10"),
      (2018, 12, 10, "2018-08-21"), (2018, 1, 1, "2018-09-11"), (1990, 10, 1, "1990-04-26"),
    ])
  func islamicFeasts(year: Int, month: Int, day: Int, expected: String) {
    let date = LunarCalendar.islamicDate(year: year, month: month, day: day)
    #expect(date?.description == expected)
  }
}
