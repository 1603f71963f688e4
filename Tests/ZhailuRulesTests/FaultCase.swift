// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

/// A pack with something wrong in it, and all that is said of it: every message, whole.
struct FaultCase: Sendable, CustomTestStringConvertible {
  /// A change of the sound pack in `Pack`; a path that begins with + is one of an overlay.
  enum Change: Sendable {
    case put(String, String)
    case edit(String, String, String)
  }

  let name: String
  let changes: [Change]
  let expected: [String]

  init(_ name: String, _ changes: [Change], _ expected: [String]) {
    (self.name, self.changes, self.expected) = (name, changes, expected)
  }

  var testDescription: String { name }

  static let all =
    yaml + slips + rules + slots + templates + fields + values + examples + stages + lexicons
    + headers + packs + evidence
}
