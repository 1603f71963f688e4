// SPDX-License-Identifier: Apache-2.0

extension DateShift {
  /// The years that it is, where it is nothing but years.
  var years: Int? {
    let isYears = [.century, .decade, .year].contains(grain) && months % 12 == 0
    return isYears && days == 0 && seconds == 0 ? months / 12 : nil
  }

  /// From the lengths and the direction of a mention: 三年半前 is 42 months back.
  init(_ fields: Fields) throws {
    guard let sign = fields.integer("direction"), abs(sign) == 1 else {
      throw NormalizationFailure("a distance without a direction")
    }
    let lengths = try DurationParts(fields).parts
    guard let last = lengths.last else {
      throw NormalizationFailure("a distance without a length")
    }
    grain = last.unit
    for part in lengths { try add(part, sign: sign) }
  }

  private mutating func add(_ part: DurationParts.Part, sign: Int) throws {
    // Tenths are enough: halves are all that is ever said.
    guard let whole = part.count.times(ExactDecimal(10 * part.unit.multiple)),
      let tenths = whole.integer, (0...1_000_000).contains(tenths)
    else { throw NormalizationFailure("a distance that no calendar holds") }
    switch part.unit {
    case .century, .decade, .year:
      months += sign * tenths * 12 / 10
      if tenths % 10 != 0 { grain = .month }
    case .halfYear, .quarter, .month:
      months += sign * (tenths / 10)
      days += sign * (tenths % 10) * 3
      if part.unit == .halfYear { grain = .month }
      if tenths % 10 != 0 { grain = .day }
    case .tenDays, .day:
      days += sign * (tenths / 10)
      seconds += sign * (tenths % 10) * 8640
    case .week:
      days += sign * tenths * 7 / 10
    case .hour: seconds += sign * tenths * 360
    case .quarterHour, .minute, .fiveMinutes: seconds += sign * tenths * 6
    case .second: seconds += sign * tenths / 10
    }
  }
}
