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
    let bytes = Array(text.utf8)
    guard [10, 16, 19].contains(bytes.count) else { return nil }
    // Each byte is a digit where the form has one, or the mark that the form has.
    let fits = zip(bytes, "0000-00-00T00:00:00".utf8).allSatisfy { byte, form in
      form == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == form
    }
    guard fits else { return nil }
    func number(_ places: Range<Int>) -> Int {
      places.reduce(0) { $0 * 10 + Int(bytes[$1] - 0x30) }
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    guard year > 0, (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    guard bytes.count > 10 else {
      self.init(year: year, month: month, day: day)
      return
    }
    let second = bytes.count > 16 ? number(17..<19) : 0
    guard number(11..<13) < 24, number(14..<16) < 60, second < 60 else { return nil }
    self.init(
      year: year, month: month, day: day,
      secondOfDay: number(11..<13) * 3600 + number(14..<16) * 60 + second)
  }

  package var description: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let padding = String(repeating: "0", count: max(0, 4 - "\(year)".count))
    let date = "\(padding)\(year)-\(two(month))-\(two(day))"
    guard let secondOfDay else { return date }
    return date
      + "T\(two(secondOfDay / 3600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
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
