// SPDX-License-Identifier: Apache-2.0

/// One character for one: full width to half, Traditional to Simplified, variants to one form.
///
/// １２０萬圓（約） folds to 120万圆(约). The fold is for matching only; records show the source.
/// It is applied to rules and lexicons as well, so it need not be the spelling a reader would
/// choose (乾隆 folds to 干隆 in both), only the same on both sides.
package enum FoldTable {
  /// Indexed by UTF-16 unit. Surrogates stay as they are.
  package static let units: [UInt16] = makeUnits()

  package static func fold(_ text: some StringProtocol) -> [UInt16] {
    text.utf16.map { units[Int($0)] }
  }

  /// The same, without the look-ups of generic code.
  package static func fold(_ text: String) -> [UInt16] { text.utf16.map { units[Int($0)] } }

  /// Units folded one for one.
  package static func folded(_ units: ArraySlice<UInt16>) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: units.count) { buffer, count in
      fold(units, into: buffer)
      count = units.count
    }
  }

  /// The same into the first elements of `buffer`, which has room for them.
  static func fold(_ units: ArraySlice<UInt16>, into buffer: UnsafeMutableBufferPointer<UInt16>) {
    units.withUnsafeBufferPointer { units in
      Self.units.withUnsafeBufferPointer { table in
        for index in units.indices {
          buffer.initializeElement(at: index, to: table[Int(units[index])])
        }
      }
    }
  }

  package static func folded(_ text: some StringProtocol) -> String {
    String(units: fold(text))
  }

  private static func makeUnits() -> [UInt16] {
    var table = [UInt16](unsafeUninitializedCapacity: 0x10000) { units, count in
      for unit in 0..<0x10000 { units[unit] = UInt16(truncatingIfNeeded: unit) }
      count = 0x10000
    }
    for fullWidth in 0xFF01...0xFF5E { table[fullWidth] = UInt16(fullWidth - 0xFF01 + 0x21) }
    for pairs in [traditionalPairs, variantPairs] {
      var pairs = pairs.utf16.makeIterator()
      while let from = pairs.next(), let to = pairs.next() { table[Int(from)] = to }
    }
    for pair in punctuationPairs {
      let from = pair.from.utf16.first!
      table[Int(from)] = pair.to.utf16.first!
    }
    return table
  }

  /// Punctuation and symbols of one meaning, to the form that rules are written in.
  private static let punctuationPairs: [(from: String, to: String)] = [
    ("\u{3000}", " "), ("\u{00A0}", " "), ("\u{2002}", " "), ("\u{2003}", " "), ("\u{2009}", " "),
    ("\u{202F}", " "),
    ("￥", "¥"), ("￡", "£"), ("￠", "¢"), ("￣", "~"), ("〜", "~"), ("∼", "~"), ("˜", "~"),
    ("−", "-"), ("–", "-"), ("‐", "-"), ("‑", "-"), ("﹣", "-"), ("─", "—"), ("━", "—"),
    ("―", "—"), ("・", "·"), ("•", "·"), ("‧", "·"), ("∙", "·"), ("﹒", "."), ("﹐", ","),
    ("「", "“"), ("」", "”"), ("『", "‘"), ("』", "’"), ("〝", "“"), ("〞", "”"),
    ("﹙", "("), ("﹚", ")"), ("〔", "("), ("〕", ")"), ("﹪", "%"), ("﹕", ":"), ("∶", ":"),
    ("︰", ":"), ("○", "〇"), ("◯", "〇"), ("µ", "μ"), ("º", "°"), ("˚", "°"),
  ]
}
