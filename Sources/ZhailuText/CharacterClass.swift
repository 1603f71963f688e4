// SPDX-License-Identifier: Apache-2.0

/// What a folded character is, as far as reading text needs to know: bits of one table look-up.
package struct CharacterClass: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// 0 to 9.
  package static let digit = CharacterClass(rawValue: 1)
  /// 一二三 … 壹贰叁 … 十百千万亿 两 半 几 and what else a Chinese numeral may hold.
  package static let hanNumeral = CharacterClass(rawValue: 2)
  package static let han = CharacterClass(rawValue: 4)
  package static let latin = CharacterClass(rawValue: 8)
  package static let space = CharacterClass(rawValue: 16)
  /// 。！？!?… ends a sentence; a line feed too.
  package static let sentenceEnd = CharacterClass(rawValue: 32)
  /// ，、；： and the like end a clause, as sentence ends do.
  package static let clauseEnd = CharacterClass(rawValue: 64)
  package static let opening = CharacterClass(rawValue: 128)
  package static let closing = CharacterClass(rawValue: 256)
  package static let lineBreak = CharacterClass(rawValue: 512)
  /// Any other mark: dashes, middle dots, symbols.
  package static let mark = CharacterClass(rawValue: 1024)

  /// Indexed by folded UTF-16 unit.
  package static let table: [CharacterClass] = makeTable()

  package static func of(_ unit: UInt16) -> CharacterClass { table[Int(unit)] }

  private static func makeTable() -> [CharacterClass] {
    var table = [CharacterClass](repeating: [], count: 0x10000)
    func add(_ kind: CharacterClass, _ range: ClosedRange<Int>) {
      for unit in range { table[unit].insert(kind) }
    }
    func add(_ kind: CharacterClass, _ characters: String) {
      for unit in characters.utf16 { table[Int(unit)].insert(kind) }
    }
    add(.digit, 0x30...0x39)
    add(.latin, 0x41...0x5A)
    add(.latin, 0x61...0x7A)
    add(.latin, 0xC0...0x24F)
    add(.han, 0x3400...0x4DBF)
    add(.han, 0x4E00...0x9FFF)
    add(.han, 0xF900...0xFAFF)
    add(.han, "〇")
    add(.hanNumeral, "〇零一二三四五六七八九十百千万亿兆两廿卅半几数壹贰叁肆伍陆柒捌玖拾佰仟俩仨弌弍弎参")
    add(.space, " \t\u{200B}\u{FEFF}")
    add(.lineBreak, "\n\r\u{2028}\u{2029}\u{85}\u{0C}\u{0B}")
    add(.sentenceEnd, "。!?！？\n\r\u{2028}\u{2029}\u{85}\u{0C}\u{0B}")
    add(.clauseEnd, "。!?,;:、，；：…\n\r\u{2028}\u{2029}\u{85}\u{0C}\u{0B}")
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
    return table
  }
}
