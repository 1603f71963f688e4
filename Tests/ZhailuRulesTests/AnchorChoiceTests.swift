// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("The anchors of programs")
struct AnchorChoiceTests {
  /// What stands in a text, by the names of slots: how often, and whether a scan finds it.
  private static let parts: [String: (symbol: Symbol, expected: Frequencies.Expected)] = [
    "number": (Symbol(10), .init(inMillion: 26_000, isScanned: true)),
    "comma": (Symbol(11), .init(inMillion: 40_000, isScanned: true)),
    "word": (Symbol(12), .init(inMillion: 700, isScanned: true)),
    "made": (Symbol(13), .init(inMillion: 6000, isScanned: false)),
  ]

  /// The slot or text that a template's program is tried at.
  private static func anchor(_ template: String) throws -> String {
    var builder = ProgramBuilder(separators: Symbol(1)) { name in
      parts[name].map { .edge([$0.symbol], .any) }
    }
    let program = try builder.build(
      try TemplateParser.parse(template),
      expected: { matcher in
        switch matcher {
        case .literal(let text): Frequencies.ofText(text)
        case .edge(let symbols, _): parts.values.first { [$0.symbol] == symbols }?.expected
        default: nil
        }
      })
    switch program.steps[program.anchor].matcher {
    case .literal(let text): return String(decoding: text, as: UTF16.self)
    case .edge: return program.slots[program.steps[program.anchor].slot]
    default: return ""
    }
  }

  @Test(
    "a program is tried where it is tried least often",
    arguments: [
      ("{number}{word}", "word"), ("{word}…{number}", "word"),
      ("{number}{comma}{number}", "comma"), ("{made}{comma}", "made"),
      ("{number}{word}?{comma}", "number"), ("({number}|{word})公斤", "公斤"),
      ("{word}?{number}", "number"), ("{comma}{word}{made}", "made"),
    ])
  func least(template: String, anchor: String) throws {
    #expect(try Self.anchor(template) == anchor)
  }
}
