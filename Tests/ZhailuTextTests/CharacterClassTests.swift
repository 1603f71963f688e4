// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct CharacterClassTests {
  static let classes: [(characters: String, kind: CharacterClass)] = [
    ("0123456789", .digit),
    ("〇零一二三四五六七八九十百千万亿兆两廿卅半几壹贰叁肆伍陆柒捌玖拾佰仟俩仨", .hanNumeral),
    ("〇零一二两十壹拾", [.hanDigit, .hanNumeral]),
    ("石景山区〇一龥㐀豈", .han), ("azAZéÿ", .latin), (" \u{200B}\u{FEFF}\t", .space), ("。!?", .sentenceEnd),
    ("。!?,;:、…", .clauseEnd), ("“‘([{《〈【<", .opening), ("”’)]}》〉】>", .closing),
    ("\n\r\u{2028}\u{2029}\u{85}\u{0C}\u{0B}", [.lineBreak, .sentenceEnd, .clauseEnd]),
    ("—-·%¥~/*×÷", .mark),
  ]

  @Test("a character is of its class", arguments: classes)
  func holds(characters: String, kind: CharacterClass) {
    for unit in characters.utf16 {
      #expect(CharacterClass.of(unit).contains(kind), "\(String(decoding: [unit], as: UTF16.self))")
    }
  }

  @Test(arguments: classes)
  func holdsNothingElse(characters: String, kind: CharacterClass) {
    let plain = "人a7 。(\n".utf16.filter { !characters.utf16.contains($0) }
    let others: [UInt16: CharacterClass] = [
      0x4EBA: .han, 0x61: .latin, 0x37: [.digit, .numeralStart], 0x20: .space,
      0x3002: [.sentenceEnd, .clauseEnd, .mark],
      0x28: [.opening, .mark], 0x0A: [.lineBreak, .sentenceEnd, .clauseEnd],
    ]
    for unit in plain { #expect(CharacterClass.of(unit) == others[unit]) }
  }

  @Test func coversEveryUnit() {
    #expect(CharacterClass.of(0xD83D) == [])
    #expect(CharacterClass.of(0xFFFF) == [])
  }
}
