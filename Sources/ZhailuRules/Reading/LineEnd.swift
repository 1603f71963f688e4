// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The end of a line, and of the text: ↵ where people write or read it, a line feed in the text.
package enum LineEnd {
  /// ↵
  private static let sign: UInt16 = 0x21B5

  /// What texts have for what a rule or lexicon writes, folded: 罚↵ is 罚 at the end of its line.
  static func read(_ written: String) -> [UInt16] {
    FoldTable.fold(written).map { $0 == sign ? Mark.lineFeed : $0 }
  }

  /// A stretch of text, to be shown in one line.
  package static func show(_ text: String) -> String {
    String(units: text.utf16.map { $0 == Mark.lineFeed ? sign : $0 })
  }
}
