// SPDX-License-Identifier: Apache-2.0

/// A character that a page writes by its number or its name, `&#8220;` or `&ldquo;`.
enum HTMLReference {
  /// What stands between `&` and `;` means; `nil` where it means no character.
  static func scalar(_ units: ArraySlice<UInt16>) -> Unicode.Scalar? {
    let name = String(units: units)
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHex ? digits.dropFirst() : digits
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      isHex || number.allSatisfy(\.isNumber)
    else { return nil }
    return numbered(UInt32(number, radix: isHex ? 16 : 10) ?? 0)
  }

  /// What is no character is replaced, and what are control characters are those of Windows-1252, as the
  /// HTML standard has it (13.2.5.80, numeric character reference end state).
  private static func numbered(_ value: UInt32) -> Unicode.Scalar {
    if let index = Int(exactly: value).map({ $0 - 0x80 }), windows1252.indices.contains(index) {
      return windows1252[index]
    }
    return Unicode.Scalar(value == 0 ? 0xFFFD : value) ?? "\u{FFFD}"
  }

  /// From 0x80 to 0x9F; those that Windows-1252 leaves out stay as they are.
  private static let windows1252: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»",
    "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "bull": "•", "yen": "¥", "euro": "€",
    "pound": "£", "cent": "¢", "deg": "°", "times": "×", "divide": "÷", "plusmn": "±", "minus": "−",
    "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "permil": "‰", "micro": "µ", "sup1": "¹",
    "sup2": "²", "sup3": "³", "frac12": "½", "frac14": "¼", "frac34": "¾", "emsp": "\u{2003}",
    "ensp": "\u{2002}", "thinsp": "\u{2009}", "copy": "©", "reg": "®", "trade": "™", "sect": "§",
  ]
}
