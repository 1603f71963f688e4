// SPDX-License-Identifier: Apache-2.0

/// Something for some of the places of a clause: a dictionary of six keys that nothing hashes.
package struct PlaceMap<Value> {
  private var subject, by, to, from, goal, object: Value?

  package init() {}

  package subscript(_ place: EventFrame.Place) -> Value? {
    get {
      switch place {
      case .subject: subject
      case .by: by
      case .to: to
      case .from: from
      case .goal: goal
      case .object: object
      }
    }
    set {
      switch place {
      case .subject: subject = newValue
      case .by: by = newValue
      case .to: to = newValue
      case .from: from = newValue
      case .goal: goal = newValue
      case .object: object = newValue
      }
    }
  }

  package var values: [Value] { [subject, by, to, from, goal, object].compactMap { $0 } }
}

extension PlaceMap: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (EventFrame.Place, Value)...) {
    for (place, value) in elements { self[place] = value }
  }
}

extension PlaceMap: Equatable where Value: Equatable {}
extension PlaceMap: Hashable where Value: Hashable {}
extension PlaceMap: Sendable where Value: Sendable {}
