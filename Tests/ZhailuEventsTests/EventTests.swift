// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuEvents

@Suite("Event")
struct EventTests {
  private func party(_ mention: Int?) -> Event.Party {
    Event.Party(name: "甲", extent: Extent(0, 1), mention: mention, source: .subject)
  }

  @Test("mentions in the order of the text, each once, of few parties and of many")
  func mentions() {
    var event = Event(
      rule: "event.give", kind: .donation, verb: Extent(0, 1), actors: [party(3), party(nil)],
      recipients: [party(1), party(3)])
    event.amount = 2
    event.date = 0
    #expect(event.mentions == [0, 1, 2, 3])
    event.actors = (0..<40).reversed().map { party($0) }
    #expect(event.mentions == Array(0..<40))
    event.actors = []
    event.recipients = []
    (event.amount, event.date) = (nil, nil)
    #expect(event.mentions.isEmpty)
  }
}
