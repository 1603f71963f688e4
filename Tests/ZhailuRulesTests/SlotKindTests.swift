// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import ZhailuRules

@Suite("Kinds of slots")
struct SlotKindTests {
  /// How each kind is written. The switch names all of them: one that is new is not compiled before
  /// it stands here, and in `written`.
  private static func example(of kind: SlotKind) -> String {
    switch kind {
    case .lexicon: "lexicon measure-word unit-physical[dimension=mass|length]"
    case .number(nil): "number"
    case .number: "number 1..12"
    case .largeNumber: "number large"
    case .digitNumber: "number digits"
    case .bareNumber: "number bare"
    case .cell(.money): "cell money"
    case .cell(.unit): "cell unit"
    case .cell(.date): "cell date"
    case .date(let part): "date \(part.rawValue)"
    case .mention: "mention place"
    case .pattern: "pattern date-point"
    case .words(_, not: []): "words 1..4"
    case .words: "words 1..4 not org-stop date-set"
    case .characters(let kind, _): "characters \(kind.rawValue) 1..6"
    }
  }

  private static let written =
    [
      "lexicon measure-word unit-physical[dimension=mass|length]", "number", "number 1..12",
      "number large", "number digits", "number bare", "cell money", "cell unit", "cell date",
      "mention place",
      "pattern date-point", "words 1..4", "words 1..4 not org-stop date-set",
    ] + SlotKind.DatePart.allCases.map { "date \($0.rawValue)" }
    + SlotKind.CharacterSlot.allCases.map { "characters \($0.rawValue) 1..6" }

  @Test("are written as they are read", arguments: written)
  func roundTrip(text: String) throws {
    let kind = try SlotKind.parse(text).get()
    #expect(kind.description == text)
    #expect(Self.example(of: kind) == text)
  }

  @Test("stand in the schema and in the manual", arguments: written)
  func told(text: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules")
    let manual = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    // The first word, and the second where it is no name and no count.
    let words = text.split(separator: " ").prefix(2)
    #expect(manual.contains("`\(words[0])"))
    if ["large", "digits", "bare", "money", "unit"].contains(words.last) {
      #expect(manual.contains("`\(text)`"))
    } else if ["date", "characters"].contains(words[0]) {
      #expect(manual.contains(words[1]))
    }
    let schema = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "rule.schema.json")))
    let patterns = try #require(
      ((schema as? [String: Any])?["definitions"] as? [String: Any])?["slotKind"] as? [String: Any])
    let choices = try #require(patterns["anyOf"] as? [[String: Any]])
    #expect(
      try choices.contains { choice in
        let pattern = try Regex(choice["pattern"] as? String ?? "")
        return text.contains(pattern)
      })
  }
}
