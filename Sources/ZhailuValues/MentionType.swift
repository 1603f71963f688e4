// SPDX-License-Identifier: Apache-2.0

/// The types of records.
package enum MentionType: String, Sendable, CaseIterable {
  case organization, amount, quantity, date, number, ordinal, event

  /// Its place in `allCases`. Sets and counts of types go by it: an enumeration whose raw values are
  /// texts is hashed by its text.
  @inlinable package var index: Int {
    switch self {
    case .organization: 0
    case .amount: 1
    case .quantity: 2
    case .date: 3
    case .number: 4
    case .ordinal: 5
    case .event: 6
    }
  }
}
