// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

extension Record {
  /// The order of the contract, and of those that share their place by what they say: one order, whatever
  /// the one they came in.
  static func precedes(_ left: Record, _ right: Record) -> Bool {
    if left.place != right.place { return left.place < right.place }
    return (left.value.shown(), left.rule ?? "") < (right.value.shown(), right.rule ?? "")
  }
}

extension Record.Fields {
  /// The fields on a line, by name: `amount=5000 currency=CNY`.
  func shown(without hidden: Set<String> = []) -> String {
    names.filter { !hidden.contains($0) }.sorted()
      .map { "\($0)=\(self[$0]!.shown)" }.joined(separator: " ")
  }
}

extension Record.Fields.Field {
  /// The field as it stands on a line: `[甲公司, 乙公司]`.
  package var shown: String {
    switch self {
    case .text(let text): text.oneLine
    case .list(let list): "[\(list.map(\.oneLine).joined(separator: ", "))]"
    }
  }
}

extension String {
  /// The text with line breaks and other controls as spaces, so that it stays on its line.
  package var oneLine: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory.isBreak }) else {
      return self
    }
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      line.append(scalar.properties.generalCategory.isBreak ? " " : scalar)
    }
    return String(line)
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isBreak: Bool {
    self == .control || self == .lineSeparator || self == .paragraphSeparator
  }
}
