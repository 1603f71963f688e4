// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct PublicationDateTests {
  @Test(
    "a date is read, with its time where it has one",
    arguments: [
      ("2020-03-20", "2020-03-20"), ("2020-02-29", "2020-02-29"), ("1900-01-01", "1900-01-01"),
      ("0001-12-31", "0001-12-31"), ("9999-12-31", "9999-12-31"),
      ("2020-03-20T09:30", "2020-03-20T09:30:00"), ("2020-03-20T23:59:59", "2020-03-20T23:59:59"),
      ("2020-03-20T00:00", "2020-03-20T00:00:00"), ("2020-3-2", "2020-03-02"),
      ("2020/03/20", "2020-03-20"), ("2020/3/20 09:30", "2020-03-20T09:30:00"),
      ("2020/3/20 0:00", "2020-03-20T00:00:00"), ("2020/3/20 9:30:15", "2020-03-20T09:30:15"),
      ("2020-03-20 09:30:15.250+08:00", "2020-03-20T09:30:15"),
      ("2020-03-20T09:30:00+0800", "2020-03-20T09:30:00"),
    ])
  func reads(text: String, description: String) throws {
    let date = try #require(PublicationDate(text))
    #expect(date.description == description)
    #expect(PublicationDate(date.description) == date)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2020", "2020-03", "20-03-20", "2020-03/20", "2020.03.20", "20200320",
      "2020-13-01", "2020-00-10", "2020-03-00", "2020-03-32", "2019-02-29", "1900-02-29",
      "2020-04-31", "0000-01-01",
      "2020-03-20 ", "2020-03-20T", "2020-03-20T9:30", "2020-03-20T09:30:00.",
      "2020-03-20T09:30:00+8", "2020-03-20T24:00", "2020-03-20T09:60",
      "2020-03-20T09:30:60", "2020-03-20T09:30:00Z", "2020-03-20T09:30:00+08:00x",
      "2020-03-20T09:30T", "２０２０-03-20", "+020-03-20", "-020-03-20", " 2020-03-20", "2020-03-20\n",
      "二〇二〇-03-20", "2020-03-2٣",
    ])
  func refuses(text: String) {
    #expect(PublicationDate(text) == nil)
  }

  @Test("a fault says why: a time in UTC is a day later in China from 16:00 on")
  func faults() {
    #expect(
      PublicationDate.fault(of: "2023-11-05T23:30:00Z")
        == "【2023-11-05T23:30:00Z】 is a time in UTC (Z), which does not say which day it was in "
        + "China; write it with +08:00, or the day alone")
    for text in ["2023-13-05T23:30:00Z", "Z", "5.11.2023"] {
      #expect(
        PublicationDate.fault(of: text)
          == "【\(text)】 is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM")
    }
  }

  @Test func secondOfDay() {
    #expect(PublicationDate("2020-03-20")?.secondOfDay == nil)
    #expect(PublicationDate("2020-03-20T01:02")?.secondOfDay == 3720)
    #expect(PublicationDate("2020-03-20T01:02:03")?.secondOfDay == 3723)
  }

  @Test(arguments: [
    (2, 2020, 29), (2, 2019, 28), (2, 2000, 29), (2, 1900, 28), (2, 2100, 28), (1, 2020, 31),
    (4, 2020, 30), (6, 2020, 30), (9, 2020, 30), (11, 2020, 30), (12, 2020, 31),
  ])
  func daysOfMonths(month: Int, year: Int, days: Int) {
    #expect(PublicationDate.days(inMonth: month, of: year) == days)
  }
}
