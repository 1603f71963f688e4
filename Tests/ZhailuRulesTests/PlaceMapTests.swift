// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("PlaceMap")
struct PlaceMapTests {
  @Test("each place keeps its own", arguments: EventFrame.Place.allCases)
  func places(place: EventFrame.Place) {
    var map: PlaceMap<String> = [:]
    for other in EventFrame.Place.allCases { map[other] = other.rawValue }
    #expect(map[place] == place.rawValue)
    map[place] = nil
    #expect(map[place] == nil)
    #expect(map.values.count == EventFrame.Place.allCases.count - 1)
  }

  @Test("traits are a set", arguments: EventFrame.Trait.allCases)
  func traits(trait: EventFrame.Trait) {
    let others = EventFrame.Traits(EventFrame.Trait.allCases.filter { $0 != trait })
    #expect(!others.contains(trait))
    #expect(EventFrame.Traits([trait]).all == [trait])
    #expect(others.all.count == EventFrame.Trait.allCases.count - 1)
  }
}
