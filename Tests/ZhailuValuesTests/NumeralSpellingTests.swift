// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuText
import ZhailuValues

/// Numbers spelled in every way and read back: promise 7 of the project, in small. With
/// `ZHAILU_NUMBERS=1000000`, as `make numbers` sets it, in full.
@Suite struct NumeralSpellingTests {
  enum Spelling: CaseIterable {
    case digits, commas, fullWidth, han, liang, capital, traditional, mixed, decimal, spaced,
      negative, coins

    func spell(_ number: Int) -> String {
      switch self {
      case .digits: "\(number)"
      case .commas: grouped(number, by: ",")
      case .fullWidth:
        String(grouped(number, by: "，").map { $0.isASCII ? Self.wide[Int("\($0)")!] : $0 })
      case .han: han(number)
      case .liang: liang(han(number))
      case .capital: replacing("一二三四五六七八九十百千", by: "壹贰叁肆伍陆柒捌玖拾佰仟", in: number)
      case .traditional: replacing("一二三四五六七八九十百千万亿", by: "壹貳參肆伍陸柒捌玖拾佰仟萬億", in: number)
      case .mixed: mixed(number)
      case .decimal: decimal(number)
      case .spaced: han(number).map(String.init).joined(separator: " ")
      case .negative: "负" + han(number)
      case .coins: replacing("一二三四五六七八九十百千", by: "壹贰叁肆伍陆柒捌玖拾佰仟", in: number) + "元整"
      }
    }

    private func replacing(_ from: String, by to: String, in number: Int) -> String {
      let table = Dictionary(uniqueKeysWithValues: zip(from, to))
      let text = han(number)
      return String((text.hasPrefix("十") ? "一" + text : text).map { table[$0] ?? $0 })
    }

    private static let wide = Array("０１２３４５６７８９")
    private static let numerals = Array("零一二三四五六七八九")

    private func grouped(_ number: Int, by mark: String) -> String {
      let digits = Array("\(number)")
      return digits.indices.map { index in
        let isCut = index > 0 && (digits.count - index) % 3 == 0
        return (isCut ? mark : "") + String(digits[index])
      }.joined()
    }

    /// 一万二千三百四十五亿六千七百八十九万零一百二十三.
    private func han(_ number: Int) -> String {
      if number == 0 { return "零" }
      let text = part(number)
      return text.hasPrefix("一十") ? String(text.dropFirst()) : text
    }

