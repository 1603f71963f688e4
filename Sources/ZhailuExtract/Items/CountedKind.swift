// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// The kind of thing that a measure word counts, where it says so: 名 persons, 家 bodies, 辆 vehicles.
enum CountedKind {
  case person, body, vehicle, machine

  /// The kind of the unit whose last character has these signs.
  init?(_ signs: ItemSign) {
    if signs.contains(.personUnit) {
      self = .person
    } else if signs.contains(.bodyUnit) {
      self = .body
    } else if signs.contains(.vehicleUnit) {
      self = .vehicle
    } else if signs.contains(.machineUnit) {
      self = .machine
    } else {
      return nil
    }
  }

  /// What nouns of the kind end in, beside those that are known by themselves.
  var end: ItemSign {
    switch self {
    case .person: .personEnd
    case .body: .bodyEnd
    case .vehicle: .vehicleEnd
    case .machine: .machineEnd
    }
  }
}
