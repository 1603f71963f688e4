// SPDX-License-Identifier: Apache-2.0

/// The counts and units of a length of time, in the order of the text: 一年零三个月, 两个半小时.
///
/// | field | says |
/// |---|---|
/// | `count` | a number; the unit follows |
/// | `fraction` | a half more, of the unit before or after: 三年半, 一个半月; or the half alone: 半年 |
/// | `duration` | the unit |
/// | `decimals` | what follows 秒: 9秒58 |
struct DurationParts {
  struct Part {
    var count: ExactDecimal
    /// The upper end: 两三年.
    var high: ExactDecimal?
    var unit: DurationUnit
    /// Whether the whole is a half: 半年 is six months, 三年半 three and a half years.
    var isHalf = false
  }

  private(set) var parts: [Part] = []
  private(set) var modifier: Modifier?
  /// The numeral of the only count: 七六 of 七六年, which is no length.
  private(set) var firstCount: Numeral?

  init(_ fields: Fields) throws {
    var count: (low: ExactDecimal, high: ExactDecimal?)?
    var half = ExactDecimal.zero
    for (name, field) in fields.entries {
      switch (name, field) {
      case ("count", .numeral(let numeral)):
        count = (numeral.low, numeral.high)
        modifier = modifier ?? numeral.modifier
        firstCount = firstCount ?? numeral
      case ("count", .text(let text)): count = ExactDecimal(text).map { ($0, nil) }
      case ("fraction", .text(let text)):
        guard let share = ExactDecimal(text) else { continue }
        if count == nil, let last = parts.indices.last {
          parts[last].count = parts[last].count.plus(share) ?? parts[last].count
        } else {
          half = share
        }
      case ("decimals", .numeral(let digits)):
        // 1分1秒76
        guard let last = parts.indices.last, (1...3).contains(digits.digits),
          let unit = ExactDecimal(["0.1", "0.01", "0.001"][digits.digits - 1]),
          let share = digits.low.times(unit)
        else { throw NormalizationFailure("a part of a second that is none") }
        parts[last].count = parts[last].count.plus(share) ?? parts[last].count
      case ("duration", .text(let text)):
        guard let unit = DurationUnit(rawValue: text) else {
          throw NormalizationFailure("no unit of time is called 【\(text)】")
        }
        try add(count, half, unit)
        (count, half) = (nil, .zero)
      default: break
      }
    }
    guard !parts.isEmpty, count == nil else {
      throw NormalizationFailure("a duration whose numbers and units do not match")
    }
  }

  /// 6天6夜 names its days twice and counts them once.
  private mutating func add(
    _ count: (low: ExactDecimal, high: ExactDecimal?)?, _ half: ExactDecimal, _ unit: DurationUnit
  ) throws {
    guard count != nil || half != .zero else { return }
    guard !parts.contains(where: { $0.unit == unit }) else { return }
    guard let low = (count?.low ?? .zero).plus(half) else {
      throw NormalizationFailure("a duration too long to hold exactly")
    }
    if let last = parts.last, last.count.integer == 1, unit.restates(last.unit, low.integer) {
      throw NormalizationFailure("the second length is the first once more")
    }
    parts.append(
      Part(count: low, high: count?.high?.plus(half), unit: unit, isHalf: count == nil))
  }
}

extension DurationUnit {
  /// Whether so many of it are just one of `other`: 一年三百六十五天, 一天24小时 are no sums.
  fileprivate func restates(_ other: DurationUnit, _ count: Int?) -> Bool {
    switch (other, self, count) {
    case (.year, .day, 365), (.year, .day, 366), (.year, .month, 12), (.week, .day, 7),
      (.day, .hour, 24), (.hour, .minute, 60):
      true
    default: false
    }
  }
}
