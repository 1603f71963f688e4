// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("PlaceRoles")
struct PlaceRolesTests {
  @Test("each place keeps its own", arguments: EventFrame.Place.allCases)
  func places(place: EventFrame.Place) {
    var roles: PlaceRoles = [:]
    for other in EventFrame.Place.allCases {
      roles[other] = other == place ? .actor : .recipient
    }
    #expect(roles[place] == .actor)
    #expect(roles.values.count { $0 == .actor } == 1)
    roles[place] = nil
    #expect(roles[place] == nil)
    #expect(roles.values.count == EventFrame.Place.allCases.count - 1)
  }

  @Test("traits are a set", arguments: EventFrame.Trait.allCases)
  func traits(trait: EventFrame.Trait) {
    let others = EventFrame.Traits(EventFrame.Trait.allCases.filter { $0 != trait })
    #expect(!others.contains(trait))
    #expect(EventFrame.Traits([trait]).all == [trait])
    #expect(others.all.count == EventFrame.Trait.allCases.count - 1)
  }
}
