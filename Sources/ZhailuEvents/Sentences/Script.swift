// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Numerals and marks that sentences are cut by, in folded text; words are in lexicons, and what is true of
/// characters in all texts is in `CharacterClass`.
enum Script {
  /// 一
  static let one: UInt16 = 0x4E00
  static let arabicOne: UInt16 = 0x31
  /// Paragraphs are numbered with them: 四、
  static let numbers = UnitSet("一二三四五六七八九十".utf16)

  /// 第二十一条: how an article of a rule is numbered.
  static let nth: UInt16 = 0x7B2C
  static let article: UInt16 = 0x6761
  static let articleNumbers = UnitSet("一二三四五六七八九十百千零".utf16)

  /// What ends a sentence, or a line; of what may end lines only the feed, by which they are counted.
  static func isEnd(_ unit: UInt16) -> Bool {
    switch unit {
    // 。
    case 0x3002, Mark.exclamation, Mark.question, Mark.lineFeed: true
    default: false
    }
  }

  /// What a mark is to a sentence; `nil` where it is none between clauses.
  static func mark(_ unit: UInt16) -> EventToken.Kind? {
    switch unit {
    case Mark.comma, Mark.colon: .comma
    case Mark.semicolon: .semicolon
    default: nil
    }
  }

  /// Behind 【赔偿】, which says of what kind the news is that a line tells; `place` itself where it does not
  /// close.
  static func endOfLabel(in text: UnsafeBufferPointer<UInt16>, at place: Int) -> Int {
    let end = min(text.count, place + longestLabel)
    return (place..<end).first { text[$0] == Mark.closeLabel }.map { $0 + 1 } ?? place
  }

  private static let longestLabel = 10

  /// The quotation mark that closes one that opens; `nil` for any other character.
  static func closingQuote(of unit: UInt16) -> UInt16? {
    switch unit {
    case Mark.openQuote: Mark.closeQuote
    case 0x22: 0x22
    default: nil
    }
  }
}
