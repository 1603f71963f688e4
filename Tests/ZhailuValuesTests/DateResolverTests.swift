// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@Suite struct DateResolverTests {
  /// A resolved date in short: its kind, its timex, its modifier; the days of a range are its timex.
  private func resolved(_ slots: Slots, by resolver: inout DateResolver, block: Int = 0) -> String {
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

  private func resolved(_ slots: Slots, published: String? = nil) -> String {
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

  // MARK: Ranges

  static let ranges: [(slots: Slots, expected: String)] = [
    (
      ["start.month": "#1", "start.day": "#25", "end.month": "#2", "end.day": "#29"],
      "range 2020-01-25/2020-02-29"
    ),
    (["start.month": "#1", "start.day": "#25", "end.day": "#29"], "range 2020-01-25/2020-01-29"),
    (
      [
        "start.calendar": "lunar", "start.month": "1", "start.day": "1", "end.calendar": "lunar",
        "end.day": "9",
      ], "range 2020-01-25/2020-02-02"
    ),
    (
      [
        "start.calendar": "lunar", "start.month": "12", "start.day": "0", "end.calendar": "lunar",
        "end.month": "1", "end.day": "6",
      ],
      "range 2020-01-24/2020-01-30"
    ),
    (
      [
        "start.year": "#2019", "start.month": "#12", "start.day": "#28", "end.year": "#2020",
        "end.month": "#1", "end.day": "#3",
      ], "range 2019-12-28/2020-01-03"
    ),
    // Over the turn of the year.
    (
      [
        "start.year": "#2019", "start.month": "#12", "start.day": "#28", "end.month": "#1",
        "end.day": "#3",
      ],
      "range 2019-12-28/2020-01-03"
    ),
    (["start.month": "#1", "end.month": "#9"], "range 2020-01-01/2020-09-30"),
    (["year": "#2019", "start.month": "#1", "end.month": "#9"], "range 2019-01-01/2019-09-30"),
    (
      ["unit": "year", "offset": "-1", "start.month": "#1", "end.month": "#2"],
      "range 2019-01-01/2019-02-28"
    ),
    (["start.year": "#1997", "end.year": "#1998"], "range 1997-01-01/1998-12-31"),
    (
      ["start.unit": "week", "start.offset": "-1", "start.weekday": "1", "end.weekday": "5"],
      "range 2020-03-09/2020-03-13"
    ),
    (
      ["start.unit": "day", "start.offset": "-1", "end.unit": "day", "end.offset": "1"],
      "range 2020-03-19/2020-03-21"
    ),
    (
      [
        "start.month": "#3", "start.day": "#18", "start.hour": "#9", "end.hour": "#10",
        "end.minute": "#30",
      ],
      "range 2020-03-18T09:00/2020-03-18T10:30"
    ),
    (
      [
        "start.month": "#3", "start.day": "#18", "start.part": "TAF", "start.hour": "#2",
        "end.hour": "#4",
      ], "range 2020-03-18T14:00/2020-03-18T16:00"
    ),
    (
      ["start.month": "#3", "start.tenth": "1", "end.month": "#4", "end.tenth": "2"],
      "range 2020-03-01/2020-04-20"
    ),
    (["start.term": "立春", "end.term": "清明"], "range 2020-02-04/2020-04-04"),
    (["start.hour": "#5", "end.hour": "#7", "end.meridiem": "pm"], "range T17:00/T19:00"),
    (["start.hour": "#9", "end.hour": "#5", "end.meridiem": "pm"], "range T09:00/T17:00"),
    (
      [
        "start.weekday": "6", "end.unit": "week", "end.offset": "1", "end.weekday": "2",
      ], "range 2020-03-21/2020-03-24"
    ),
    (
      [
        "start.month": "#1", "start.day": "#1", "end.month": "#1", "end.day": "#1",
        "modifier": "since",
      ], "range 2020-01-01/2020-01-01 since"
    ),
    (["start.year": "#2020", "end.year": "#2019"], "a range whose end is before its start"),
    // 端午节到6月30日, 端午节至国庆节, 五月初三至七月十八日
    (
      [
        "start.calendar": "lunar", "start.month": "5", "start.day": "5", "start.named": "yes",
        "end.month": "#6", "end.day": "#30",
      ], "range 2020-06-25/2020-06-30"
    ),
    (
      [
        "start.calendar": "lunar", "start.month": "5", "start.day": "5", "start.named": "yes",
        "end.month": "10", "end.day": "1", "end.named": "yes",
      ], "range 2020-06-25/2020-10-01"
    ),
    (
      [
        "start.calendar": "lunar", "start.month": "#五", "start.day": "#三", "end.month": "#七",
        "end.day": "#十八",
      ], "range 2020-06-23/2020-09-05"
    ),
    // 98年3月到18年3月, 1949-78年; 2020年至19年 is none.
    (
      ["start.year": "#98", "start.month": "#3", "end.year": "#18", "end.month": "#3"],
      "range 1998-03-01/2018-03-31"
    ),
    (["start.year": "#1949", "end.year": "#78"], "range 1949-01-01/1978-12-31"),
    (["start.year": "#2020", "end.year": "#19"], "a range whose end is before its start"),
    // 康熙二十年至三十年
    (
      ["start.era": "1661", "start.year": "#二十", "end.year": "#三十"],
      "range 1681-01-01/1691-12-31"
    ),
    // 2018年3月到这个月, 3月到上个月, 2018年到本年, 2018年3月到年底
    (
      ["start.year": "#2018", "start.month": "#3", "end.unit": "month", "end.offset": "0"],
      "range 2018-03-01/2020-03-31"
    ),
    (
      ["start.month": "#2", "end.unit": "month", "end.offset": "-1"],
      "range 2020-02-01/2020-02-29"
    ),
    (
      ["start.year": "#2018", "end.unit": "year", "end.offset": "0", "end.from": "frame"],
      "range 2018-01-01/2020-12-31"
    ),
    (
      [
        "start.year": "#2018", "start.month": "#3", "end.unit": "year", "end.offset": "0",
        "end.from": "frame",
      ], "range 2018-03-01/2018-12-31"
    ),
    // 三天后上午9点到11点
    (
      [
        "start.count": "#三", "start.duration": "day", "start.direction": "1", "start.part": "TMO",
        "start.hour": "#9", "end.hour": "#11",
      ], "range 2020-03-23T09:00/2020-03-23T11:00"
    ),
  ]

  @Test(arguments: ranges)
  func range(slots: Slots, expected: String) {
    #expect(resolved(slots, published: "2020-03-20") == expected)
  }

  // MARK: Durations

  static let durations: [(slots: Slots, expected: String)] = [
    (["count": "#6", "duration": "day"], "duration P6D"),
    (["count": "#6", "duration": "day", "nights": "#6"], "duration P6D"),
    (["count": "#6", "duration": "day", "count": "#6", "duration": "day"], "duration P6D"),
    (["count": "#24", "duration": "hour"], "duration PT24H"),
    (["count": "#一", "duration": "year", "count": "#三", "duration": "month"], "duration P1Y3M"),
    (
      ["count": "#1", "duration": "hour", "count": "#20", "duration": "minute"], "duration PT1H20M"
    ),
    (["count": "#2", "duration": "day", "count": "#3", "duration": "hour"], "duration P2DT3H"),
    (["count": "#两", "duration": "year", "fraction": "0.5"], "duration P2.5Y"),
    (["fraction": "0.5", "duration": "year"], "duration P6M"),
    (["fraction": "0.5", "duration": "month"], "duration P0.5M"),
    (["fraction": "0.5", "duration": "hour"], "duration PT30M"),
    (["count": "#一", "fraction": "0.5", "duration": "month"], "duration P1.5M"),
    (["count": "#一", "duration": "half-year"], "duration P6M"),
    (["count": "#三", "duration": "quarter"], "duration P9M"),
    (["count": "#3", "duration": "week"], "duration P3W"),
    (["count": "#9", "duration": "second", "decimals": "#58"], "duration PT9.58S"),
    (["count": "#2", "duration": "century"], "duration P200Y"),
    (["count": "#20多", "duration": "day"], "duration P20D more_than"),
    (["count": "#20多", "duration": "day", "modifier": "approx"], "duration P20D more_than"),
    (["count": "#20", "duration": "day", "modifier": "approx"], "duration P20D approx"),
    (["count": "#三五", "duration": "day"], "duration P3D/P5D"),
    (["count": "#6", "duration": "aeon"], "no unit of time is called 【aeon】"),
    (["count": "#6"], "a date without any part"),
    (
      ["count": "#99999999999999999999999999999999999999", "duration": "century"],
      "a duration too long to hold exactly"
    ),
  ]

  @Test(arguments: durations)
  func duration(slots: Slots, expected: String) {
    #expect(resolved(slots) == expected)
  }

  // MARK: What is no date

  @Test(
    arguments: [
      (["month": "#13"], "no such month"), (["month": "#0"], "no such month"),
      (["month": "#2", "day": "#30"], "no such day in the calendar"),
      (["year": "#2019", "month": "#2", "day": "#29"], "no such day in the calendar"),
      (["day": "#32"], "no such day"),
      (["quarter": "5"], "no such quarter"), (["half": "3"], "no such half"),
      (["month": "#3", "day": "#18", "hour": "#25"], "no such hour"),
      (["month": "#3", "day": "#18", "hour": "#9", "minute": "#60"], "no such minute"),
      (
        ["year": "#2020", "calendar": "lunar", "month": "5", "day": "1", "leap": "yes"],
        "no such month in the lunar year 2020"
      ),
      (["weekday": "8"], "no such weekday"), (["month": "#3", "tenth": "4"], "no such tenth"),
      (["hour": "-9223372036854775807"], "no such hour"),
      (["year": "#5", "era": "9223372036854775807"], "no such era"),
      (["year": "#0"], "no such year"),
      (["unit": "year", "offset": "-2020"], "no such year"),
      (["unit": "day", "offset": "-100000", "month": "#3"], "date 1746-06-05"),
      (["unit": "week", "offset": "-100000"], "date 0103-W36"),
      (
        ["year": "#2020", "calendar": "lunar", "month": "1", "day": "30"],
        "no day 30 in that lunar month of 2020"
      ),
      (["year": "#20200", "month": "#3"], "no such year"),
      (["year": "#9999999999999999999"], "no such year"),
      (["month": "#3", "day": "#五六"], "no such day"), ([:], "a date without any part"),
      (
        ["unit": "day", "offset": "9223372036854775807"], "a date too far from the publication date"
      ),
      (["unit": "month", "offset": "-100000"], "no such year"),
    ] as [(Slots, String)])
  func noSuchDate(slots: Slots, failure: String) {
    #expect(resolved(slots, published: "2020-03-20") == failure)
  }

  /// No article may trap, whatever its numbers.
  @Test func anyFieldsAreResolved() {
    var random = SeededGenerator(seed: 40)
    let names = [
      "year", "month", "day", "hour", "minute", "second", "quarter", "half", "tenth", "decade",
      "century", "weekday", "offset", "era", "count", "nth", "first-count", "nine", "easter",
      "cycle", "direction", "last-tenth", "school-term", "fraction",
      "decimals",
    ]
    let texts = [
      "unit": ["day", "week", "month", "year", "quarter", "decade"],
      "calendar": ["lunar", "solar"],
      "term": ["清明", "冬至", "x"], "leap": ["yes"], "part": ["TAF", "TNI"],
      "duration": ["day", "hour", "century"], "nth-unit": ["day", "week"], "season": ["WI"],
      "first-unit": ["month", "day", "week"], "from": ["last", "frame", "told", "event"],
      "holiday": ["春节"],
      "each": ["week"], "now": ["yes"], "weekend": ["yes"], "from-end": ["yes"],
      "same-period": ["yes"], "meridiem": ["pm"], "planned": ["yes"], "ambiguous": ["yes"],
      "modifier": ["approx", "end"], "named": ["yes"], "compared": ["yes"], "dayless": ["yes"],
      "from-event": ["yes"], "told": ["lunar", "republic"],
    ]
    let numbers = [
      "0", "1", "2", "12", "29", "31", "99", "2020", "9999", "100000", "999999999999999999",
      "9223372036854775807",
    ]
    for _ in 0..<20_000 {
      var fields = Fields()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let prefix = ["", "", "start.", "end."].randomElement(using: &random)!
        if Bool.random(using: &random) {
          let number = numbers.randomElement(using: &random)!
          let name = prefix + names.randomElement(using: &random)!
          let isText = Bool.random(using: &random)
          let sign = isText && Bool.random(using: &random) ? "-" : ""
          fields.append(name, isText ? .text(sign + number) : .numeral(NumeralReader.read(number)!))
        } else {
          let name = texts.keys.sorted().randomElement(using: &random)!
          fields.append(prefix + name, .text(texts[name]!.randomElement(using: &random)!))
        }
      }
      for published in [nil, "2020-03-20", "0001-01-01", "9999-12-31"] {
        var resolver = DateResolver(published: published.flatMap { PublicationDate($0) })
        if let value = try? resolver.resolve(
          fields, at: DatePlace(block: 0, sentence: 0))
        {
          #expect(!value.timex.isEmpty)
        }
      }
    }
  }
}
