// SPDX-License-Identifier: Apache-2.0
internal import ZhailuText

/// The day on which a text was published, by which 昨日, 上周五 and 3月18日 mean a day.
///
/// It is never taken from the clock: a text without one keeps what is not known, `XXXX-03-18`.
public struct PublicationDate: Hashable, Sendable, CustomStringConvertible {
  let date: ZhailuText.PublicationDate

  /// Reads `2020-03-20`, `2020-03-20T08:30` or `2020-03-20T08:30:00`; `nil` for anything else, and
  /// for days that there are not.
  public init?(_ text: some StringProtocol) {
    guard let date = ZhailuText.PublicationDate(text) else { return nil }
    self.date = date
  }

  public var description: String { date.description }
}
