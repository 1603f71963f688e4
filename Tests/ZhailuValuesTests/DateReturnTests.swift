// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

/// When a story that looked back, or ahead, is told of its own days again.
@Suite struct DateReturnTests {
  private typealias Step = (slots: Slots, sentence: Int, expected: String)

  private func check(_ steps: [Step], published: String, isFirst: Bool = false) {
    var resolver = DateResolver(published: PublicationDate(published), isTraditional: { true })
    for (number, step) in steps.enumerated() {
      let place = DatePlace(
        block: 0, sentence: step.sentence, isFirst: isFirst && number == 0)
      let value = try? resolver.resolve(step.slots.fields, at: place)
      #expect((value?.timex ?? "none") == step.expected, "step \(number)")
    }
  }

  @Test func aBareDayIsOfTheReportsMonth() {
    check(
      [
        (["month": "#7", "day": "#13"], 0, "2008-07-13"),
        (["year": "#1976", "month": "#8"], 2, "1976-08"), (["day": "#16"], 3, "2008-07-16"),
      ], published: "2008-07-14")
    check(
      [
        (["year": "#1976", "month": "#8", "day": "#16"], 0, "1976-08-16"),
        (["day": "#21"], 1, "1976-08-21"),
      ], published: "2008-07-14")
  }

  @Test func aStoryDoesNotGoBackWithinTheYearThatItLookedBackTo() {
    check(
      [
        (["month": "#5", "day": "#17"], 0, "2016-05-17"),
        (["year": "#2012", "month": "#12"], 2, "2012-12"), (["month": "#8"], 3, "2016-08"),
        (["year": "#2012", "month": "#3"], 4, "2012-03"), (["month": "#8"], 5, "2012-08"),
      ], published: "2016-12-02")
  }

  /// 2019年度 in the headline of a report of March: what would be to come is of that year.
  @Test func whatAReportTellsIsOfItsYear() {
    let year: Step = (["year": "#2019"], 0, "2019")
    check(
      [year, (["month": "#5", "day": "#18"], 1, "2019-05-18"), (["month": "#8"], 2, "2019-08")],
      published: "2020-03-20")
    check([year, (["month": "#2", "day": "#18"], 1, "2020-02-18")], published: "2020-03-20")
  }

  @Test func aYearThatBeginsAParagraphHoldsForIt() {
    let steps: [Step] = [
      (["year": "#1959"], 0, "1959"), (["month": "#7", "day": "#21"], 1, "1959-07-21"),
    ]
    check(steps, published: "1994-05-12", isFirst: true)
    check(
      [steps[0], (["month": "#7", "day": "#21"], 1, "1994-07-21")], published: "1994-05-12")
  }

  @Test func monthsAfterAFestivalOfNextYearAreOfThisYear() {
    check(
      [
        (["month": "#1", "day": "#1", "named": "yes"], 0, "2010-01-01"),
        (["month": "#11", "day": "#16"], 0, "2009-11-16"),
      ], published: "2009-11-02")
  }

  @Test func aDistanceCountsFromTheDayOfItsSentence() {
    let later: Slots = ["count": "#2", "duration": "day", "direction": "1"]
    check(
      [
        (["month": "#3", "day": "#24"], 0, "2026-03-24"), (later, 0, "2026-03-26"),
        (later, 3, "2026-03-04"),
      ], published: "2026-03-02")
  }

  @Test func timesAfterABeginningAreOfEveryDay() {
    check(
      [
        (["month": "#5", "day": "#1", "modifier": "since"], 0, "2026-05-01"),
        (["hour": "#7", "minute": "#20"], 0, "T07:20"),
      ], published: "2026-04-30")
  }

  @Test func aFestivalToComeIsAhead() {
    check(
      [
        (["year": "#1997", "month": "#5"], 0, "1997-05"),
        (
          ["calendar": "lunar", "month": "#8", "day": "#15", "named": "yes", "planned": "yes"], 1,
          "1998-10-05"
        ),
      ], published: "1998-05-20")
  }

  @Test func aDayOfAWeekAfterDaysThatComeAgainDoesToo() {
    check(
      [
        (["each": "week", "weekday": "2"], 0, "XXXX-WXX-2"), (["weekday": "1"], 0, "XXXX-WXX-1"),
        (["weekday": "1"], 1, "2020-03-23"),
      ], published: "2020-03-20")
  }

