// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@Suite struct DateResolverTests {
  /// A resolved date in short: its kind, its timex, its modifier; the days of a range are its timex.
  func resolved(_ slots: Slots, by resolver: inout DateResolver, block: Int = 0) -> String {
    do {
      let value = try resolver.resolve(
        slots.fields, at: DatePlace(block: block, sentence: block))
      if let start = value.start, let end = value.end {
        #expect(value.timex == "\(start)/\(end)")
        #expect(value.kind == .range)
      }
      return "\(value.kind) \(value.timex)" + (value.modifier.map { " \($0.rawValue)" } ?? "")
    } catch {
      return "\(error)"
    }
  }

  func resolved(_ slots: Slots, published: String? = nil) -> String {
    var resolver = DateResolver(published: published.flatMap { PublicationDate($0) })
    return resolved(slots, by: &resolver)
  }

  // MARK: With a publication date

  static let anchored: [(slots: Slots, expected: String)] = [
    (["month": "#3", "day": "#18"], "date 2020-03-18"),
    (["month": "#三", "day": "#十八"], "date 2020-03-18"),
    (["year": "#2020", "month": "#3", "day": "#18"], "date 2020-03-18"),
    (["year": "#二〇一九", "month": "#12"], "date 2019-12"),
    (["year": "#2019"], "date 2019"),
    (["year": "#2019", "modifier": "end"], "date 2019 end"),
    (["day": "#18"], "date 2020-03-18"),
    (["month": "#12", "day": "#1", "modifier": "before"], "date 2020-12-01 before"),
    (["year": "#97"], "date 1997"), (["year": "#08"], "date 2008"), (["year": "#30"], "date 2030"),
    (["year": "#31"], "date 1931"), (["year": "#109", "era": "1911"], "date 2020"),
    (["year": "#2012", "half": "1"], "date 2012-H1"), (["quarter": "1"], "date 2020-Q1"),
    (["century": "20", "decade": "90"], "date 199"), (["decade": "80"], "date 198"),
    (["century": "19"], "date 18"),
    // Words that point.
    (["unit": "year", "offset": "-1", "modifier": "end"], "date 2019 end"),
    (["unit": "year", "offset": "0", "month": "#3", "day": "#18"], "date 2020-03-18"),
    (["unit": "year", "offset": "-1", "quarter": "3"], "date 2019-Q3"),
    (["unit": "month", "offset": "-1"], "date 2020-02"),
    (["unit": "month", "offset": "-3", "day": "#5"], "date 2019-12-05"),
    (["unit": "quarter", "offset": "-1"], "date 2019-Q4"),
    (["unit": "quarter", "offset": "1"], "date 2020-Q2"),
    (["unit": "day", "offset": "-1"], "date 2020-03-19"),
    (["unit": "day", "offset": "12"], "date 2020-04-01"),
    (["unit": "week", "offset": "-1"], "date 2020-W11"),
    (["unit": "week", "offset": "0"], "date 2020-W12"),
    (["unit": "week", "offset": "-1", "weekday": "5"], "date 2020-03-13"),
    (["unit": "week", "offset": "0", "weekday": "7"], "date 2020-03-22"),
    (["unit": "week", "offset": "1", "weekday": "1"], "date 2020-03-23"),
    (["weekday": "3"], "date 2020-03-18"),
    (["weekday": "3", "modifier": "before"], "date 2020-03-25 before"),
    (["month": "#3", "day": "#18", "weekday": "3"], "date 2020-03-18"),
    (
      ["month": "#6", "day": "#15", "count": "#50", "duration": "year", "direction": "-1"],
      "date 1970-06-15"
    ),
    (["count": "#40", "duration": "year", "direction": "-1", "today": "yes"], "date 1980-03-20"),
    (["unit": "year", "offset": "-1", "today": "yes"], "date 2019-03-20"),
    (["unit": "week", "offset": "-1", "today": "yes"], "date 2020-03-13"),
    (["year": "#104"], "date 2015"), (["year": "#118"], "date 0118"),
    (
      ["unit": "day", "offset": "-1", "part": "TEV", "hour": "#12", "minute": "#30"],
      "time 2020-03-20T00:30"
    ),
    // An evening goes on behind its midnight: 今晚零点, 昨晚1点, 晚上12点半; a dawn begins its day.
    (["unit": "day", "offset": "0", "part": "TEV", "hour": "#0"], "time 2020-03-20T24:00"),
    (["unit": "day", "offset": "0", "part": "TNI", "hour": "#0"], "time 2020-03-20T24:00"),
    (["unit": "day", "offset": "-1", "part": "TEV", "hour": "#1"], "time 2020-03-20T01:00"),
    (["unit": "day", "offset": "0", "part": "TDW", "hour": "#12"], "time 2020-03-20T00:00"),
    (["part": "TEV", "hour": "#12", "minute": "#30"], "time T00:30"),
    // 3月第一个周末, 2019年最后一个星期天
    (["month": "#3", "nth": "1", "weekend": "yes"], "date 2020-W10-WE"),
    (["month": "#3", "nth": "-1", "weekend": "yes"], "date 2020-W13-WE"),
    (["year": "#2019", "nth": "-1", "weekday": "7"], "date 2019-12-29"),
    // 五至十分钟
    (["start.count": "#5", "end.count": "10", "end.duration": "minute"], "duration PT5M/PT10M"),
    // 2019年倒数第二个星期天, 3月倒数第二天, 2018年最后一周, 2018年倒数第二周
    (["year": "#2019", "nth": "-2", "weekday": "7"], "date 2019-12-22"),
    (["month": "#3", "nth": "-2", "weekday": "5"], "date 2020-03-20"),
    (["month": "#3", "nth": "-2", "nth-unit": "day"], "date 2020-03-30"),
    (["year": "#2018", "nth": "-1", "nth-unit": "week"], "date 2018-W52"),
    (["year": "#2018", "nth": "-2", "nth-unit": "week"], "date 2018-W51"),
    // 次日8时 that no day stands before; 今天到周五; 三年半以来
    (["unit": "day", "offset": "1", "from": "last", "hour": "#8"], "time 2020-03-21T08:00"),
    (
      ["start.unit": "day", "start.offset": "0", "end.weekday": "7"],
      "range 2020-03-20/2020-03-22"
    ),
    (
      [
        "start.count": "#42", "start.duration": "month", "start.direction": "-1", "end.now": "yes",
      ], "range 2016-09-01/2020-03-20"
    ),
    (["dog-days": "1", "year": "#2020"], "range 2020-07-16/2020-07-25"),
    (["dog-days": "2", "year": "#2020"], "range 2020-07-26/2020-08-14"),
    (["dog-days": "3", "year": "#2020"], "range 2020-08-15/2020-08-24"),
    (["dog-days": "2", "year": "#2022"], "range 2022-07-26/2022-08-14"),
    (["dog-days": "0", "year": "#2020"], "range 2020-07-16/2020-08-24"),
    // 去年下半年的第二个季度; 公元前59年3月5日
    (
      ["unit": "year", "offset": "-1", "half": "2", "nth": "2", "nth-unit": "quarter"],
      "date 2019-Q4"
    ),
    (["year": "#59", "era": "-1", "month": "#3", "day": "#5"], "date BC0059-03-05"),
    // Named days.
    (["calendar": "solar", "month": "3", "day": "8"], "date 2020-03-08"),
    (["term": "清明"], "date 2020-04-04"),
    (["unit": "year", "offset": "-1", "term": "冬至"], "date 2019-12-22"),
    (["calendar": "lunar", "month": "1", "day": "1"], "date 2020-01-25"),
    (["calendar": "lunar", "month": "8", "day": "15"], "date 2020-10-01"),
    (["calendar": "lunar", "month": "4", "day": "1", "leap": "yes"], "date 2020-05-23"),
    (["calendar": "lunar", "month": "12", "day": "0"], "date 2020-01-24"),
    (["calendar": "lunar", "month": "12", "day": "8"], "date 2020-01-02"),
    (
      ["unit": "year", "offset": "-1", "calendar": "lunar", "month": "8", "day": "15"],
      "date 2019-09-13"
    ),
    (["calendar": "lunar", "month": "1"], "range 2020-01-25/2020-02-22"),
    // Thirds of months.
    (["month": "#3", "tenth": "1"], "range 2020-03-01/2020-03-10"),
    (["month": "#3", "tenth": "2"], "range 2020-03-11/2020-03-20"),
    (["month": "#2", "tenth": "3"], "range 2020-02-21/2020-02-29"),
    // Times.
    (["month": "#10", "day": "#4", "hour": "#9", "minute": "#30"], "time 2020-10-04T09:30"),
    (
      ["month": "#3", "day": "#18", "part": "TAF", "hour": "#3"],
      "time 2020-03-18T15:00"
    ),
    (
      ["month": "#3", "day": "#18", "part": "TAF", "hour": "#15"],
      "time 2020-03-18T15:00"
    ),
    (["month": "#3", "day": "#18", "part": "TAF"], "time 2020-03-18TAF"),
    (["unit": "day", "offset": "-1", "part": "TEV"], "time 2020-03-19TEV"),
    (
      ["unit": "day", "offset": "0", "hour": "#9", "minute": "#5", "second": "#7"],
      "time 2020-03-20T09:05:07"
    ),
    (["unit": "week", "offset": "-1", "weekday": "5", "part": "TMO"], "time 2020-03-13TMO"),
    (["hour": "#15", "minute": "#30"], "time T15:30"),
    // Sets are given as they are.
    (["timex": "P1D", "kind": "set"], "set P1D"),
    // Each year's and each month's end, and days of them that move.
    (["each": "year", "edge": "end"], "set P1Y end"), (["each": "quarter"], "set P3M"),
    (["each": "month", "nth": "1", "weekday": "1"], "set P1M"),
    (["each": "year", "nth": "-1", "nth-unit": "day"], "set P1Y"),
    (
      ["each": "week", "start.weekday": "1", "start.hour": "#9", "end.weekday": "5"],
      "set XXXX-WXX-1T09:00/XXXX-WXX-5T09:00"
    ),
    (["each": "year", "half": "1"], "set XXXX-H1"),
    // 两周前的周三, 两年前的5月, 两年前的春节, 一个月前的15号, 两天前的晚上
    (["count": "#2", "duration": "week", "direction": "-1", "weekday": "3"], "date 2020-03-04"),
    (["count": "#2", "duration": "year", "direction": "-1", "month": "#5"], "date 2018-05"),
    (
      [
        "count": "#2", "duration": "year", "direction": "-1", "calendar": "lunar", "month": "1",
        "day": "1", "named": "yes",
      ], "date 2018-02-16"
    ),
    (["count": "#1", "duration": "month", "direction": "-1", "day": "#15"], "date 2020-02-15"),
    (["count": "#2", "duration": "day", "direction": "-1", "part": "TEV"], "time 2020-03-18TEV"),
    // 三年前的上半年, 两年前的第三季度
    (["count": "#三", "duration": "year", "direction": "-1", "half": "1"], "date 2017-H1"),
    (["count": "#2", "duration": "year", "direction": "-1", "quarter": "3"], "date 2018-Q3"),
    // 2008年的今天
    (["year": "#2008", "today": "yes"], "date 2008-03-20"),
    // 道光庚子年, 庚子年, 太和壬子年
    (["era": "1820", "calendar": "lunar", "cycle": "37"], "date 1840"),
    (["era": "1820", "calendar": "lunar", "cycle": "37", "season": "SP"], "date 1840-SP"),
    (["cycle": "37"], "date 2020"),
    (["era": "unknown", "calendar": "lunar", "cycle": "49"], "date XXXX"),
    // 两年后的今天, 下个月的今天
    (["count": "#2", "duration": "year", "direction": "1", "today": "yes"], "date 2022-03-20"),
    (["unit": "month", "offset": "1", "today": "yes"], "date 2020-04-20"),
    // 同治七年七月: before the table begins.
    (["year": "#7", "era": "1861", "calendar": "lunar", "month": "7"], "date 1868-XX"),
    // 初二, a year of school in the third lunar month; 秋天 of no year
    (["calendar": "lunar", "day": "2"], Self.noLunarMonth),
    (["season": "FA"], "a season, and no year near it"),
  ]

  private static let noLunarMonth =
    "a year of school, or a day of a lunar month that is not told"

  @Test(arguments: anchored)
  func publishedOn20March2020(slots: Slots, expected: String) {
    #expect(resolved(slots, published: "2020-03-20") == expected)
  }

  /// A month of the end of a year, in a text of January or February, is of the year before.
  @Test(
    arguments: [
      ("2020-01-05", ["month": "#12", "day": "#30"], "date 2019-12-30"),
      ("2020-02-28", ["month": "#11"], "date 2019-11"),
      ("2020-03-01", ["month": "#11"], "date 2020-11"),
      ("2020-01-05", ["month": "#10"], "date 2020-10"),
      ("2020-12-05", ["month": "#12"], "date 2020-12"),
      ("2020-01-05", ["calendar": "lunar", "month": "12", "day": "0"], "date 2020-01-24"),
      ("2020-06-30", ["calendar": "lunar", "month": "12", "day": "0"], "date 2020-01-24"),
      ("2020-12-30", ["calendar": "lunar", "month": "12", "day": "0"], "date 2021-02-11"),
      ("1949-10-05", ["unit": "week", "offset": "-1", "weekday": "6"], "date 1949-10-01"),
      ("2021-01-02", ["unit": "week", "offset": "0"], "date 2020-W53"),
      ("2018-12-31", ["unit": "week", "offset": "0"], "date 2019-W01"),
      ("1999-05-05", ["year": "#05"], "date 2005"), ("1999-05-05", ["year": "#49"], "date 1949"),
      ("2020-01-31", ["unit": "month", "offset": "1"], "date 2020-02"),
      ("2020-01-31", ["unit": "month", "offset": "-1"], "date 2019-12"),
    ] as [(String, Slots, String)])
  func nearTheTurnOfTheYear(published: String, slots: Slots, expected: String) {
    #expect(resolved(slots, published: published) == expected)
  }

  // MARK: Without one

  static let unanchored: [(slots: Slots, expected: String)] = [
    (["month": "#3", "day": "#18"], "date XXXX-03-18"), (["month": "#3"], "date XXXX-03"),
    (["day": "#18"], "date XXXX-XX-18"), (["month": "#2", "day": "#29"], "date XXXX-02-29"),
    (["quarter": "1"], "date XXXX-Q1"), (["year": "#2019", "month": "#2"], "date 2019-02"),
    (["year": "#2020", "term": "清明"], "date 2020-04-04"),
    (["year": "#2020", "calendar": "lunar", "month": "1", "day": "1"], "date 2020-01-25"),
    (["month": "#3", "day": "#18", "hour": "#9"], "time XXXX-03-18T09:00"),
    (["hour": "#15", "minute": "#30"], "time T15:30"),
    (
      ["start.month": "#1", "start.day": "#25", "end.month": "#2", "end.day": "#29"],
      "range XXXX-01-25/XXXX-02-29"
    ),
    // What points from the publication date is known in its kind only.
    (["unit": "day", "offset": "-1"], "date XXXX-XX-XX"),
    (["unit": "week", "offset": "-1"], "date XXXX-WXX"),
    (["unit": "month", "offset": "-1"], "date XXXX-XX"),
    (["unit": "quarter", "offset": "-1"], "date XXXX-QX"),
    (["unit": "year", "offset": "-1", "modifier": "end"], "date XXXX end"),
    (["unit": "year", "offset": "-1", "month": "#3"], "date XXXX-03"),
    (["unit": "week", "offset": "-1", "weekday": "5"], "date XXXX-XX-XX"),
    (["weekday": "5"], "date XXXX-WXX-5"),
    (["term": "清明"], "date XXXX-XX-XX"),
    (["calendar": "lunar", "month": "1", "day": "1"], "date XXXX-XX-XX"),
  ]

  @Test(arguments: unanchored)
  func withoutPublicationDate(slots: Slots, expected: String) {
    #expect(resolved(slots) == expected)
  }

  // MARK: The thread

  @Test func aDateOfAYearSetsTheYearOfTheNext() {
    var resolver = DateResolver(published: PublicationDate("2020-03-20"))
    let dates: [(Slots, Int, String)] = [
      (["month": "#5", "day": "#14"], 0, "date 2020-05-14"),
      (["year": "#1997", "month": "#5", "day": "#8"], 0, "date 1997-05-08"),
      (["month": "#5", "day": "#14"], 0, "date 1997-05-14"),
      (["month": "#12"], 0, "date 1997-12"),
      (["unit": "day", "offset": "-1"], 0, "date 2020-03-19"),
      (["unit": "year", "offset": "-1"], 0, "date 2019"),
      (["month": "#5", "day": "#14"], 0, "date 2020-05-14"),
      // Last year's February takes the story there, for this paragraph and the next.
      (["unit": "year", "offset": "-1", "month": "#2"], 1, "date 2019-02"),
      (["month": "#7"], 1, "date 2019-07"),
      (["month": "#8"], 3, "date 2019-08"),
      (["month": "#5", "day": "#14"], 9, "date 2020-05-14"),
    ]
    for (slots, block, expected) in dates {
      #expect(resolved(slots, by: &resolver, block: block) == expected, "\(slots)")
    }
  }

  @Test func theThreadServesWithoutPublicationDate() {
    var resolver = DateResolver(published: nil)
    let dates: [(Slots, String)] = [
      (["month": "#5", "day": "#14"], "date XXXX-05-14"),
      (["year": "#1997", "month": "#5", "day": "#8"], "date 1997-05-08"),
      (["month": "#5", "day": "#14"], "date 1997-05-14"), (["day": "#20"], "date 1997-05-20"),
      // 去年 is the year before that of the text, not before that of the thread.
      (["unit": "year", "offset": "-1", "month": "#3"], "date XXXX-03"),
      (["month": "#6"], "date 1997-06"),
    ]
    for (slots, expected) in dates {
      #expect(resolved(slots, by: &resolver) == expected, "\(slots)")
    }
  }

  /// The ends of the calendar.
  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func noDateIsOutsideTheCalendar(published: String) {
    #expect(resolved(["month": "#3"], published: published).hasSuffix("-03"))
    for unit in ["day", "week", "month", "year", "quarter"] {
      let offset = published.hasPrefix("0") ? "-2" : "2"
      let date = resolved(["unit": unit, "offset": offset] as Slots, published: published)
      #expect(date == "no such year", "\(unit)")
    }
  }
}
