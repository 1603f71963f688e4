// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuRules
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

/// Every unit with every word that points, every edge and every modifier: what each must give is
/// computed here by Foundation's calendar, not by ours.
@Suite("Dates by units, pointing words and modifiers")
struct DateMatrixTests {
  struct Case: CustomStringConvertible {
    var before = "设备"
    var span: String
    var after = "运抵。"
    var timex: String
    var modifier: String?
    var text: String { before + span + after }
    var description: String { "\(text): \(span) \(timex) \(modifier ?? "")" }
  }

  // 2021-06-16 was a Wednesday.
  static let published = "2021-06-16"

  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }()

  static let today = Date(timeIntervalSince1970: 1_623_801_600)

  static func moved(_ count: Int, _ unit: Calendar.Component, from date: Date = today) -> Date {
    calendar.date(byAdding: unit, value: count, to: date) ?? date
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func day(_ date: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return "\(parts.year ?? 0)-\(two(parts.month ?? 0))-\(two(parts.day ?? 0))"
  }

  static func month(_ date: Date) -> String { String(day(date).prefix(7)) }
  static func year(_ date: Date) -> String { String(day(date).prefix(4)) }

  static func week(_ date: Date) -> String {
    let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
    return "\(parts.yearForWeekOfYear ?? 0)-W\(two(parts.weekOfYear ?? 0))"
  }

  static let digits = Array("零一二三四五六七八九")

  static func han(_ number: Int) -> String {
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
    return head + (ones == 0 ? "" : "\(digits[ones])")
  }

  /// 2 of something is 两.
  static func counts(_ number: Int) -> [String] {
    ["\(number)", number == 2 ? "两" : han(number)]
  }

  // MARK: Words

  static let days = [
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2,
    "大后天": 3,
  ]
  static let weeks = [
    "上上周": -2, "上周": -1, "上星期": -1, "上个星期": -1, "本周": 0, "这周": 0, "这个星期": 0,
    "下周": 1, "下星期": 1, "下个礼拜": 1, "下下周": 2,
  ]
  static let months = [
    "上上个月": -2, "上个月": -1, "上月": -1, "本月": 0, "这个月": 0, "下月": 1, "下个月": 1, "下下个月": 2,
  ]
  static let years = ["大前年": -3, "前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2]

  static let modifiers: [(after: String, modifier: String)] = [
    ("前", "before"), ("以前", "before"), ("之前", "before"), ("后", "after"), ("以后", "after"),
    ("之后", "after"), ("起", "since"), ("以来", "since"), ("左右", "approx"), ("为止", "until"),
  ]
  static let parts: [(word: String, timex: String, hours: [Int: Int])] = [
    ("凌晨", "TDW", [2: 2, 5: 5]), ("清晨", "TMO", [6: 6]), ("早上", "TMO", [8: 8]),
    ("上午", "TMO", [9: 9, 11: 11]), ("中午", "TMI", [12: 12]), ("下午", "TAF", [1: 13, 3: 15]),
    ("傍晚", "TEV", [6: 18]), ("晚上", "TEV", [8: 20, 11: 23]), ("深夜", "TNI", [11: 23]),
  ]

  // MARK: Cases

  static func limited(_ span: String, _ timex: String) -> [Case] {
    modifiers.map { Case(span: span, after: $0.after + "完成。", timex: timex, modifier: $0.modifier) }
      + [Case(before: "截至", span: span, after: "，共收到三件。", timex: timex, modifier: "until")]
  }

  static func ofDays() -> [Case] {
    days.flatMap { word, count -> [Case] in
      let timex = day(moved(count, .day))
      var cases = [Case(span: word, timex: timex)] + limited(word, timex)
      for part in parts {
        cases.append(Case(span: word + part.word, timex: timex + part.timex))
        for (hour, full) in part.hours {
          for name in ["\(hour)", han(hour)] {
            let spellings = [
              ("点", ":00"), ("时", ":00"), ("点半", ":30"), ("点一刻", ":15"), ("时四十分", ":40"),
              ("点零五分", ":05"),
            ]
            cases += spellings.map {
              Case(span: word + part.word + name + $0.0, timex: "\(timex)T\(two(full))\($0.1)")
            }
          }
        }
      }
      return cases
    }
  }

  static func ofWeeks() -> [Case] {
    let monday = moved(-2, .day)
    return weeks.flatMap { word, count -> [Case] in
      let first = moved(7 * count, .day, from: monday)
      var cases = [
        Case(span: word, timex: week(first)), Case(span: word + "末", timex: week(first) + "-WE"),
      ]
      cases += limited(word, week(first))
      for (index, name) in Array("一二三四五六日").enumerated() {
        let timex = day(moved(index, .day, from: first))
        cases += [
          Case(span: "\(word)\(name)", timex: timex),
          Case(span: "\(word)\(name)上午", timex: timex + "TMO"),
          Case(span: "\(word)\(name)下午3点", timex: timex + "T15:00"),
          Case(span: "\(word)\(name)晚8时30分", timex: timex + "T20:30"),
        ]
      }
      return cases
    }
  }

  static func tenths(_ date: Date) -> [(String, String)] {
    let length = calendar.range(of: .day, in: .month, for: date)?.count ?? 0
    let name = month(date)
    return [
      ("上旬", "\(name)-01/\(name)-10"), ("中旬", "\(name)-11/\(name)-20"),
      ("下旬", "\(name)-21/\(name)-\(two(length))"),
    ]
  }

  static func ofMonths() -> [Case] {
    months.flatMap { word, count -> [Case] in
      let date = moved(count, .month)
      var cases = [Case(span: word, timex: month(date))] + limited(word, month(date))
      for (edge, modifier) in [("底", "end"), ("末", "end"), ("初", "start")] {
        cases.append(Case(span: word + edge, timex: month(date), modifier: modifier))
        cases += limited(word + edge, month(date))
      }
      cases += tenths(date).map { Case(span: word + $0.0, timex: $0.1) }
      cases += [1, 5, 15, 28].flatMap { number in
        ["\(number)日", "\(han(number))号"].map {
          Case(span: word + $0, timex: "\(month(date))-\(two(number))")
        }
      }
      return cases
    }
  }

  static func ofYears() -> [Case] {
    years.flatMap { word, count -> [Case] in
      let name = year(moved(count, .year))
      var cases = [Case(span: word, timex: name)] + limited(word, name)
      for (edge, modifier) in [("底", "end"), ("末", "end"), ("初", "start"), ("年底", "end")] {
        cases.append(Case(span: word + edge, timex: name, modifier: modifier))
      }
      for (season, letters) in zip(["春", "夏", "秋", "冬"], ["SP", "SU", "FA", "WI"]) {
        cases += ["天", "季"].map { Case(span: word + season + $0, timex: "\(name)-\(letters)") }
      }
      for quarter in 1...4 {
        cases += ["第\(han(quarter))季度", "\(han(quarter))季度"].map {
          Case(span: word + $0, timex: "\(name)-Q\(quarter)")
        }
      }
      cases += [
        Case(span: word + "上半年", timex: name + "-H1"),
        Case(span: word + "下半年", timex: name + "-H2"),
        Case(span: word + "前三季度", timex: "\(name)-01-01/\(name)-09-30"),
      ]
      return cases + ofYearMonths(word, name)
    }
  }

  static func ofYearMonths(_ word: String, _ name: String) -> [Case] {
    (1...12).flatMap { number -> [Case] in
      let timex = "\(name)-\(two(number))"
      let parts = DateComponents(year: Int(name), month: number, day: 1)
      let date = calendar.date(from: parts) ?? today
      let last = tenths(date)[2].1.suffix(2)
      return ["\(number)", han(number)].flatMap { spelling -> [Case] in
        var cases = [
          Case(span: "\(word)\(spelling)月", timex: timex),
          Case(span: "\(word)\(spelling)月份", timex: timex),
          Case(span: "\(word)\(spelling)月底", timex: timex, modifier: "end"),
          Case(span: "\(word)\(spelling)月初", timex: timex, modifier: "start"),
          Case(span: "\(word)\(spelling)月21日", timex: "\(timex)-21"),
        ]
        cases += tenths(date).map { Case(span: "\(word)\(spelling)月\($0.0)", timex: $0.1) }
        if number > 1 {
          let range = "\(name)-01-01/\(timex)-\(last)"
          let count = number == 2 && spelling == "二" ? "两" : spelling
          cases.append(Case(span: "\(word)1至\(number)月", timex: range))
          if number < 12 { cases.append(Case(span: "\(word)前\(count)个月", timex: range)) }
        }
        return cases
      }
    }
  }

  static func distances() -> [Case] {
    let units: [(String, Calendar.Component, Int)] = [
      ("天", .day, 1), ("周", .day, 7), ("个星期", .day, 7), ("个月", .month, 1), ("年", .year, 1),
    ]
    return units.flatMap { unit, component, factor in
      [1, 2, 3, 5, 8, 10, 12, 20].flatMap { number in
        counts(number).flatMap { count in
          [("前", -1), ("之前", -1), ("以前", -1), ("后", 1), ("之后", 1), ("以后", 1)].map { word, sign in
            let date = moved(sign * number * factor, component)
            let timex =
              component == .day ? day(date) : component == .month ? month(date) : year(date)
            return Case(before: "他", span: count + unit + word, after: "来过。", timex: timex)
          }
        }
      }
    }
  }

  static let lengths: [(unit: String, timex: String)] = [
    ("天", "P#D"), ("周", "P#W"), ("个星期", "P#W"), ("个月", "P#M"), ("年", "P#Y"), ("个小时", "PT#H"),
    ("小时", "PT#H"), ("分钟", "PT#M"), ("秒", "PT#S"), ("昼夜", "P#D"), ("周年", "P#Y"), ("个工作日", "P#D"),
  ]
  static let limits: [(before: String, after: String, modifier: String?)] = [
    ("", "", nil), ("约", "", "approx"), ("将近", "", "nearly"), ("超过", "", "more_than"),
    ("逾", "", "more_than"), ("不到", "", "less_than"), ("不足", "", "less_than"),
    ("至少", "", "at_least"), ("最多", "", "at_most"), ("不超过", "", "at_most"),
    ("", "左右", "approx"), ("", "以上", "at_least"), ("", "以内", "at_most"),
  ]

  static func durations() -> [Case] {
    lengths.flatMap { unit, pattern in
      [1, 2, 3, 10, 20, 45].flatMap { number in
        counts(number).flatMap { count in
          limits.map { limit in
            Case(
              before: "全程用了" + limit.before, span: count + unit, after: limit.after + "，大家都很高兴。",
              timex: pattern.map { $0 == "#" ? "\(number)" : "\($0)" }.joined(),
              modifier: limit.modifier)
          }
        }
      }
    }
  }

  static func sets() -> [Case] {
    var cases: [Case] = []
    for (index, name) in Array("一二三四五六日").enumerated() {
      // 逢 stands outside.
      for (lead, word) in [("", "每周"), ("", "每星期"), ("", "每个星期"), ("逢", "周")] {
        let timex = "XXXX-WXX-\(index + 1)"
        cases += [
          Case(before: "他们" + lead, span: "\(word)\(name)", after: "检查。", timex: timex),
          Case(
            before: "他们" + lead, span: "\(word)\(name)下午2点", after: "检查。",
            timex: timex + "T14:00"),
        ]
      }
    }
    for number in 1...28 {
      for count in ["每月\(number)日", "每个月\(han(number))号"] {
        cases.append(
          Case(before: "他们", span: count, after: "检查。", timex: "XXXX-XX-\(two(number))"))
      }
    }
    for number in 1...12 {
      cases.append(
        Case(before: "他们", span: "每年\(number)月", after: "检查。", timex: "XXXX-\(two(number))"))
    }
    return cases
  }

  // MARK: The test

  static let kinds: [String: @Sendable () -> [Case]] = [
    "days": ofDays, "weeks": ofWeeks, "months": ofMonths, "years": ofYears,
    "distances": distances, "durations": durations, "sets": sets,
  ]

  @Test("give what Foundation's calendar says", arguments: kinds.keys.sorted())
  func matrix(kind: String) throws {
    let extractor = try Extractor(rules: Road.rules)
    let cases = Self.kinds[kind]?() ?? []
    #expect(cases.count > 90)
    var wrong: [String] = []
    for one in cases {
      let source = SourceText(id: "d", text: one.text, published: PublicationDate(Self.published))
      let found = extractor.records(of: source, types: [.date])
      let record = found.first { $0.text == one.span }
      if found.count != 1 || record?.value.text("timex") != one.timex
        || record?.value.text("modifier") != one.modifier
      {
        let got = found.map { "\($0.text) \($0.value.text("timex") ?? "")" }
        wrong.append("\(one), but found \(got)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(8)) of \(cases.count)")
  }
}
