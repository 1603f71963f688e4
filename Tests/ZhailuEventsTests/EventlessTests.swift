// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Sentences with verbs, sums and bodies in them that report no event: plans, promises, denials,
/// totals, prices, nouns made of verbs.
@Suite("Sentences without an event")
struct EventlessTests {
  @Test("of more than 200 sentences none gets an event")
  func precision() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "eventless.txt")
    let sentences = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(sentences.count >= 200)
    let wrong = try sentences.filter { try !EventRoad.events(String($0)).isEmpty }
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
