// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Numerals and marks that sentences are cut by, in either width, of folded text; words are in lexicons.
enum Script {
  /// 一
  static let one: UInt16 = 0x4E00
  static let arabicOne: UInt16 = 0x31
  /// Paragraphs are numbered with them: 四、
  static let numbers = UnitSet("一二三四五六七八九十".utf16)
  static let letters = UInt16(0x41)...0x7A

  /// A Chinese character.
  @inline(__always)
  static func isHan(_ unit: UInt16) -> Bool { 0x4E00...0x9FFF ~= unit }

  static func isSpace(_ unit: UInt16) -> Bool { unit == Mark.space || unit == Mark.wideSpace }

  /// What ends a sentence, or a line.
  static func isEnd(_ unit: UInt16) -> Bool {
    switch unit {
    // 。 ！ ？
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F: true
    default: unit == Mark.lineFeed
    }
  }

  /// What a mark is to a sentence; `nil` where it is none between clauses.
  static func mark(_ unit: UInt16) -> EventToken.Kind? {
    switch unit {
    // ， ：
    case Mark.comma, 0xFF0C, Mark.colon, 0xFF1A: .comma
    // ；
    case Mark.semicolon, 0xFF1B: .semicolon
    default: nil
    }
  }

  static func isOpening(_ unit: UInt16) -> Bool { unit == Mark.opening || unit == 0xFF08 }
  static func isClosing(_ unit: UInt16) -> Bool { unit == Mark.closing || unit == 0xFF09 }

  /// The quotation mark that closes one that opens; `nil` for any other character.
  static func closingQuote(of unit: UInt16) -> UInt16? {
    switch unit {
    case Mark.openQuote: Mark.closeQuote
    case 0x22: 0x22
    default: nil
    }
  }
}
