// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuValues

/// Dates that are all of a text, that point to a festival, or that are two distances in one.
struct DateQuestionTests {
  private func resolved(_ slots: Slots, isAll: Bool = false) throws -> String {
    var resolver = DateResolver(published: PublicationDate("2013-02-12T04:30:00"))
    var place = DatePlace(block: 0, sentence: 0)
    place.isAll = isAll
    return try resolver.resolve(slots.fields, at: place).timex
  }

  @Test(
    "A date that is all of its text looks back no farther than this week or year",
    arguments: [
      (["weekday": "7"], "2013-02-10", "2013-02-17"),
      (["month": "#12"], "2012-12", "2013-12"),
      (["quarter": "4"], "2012-Q4", "2013-Q4"),
      (["day": "#28"], "2013-01-28", "2013-02-28"),
      (["month": "11", "day": "11", "named": "yes"], "2012-11-11", "2013-11-11"),
    ] as [(Slots, String, String)])
  func questions(slots: Slots, told: String, asked: String) throws {
    #expect(try resolved(slots) == told)
    #expect(try resolved(slots, isAll: true) == asked)
  }

  @Test(
    "A festival may be the last one or the next",
    arguments: [
      (["month": "2", "day": "14", "named": "yes", "bygone": "yes"], "2012-02-14"),
      (["month": "1", "day": "1", "named": "yes", "planned": "yes"], "2014-01-01"),
      (["weekday": "1", "planned": "yes"], "2013-02-18"),
      (["day": "#5", "planned": "yes"], "2013-03-05"),
      (["calendar": "islamic", "month": "10", "day": "1", "named": "yes"], "2013-08-08"),
      (["calendar": "hebrew", "month": "1", "day": "15", "named": "yes"], "2013-03-26"),
      (["month": "11", "day": "15", "moon": "-1", "named": "yes"], "2012-11-13"),
      (["zodiac": "5", "calendar": "lunar", "month": "1", "day": "1"], "2012-01-23"),
      (["zodiac": "8", "calendar": "lunar", "month": "1", "day": "1"], "2015-02-19"),
    ] as [(Slots, String)])
  func pointed(slots: Slots, expected: String) throws {
    #expect(try resolved(slots) == expected)
  }

  @Test(
    "Two distances in one are from the one day to the other",
    arguments: [
      (["count": "#两三", "duration": "day", "direction": "1"], "2013-02-14/2013-02-15"),
      (["count": "#三四", "duration": "month", "direction": "-1"], "2012-10-01/2012-11-30"),
      (
        ["count": "#三五", "duration": "minute", "direction": "1"],
        "2013-02-12T04:33/2013-02-12T04:35"
      ),
    ] as [(Slots, String)])
  func pairs(slots: Slots, expected: String) throws {
    #expect(try resolved(slots) == expected)
  }
}
