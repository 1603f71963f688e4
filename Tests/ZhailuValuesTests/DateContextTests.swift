// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

/// Which day a date means that leaves something out, by what the article told before it.
@Suite struct DateContextTests {
  private typealias Step = (slots: Slots, block: Int, expected: String)

  private func check(_ steps: [Step], published: String) {
    var resolver = DateResolver(published: PublicationDate(published))
    for (number, step) in steps.enumerated() {
      let place = DatePlace(block: step.block, sentence: step.block * 10)
      let value = try? resolver.resolve(step.slots.fields, at: place)
      #expect((value?.timex ?? "none") == step.expected, "step \(number)")
    }
  }

  @Test func aReportReturnsToItsOwnDays() {
    check(
      [
        (["day": "#19"], 0, "2011-03-19"),
        (["year": "#2003", "month": "#12"], 2, "2003-12"),
        // 三年后, of the same sentence.
        (["count": "#3", "duration": "year", "direction": "1"], 2, "2006"),
        (["day": "#21"], 4, "2011-03-21"),
        (["month": "#2", "day": "#15"], 4, "2011-02-15"),
      ], published: "2011-03-21")
  }

  @Test func aStoryOfOldTimesGoesOn() {
    check(
      [
        (["year": "#1998", "month": "#8", "day": "#1"], 0, "1998-08-01"),
        (["month": "#8", "day": "#7"], 2, "1998-08-07"),
        (["day": "#12"], 2, "1998-08-12"),
      ], published: "2018-09-04")
  }

  @Test func aBareDayFollowsTheLastOne() {
    check(
      [
        (["month": "#8", "day": "#24"], 0, "2006-08-24"), (["day": "#25"], 0, "2006-08-25"),
        (["day": "#2"], 0, "2006-09-02"), (["day": "#20"], 4, "2006-09-20"),
      ], published: "2006-09-21")
  }

  @Test func aMonthPastTheYearsEndIsOfTheOtherYear() {
    check(
      [(["month": "#12", "day": "#26"], 0, "2022-12-26"), (["month": "#1"], 0, "2023-01")],
      published: "2023-01-05")
    check(
      [
        (["month": "#1", "day": "#3"], 0, "2015-01-03"),
        (["month": "#2", "day": "#18"], 0, "2015-02-18"),
      ], published: "2014-12-17")
  }

  @Test func theDaysOfARangeGoOn() {
    var resolver = DateResolver(published: PublicationDate("2014-09-30"))
    let place = DatePlace(block: 0, sentence: 0)
    var fields = Fields()
    for (name, slots) in [
      ("start", ["month": "#10", "day": "#1"] as Slots), ("end", ["day": "#7"]),
    ] {
      fields.append(name, .group(slots.fields))
    }
    #expect((try? resolver.resolve(fields, at: place))?.timex == "2014-10-01/2014-10-07")
    for (slots, sentence, expected) in [
      (["day": "#6"] as Slots, 1, "2014-10-06"), (["day": "#20"], 4, "2014-09-20"),
    ] {
      let after = DatePlace(block: 0, sentence: sentence)
      #expect((try? resolver.resolve(slots.fields, at: after))?.timex == expected)
    }
  }

  @Test func whatIsToldInJanuaryIsOfTheYearBefore() {
    let months: Slots = [
      "unit": "year", "offset": "0", "from": "frame", "first-count": "#11", "first-unit": "month",
    ]
    check([(months, 0, "2009-01-01/2009-11-30")], published: "2010-01-20")
    check([(months, 0, "2009-01-01/2009-11-30")], published: "2009-12-20")
    check([(["quarter": "4"], 0, "2009-Q4")], published: "2010-01-20")
    var resolver = DateResolver(published: PublicationDate("2010-01-20"))
    var fields = Fields()
    for (name, slots) in [("start", ["month": "#1"] as Slots), ("end", ["month": "#11"])] {
      fields.append(name, .group(slots.fields))
    }
    let value = try? resolver.resolve(fields, at: DatePlace(block: 0, sentence: 0))
    #expect(value?.timex == "2009-01-01/2009-11-30")
  }

