// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

/// Every word that limits or blurs a number, with every magnitude, of money and of things: none of
/// them may give the record of the exact number (complaint 1 of users of such programs).
@Suite("Modifiers with every magnitude")
struct ModifierMatrixTests {
  /// A word that limits or blurs a number, and the modifier of the record.
  struct Word: Sendable {
    let text: String
    let modifier: String

    init(_ text: String, _ modifier: String) { (self.text, self.modifier) = (text, modifier) }
  }

  static let before: [Word] = [
    Word("近", "nearly"), Word("约", "approx"), Word("超过", "more_than"), Word("逾", "more_than"),
    Word("突破", "more_than"),
    Word("不足", "less_than"), Word("不到", "less_than"), Word("不超过", "at_most"),
    Word("至少", "at_least"),
    Word("最多", "at_most"),
  ]
  static let after: [Word] = [
    Word("左右", "approx"), Word("上下", "approx"), Word("以上", "at_least"), Word("以下", "at_most"),
    Word("以内", "at_most"),
    Word("许", "approx"),
  ]
  static let inside: [Word] = [Word("余", "more_than"), Word("多", "more_than")]
  static let vague: [Word] = [
    Word("上", "at_least"), Word("数", "more_than"), Word("几", "more_than"), Word("好几", "more_than"),
  ]

  static let magnitudes = [
    "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿",
  ]
  static let digits = ["50", "300", "2000", "3万", "20万", "500万", "1.2亿", "40亿", "3万亿"]
  static let numbers = magnitudes.map { "一\($0)" } + magnitudes.map { "三\($0)" } + digits

  /// Money and things, in simplified and traditional script.
  static let units: [(unit: String, type: MentionType, field: String)] = [
    ("元", .amount, "amount"), ("美元", .amount, "amount"), ("人", .quantity, "quantity"),
    ("吨", .quantity, "quantity"), ("噸", .quantity, "quantity"), ("圓", .amount, "amount"),
  ]

  private static let traditional: [Character: Character] = [
    "万": "萬", "亿": "億", "数": "數", "几": "幾", "余": "餘", "约": "約", "过": "過", "内": "內", "许": "許",
  ]

  static func inBothScripts(_ text: String) -> [String] {
    let other = String(text.map { traditional[$0] ?? $0 })
    return other == text ? [text] : [text, other]
  }

  /// The value of the one record of `type` in `text`.
  private func value(
    _ text: String, _ unit: (unit: String, type: MentionType, field: String)
  ) throws -> (number: String, modifier: String?)? {
    let records = Road.records("共计\(text)。").filter { $0.type == unit.type }
    guard records.count == 1, let number = records[0].value.text(unit.field) else { return nil }
    return (number, records[0].value.text("modifier"))
  }

  private func check(
    _ text: String, exact: String, _ modifier: String, in unit: Int
  ) throws {
    let unit = Self.units[unit]
    let plain = try #require(try value("\(exact)\(unit.unit)", unit), "\(exact)\(unit.unit)")
    #expect(plain.modifier == nil, "\(exact)\(unit.unit)")
    for spelling in Self.inBothScripts(text) {
      let found = try value(spelling, unit)
      #expect(found?.number == plain.number, "\(spelling)")
      #expect(found?.modifier == modifier, "\(spelling)")
    }
  }

  @Test("before a number", arguments: before, units.indices)
  func wordsBefore(word: Word, unit: Int) throws {
    for number in Self.numbers {
      try check(
        "\(word.text)\(number)\(Self.units[unit].unit)", exact: number, word.modifier, in: unit)
    }
  }

  @Test("after a number", arguments: after, units.indices)
  func wordsAfter(word: Word, unit: Int) throws {
    for number in Self.numbers {
      try check(
        "\(number)\(Self.units[unit].unit)\(word.text)", exact: number, word.modifier, in: unit)
    }
  }

  @Test("inside a number", arguments: inside, units.indices)
  func wordsInside(word: Word, unit: Int) throws {
    for number in Self.numbers where !number.contains(".") {
      try check(
        "\(number)\(word.text)\(Self.units[unit].unit)", exact: number, word.modifier, in: unit)
    }
    for magnitude in ["万", "亿", "万亿"] {
      try check(
        "20\(word.text)\(magnitude)\(Self.units[unit].unit)", exact: "20\(magnitude)",
        word.modifier, in: unit)
    }
  }

  @Test("as the number's beginning", arguments: vague, units.indices)
  func vagueWords(word: Word, unit: Int) throws {
    for magnitude in Self.magnitudes where magnitude != "十" || word.text != "上" {
      try check(
        "\(word.text)\(magnitude)\(Self.units[unit].unit)", exact: "一\(magnitude)",
        word.modifier, in: unit)
    }
  }

  @Test("来 after tens and hundreds", arguments: units.indices)
  func come(unit: Int) throws {
    for number in ["十", "二十", "一百", "两千", "三万"] {
      try check("\(number)来\(Self.units[unit].unit)", exact: number, "approx", in: unit)
    }
    try check("十来万\(Self.units[unit].unit)", exact: "十万", "approx", in: unit)
  }
}