  @Test func whatMustBeToldBeforeIs() {
    let told: Slots = ["calendar": "lunar", "day": "18", "told": "lunar"]
    check([(told, 0, "none")], published: "1987-02-16")
    check(
      [
        (["calendar": "lunar", "month": "#1", "day": "#13"], 0, "1987-02-10"),
        (told, 0, "1987-02-15"),
      ], published: "1987-02-16")
    let year: Slots = ["year": "#二十三", "era": "1911", "told": "republic"]
    check([(year, 0, "1923")], published: "1998-10-08")
    check(
      [(["year": "#20", "era": "1911"], 0, "1931"), (year, 0, "1934")], published: "1998-10-08")
  }

  @Test func shortYearsOfATextOfTaiwanCountFrom1912() {
    check(
      [(["year": "#101"], 0, "2012"), (["year": "#98"], 0, "2009")], published: "2012-11-20")
    check([(["year": "#98"], 0, "1998")], published: "2012-11-20")
  }

  @Test func theSamePeriodOfANamedYearIsThatStretch() {
    let same: Slots = ["year": "#2019", "same-period": "yes"]
    check(
      [(["quarter": "1"], 0, "2021-Q1"), (same, 0, "2019-Q1")], published: "2021-05-20")
    check([(same, 0, "2019")], published: "2021-05-20")
  }

  @Test func theSamePeriodOfASeasonIsTheSeasonBefore() {
    let same: Slots = ["unit": "year", "offset": "-1", "same-period": "yes"]
    let summer: Slots = ["year": "#2019", "season": "SU"]
    check([(summer, 0, "2019-SU"), (same, 0, "2018-SU")], published: "2020-03-20")
    check([(summer, 0, "2019-SU"), (same, 1, "2018-SU")], published: "2020-03-20")
    check(
      [
        (summer, 0, "2019-SU"), (["year": "#2019", "month": "#7"], 0, "2019-07"),
        (same, 0, "2018-07"),
      ],
      published: "2020-03-20")
  }

  @Test func whatIsPlannedIsOfTheReportsYear() {
    let planned: Slots = ["month": "#5", "day": "#18", "planned": "yes"]
    check(
      [(["year": "#2008", "month": "#6"], 0, "2008-06"), (planned, 0, "2012-05-18")],
      published: "2012-05-10")
    check(
      [(["year": "#1946", "month": "#6"], 0, "1946-06"), (planned, 0, "1946-05-18")],
      published: "2012-05-10")
  }

  @Test func aFarYearToComeHoldsForItsSentence() {
    check(
      [
        (["year": "#2017", "month": "#5", "day": "#15"], 0, "2017-05-15"),
        (["month": "#6", "day": "#11"], 0, "2017-06-11"),
        (["month": "#5", "day": "#11"], 1, "2012-05-11"),
      ], published: "2012-05-10")
  }

  @Test func timesGoOnThroughTheNight() {
    check(
      [
        (["month": "#5", "day": "#4", "hour": "#7", "part": "TEV"], 0, "1991-05-04T19:00"),
        (["hour": "#11"], 0, "1991-05-04T23:00"), (["hour": "#0"], 0, "1991-05-05T00:00"),
      ], published: "1991-05-13")
    let evening: Slots = ["month": "#5", "day": "#4", "hour": "#7", "part": "TEV"]
    check(
      [(evening, 0, "1991-05-04T19:00"), (["hour": "#12"], 0, "1991-05-04T24:00")],
      published: "1991-05-13")
    check(
      [(evening, 0, "1991-05-04T19:00"), (["hour": "#0"], 0, "1991-05-05T00:00")],
      published: "1991-05-13")
    check(
      [
        (["month": "#5", "day": "#4", "hour": "#19"], 0, "1991-05-04T19:00"),
        (["hour": "#11"], 0, "1991-05-04T11:00"),
      ], published: "1991-05-13")
  }

  @Test func daysOfAWeekGoOnFromOneThatIsAhead() {
    check(
      [(["weekday": "3"], 0, "2017-06-07"), (["weekday": "6"], 0, "2017-06-10")],
      published: "2017-06-05")
  }

  @Test func aLunarDayMayGoBackWithinItsMonth() {
    let month: Slots = ["calendar": "lunar", "month": "#1", "day": "#5"]
    check(
      [(month, 0, "2016-02-12"), (["calendar": "lunar", "day": "3"], 0, "2016-02-10")],
      published: "2016-02-25")
  }

