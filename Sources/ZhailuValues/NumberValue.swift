// SPDX-License-Identifier: Apache-2.0

/// A number with its range and modifier: what amounts, quantities and bare numbers have in common.
package struct NumberValue: Hashable, Sendable {
  /// The number as records show it: a plain decimal, or a fraction such as 1/3.
  package var number: String?
  package var min: String?
  package var max: String?
  package var modifier: Modifier?

  package init(
    number: String? = nil, min: String? = nil, max: String? = nil, modifier: Modifier? = nil
  ) {
    self.number = number
    self.min = min
    self.max = max
    self.modifier = modifier
  }

  /// Reads the numeral in the field `name`, or the two in `min` and `max`, times `times`.
  package init(_ fields: Fields, name: String, times: ExactDecimal = ExactDecimal(1)) throws {
    var modifier = fields.modifier()
    func scaled(_ value: ExactDecimal) throws -> String {
      let sign = fields.text("sign") == "-" ? -value : value
      guard let product = sign.times(times) else {
        throw NormalizationFailure("a number too large to hold exactly")
      }
      return product.description
    }
    if let denominator = fields.numeral("denominator")?.value?.integer,
      let numerator = fields.numeral(name)?.value?.integer, denominator > 0
    {
      let sign = fields.text("sign") == "-" ? "-" : ""
      self.init(number: "\(sign)\(numerator)/\(denominator)", modifier: modifier)
      return
    }
    if let low = fields.numeral("min"), let high = fields.numeral("max") {
      let lowest = Self.sharing(low, magnitudeOf: high)
      guard lowest <= (high.high ?? high.low) else {
        throw NormalizationFailure("a range whose end is below its start")
      }
      let own = low.modifier ?? high.modifier
      self.init(
        min: try scaled(lowest), max: try scaled(high.high ?? high.low),
        modifier: modifier?.combined(with: own) ?? own)
      return
    }
    guard let numeral = fields.numeral(name) else {
      throw NormalizationFailure("no number in the slot \(name)")
    }
    if let own = numeral.modifier { modifier = modifier?.combined(with: own) ?? own }
    if let high = numeral.high {
      self.init(min: try scaled(numeral.low), max: try scaled(high), modifier: modifier)
    } else {
      self.init(number: try scaled(numeral.low), modifier: modifier)
    }
  }

  /// 100至200万, 三十至五十万: the magnitude at the end of a range belongs to both numbers.
  private static func sharing(_ low: Numeral, magnitudeOf high: Numeral) -> ExactDecimal {
    guard !low.style.contains(.large),
      high.power >= 4 || (high.power > 0 && low.power == 0 && low.low < ExactDecimal(10)),
      let shared = low.low.times(.power(ofTen: high.power)), shared <= high.low
    else { return low.low }
    return shared
  }

  var fields: [(name: String, field: Value.Field)] { fields(named: "number") }

  func fields(named name: String) -> [(name: String, field: Value.Field)] {
    var list = FieldList()
    list.add(name, number)
    list.add("min", min)
    list.add("max", max)
    list.add("modifier", modifier?.rawValue)
    return list.fields
  }
}
