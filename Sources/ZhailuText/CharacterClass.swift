// SPDX-License-Identifier: Apache-2.0

/// What a folded character is, as far as reading text needs to know: bits of one table look-up.
///
/// Public, since what is only of the package is not inlined in other modules of it.
public struct CharacterClass: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt16
  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whether the two have a bit in common.
  @inlinable @inline(__always)
  public func meets(_ other: CharacterClass) -> Bool { rawValue & other.rawValue != 0 }

  /// 0 to 9.
  @inlinable public static var digit: CharacterClass { CharacterClass(rawValue: 1) }
  /// 一二三 … 壹贰叁 … 十百千万亿 两 半 几 and what else a Chinese numeral may hold.
  @inlinable public static var hanNumeral: CharacterClass { CharacterClass(rawValue: 2) }
  @inlinable public static var han: CharacterClass { CharacterClass(rawValue: 4) }
  @inlinable public static var latin: CharacterClass { CharacterClass(rawValue: 8) }
  @inlinable public static var space: CharacterClass { CharacterClass(rawValue: 16) }
  /// 。!? end a sentence, and so does the end of a line; … does not: behind it one may go on.
  @inlinable public static var sentenceEnd: CharacterClass { CharacterClass(rawValue: 32) }
  /// ,、;:… end a clause, and what ends a sentence does.
  @inlinable public static var clauseEnd: CharacterClass { CharacterClass(rawValue: 64) }
  @inlinable public static var opening: CharacterClass { CharacterClass(rawValue: 128) }
  @inlinable public static var closing: CharacterClass { CharacterClass(rawValue: 256) }
  @inlinable public static var lineBreak: CharacterClass { CharacterClass(rawValue: 512) }
  /// Any other mark: dashes, middle dots, symbols.
  @inlinable public static var mark: CharacterClass { CharacterClass(rawValue: 1024) }

  /// What a numeral may begin with: numerals, ½ and its like, and before one 上 过 好 (上百, 过亿, 好几万),
  /// 负, a minus sign and a point.
  @inlinable public static var numeralStart: CharacterClass { CharacterClass(rawValue: 2048) }

  /// 〇一二 … 十两 壹贰 … 拾: what counts by itself.
  @inlinable public static var hanDigit: CharacterClass { CharacterClass(rawValue: 4096) }

  /// What words are made of.
  @inlinable public static var wordLike: CharacterClass { CharacterClass(rawValue: 4 | 8 | 1) }
  /// What numerals are made of.
  @inlinable public static var numeralLike: CharacterClass { CharacterClass(rawValue: 1 | 2) }
  /// Beside these a printer's space may be stepped over.
  @inlinable public static var besideSpace: CharacterClass { CharacterClass(rawValue: 1 | 2 | 8) }

  /// White space and line breaks.
  @inlinable public static var blank: CharacterClass { CharacterClass(rawValue: 16 | 512) }

  /// Indexed by folded UTF-16 unit; it lives as long as the program.
  nonisolated(unsafe) public static let table: UnsafePointer<CharacterClass> = {
    let table = UnsafeMutablePointer<CharacterClass>.allocate(capacity: 0x10000)
    fill(table)
    return UnsafePointer(table)
  }()

  @inlinable @inline(__always)
  public static func of(_ unit: UInt16) -> CharacterClass { table[Int(unit)] }

  private static func fill(_ table: UnsafeMutablePointer<CharacterClass>) {
    table.initialize(repeating: [], count: 0x10000)
    func add(_ kind: CharacterClass, _ range: ClosedRange<Int>) {
      for unit in range { table[unit].insert(kind) }
    }
    func add(_ kind: CharacterClass, _ characters: String) {
      for unit in characters.utf16 { table[Int(unit)].insert(kind) }
    }
    add(.digit, 0x30...0x39)
    add(.latin, 0x41...0x5A)
    add(.latin, 0x61...0x7A)
    // Without × and ÷.
    add(.latin, 0xC0...0xD6)
    add(.latin, 0xD8...0xF6)
    add(.latin, 0xF8...0x24F)
    add(.han, 0x3400...0x4DBF)
    add(.han, 0x4E00...0x9FFF)
    add(.han, 0xF900...0xFAFF)
    add(.han, "〇")
    add([.hanDigit, .hanNumeral], "〇零一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾")
    add(.hanNumeral, "百千万亿兆廿卅卌半几数佰仟俩仨弌弍弎参")
    for unit in 0..<0x10000 where table[unit].meets(.numeralLike) {
      table[unit].insert(.numeralStart)
    }
    add(.numeralStart, "上过好负-.½¼¾⅕⅖⅗⅘⅛⅜⅝⅞⅒")
    add(.space, " \t\u{200B}\u{FEFF}")
    add(.lineBreak, "\n\r\u{2028}\u{2029}\u{85}\u{0C}\u{0B}")
    add(.sentenceEnd, "。!?\n\r\u{2028}\u{2029}\u{85}\u{0C}\u{0B}")
    add(.clauseEnd, "。!?,;:、…\n\r\u{2028}\u{2029}\u{85}\u{0C}\u{0B}")
    add(.opening, "“‘([{《〈【<")
    add(.closing, "”’)]}》〉】>")
    add(.mark, 0x21...0x2F)
    add(.mark, 0x3A...0x40)
    add(.mark, 0x5B...0x60)
    add(.mark, 0x7B...0x7E)
    add(.mark, 0x2000...0x2BFF)
    add(.mark, 0x3001...0x3006)
    add(.mark, 0x3008...0x3030)
    add(.mark, 0xA1...0xBF)
    add(.mark, "×÷")
  }
}
