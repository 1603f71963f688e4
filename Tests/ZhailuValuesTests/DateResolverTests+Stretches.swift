// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

/// Ranges and durations.
extension DateResolverTests {
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
    // 30日至4月2日, 30日至1月2日: of the month before that of the end.
    (["start.day": "#30", "end.month": "#4", "end.day": "#2"], "range 2020-03-30/2020-04-02"),
    (["start.day": "#30", "end.month": "#1", "end.day": "#2"], "range 2019-12-30/2020-01-02"),
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
}
