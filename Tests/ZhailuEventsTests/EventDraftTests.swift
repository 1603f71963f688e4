// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuEvents

@Suite("EventDraft")
struct EventDraftTests {
  private func draft(_ actors: [String], _ recipients: [String], amounts: [Int]) -> EventDraft {
    func party(_ name: String) -> Event.Party {
      Event.Party(name: name, extent: Extent(0, 1), mention: nil, source: .subject)
    }
    var draft = EventDraft(rule: "event.give", kind: .donation, verb: Extent(0, 1))
    draft.actors = actors.map(party)
    draft.recipients = recipients.map(party)
    draft.things = amounts.map { GivenThing(amount: $0) }
    return draft
  }

  private func said(_ draft: EventDraft) -> [String] {
    draft.events().map { event in
      let parties = [event.actors, event.recipients].map { $0.map(\.name).joined() }
      return "\(parties[0])→\(parties[1]) \(event.amount ?? -1)"
    }
  }

  @Test("together without a word of distribution")
  func together() {
    #expect(said(draft(["甲", "乙"], [], amounts: [0])) == ["甲乙→ 0"])
  }

  @Test("分别 with one sum: each of them; with as many: one to one")
  func respectively() {
    var one = draft(["甲", "乙"], [], amounts: [0])
    one.isRespective = true
    #expect(said(one) == ["甲→ 0", "乙→ 0"])
    var two = draft(["甲", "乙"], [], amounts: [0, 1])
    two.isRespective = true
    #expect(said(two) == ["甲→ 0", "乙→ 1"])
  }

  @Test("分别 over receivers")
  func receivers() {
    var draft = draft(["甲"], ["丙", "丁"], amounts: [0, 1])
    draft.isRespective = true
    #expect(said(draft) == ["甲→丙 0", "甲→丁 1"])
  }

  @Test("各 over givers, 共同 against it")
  func each() {
    var draft = draft(["甲", "乙"], ["丙"], amounts: [0])
    draft.isEach = true
    #expect(said(draft) == ["甲→丙 0", "乙→丙 0"])
    draft.isJoint = true
    #expect(said(draft) == ["甲乙→丙 0"])
  }

  @Test("as many sums as receivers: one to one, if of one currency and not 共同")
  func sums() {
    var draft = draft(["甲"], ["丙", "丁"], amounts: [0, 1])
    #expect(said(draft) == ["甲→丙丁 0", "甲→丙丁 1"])
    draft.areSums = true
    #expect(said(draft) == ["甲→丙 0", "甲→丁 1"])
    draft.isJoint = true
    #expect(said(draft) == ["甲→丙丁 0", "甲→丙丁 1"])
  }
}
