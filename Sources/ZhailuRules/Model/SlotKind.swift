// SPDX-License-Identifier: Apache-2.0

/// What may stand in a slot: the right side of a line under `where`.
package enum SlotKind: Hashable, Sendable {
  /// An entry of one of the lexicons: `lexicon currency-after`, `lexicon measure-word unit-physical`.
  case lexicon([String])
  /// A whole numeral: `number`; with bounds, `number 1..9`.
  case number(ClosedRange<Int>?)
  /// A whole numeral with 万 or 亿: `number large`.
  case largeNumber
  /// A whole numeral in digits, at least in part: `number digits`.
  case digitNumber
  /// A magnitude without a number before it: `number bare`, 百 in 近百元.
  case bareNumber
  /// A number in a column whose heading states its unit: `cell money` under 金额（万元）, `cell unit`;
  /// a month and a day under 日期: `cell date`.
  case cell(Cell)
  /// A part of a date or time in digits: `date year`, `date month`.
  case date(DatePart)
  /// A candidate of an earlier stage: `mention place`.
  case mention(String)
  /// A named pattern: `pattern clock-time`.
  case pattern(String)
  /// So many words of the segmenter, none of them in the lexicons: `words 1..4 not org-stop`.
  case words(ClosedRange<Int>, not: [String])
  /// So many characters of one class: `characters latin 1..6`.
  case characters(CharacterSlot, ClosedRange<Int>)

  package enum Cell: String, Sendable, CaseIterable {
    case money, unit, date
  }

  package enum DatePart: String, Sendable, CaseIterable {
    case year, month, day, hour, minute, second
    /// A year that is no length of time either: 2020, 二〇二〇, 08, 97; not 20, which 20年 may count.
    case fullYear = "full-year"
    /// A minute that may stand without 分: 九点二十, 7点05.
    case fullMinute = "full-minute"
    /// Two hours side by side: 七八点.
    case hourPair = "hour-pair"
    /// A count that is told roughly, and so is no year: 3000多, 数千.
    case vagueCount = "vague-count"

    package var range: ClosedRange<Int> {
      switch self {
      case .year, .fullYear: 0...2199
      case .vagueCount: 0...999_999
      case .month: 1...12
      case .day: 1...31
      case .hour, .hourPair: 0...24
      case .minute, .second, .fullMinute: 0...59
      }
    }
  }

  package enum CharacterSlot: String, Sendable, CaseIterable {
    case han, latin, digit, name
  }

  static let longest = 64
  /// No slot of a person's names more lexicons.
  private static let mostNames = 64

  /// Reads `text`; the message of a fault says what is known.
  static func parse(_ text: String) -> Result<SlotKind, Message> {
    let words = text.split(separator: " ").map(String.init)
    guard let head = words.first else { return .failure(Message("a slot without a kind")) }
    let rest = Array(words.dropFirst())
    guard rest.count <= mostNames else {
      return .failure(Message("more than 【\(mostNames)】 names in the kind of one slot"))
    }
    if let twice = rest.first(where: { name in rest.count { $0 == name } > 1 }) {
      return .failure(Message("【\(twice)】 stands twice in 【\(text)】"))
    }
    switch head {
    case "lexicon":
      return rest.isEmpty
        ? .failure(Message("【lexicon】 needs the name of one: lexicon measure-word"))
        : .success(.lexicon(rest))
    case "number": return number(rest)
    case "date": return datePart(rest)
    case "cell":
      guard rest.count == 1, let cell = Cell(rawValue: rest[0]) else {
        return .failure(Message("after 【cell】 stands money, unit or date: cell money"))
      }
      return .success(.cell(cell))
    case "mention", "pattern":
      guard rest.count == 1 else {
        return .failure(Message("【\(head)】 needs one name: \(head) place"))
      }
      return .success(head == "mention" ? .mention(rest[0]) : .pattern(rest[0]))
    case "words": return wordCount(rest)
    case "characters": return characters(rest)
    default:
      let known = [
        "lexicon", "number", "cell", "date", "mention", "pattern", "words", "characters",
      ]
      return .failure(
        Message("no kind of slot is called 【\(head)】" + hint(for: head, among: known)))
    }
  }

  struct Message: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  private static func number(_ rest: [String]) -> Result<SlotKind, Message> {
    if rest.isEmpty { return .success(.number(nil)) }
    if rest == ["large"] { return .success(.largeNumber) }
    if rest == ["digits"] { return .success(.digitNumber) }
    if rest == ["bare"] { return .success(.bareNumber) }
    guard rest.count == 1, let range = range(rest[0], limit: Int.max) else {
      if let close = rest.first.flatMap({ suggestion(for: $0, among: ["large", "digits", "bare"]) })
      {
        return .failure(
          Message("no kind of number is called 【\(rest[0])】; did you mean \(close)?"))
      }
      return .failure(
        backwards(rest.first)
          ?? Message(
            "after 【number】 stand its bounds, 【large】, 【digits】, 【bare】, or nothing: number 1..12"))
    }
    return .success(.number(range))
  }

  private static func datePart(_ rest: [String]) -> Result<SlotKind, Message> {
    guard rest.count == 1, let part = DatePart(rawValue: rest[0]) else {
      let known = DatePart.allCases.map(\.rawValue)
      let close = rest.first.map { hint(for: $0, among: known) } ?? ""
      return .failure(
        Message("no part of a date is called 【\(rest.joined(separator: " "))】" + close))
    }
    return .success(.date(part))
  }

  private static func wordCount(_ rest: [String]) -> Result<SlotKind, Message> {
    guard let first = rest.first, let range = range(first, limit: longest), range.lowerBound > 0
    else {
      return .failure(
        backwards(rest.first)
          ?? Message("after 【words】 stands how many, at most \(longest): words 1..4"))
    }
    if rest.count == 1 { return .success(.words(range, not: [])) }
    guard rest[1] == "not", rest.count > 2 else {
      return .failure(
        Message(
          "after the count of words stands nothing, or 【not】 and lexicons, not 【\(rest[1])】"))
    }
    return .success(.words(range, not: Array(rest[2...])))
  }

  private static func characters(_ rest: [String]) -> Result<SlotKind, Message> {
    guard rest.count == 2, let kind = CharacterSlot(rawValue: rest[0]),
      let range = range(rest[1], limit: longest), range.lowerBound > 0
    else {
      let known = CharacterSlot.allCases.map(\.rawValue).joined(separator: ", ")
      return .failure(
        backwards(rest.last)
          ?? Message("after 【characters】 stand a class (\(known)) and how many, at most \(longest)")
      )
    }
    return .success(.characters(kind, range))
  }

  /// `4`, `1..4`; `nil` where it is none, is empty or goes over `limit`.
  private static func range(_ text: String, limit: Int) -> ClosedRange<Int>? {
    guard let (low, high) = bounds(text), low <= high, high <= limit else { return nil }
    return low...high
  }

  /// What is said of `4..1`.
  private static func backwards(_ text: String?) -> Message? {
    guard let text, let (low, high) = bounds(text), low > high else { return nil }
    return Message("【\(text)】 runs backwards; write \(high)..\(low)")
  }

  private static func bounds(_ text: String) -> (low: Int, high: Int)? {
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    if ends.count == 1, let only = Int(ends[0]) { return (only, only) }
    guard ends.count == 3, ends[1].isEmpty, let low = Int(ends[0]), let high = Int(ends[2]) else {
      return nil
    }
    return (low, high)
  }
}
