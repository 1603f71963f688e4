// SPDX-License-Identifier: Apache-2.0

/// What a folded character says inside a numeral.
package struct Digit: Sendable {
  package enum Kind: UInt8, Sendable {
    case none
    /// 0 to 9.
    case arabic
    /// ½ ¼ ¾ and others that are decimals; the value is their number in `fractions`.
    case fraction
    /// 〇 to 九, 两, and the capital forms 壹贰叁.
    case digit
    /// 十百千万亿兆; the value is the power of ten.
    case magnitude
    /// 廿, 卅 and 卌: the value is the number of tens.
    case tens
    /// 点 between Chinese digits.
    case point
  }

  package var kind = Kind.none
  package var value = 0

  package var isHan: Bool { kind.rawValue >= Kind.digit.rawValue }

  @inline(__always)
  package static func of(_ unit: UInt16) -> Digit {
    let entry = table[Int(unit)]
    return Digit(kind: Kind(rawValue: entry >> 5)!, value: Int(entry & 31))
  }

  /// The fractions of one character that are decimals, in thousandths. ⅓ and its like are none.
  static let fractions: [(character: String, thousandths: Int)] = [
    ("½", 500), ("¼", 250), ("¾", 750), ("⅕", 200), ("⅖", 400), ("⅗", 600), ("⅘", 800),
    ("⅛", 125), ("⅜", 375), ("⅝", 625), ("⅞", 875), ("⅒", 100),
  ]

  /// Kind in the upper three bits, value in the lower five.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    func set(_ characters: String, _ kind: Kind, _ value: Int) {
      for unit in characters.utf16 { table[Int(unit)] = kind.rawValue << 5 | UInt8(value) }
    }
    for digit in 0...9 { set("\(digit)", .arabic, digit) }
    let digits = [
      "〇零", "一壹弌", "二两贰弍俩", "三叁弎参仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖",
    ]
    for (value, characters) in digits.enumerated() { set(characters, .digit, value) }
    let powers = [("十拾", 1), ("百佰", 2), ("千仟", 3), ("万", 4), ("亿", 8), ("兆", 12)]
    for (characters, power) in powers { set(characters, .magnitude, power) }
    set("廿", .tens, 2)
    set("卅", .tens, 3)
    set("卌", .tens, 4)
    set("点", .point, 0)
    for (index, fraction) in fractions.enumerated() { set(fraction.character, .fraction, index) }
    return table
  }()
}
