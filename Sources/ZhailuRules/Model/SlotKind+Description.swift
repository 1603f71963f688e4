// SPDX-License-Identifier: Apache-2.0

extension SlotKind: CustomStringConvertible {
  /// As it is written under `where`.
  package var description: String {
    switch self {
    case .lexicon(let names): "lexicon \(names.joined(separator: " "))"
    case .number(nil): "number"
    case .number(let range?): "number \(range.lowerBound)..\(range.upperBound)"
    case .largeNumber: "number large"
    case .digitNumber: "number digits"
    case .bareNumber: "number bare"
    case .cell(let cell): "cell \(cell.rawValue)"
    case .date(let part): "date \(part.rawValue)"
    case .mention(let type): "mention \(type)"
    case .pattern(let name): "pattern \(name)"
    case .words(let count, let not):
      "words \(count.lowerBound)..\(count.upperBound)"
        + (not.isEmpty ? "" : " not \(not.joined(separator: " "))")
    case .characters(let kind, let count):
      "characters \(kind.rawValue) \(count.lowerBound)..\(count.upperBound)"
    }
  }
}
