// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

/// What a date takes from another that stands in its phrase, its clause or its sentence.
@Suite struct DatePhraseTests {
  private typealias Step = (slots: Slots, sentence: Int, clause: Int, phrase: Int, expected: String)

  private func check(_ steps: [Step], published: String) {
    var resolver = DateResolver(published: PublicationDate(published), isTraditional: { false })
    for (number, step) in steps.enumerated() {
      var place = DatePlace(block: 0, sentence: step.sentence, isFirst: number == 0)
      (place.clause, place.phrase) = (step.clause, step.phrase)
      let value = try? resolver.resolve(step.slots.fields, at: place)
      #expect((value?.timex ?? "none") == step.expected, "step \(number)")
    }
  }

  private let lastYear: Slots = ["unit": "year", "offset": "-1"]
  private let june: Slots = ["month": "#6", "day": "#7"]

  @Test func aYearThatIsPointedToHoldsForItsPhrase() {
    // 去年高考6月7日开始; 去年,…6月7日; 去年建成的学校6月7日
    check(
      [(lastYear, 0, 0, 0, "2023"), (june, 0, 0, 0, "2023-06-07")], published: "2024-08-20")
    check(
      [(lastYear, 0, 0, 0, "2023"), (june, 0, 1, 1, "2024-06-07")], published: "2024-08-20")
    check(
      [(lastYear, 0, 0, 0, "2023"), (june, 0, 0, 1, "2024-06-07")], published: "2024-08-20")
  }

  @Test func theNextClauseGoesOnWithIt() {
    check(
      [
        (lastYear, 0, 0, 0, "2023"), (june, 0, 0, 0, "2023-06-07"),
        (["month": "#7", "day": "#11"], 0, 1, 1, "2023-07-11"),
      ], published: "2024-08-20")
  }

  @Test func aYearThatIsComparedWithDoesNotHold() {
    let compared: Slots = ["unit": "year", "offset": "-1", "compared": "yes"]
    check(
      [(compared, 0, 0, 0, "2023"), (june, 0, 0, 0, "2024-06-07")], published: "2024-08-20")
  }

  @Test func aYearThatDescribesSomebodyDoesNotHold() {
    // 2008年成立的合作社3月分红; 2008年合作社3月分红
    let year: Slots = ["year": "#2008"]
    check(
      [(year, 0, 0, 0, "2008"), (["month": "#3"], 0, 0, 1, "2012-03")], published: "2012-05-10")
    check(
      [(year, 0, 0, 0, "2008"), (["month": "#3"], 0, 0, 0, "2008-03")], published: "2012-05-10")
  }

  @Test func daysOfAWeekBehindARangeAreOfIt() {
    // 5月18日至20日(周六至周一), 周六
    let range: Slots = [
      "start.month": "#5", "start.day": "#18", "end.month": "#5", "end.day": "#20",
    ]
    check(
      [
        (range, 0, 0, 0, "2024-05-18/2024-05-20"),
        (["start.weekday": "6", "end.weekday": "1"], 0, 0, 0, "2024-05-18/2024-05-20"),
        (["weekday": "6"], 0, 1, 1, "2024-05-18"),
      ], published: "2024-05-20")
  }

  @Test func aMereYearIsOverWithItsSentence() {
    check(
      [
        (["unit": "day", "offset": "-1"], 0, 0, 0, "2024-05-19"),
        (["year": "#2018"], 1, 1, 1, "2018"), (["weekday": "5"], 2, 2, 2, "2024-05-17"),
      ], published: "2024-05-20")
  }

  @Test func anEveningBehindAFestivalIsOfIt() {
    check(
      [
        (["calendar": "lunar", "month": "8", "day": "15", "named": "yes"], 0, 0, 0, "2024-09-17"),
        (
          ["unit": "day", "offset": "0", "from": "last", "part": "TEV", "hour": "#8"], 0, 0, 0,
          "2024-09-17T20:00"
        ),
      ], published: "2024-05-20")
  }
}
