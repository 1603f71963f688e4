// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuShipped

@testable import ZhailuRules

@Suite("EventFrame")
struct EventFrameTests {
  private static func rule(_ settings: [Rule.Setting]) -> Rule {
    Rule(
      id: "event.give", kind: .finds("event"), says: "x", patterns: [], slots: [],
      settings: settings, exclusions: [], evidence: nil, tells: nil, about: nil, examples: [],
      counterexamples: [],
      knownMisses: [], place: Diagnostic.Place(file: "", line: 0))
  }

  @Test("a frame travels as the settings of its rule")
  func settings() {
    let frame = EventFrame(
      rule: "event.give", verb: "event-verb[frame=give]",
      roles: [.subject: .actor, .to: .recipient],
      needs: .given, traits: [.passesOn])
    #expect(EventFrame(Self.rule(frame.settings(at: Diagnostic.Place(file: "", line: 0)))) == frame)
  }

  @Test("a rule without a verb has no frame")
  func none() {
    #expect(EventFrame(Self.rule([])) == nil)
  }

  @Test("every verb of the shipped rules has a kind of the contract and a frame")
  func verbs() throws {
    let rules = try RuleSet.shipped().events
    let verbs = rules.words.filter { $0.wordClass == .verb }
    #expect(verbs.count > 300)
    for verb in verbs { #expect(verb.kind != nil, "\(verb)") }
    #expect(
      Set(verbs.map(\.frame))
        == Set(rules.frames.indices.filter { !rules.frames[$0].traits.contains(.table) }))
  }
}
