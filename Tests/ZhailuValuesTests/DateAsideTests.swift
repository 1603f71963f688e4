// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

/// What a story does not go on from, and what it does though it is not said again.
@Suite struct DateAsideTests {
  private struct Step {
    var slots: Slots
    var place: DatePlace
    var expected: String

    init(
      _ slots: Slots, _ sentence: Int, _ expected: String, block: Int = 0, isFirst: Bool = false,
      isBracketed: Bool = false
    ) {
      (self.slots, self.expected) = (slots, expected)
      place = DatePlace(block: block, sentence: sentence, isFirst: isFirst)
      place.isBracketed = isBracketed
    }
  }

  private func check(_ steps: [Step], published: String) {
    var resolver = DateResolver(published: PublicationDate(published))
    for (number, step) in steps.enumerated() {
      let value = try? resolver.resolve(step.slots.fields, at: step.place)
      #expect((value?.timex ?? "none") == step.expected, "step \(number)")
    }
  }

  private let birth: Slots = ["year": "#2003", "month": "#8", "day": "#31"]

  /// 年满12周岁（2003年8月31日以前出生）…,9月2日报到
  @Test func whatStandsInBracketsHoldsWithinThem() {
    check(
      [
        Step(birth, 0, "2003-08-31", isBracketed: true),
        Step(["month": "#9", "day": "#1"], 0, "2003-09-01", isBracketed: true),
        Step(["month": "#9", "day": "#2"], 0, "2015-09-02"),
      ], published: "2015-08-20")
    check(
      [Step(birth, 0, "2003-08-31"), Step(["month": "#9", "day": "#2"], 0, "2003-09-02")],
      published: "2015-08-20")
  }

  /// 自2013年2月8日起的利息。3月26日
  @Test func sinceWhenASumIsOwed() {
    let since: Slots = ["year": "#2013", "month": "#2", "modifier": "since", "aside": "yes"]
    check(
      [Step(since, 0, "2013-02"), Step(["month": "#3", "day": "#26"], 1, "2018-03-26")],
      published: "2018-03-30")
  }

  private let lastWeek: Slots = ["unit": "week", "offset": "-1"]

  @Test func daysOfTheWeekThatAReportIsAbout() {
    check(
      [
        Step(lastWeek, 0, "2023-W26"), Step(["weekday": "1"], 1, "2023-06-26"),
        Step(["weekday": "3"], 2, "2023-06-28"),
        Step(["unit": "week", "offset": "-1", "from": "told"], 2, "2023-W25"),
        Step(["unit": "day", "offset": "0"], 3, "2023-07-03"),
        Step(["weekday": "5"], 3, "2023-07-07"),
      ], published: "2023-07-03")
    check(
      [
        Step(lastWeek, 0, "2023-W26"), Step(["weekday": "6", "planned": "yes"], 1, "2023-07-08"),
      ], published: "2023-07-03")
  }

  /// 去年上半年停产,5月恢复; 去年获奖,9月升职,2月调走
  @Test func monthsOfTheYearThatTheSentencePointsTo() {
    check(
      [
        Step(["unit": "year", "offset": "-1", "half": "#1"], 0, "2018-H1"),
        Step(["month": "#5"], 0, "2018-05"), Step(["month": "#5"], 1, "2019-05"),
      ], published: "2019-07-20")
    check(
      [
        Step(["unit": "year", "offset": "-1"], 0, "2018"), Step(["month": "#9"], 0, "2018-09"),
      ], published: "2019-06-20")
    check(
      [
        Step(["unit": "year", "offset": "-1"], 0, "2018"), Step(["month": "#2"], 0, "2019-02"),
      ], published: "2019-06-20")
  }

  /// 14日（周六）, and below it lines that begin with times.
  @Test func timesBelowTheHeadingOfADay() {
    check(
      [
        Step(["month": "#9", "day": "#14"], 0, "2024-09-14", isFirst: true),
        Step(["weekday": "6"], 0, "2024-09-14"),
        Step(["hour": "#16"], 1, "2024-09-14T16:00", block: 1, isFirst: true),
        Step(["hour": "#19"], 2, "2024-09-14T19:00", block: 2, isFirst: true),
        Step(["hour": "#20"], 2, "2024-09-14T20:00", block: 2),
      ], published: "2024-09-05")
  }

  /// 11月还有两场,分别在4日和18日
  @Test func daysOfAMonthToCome() {
    check(
      [
        Step(["month": "#9", "day": "#30"], 0, "2017-09-30"),
        Step(["month": "#11"], 1, "2017-11"), Step(["day": "#4"], 1, "2017-11-04"),
        Step(["day": "#18"], 1, "2017-11-18"),
      ], published: "2017-09-29")
  }

  /// 除夕他还在值班,三天后就病倒了
  @Test func aDistanceCountsFromAFestivalThatIsPast() {
    check(
      [
        Step(
          ["calendar": "lunar", "month": "#1", "day": "#1", "named": "yes"], 0, "2009-01-26"),
        Step(["count": "#3", "duration": "day", "direction": "1"], 0, "2009-01-29"),
      ], published: "2009-05-04")
  }

  /// 签约翌年交房。今年1月起诉,8月判决: the year after 1998 is not to come.
  @Test func theYearAfterOneLongGoneIsNotAhead() {
    check(
      [
        Step(["year": "#1998", "month": "#6"], 0, "1998-06"),
        Step(["unit": "year", "offset": "1", "from": "last"], 0, "1999"),
        Step(["unit": "year", "offset": "0", "month": "#1"], 1, "2010-01"),
        Step(["month": "#8"], 1, "2010-08"),
      ], published: "2010-10-20")
  }
}
