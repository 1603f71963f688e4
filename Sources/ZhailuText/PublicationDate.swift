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

  /// How messages say what is read.
  package static let form = "YYYY-MM-DD or YYYY-MM-DDTHH:MM"

  /// Why a text is none, and what to do.
  package static func fault(of text: String, advice: String = "write \(form)") -> String {
    guard text.last == "Z" || text.last == "z", PublicationDate(text.dropLast()) != nil else {
      return "【\(text)】 is no date; \(advice)"
    }
    return "【\(text)】 is a time in UTC (Z), which does not say which day it was in China; "
      + "write it with +08:00, or the day alone"
  }

  /// Reads `2020-03-20`, `2020/3/20`, and either with a time: `2020-03-20T08:30`, `2020/3/20 0:00` as spreadsheets
  /// write it, `2020-03-20 08:30:15.25+08:00`; `nil` for anything else. An offset is read over, since the day counts as it is where the text was
  /// published; so a time in UTC, `Z`, says too little.
  package init?(_ text: some StringProtocol) {
    var text = DateText(text)
    guard let year = text.number(4...4), let mark = text.mark("-/"),
      let month = text.number(1...2), text.mark(mark) != nil, let day = text.number(1...2),
      year > 0, (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    var second: Int?
    if !text.isAtEnd {
      guard let time = text.time() else { return nil }
      second = time
    }
    self.init(year: year, month: month, day: day, secondOfDay: second)
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

/// The characters of a date that is read from left to right.
private struct DateText {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// A number of so many digits.
  mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    let found = rest.prefix(digits.upperBound).prefix { (0x30...0x39).contains($0) }
    guard digits.contains(found.count) else { return nil }
    rest = rest.dropFirst(found.count)
    return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// One of these marks.
  mutating func mark(_ marks: String) -> String? {
    guard let first = rest.first, marks.utf8.contains(first) else { return nil }
    rest = rest.dropFirst()
    return String(Unicode.Scalar(first))
  }

  /// Seconds since midnight of what is the rest: `T08:30`, ` 08:30:15.25+08:00`.
  mutating func time() -> Int? {
    guard let begin = mark("T "), let hour = number(begin == "T" ? 2...2 : 1...2), mark(":") != nil,
      let minute = number(2...2)
    else { return nil }
    var second = 0
    if mark(":") != nil {
      guard let seconds = number(2...2) else { return nil }
      second = seconds
      if mark(".") != nil, number(1...9) == nil { return nil }
    }
    guard hour < 24, minute < 60, second < 60, passOffset(), isAtEnd else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Passes `+08:00` or `+0800`, or nothing.
  private mutating func passOffset() -> Bool {
    if isAtEnd { return true }
    guard mark("+-") != nil, number(2...2) != nil else { return false }
    _ = mark(":")
    return number(2...2) != nil
  }
}
