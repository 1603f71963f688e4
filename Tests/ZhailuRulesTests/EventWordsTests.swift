// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("EventWords")
struct EventWordsTests {
  private static let list = [
    EventRules.Word(
      wordClass: .verb, meaning: .none, frame: 3, kind: .donation, body: nil, weight: .light),
    EventRules.Word(
      wordClass: .pronoun, meaning: .own, frame: -1, kind: nil, body: .company, weight: .plain),
    EventRules.Word(
      wordClass: .adverb, meaning: .none, frame: -1, kind: nil, body: nil, weight: .plain),
  ]

  @Test("words are what they were, out of an image too")
  func same() throws {
    let words = EventWords(Self.list)
    var writer = ImageWriter()
    words.write(to: &writer)
    let memory = ImageMemory(writer.bytes)
    var reader = ImageReader(UnsafeRawBufferPointer(memory.bytes), owner: memory)
    let read = try EventWords(from: &reader)
    for words in [words, read] {
      #expect(words.map(\.kind) == [.donation, nil, nil])
      #expect(words.map(\.body) == [nil, .company, nil])
      #expect(words.map(\.frame) == [3, -1, -1])
      #expect(words[0].isLight && words[1].meaning == .own)
      #expect(Array(words.classes) == words.map(\.wordClass))
    }
  }
}
