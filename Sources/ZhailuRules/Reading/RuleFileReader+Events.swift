// SPDX-License-Identifier: Apache-2.0
import Yams

/// Rules for events, which have a verb and roles in place of a pattern.
extension RuleFileReader {
  private static let eventKeys = [
    "rule", "finds", "says", "verb", "roles", "needs", "traits", "examples", "counterexamples",
    "known_misses",
  ]

  mutating func eventRule(_ node: Node) -> Rule? {
    let keys = yaml.pairs(node, "a rule for events", known: Self.eventKeys)
    guard let head = head(node, keys, name: "rule", as: "event.give") else { return nil }
    let name = head.name
    let finds = required("finds", of: name, in: keys, node).flatMap { yaml.text($0, "【finds】") }
    if let finds, finds != "event" {
      yaml.report(
        yaml.place(keys["finds"] ?? node), "a rule with a verb finds an event, not 【\(finds)】")
    }
    let verb = required("verb", of: name, in: keys, node).flatMap { verbs($0) } ?? ""
    let frame = EventFrame(
      rule: name, verb: verb, roles: keys["roles"].map { roles($0) } ?? [:],
      needs: required("needs", of: name, in: keys, node).flatMap { needs($0) } ?? .given,
      traits: EventFrame.Traits(keys["traits"].map { traits($0) } ?? []))
    let texts = texts(keys, of: name)
    return Rule(
      id: name, kind: .finds("event"), says: head.says, patterns: [], slots: [],
      settings: frame.settings(at: yaml.place(keys["verb"] ?? node)), exclusions: [],
      evidence: nil, tells: nil, about: nil, examples: texts.examples,
      counterexamples: texts.counterexamples, knownMisses: texts.knownMisses, place: head.place)
  }

  /// `lexicon event-verb[frame=give]`.
  private mutating func verbs(_ node: Node) -> String? {
    guard let text = yaml.text(node, "the verbs of a rule") else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 2, words[0] == "lexicon" else {
      yaml.report(
        yaml.place(node), "【\(text)】 names no verbs; write 【lexicon event-verb[frame=give]】")
      return nil
    }
    return String(words[1])
  }

  private mutating func roles(_ node: Node) -> PlaceRoles {
    let known = EventFrame.Place.allCases.map(\.rawValue)
    var roles: PlaceRoles = [:]
    for (key, value) in yaml.pairs(node, "【roles】", known: known) {
      guard let place = EventFrame.Place(rawValue: key), let text = yaml.text(value, "a role")
      else {
        continue
      }
      roles[place] = choice(text, value, "role", EventFrame.Role.allCases)
    }
    return roles
  }

  private mutating func needs(_ node: Node) -> EventFrame.Need? {
    yaml.text(node, "【needs】").flatMap { choice($0, node, "need", EventFrame.Need.allCases) }
  }

  private mutating func traits(_ node: Node) -> [EventFrame.Trait] {
    yaml.list(node, "【traits】").compactMap { element in
      yaml.text(element, "a trait").flatMap {
        choice($0, element, "trait", EventFrame.Trait.allCases)
      }
    }
  }

  private mutating func choice<Choice: RawRepresentable>(
    _ text: String, _ node: Node, _ what: String, _ all: [Choice]
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    yaml.report(
      yaml.place(node),
      "no \(what) is called 【\(text)】" + hint(for: text, among: all.map(\.rawValue)))
    return nil
  }
}
