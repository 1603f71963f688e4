// SPDX-License-Identifier: Apache-2.0

/// One number of a text with the smaller pieces behind its unit: 三块二毛五, 1米83, 3斤2两, 一吨半.
///
/// | field | adds |
/// |---|---|
/// | `half` | a half of the unit: 一吨半 |
/// | `decimals` | its digits behind the point: 九 of 三米九 is 0.9, 零四 of 三块零四 is 0.04 |
/// | `tenths`, `hundredths` | that many tenths and hundredths: 六角七分 |
/// | `more` | so much of a smaller unit, by the column `factor` of both: 3斤2两 |
struct Composite {
  var low: ExactDecimal
  var high: ExactDecimal
  var modifier: Modifier?

  init(_ numeral: Numeral) {
    low = numeral.low
    high = numeral.high ?? numeral.low
    modifier = numeral.modifier
  }

  init(_ value: ExactDecimal) { (low, high) = (value, value) }

  /// `nil` where there is no number of that name.
  init?(_ fields: Fields, name: FieldName) throws {
    let numeral = fields.numeral(name)
    guard let value = numeral?.low ?? fields.decimal(name) else { return nil }
    low = value
    high = numeral?.high ?? value
    modifier = numeral?.modifier
    if fields.text("half") != nil { try add(ExactDecimal(mantissa: 5, scale: 1)) }
    // What else is added is a numeral of its own, and most numbers are one.
    if fields.numeralCount > (numeral == nil ? 0 : 1) { try addPieces(fields) }
  }

  /// Below zero, where the fields that it was read from say so: 零下3.
  func signed(as fields: Fields) -> Composite {
    guard fields.text("sign") == "-" else { return self }
    var negative = self
    (negative.low, negative.high) = (-high, -low)
    return negative
  }

  private mutating func addPieces(_ fields: Fields) throws {
    if let decimals = fields.numeral("decimals") { try add(Self.behindPoint(decimals)) }
    try add(fields.numeral("tenths"), places: 1)
    try add(fields.numeral("hundredths"), places: 2)
    try addSmallerUnit(fields)
  }

  /// Adds a numeral, so many places behind the point.
  private mutating func add(_ numeral: Numeral?, places: Int) throws {
    guard let numeral else { return }
    guard let low = numeral.low.scaled(byPowerOfTen: -places),
      let high = (numeral.high ?? numeral.low).scaled(byPowerOfTen: -places)
    else { throw Self.tooLarge }
    try add(low, high)
    modifier = modifier ?? numeral.modifier
  }

  private static let tooLarge = NormalizationFailure("a number too large to hold exactly")

  private mutating func add(_ value: ExactDecimal) throws { try add(value, value) }

  private mutating func add(_ lower: ExactDecimal, _ higher: ExactDecimal) throws {
    let isNegative = low < .zero
    guard let lowSum = low.plus(isNegative ? -higher : lower),
      let highSum = high.plus(isNegative ? -lower : higher)
    else { throw Self.tooLarge }
    (low, high) = (lowSum, highSum)
  }

  /// The digits of a numeral behind a point; 七八 are two digits here, no range.
  private static func behindPoint(_ numeral: Numeral) throws -> ExactDecimal {
    var digits = numeral.low
    if let high = numeral.high {
      guard numeral.style.contains(.pair), let tens = digits.times(ExactDecimal(10)),
        let both = tens.plus(high)
      else { throw NormalizationFailure("digits behind a unit that are a range") }
      digits = both
    }
    guard digits.isInteger, let value = digits.scaled(byPowerOfTen: -max(1, numeral.digits)) else {
      throw NormalizationFailure("digits behind a unit that are no whole number")
    }
    return value
  }

  private mutating func addSmallerUnit(_ fields: Fields) throws {
    guard let more = fields.numeral("more") else { return }
    let factors = fields.texts("factor")
    let dimensions = fields.texts("dimension")
    guard factors.count > 1, dimensions.count > 1, dimensions[0] == dimensions[1],
      let large = Ratio(factors[0]), let small = Ratio(factors[1]), small < large,
      let low = more.low.times(small, over: large),
      let high = (more.high ?? more.low).times(small, over: large)
    else { throw NormalizationFailure("a smaller unit that does not divide the larger one") }
    try add(low, high)
    modifier = modifier ?? more.modifier
  }
}

/// A factor of a unit, as lexicons write it: 0.001, 2000/3.
struct Ratio: Hashable, Sendable {
  let above: ExactDecimal
  let below: ExactDecimal

  init?(_ text: String) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count <= 2, let above = ExactDecimal(sides[0]),
      let below = sides.count == 2 ? ExactDecimal(sides[1]) : ExactDecimal(1)
    else { return nil }
    self.above = above
    self.below = below
  }

  static func < (left: Self, right: Self) -> Bool {
    guard let a = left.above.times(right.below), let b = right.above.times(left.below) else {
      return false
    }
    return a < b
  }
}

extension ExactDecimal {
  /// Times `small` over `large`, where that is a decimal: 6 inches are 0.5 feet.
  func times(_ small: Ratio, over large: Ratio) -> ExactDecimal? {
    guard let top = times(small.above)?.times(large.below),
      let bottom = small.below.times(large.above)
    else { return nil }
    return top.divided(by: bottom)
  }
}