  @Test func aStoryOfLongAgoCountsBackFromItself() {
    let before: Slots = ["count": "#2", "duration": "day", "direction": "-1"]
    check(
      [
        (["year": "#2015", "month": "#3", "day": "#8"], 0, "2015-03-08"), (before, 0, "2015-03-06"),
        (before, 4, "2018-09-02"),
      ], published: "2018-09-04")
  }

  @Test func thatDayOfANewParagraphIsTheReports() {
    let that: Slots = ["unit": "day", "offset": "0", "from": "last"]
    check(
      [
        (["unit": "day", "offset": "-1"], 0, "2008-06-11"),
        (["month": "#5", "day": "#14"], 2, "2008-05-14"), (that, 2, "2008-05-14"),
        (that, 4, "2008-06-11"),
      ], published: "2008-06-12")
  }

  @Test func theTimesOfAReportOfOneDayAreOfIt() {
    let time: Slots = ["hour": "#16", "minute": "#35"]
    check(
      [(["unit": "day", "offset": "-1"], 0, "2014-10-18"), (time, 6, "2014-10-18T16:35")],
      published: "2014-10-19")
    check(
      [
        (["unit": "day", "offset": "-1"], 0, "2014-10-18"), (["day": "#15"], 2, "2014-10-15"),
        (time, 6, "T16:35"),
      ], published: "2014-10-19")
  }

  @Test func aWeekdayBesideItsDayIsThatDay() {
    check(
      [
        (["month": "#10", "day": "#13"], 0, "2019-10-13"), (["weekday": "7"], 0, "2019-10-13"),
        (["weekday": "6"], 0, "2019-10-05"),
      ], published: "2019-10-02")
  }

  @Test func theDaysAfterTheNewYearAreOfItsMonth() {
    let newYear: Slots = ["calendar": "lunar", "month": "1", "day": "1", "named": "yes"]
    check(
      [(newYear, 0, "2021-02-12"), (["calendar": "lunar", "day": "3"], 0, "2021-02-14")],
      published: "2021-03-20")
  }

  @Test func whatMustBeDoneBeforeAFestivalIsToCome() {
    let festival: Slots = ["calendar": "lunar", "month": "1", "day": "1", "named": "yes"]
    let bound: Slots = [
      "calendar": "lunar", "month": "1", "day": "1", "named": "yes", "modifier": "before",
    ]
    check([(festival, 0, "2007-02-18")], published: "2007-07-15")
    check([(bound, 0, "2008-02-07")], published: "2007-07-15")
    check([(bound, 0, "2007-02-18")], published: "2007-03-15")
  }

  @Test func theNextDayNeedsADayBeforeIt() {
    let next: Slots = ["unit": "day", "offset": "1", "from": "told"]
    check([(next, 0, "none")], published: "2020-03-20")
    check(
      [(["day": "#15"], 0, "2020-03-15"), (next, 0, "2020-03-16"), (next, 9, "none")],
      published: "2020-03-20")
  }

  @Test func daysOfAnEventCountFromTheFirstDayTold() {
    let day: Slots = [
      "unit": "day", "offset": "0", "from": "event", "nth": "#3", "nth-unit": "day",
    ]
    check(
      [
        (day, 0, "none"), (["day": "#3"], 0, "2014-08-03"), (["day": "#6"], 0, "2014-08-06"),
        (day, 2, "2014-08-05"),
      ], published: "2014-08-08")
  }

  @Test func theEveOfAYearThatIsPointedTo() {
    let eve: Slots = [
      "unit": "year", "offset": "1", "calendar": "lunar", "month": "12", "day": "0", "named": "yes",
    ]
    check([(eve, 0, "2015-02-18")], published: "2014-12-17")
  }

  @Test func hoursOfEveryDayAreOfNone() {
    check(
      [
        (["day": "#15", "hour": "#9"], 0, "2020-03-15T09:00"),
        (["dayless": "yes", "hour": "#8"], 0, "T08:00"),
      ], published: "2020-03-20")
  }

  @Test func aStoryGoesOnInTheYearItTold() {
    check(
      [
        (["year": "#2016", "edge": "start"], 0, "2016"),
        (["unit": "year", "offset": "0", "from": "last", "month": "#3"], 0, "2016-03"),
        (["month": "#5"], 0, "2016-05"),
        (["unit": "year", "offset": "1", "from": "last"], 0, "2017"),
        // The reporter comes to see what has become of it.
        (["month": "#8", "day": "#18"], 1, "2019-08-18"),
      ], published: "2019-08-21")
  }

