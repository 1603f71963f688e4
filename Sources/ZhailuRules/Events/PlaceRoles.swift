// SPDX-License-Identifier: Apache-2.0

/// The roles that places of a clause give: a dictionary of six keys that nothing hashes.
package struct PlaceRoles: Hashable, Sendable {
  private var subject, by, to, from, goal, object: EventFrame.Role?

  package init() {}

  package subscript(_ place: EventFrame.Place) -> EventFrame.Role? {
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

  package var values: [EventFrame.Role] {
    [subject, by, to, from, goal, object].compactMap { $0 }
  }
}

extension PlaceRoles: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (EventFrame.Place, EventFrame.Role)...) {
    for (place, role) in elements { self[place] = role }
  }
}
