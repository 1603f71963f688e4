// SPDX-License-Identifier: Apache-2.0

/// How a number or a date departs from what is written: 超过40亿元 is more_than 4000000000.
///
/// The raw values are those of records and lexicons.
package enum Modifier: String, BitwiseCopyable, Sendable, CaseIterable {
  case approx
  case moreThan = "more_than"
  case lessThan = "less_than"
  case atLeast = "at_least"
  case atMost = "at_most"
  case nearly
  // Dates only.
  case before
  case after
  case since
  case until
  case start
  case mid
  case end

  /// The modifier of a number that has two: 约 before and 以上 after. The one that bounds says more
  /// than the one that blurs.
  package func combined(with other: Modifier?) -> Modifier {
    guard let other, other != self else { return self }
    return self == .approx || self == .nearly ? other : self
  }
}
