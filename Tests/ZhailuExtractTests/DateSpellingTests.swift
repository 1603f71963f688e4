// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

/// Days from 1900 to 2100, written, read and written again: here every tenth in one of its spellings,
/// in turn. `Scripts/check-date-spellings.py` reads each day in all of them with the built program.
@Suite struct DateSpellingTests {
  private static let digits = Array("〇一二三四五六七八九")

  /// 18 is 十八.
  static func han(_ number: Int) -> String {
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
    return head + (ones == 0 ? "" : "\(digits[ones])")
  }

  /// 2020 is 二〇二〇.
  static func byPlace(_ number: Int) -> String {
    String("\(number)".map { digits[$0.wholeNumberValue ?? 0] })
  }

  static func fullWidth(_ text: String) -> String {
    String(
      text.map { character in
        character.wholeNumberValue.map { Array("０１２３４５６７８９")[$0] } ?? character
      })
  }

  /// 初一, 十五, 廿三, 三十.
  static func lunarDay(_ day: Int) -> String {
    switch day {
    case 1...10: "初" + han(day)
    case 20, 30: han(day)
    case 21...29: "廿\(digits[day - 20])"
    default: han(day)
    }
  }

  static func spellings(of date: CalendarDate) -> [String] {
    let (year, month, day) = (date.year, date.month, date.day)
    var spellings = [
      "\(year)年\(month)月\(day)日",
      "\(byPlace(year))年\(han(month))月\(han(day))日",
      date.description,
      "\(year)/\(month)/\(day)",
      date.description.map { $0 == "-" ? "." : String($0) }.joined(),
      fullWidth("\(year)年\(month)月\(day)日"),
      "\(year)年\(han(month))月\(han(day))号",
    ]
    if year > 1911 { spellings.append("民国\(year - 1911)年\(month)月\(day)日") }
    if let lunar = LunarCalendar.lunarDate(of: date) {
      let leap = lunar.isLeap ? "闰" : ""
      spellings.append(
        "\(lunar.year)年农历\(leap)\(han(lunar.month))月\(lunarDay(lunar.day))")
    }
    return spellings
  }

  @Test(arguments: Array(stride(from: 1900, through: 2100, by: 25)))
  func writtenReadAndBack(first: Int) {
    let last = min(first + 24, 2100)
    guard let start = CalendarDate(year: first, month: 1, day: 1),
      let end = CalendarDate(year: last, month: 12, day: 31)
    else { return }
    let days = stride(from: start.dayNumber, through: end.dayNumber, by: 10).map {
      CalendarDate(dayNumber: $0)
    }
    let lines = days.map { day in
      let spellings = Self.spellings(of: day)
      return spellings[day.dayNumber %% spellings.count]
    }
    let records = Road.records(lines.joined(separator: "\n\n"), published: nil)
    let found = records.filter { $0.type == .date }.map { $0.value.text("timex") ?? "" }
    #expect(found.count == days.count)
    let wrong = zip(zip(days, lines), found).filter { $0.0.description != $1 }
      .prefix(5).map { "\($0.1) is \($1)" }
    #expect(wrong == [])
  }
}

infix operator %% : MultiplicationPrecedence

/// The remainder that is not negative.
private func %% (left: Int, right: Int) -> Int { (left % right + right) % right }
