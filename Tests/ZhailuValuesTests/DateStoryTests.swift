// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

/// How a story goes on from sentence to sentence of one paragraph.
@Suite struct DateStoryTests {
  private typealias Step = (slots: Slots, sentence: Int, expected: String)

  private func check(_ steps: [Step], published: String) {
    var resolver = DateResolver(published: PublicationDate(published))
    for (number, step) in steps.enumerated() {
      let place = DatePlace(block: 0, sentence: step.sentence)
      let value = try? resolver.resolve(step.slots.fields, at: place)
      #expect((value?.timex ?? "none") == step.expected, "step \(number)")
    }
  }

  @Test func aDaySoonToComeIsOfThisYear() {
    check(
      [
        (["month": "#9", "day": "#1"], 0, "2022-09-01"),
        (["year": "#2023", "month": "#1", "day": "#13"], 0, "2023-01-13"),
        (["month": "#2", "day": "#13"], 1, "2023-02-13"),
        (["month": "#8", "day": "#29"], 2, "2022-08-29"),
      ], published: "2022-08-15")
  }

  @Test func whatLooksAheadLeavesTheYearOfTheTitle() {
    check(
      [
        (["year": "#2014"], 0, "2014"), (["month": "#1", "day": "#8"], 0, "2014-01-08"),
        (["year": "#2015"], 1, "2015"), (["month": "#5", "day": "#18"], 1, "2015-05-18"),
      ], published: "2015-01-04")
  }

  @Test func lastMonthOfAStoryThatGoesOnIsThatBeforePublication() {
    check(
      [
        (["unit": "year", "offset": "0", "month": "#3"], 0, "2017-03"),
        (["unit": "month", "offset": "-1"], 0, "2017-05"),
      ], published: "2017-06-21")
  }

  @Test func daysOfTheWeekThatIsPointedTo() {
    check(
      [
        (["unit": "week", "offset": "0", "weekday": "5"], 0, "2021-11-05"),
        (["weekday": "2"], 0, "2021-11-02"),
      ], published: "2021-11-03")
    check(
      [
        (["unit": "week", "offset": "-1", "weekday": "3"], 0, "2021-10-27"),
        (["weekday": "5"], 0, "2021-10-29"),
      ], published: "2021-11-03")
  }

  @Test func aDayNearOneThatIsToComeIsOfItsMonth() {
    check(
      [
        (["month": "#12", "day": "#8"], 0, "2022-12-08"), (["day": "#7"], 0, "2022-12-07"),
        (["day": "#10"], 0, "2022-12-10"),
      ], published: "2022-11-30")
    // 12月28日召开,记者10日获悉
    check(
      [(["month": "#12", "day": "#28"], 0, "2022-12-28"), (["day": "#10"], 0, "2022-11-10")],
      published: "2022-11-12")
    // Of the next sentence it is of this month.
    check(
      [(["month": "#12", "day": "#8"], 0, "2022-12-08"), (["day": "#7"], 1, "2022-11-07")],
      published: "2022-11-30")
  }

  @Test func theYearThatFiguresAreComparedWithIsNotTheStorys() {
    check(
      [
        (["month": "#6", "modifier": "until"], 0, "2024-06"),
        (
          ["unit": "year", "offset": "-1", "from": "frame", "edge": "end", "compared": "yes"], 0,
          "2023"
        ),
        (
          ["unit": "year", "offset": "0", "from": "frame", "edge": "start", "compared": "yes"], 0,
          "2024"
        ),
      ], published: "2024-08-19")
  }

  @Test func theDayAfterAFestivalOfTheSentence() {
    check(
      [
        (["month": "#2", "day": "#10"], 0, "2018-02-10"),
        (["calendar": "lunar", "month": "12", "day": "0", "named": "yes"], 1, "2018-02-15"),
        (["unit": "day", "offset": "1", "from": "last"], 1, "2018-02-16"),
      ], published: "2018-02-12")
  }

  @Test func aFestivalThatIsNearIsOfTheReport() {
    check(
      [
        (["month": "#9", "day": "#14"], 0, "2016-09-14"),
        (["year": "#1999", "month": "#10", "day": "#9"], 1, "1999-10-09"),
        (["calendar": "lunar", "month": "8", "day": "15", "named": "yes"], 2, "2016-09-15"),
      ], published: "2016-09-14")
  }

  @Test func theLastQuarterIsOverInSpring() {
    check([(["quarter": "4"], 0, "2020-Q4")], published: "2021-03-16")
    check([(["quarter": "4", "planned": "yes"], 0, "2021-Q4")], published: "2021-03-16")
    check([(["quarter": "4"], 0, "2021-Q4")], published: "2021-07-16")
  }

  @Test func aMonthBehindARangeGoesOnFromItsEnd() {
    var resolver = DateResolver(published: PublicationDate("2021-03-16"))
    let place = DatePlace(block: 0, sentence: 0)
    var fields = Fields()
    fields.append("start", .group((["year": "#2003", "month": "#5"] as Slots).fields))
    fields.append("end", .group((["year": "#2008", "month": "#11"] as Slots).fields))
    #expect((try? resolver.resolve(fields, at: place))?.timex == "2003-05-01/2008-11-30")
    let next: Slots = ["month": "#12"]
    #expect((try? resolver.resolve(next.fields, at: place))?.timex == "2008-12")
  }

  @Test func aTimeSoonAfterIsOfTheSameHalfOfTheDay() {
    let afternoon: Slots = ["month": "#3", "day": "#15", "hour": "#3", "part": "TAF"]
    check(
      [
        (afternoon, 0, "2021-03-15T15:00"),
        (["hour": "#3", "minute": "#10"], 1, "2021-03-15T15:10"),
      ], published: "2021-03-16")
    check(
      [(afternoon, 0, "2021-03-15T15:00"), (["hour": "#9"], 1, "2021-03-15T09:00")],
      published: "2021-03-16")
  }

  @Test func yearsGoOnWithAReign() {
    let next: Slots = ["told": "republic", "era": "1911", "year": "#二十七", "month": "#七"]
    check(
      [
        (["era": "1874", "calendar": "lunar", "year": "#二十六"], 0, "1900"),
        (next, 1, "1901-08-14/1901-09-12"),
      ], published: "2018-09-12")
    check(
      [
        (["era": "1911", "year": "#二十"], 0, "1931"), (next, 1, "1938-07"),
      ], published: "2018-09-12")
  }

  @Test func aThirdOfAMonthOfEveryYear() {
    let slots: Slots = ["each": "year", "month": "#9", "tenth": "3"]
    check([(slots, 0, "XXXX-09-21/XXXX-09-30")], published: "2020-03-20")
  }
}