  @Test func seasonsAndQuartersOfASentenceAreOfItsYear() {
    check(
      [
        (["year": "#1992", "season": "SP"], 0, "1992-SP"), (["season": "FA"], 0, "1992-FA"),
      ], published: "2009-12-20")
    check(
      [(["year": "#2021"], 0, "2021"), (["quarter": "4"], 0, "2021-Q4")], published: "2022-04-29")
  }

  @Test func whatIsEarlierInTheYearIsOfThisOne() {
    check(
      [
        (["unit": "year", "offset": "-1", "month": "#11"], 0, "2017-11"),
        (["month": "#6", "day": "#7"], 0, "2018-06-07"),
      ], published: "2018-05-21")
  }

  @Test func aYearThatEndsIsToldFromItsBeginning() {
    check(
      [
        (["year": "#2014"], 0, "2014"), (["month": "#1", "day": "#2"], 0, "2014-01-02"),
        (["month": "#11", "day": "#10"], 0, "2014-11-10"),
        (["month": "#1", "day": "#4"], 1, "2015-01-04"),
      ], published: "2014-12-29")
  }

  @Test func theMonthOfAStoryOfLongAgo() {
    check(
      [
        (["year": "#1935", "month": "#1"], 0, "1935-01"),
        (["unit": "month", "offset": "0"], 0, "1935-01"),
      ], published: "2021-03-20")
    check(
      [
        (["year": "#2020", "month": "#1"], 0, "2020-01"),
        (["unit": "month", "offset": "0"], 0, "2021-03"),
      ], published: "2021-03-20")
  }

  @Test func theEndOfTheMonthThatTheSentenceTells() {
    check(
      [
        (["month": "#8", "tenth": "2"], 0, "2018-08-11/2018-08-20"),
        (["unit": "month", "offset": "0", "from": "frame", "edge": "end"], 0, "2018-08"),
        (["unit": "month", "offset": "0", "from": "frame", "edge": "end"], 1, "2018-10"),
      ], published: "2018-10-08")
  }

  @Test func theYearAfterALunarOne() {
    check(
      [
        (["year": "#1938", "calendar": "lunar", "month": "12"], 0, "1939-01-20/1939-02-18"),
        (
          [
            "unit": "year", "offset": "1", "from": "last", "calendar": "lunar", "month": "1",
            "day": "16",
          ], 0, "1939-03-06"
        ),
      ], published: "2012-11-09")
  }

  @Test func daysGoOnWithAReign() {
    check(
      [
        (
          ["era": "1661", "calendar": "lunar", "year": "#六十一", "month": "#十一", "day": "#十三"], 0,
          "1722-XX-XX"
        ),
        (["month": "#十一", "day": "#二十"], 0, "1722-XX-XX"),
        (
          ["era": "1874", "calendar": "lunar", "year": "#二十六", "month": "#七", "day": "#二十"], 2,
          "1900-08-14"
        ),
        (["day": "#二十一"], 2, "1900-08-15"), (["day": "#二"], 2, "1900-08-26"),
        (["month": "#8", "day": "#15"], 2, "1900-08-15"),
        (["year": "#1949", "month": "#十", "day": "#一"], 2, "1949-10-01"),
        (["month": "#十", "day": "#二"], 2, "1949-10-02"),
      ], published: "2020-03-20")
  }

  @Test func aReignOfManyIsOfNoYear() {
    check(
      [
        (["era": "unknown", "calendar": "lunar", "year": "#三"], 0, "XXXX"),
        (["era": "unknown", "calendar": "lunar", "year": "#三", "month": "#七"], 0, "XXXX-XX"),
        (["month": "#八", "day": "#二"], 0, "XXXX-XX-XX"),
        (["era": "-122", "calendar": "lunar", "year": "#二"], 0, "BC0121"),
        (["unit": "year", "offset": "0"], 2, "2020"),
        (["month": "#八", "day": "#二"], 2, "2020-08-02"),
      ], published: "2020-03-20")
  }
}