  @Test func aDistanceCountsFromTheYearOfItsSentence() {
    let later: Slots = ["count": "#3", "duration": "year", "direction": "1"]
    let before: Slots = ["count": "#3", "duration": "year", "direction": "-1"]
    check([(["year": "#1985"], 0, "1985"), (later, 0, "1988")], published: "1983-10-18")
    check([(["year": "#1958"], 0, "1958"), (before, 0, "1955")], published: "2006-05-18")
    check([(["year": "#1958"], 0, "1958"), (before, 1, "2003")], published: "2006-05-18")
  }

  @Test func quartersAfterLastYearsMonthsAreOfThisYear() {
    check(
      [
        (["unit": "year", "offset": "-1", "month": "#7"], 0, "1959-07"),
        (["month": "#10", "day": "#1"], 0, "1959-10-01"), (["quarter": "1"], 1, "1960-Q1"),
        (["half": "1"], 1, "1960-H1"),
      ], published: "1960-01-30")
  }

  @Test func theStoryGoesOnInTheYearThatARangeEndsIn() {
    var resolver = DateResolver(published: PublicationDate("2022-12-19"))
    let place = DatePlace(block: 0, sentence: 0)
    var fields = Fields()
    fields.append("start", .group((["month": "#12", "day": "#31"] as Slots).fields))
    fields.append("end", .group((["year": "#2023", "month": "#1", "day": "#2"] as Slots).fields))
    #expect((try? resolver.resolve(fields, at: place))?.timex == "2022-12-31/2023-01-02")
    let next: Slots = ["month": "#1", "day": "#21"]
    #expect((try? resolver.resolve(next.fields, at: place))?.timex == "2023-01-21")
  }

  @Test func bothEndsOfARangeAreOfTheYearAfter() {
    var resolver = DateResolver(published: PublicationDate("2022-12-19"))
    let place = DatePlace(block: 0, sentence: 0)
    let year: Slots = ["year": "#2022"]
    #expect((try? resolver.resolve(year.fields, at: place))?.timex == "2022")
    var fields = Fields()
    let start: Slots = [
      "unit": "year", "offset": "1", "from": "last", "month": "#4", "day": "#1",
    ]
    fields.append("start", .group(start.fields))
    fields.append("end", .group((["month": "#6", "day": "#30"] as Slots).fields))
    #expect((try? resolver.resolve(fields, at: place))?.timex == "2023-04-01/2023-06-30")
  }

  @Test func theNightGoesOnIntoTheNextDay() {
    check(
      [
        (["month": "#11", "day": "#29", "part": "TEV"], 0, "2007-11-29TEV"),
        (["hour": "#1", "part": "TDW"], 0, "2007-11-30T01:00"),
      ], published: "2007-12-03")
  }

  @Test func timesAfterWhatComesAgainAreOfNoDay() {
    check(
      [
        (["month": "#11", "day": "#21"], 0, "2016-11-21"),
        (["each": "day", "hour": "#6"], 2, "XXXX-XX-XXT06:00"), (["hour": "#14"], 2, "T14:00"),
      ], published: "2016-11-22")
  }

  @Test func lastMonthIsThatBeforePublication() {
    let last: Slots = ["unit": "month", "offset": "-1"]
    check([(["month": "#4"], 0, "2007-04"), (last, 0, "2007-11")], published: "2007-12-03")
    check([(["month": "#11"], 0, "2007-11"), (last, 0, "2007-10")], published: "2007-12-03")
  }

  @Test func aLevelOfLongAgoIsNoThread() {
    check(
      [
        (["month": "#6"], 0, "2012-06"),
        (["year": "#2010", "month": "#1", "modifier": "since"], 0, "2010-01"),
        (["half": "1"], 1, "2012-H1"), (["month": "#5"], 1, "2012-05"),
      ], published: "2012-07-09")
  }

  @Test func yearsOfTwoDigitsMakeARangeOfYears() {
    var resolver = DateResolver(published: PublicationDate("1987-10-09"))
    var fields = Fields()
    fields.append("start", .group((["count": "#五三", "duration": "year"] as Slots).fields))
    fields.append("end", .group((["count": "#五八", "duration": "year"] as Slots).fields))
    let value = try? resolver.resolve(fields, at: DatePlace(block: 0, sentence: 0))
    #expect(value?.timex == "1953-01-01/1958-12-31")
  }
}
