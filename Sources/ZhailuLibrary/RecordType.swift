// SPDX-License-Identifier: Apache-2.0
internal import ZhailuValues

/// What a record is about.
public enum RecordType: String, Codable, Hashable, Sendable, CaseIterable {
  case organization, amount, quantity, date, event
  /// A bare number, 三百, only among the records where it is asked for.
  case number
  /// A place in an order, 第三, only among the records where it is asked for.
  case ordinal

  /// All but bare numbers and ordinals.
  public static let usual: Set<RecordType> = [.organization, .amount, .quantity, .date, .event]

  var mention: MentionType {
    switch self {
    case .organization: .organization
    case .amount: .amount
    case .quantity: .quantity
    case .date: .date
    case .event: .event
    case .number: .number
    case .ordinal: .ordinal
    }
  }
}
