// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuValues

/// Our lunar calendar and solar terms against two packages that compute them each in its own way,
/// on all 73,414 days from 1900 to 2100. What the packages say is in `Calendars/`, written by
/// `Scripts/calendar-facts.py`.
@Suite struct CalendarProofTests {
  struct LunarDay: Equatable, CustomStringConvertible {
    var year: Int
    var month: Int
    var isLeap: Bool
    var day: Int
    var description: String { "\(year)-\(isLeap ? "+" : "")\(month)-\(day)" }
  }

  private static let names = [
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
  ]

  private static func lines(_ file: String) throws -> [[Substring]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("Calendars/\(file)"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  private static func number(_ text: Substring) -> Int { Int(text) ?? -1 }

  /// The lunar date of each day, by its number, as a source has it.
  private static func days(of source: String) throws -> [Int: LunarDay] {
    var days: [Int: LunarDay] = [:]
    for line in try lines(source) where line[0] == "month" {
      let first = day(String(line[1])).dayNumber
      for index in 0..<number(line[6]) {
        days[first + index] = LunarDay(
          year: number(line[2]), month: number(line[3]), isLeap: line[4] == "leap",
          day: number(line[5]) + index)
      }
    }
    return days
  }

  /// The days on which the sources differ, decided by GB/T 33661-2017: months begin on the day, of
  /// Beijing, of the new moon. The new moon of September 2057 is at 16:01:50 of terrestrial time on
  /// the 28th; with the 75 to 95 seconds that the earth will be behind by then, that is half a
  /// minute after midnight in Beijing, on the 29th. lunar_python has it so; sxtwl has the 28th.
  private static func isDisputed(_ number: Int) -> Bool {
    (day("2057-09-28").dayNumber...day("2057-10-27").dayNumber).contains(number)
  }

  @Test(arguments: ["lunar-python.tsv", "sxtwl.tsv"])
  func everyDayOfTwoCenturies(source: String) throws {
    let days = try Self.days(of: source)
    #expect(days.count == 73_414)
    var wrong: [String] = []
    var disputed = 0
    for (number, expected) in days {
      let date = CalendarDate(dayNumber: number)
      guard let own = LunarCalendar.lunarDate(of: date) else {
        wrong.append("\(date) has no lunar date")
        continue
      }
      let found = LunarDay(year: own.year, month: own.month, isLeap: own.isLeap, day: own.day)
      let back = LunarCalendar.date(
        year: own.year, month: own.month, day: own.day, isLeap: own.isLeap)
      if back != date { wrong.append("\(date) is \(found), and that is another day") }
      guard found != expected else { continue }
      if source == "sxtwl.tsv", Self.isDisputed(number) {
        disputed += 1
      } else {
        wrong.append("\(date) is \(found), in \(source) \(expected)")
      }
    }
    #expect(wrong.sorted() == [])
    #expect(disputed == (source == "sxtwl.tsv" ? 30 : 0))
  }

  @Test func theSourcesDifferInOneMonthOnly() throws {
    let disputed = try Self.lines("disagreements.tsv")
    #expect(disputed.count == 30)
    #expect(disputed.allSatisfy { $0[0] == "day" && Self.isDisputed(day(String($0[1])).dayNumber) })
  }

  @Test(arguments: ["lunar-python.tsv", "sxtwl.tsv"])
  func everyTermOfTwoCenturies(source: String) throws {
    var wrong: [String] = []
    var count = 0
    for line in try Self.lines(source) where line[0] == "term" {
      let year = Self.number(line[1])
      let newYear = day("\(year)-01-01")
      for (index, name) in Self.names.enumerated() {
        count += 1
        let expected = newYear.adding(days: Self.number(line[2 + index]) - 1)
        let own = SolarTerm.date(of: name, year: year)
        if own != expected { wrong.append("\(name) \(year) is \(expected) in \(source)") }
      }
    }
    #expect(count == 201 * 24)
    #expect(wrong == [])
  }
}
