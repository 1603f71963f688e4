// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// Who stands in the places of a clause; `nil` where a place was not read. Like `PlaceRoles`; one generic
/// type for both, from another module, would be called for each place and not compiled into the reader.
struct PlaceParties {
  private var subject, by, to, from, goal, object: [Event.Party]?

  subscript(_ place: EventFrame.Place) -> [Event.Party]? {
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
}
