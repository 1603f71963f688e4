// SPDX-License-Identifier: Apache-2.0

/// The day, and the time of day where it is known, on which a document was published: the anchor
/// of every relative and partial date. It comes from the input, never from the clock.
package struct PublicationDate: Hashable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int
  /// Seconds since midnight, where the input gives a time.
  package let secondOfDay: Int?

  package init(year: Int, month: Int, day: Int, secondOfDay: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    guard let date = Self.fields(of: halves[0], separator: "-", widths: [4, 2, 2]) else {
      return nil
    }
    guard date[0] > 0, (1...12).contains(date[1]),
      (1...Self.days(inMonth: date[1], of: date[0])).contains(date[2])
    else { return nil }
    var second: Int?
    if halves.count == 2 {
      guard
        let time = Self.fields(of: halves[1], separator: ":", widths: [2, 2])
          ?? Self.fields(of: halves[1], separator: ":", widths: [2, 2, 2]),
        time[0] < 24, time[1] < 60, time.count < 3 || time[2] < 60
      else { return nil }
      second = time[0] * 3600 + time[1] * 60 + (time.count == 3 ? time[2] : 0)
    }
    self.init(year: date[0], month: date[1], day: date[2], secondOfDay: second)
  }

  package var description: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let padding = String(repeating: "0", count: max(0, 4 - "\(year)".count))
    let date = "\(padding)\(year)-\(two(month))-\(two(day))"
    guard let secondOfDay else { return date }
    return date
      + "T\(two(secondOfDay / 3600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
  }

  private static func fields(
    of text: some StringProtocol, separator: Character, widths: [Int]
  ) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == widths else { return nil }
    var fields: [Int] = []
    for part in parts {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let field = Int(part) else {
        return nil
      }
      fields.append(field)
    }
    return fields
  }

  /// The days of a month of the Gregorian calendar.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
