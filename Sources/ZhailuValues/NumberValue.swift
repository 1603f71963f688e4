// SPDX-License-Identifier: Apache-2.0

/// A number with its range and modifier: what amounts, quantities and bare numbers have in common.
package struct NumberValue: Hashable, Sendable {
  /// The number as records show it: a plain decimal, or a fraction such as 1/3.
  package var number: String?
  package var min: String?
  package var max: String?
  package var modifier: Modifier?
  /// The exact fraction, where `number` had to be rounded: 157/3.
  package var fraction: String?

  package init(
    number: String? = nil, min: String? = nil, max: String? = nil, modifier: Modifier? = nil
  ) {
    self.number = number
    self.min = min
    self.max = max
    self.modifier = modifier
  }

  /// Reads the number in the field `name`, or the two in `min` and `max`, or the fraction of
  /// `denominator` and `name`; each times `times`, and less than zero where `sign` is `-`. Where it is
  /// `±`, the range from the number below zero to the one above.
  package init(_ fields: Fields, name: FieldName) throws {
    let factor = try Self.factor(fields)
    let modifier = fields.modifier()
    if let fraction = try Self.fraction(fields, name: name, times: factor) {
      self.init(number: fraction.number, modifier: modifier)
      self.fraction = fraction.exact
      return
    }
    if let ends = try Self.ends(fields, name: name) {
      let own = ends.low.modifier ?? ends.high.modifier
      let (low, high) =
        factor < .zero ? (ends.high.high, ends.low.low) : (ends.low.low, ends.high.high)
      self.init(
        min: try Self.product(low, factor), max: try Self.product(high, factor),
        modifier: modifier?.combined(with: own) ?? own)
      return
    }
    guard var value = try Composite(fields, name: name) else {
      throw NormalizationFailure("no number in the slot \(name)")
    }
    if let exponent = fields.decimal("exponent") { value = try Self.power(value, exponent) }
    let all = modifier?.combined(with: value.modifier) ?? value.modifier
    if fields.text("sign") == "±" {
      let number = try Self.product(value.high, factor)
      guard value.low == value.high, value.high > .zero else {
        throw NormalizationFailure("no number to both sides of zero")
      }
      self.init(min: "-" + number, max: number, modifier: all)
    } else if value.low == value.high {
      self.init(number: try Self.product(value.low, factor), modifier: all)
    } else {
      // 零下二三十度 is from -30 to -20.
      let (low, high) = factor < .zero ? (value.high, value.low) : (value.low, value.high)
      self.init(
        min: try Self.product(low, factor), max: try Self.product(high, factor), modifier: all)
    }
  }

  private static let tooLarge = NormalizationFailure("a number too large to hold exactly")

  private static func factor(_ fields: Fields) throws -> ExactDecimal {
    let sign = ExactDecimal(fields.text("sign") == "-" ? -1 : 1)
    let times = fields.text("times").flatMap { ExactDecimal($0) } ?? ExactDecimal(1)
    guard let factor = sign.times(times) else { throw tooLarge }
    return factor
  }

  private static func product(_ value: ExactDecimal, _ factor: ExactDecimal) throws -> String {
    guard let product = value.times(factor) else { throw tooLarge }
    return product.description
  }

  /// 2的10次方; 10的负3次方.
  private static func power(_ base: Composite, _ exponent: ExactDecimal) throws -> Composite {
    guard base.low == base.high, let times = exponent.integer, abs(times) <= 38 else {
      throw NormalizationFailure("a power of what is no single number, or too high")
    }
    guard let power = base.low.raised(to: Int(abs(times))) else { throw tooLarge }
    if times >= 0 { return Composite(power) }
    guard power != .zero, let part = ExactDecimal(1).divided(by: power) else {
      throw NormalizationFailure("a power below one that is no decimal")
    }
    return Composite(part)
  }

  // MARK: Fractions

  /// 三分之一 is 1/3. Where the field `form` is `decimal`, 五分之一 is 0.2, and one that does not end
  /// is rounded to 30 digits where it is a bare number, with the fraction beside it.
  private static func fraction(
    _ fields: Fields, name: FieldName, times: ExactDecimal
  ) throws -> (number: String, exact: String?)? {
    guard let (all, below) = try parts(fields, name: name) else { return nil }
    guard let top = all.times(times) else { throw tooLarge }
    if fields.text("form") == "decimal" {
      if let exact = top.divided(by: below) { return (exact.description, nil) }
    }
    if fields.text("form") == "decimal", name == "number" {
      guard let rounded = top.approximated(by: below, digits: 30) else { throw tooLarge }
      return (rounded.description, written(top, below))
    }
    guard let exact = written(top, below) else {
      throw NormalizationFailure("a fraction of numbers that are not whole")
    }
    return (exact, nil)
  }

  /// What is divided and what it is divided by: 7 and 3 of 2又1/3. Nothing where there is no denominator.
  private static func parts(
    _ fields: Fields, name: FieldName
  ) throws -> (top: ExactDecimal, below: ExactDecimal)? {
    guard let below = fields.decimal("denominator"), let above = fields.decimal(name) else {
      return nil
    }
    guard below != .zero else { throw NormalizationFailure("a fraction of zero parts") }
    let whole = fields.decimal("whole") ?? .zero
    // -1 1/2 is farther from zero than -1.
    let part = whole < .zero ? -above : above
    guard let top = whole.times(below)?.plus(part) else { throw tooLarge }
    return (top, below)
  }

  private static func written(_ top: ExactDecimal, _ below: ExactDecimal) -> String? {
    guard top.isInteger, below.isInteger else { return nil }
    let isNegative = (top < .zero) != (below < .zero)
    return "\(isNegative ? "-" : "")\(top.mantissa.magnitude)/\(below.mantissa.magnitude)"
  }

  // MARK: Ranges

  /// The two ends of a range: two numerals, or two groups, 五元六角-五元七毛.
  private static func ends(
    _ fields: Fields, name: FieldName
  ) throws -> (low: Composite, high: Composite)? {
    let ends: (Composite, Composite)
    if let low = fields.group("min"), let high = fields.group("max"),
      let first = try end(low, name: name), let last = try end(high, name: name)
    {
      ends = (first.signed(as: low), last.signed(as: high))
    } else if let low = fields.numeral("min"), let high = fields.numeral("max") {
      var (first, last) = (Composite(low), Composite(high))
      if fields.text("form") == "listed" {
        (first, last) = try goingOn(low, high)
      } else {
        first.low = start(low, sharing: high, of: fields)
      }
      ends = (first, last)
    } else if let low = fields.decimal("min"), let high = fields.decimal("max") {
      // 三、四, from the columns of a lexicon.
      ends = (Composite(low), Composite(high))
    } else {
      return nil
    }
    if ends.0.low < ends.1.high { return ends }
    // 零下3到零下8度, 5~-5℃: people go down from zero, and from day to night.
    guard isSigned(fields) || ends.1.high < .zero, ends.1.low < ends.0.high else {
      throw NormalizationFailure("a range whose end is not above its start")
    }
    return (ends.1, ends.0)
  }

  /// An end that is a group: 五元六角, or a fraction as a decimal, 四分之一.
  private static func end(_ fields: Fields, name: FieldName) throws -> Composite? {
    guard let (top, below) = try parts(fields, name: name) else {
      return try Composite(fields, name: name)
    }
    guard let value = top.divided(by: below) ?? top.approximated(by: below, digits: 30) else {
      throw tooLarge
    }
    return Composite(value)
  }

  /// 十二、三 is from 12 to 13: the second digit stands in the place of the first number's last. The
  /// magnitude behind it is that of both: 十五、六万.
  private static func goingOn(
    _ first: Numeral, _ last: Numeral
  ) throws -> (Composite, Composite) {
    let scale = ExactDecimal.power(ofTen: last.power)
    guard let low = first.low.integer, let next = ExactDecimal(low + 1).times(scale), low % 10 > 0,
      let digit = ExactDecimal(low % 10 + 1).times(scale), digit == last.low,
      let start = first.low.times(scale), !first.style.union(last.style).contains(.arabic)
    else { throw NormalizationFailure("two numbers of a list") }
    return (Composite(start), Composite(next))
  }

  /// Whether a word before one of the ends, or before both, says that it is below zero.
  private static func isSigned(_ fields: Fields) -> Bool {
    [fields, fields.group("min"), fields.group("max")].contains { $0?.text("sign") == "-" }
  }

  func readFields(_ read: Value.FieldReader) {
    readNumbers(named: "number", read)
    readModifier(read)
  }

  func readNumbers(named name: String, _ read: Value.FieldReader) {
    if let number { read(name, .text(number)) }
    if let min { read("min", .text(min)) }
    if let max { read("max", .text(max)) }
    if let fraction { read("fraction", .text(fraction)) }
  }

  func readModifier(_ read: Value.FieldReader) {
    if let modifier { read("modifier", .text(modifier.rawValue)) }
  }
}