    private func part(_ number: Int) -> String {
      for (unit, name) in [(100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")]
      where number >= unit {
        let rest = number % unit
        let zero = rest > 0 && rest < unit / 10 ? "零" : ""
        return part(number / unit) + name + zero + (rest > 0 ? part(rest) : "")
      }
      return String(Self.numerals[number])
    }

    private func liang(_ text: String) -> String {
      var characters = Array(text)
      for index in characters.indices.dropLast() where characters[index] == "二" {
        let isAfterTen = index > 0 && characters[index - 1] == "十"
        if "百千万亿".contains(characters[index + 1]), !isAfterTen { characters[index] = "两" }
      }
      return String(characters)
    }

    /// 12亿3456万7890; a part below a thousand with 零 before it.
    private func mixed(_ number: Int) -> String {
      var text = ""
      for (unit, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = unit == 100_000_000 ? number / unit : number / unit % 10_000
        guard part > 0 else { continue }
        text += (text.isEmpty || part >= 1000 ? "" : "零") + "\(part)" + name
      }
      return text.isEmpty ? "0" : text
    }

    /// 1234.5678亿.
    private func decimal(_ number: Int) -> String {
      let (unit, width, name) =
        number >= 100_000_000
        ? (100_000_000, 8, "亿") : number >= 10_000 ? (10_000, 4, "万") : (1, 0, "")
      guard number % unit > 0 else { return "\(number / unit)\(name)" }
      var fraction = "\(number % unit)"
      fraction = String(repeating: "0", count: width - fraction.count) + fraction
      while fraction.hasSuffix("0") { fraction.removeLast() }
      return "\(number / unit).\(fraction)\(name)"
    }
  }

  private func misread(_ numbers: some Sequence<Int>, in spelling: Spelling) -> [String] {
    numbers.compactMap { number in
      let text = spelling.spell(number)
      let numeral = NumeralReader.read(text)
      let value = ExactDecimal(spelling == .negative ? -number : number)
      let end = text.utf16.count - (spelling == .coins ? 2 : 0)
      let isRight =
        numeral?.value == value && numeral?.modifier == nil && numeral?.extent == Extent(0, end)
      return isRight ? nil : "\(number): \(text)"
    }
  }

  @Test(arguments: [
    (Spelling.commas, "1,020,300,405"), (.fullWidth, "１，０２０，３００，４０５"), (.han, "十亿二千零三十万零四百零五"),
    (.liang, "十亿两千零三十万零四百零五"), (.capital, "壹拾亿贰仟零叁拾万零肆佰零伍"), (.traditional, "壹拾億貳仟零參拾萬零肆佰零伍"),
    (.mixed, "10亿2030万零405"), (.decimal, "10.20300405亿"), (.spaced, "十 亿 二 千 零 三 十 万 零 四 百 零 五"),
    (.negative, "负十亿二千零三十万零四百零五"), (.coins, "壹拾亿贰仟零叁拾万零肆佰零伍元整"),
  ])
  func spells(spelling: Spelling, text: String) {
    #expect(spelling.spell(1_020_300_405) == text)
  }

  @Test(arguments: Spelling.allCases)
  func everyNumberToTwentyThousand(spelling: Spelling) {
    #expect(misread(0...20_000, in: spelling) == [])
  }

  @Test(arguments: Spelling.allCases)
  func roundNumbersAndTheirNeighbours(spelling: Spelling) {
    let powers = (0...16).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
    let round = powers.flatMap { power in (1...9).map { $0 * power } }.filter { $0 <= powers[16] }
    let pairs = round.flatMap { left in powers.map { left + $0 } }
    let all = (round + pairs).flatMap { [$0 - 1, $0, $0 + 1] }
    #expect(misread(Set(all).filter { $0 <= powers[16] }.sorted(), in: spelling) == [])
  }

  /// How many values are spelled in each way.
  private static let count =
    ProcessInfo.processInfo.environment["ZHAILU_NUMBERS"].flatMap { Int($0) } ?? 20_000

  /// Values to 10^16, as many short as long ones.
  @Test(arguments: Spelling.allCases)
  func randomNumbers(spelling: Spelling) {
    var random = SplitMix64(seed: 21)
    let numbers = (0..<Self.count).map { _ in
      let limit = (0..<Int.random(in: 1...16, using: &random)).reduce(1) { power, _ in power * 10 }
      let number = Int.random(in: 0...limit, using: &random)
      // Half of them with zeros inside.
      return Bool.random(using: &random) ? number : number / 1000 * 1000 + number % 10
    }
    #expect(misread(numbers, in: spelling) == [])
  }

  /// Chinese digits one after the other; two alone may be a range, 五六.
  @Test func digitByDigit() {
    var random = SplitMix64(seed: 22)
    for _ in 0..<5000 {
      let digits = (0..<Int.random(in: 3...16, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      let text = digits.map { String(Array("〇一二三四五六七八九")[$0]) }.joined()
      let numeral = NumeralReader.read(text)
      #expect(numeral?.value == ExactDecimal(digits.reduce(0) { $0 * 10 + $1 }), "\(text)")
      #expect(numeral?.style.contains(.positional) ?? false, "\(text)")
    }
  }

  /// 三点一四: every decimal of up to five places.
  @Test func decimalsInChinese() {
    var random = SplitMix64(seed: 23)
    for _ in 0..<5000 {
      let whole = Int.random(in: 0...9999, using: &random)
      let places = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      let digits = Array("零一二三四五六七八九")
      let text = Spelling.han.spell(whole) + "点" + places.map { String(digits[$0]) }.joined()
      let value = ExactDecimal("\(whole).\(places.map(String.init).joined())")
      #expect(NumeralReader.read(text)?.value == value, "\(text)")
    }
  }
}
