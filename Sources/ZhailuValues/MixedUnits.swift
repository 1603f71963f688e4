// SPDX-License-Identifier: Apache-2.0

/// A quantity that two units of one dimension tell, in the smaller of them: 500米至1公里 is from 500 to
/// 1000 m.
struct MixedUnits {
  let number: NumberValue
  let unit: String
  let dimension: String

  /// A range whose ends stand in the groups `min` and `max`, each with its unit; `nil` for other fields.
  init?(range fields: Fields) throws {
    guard let min = fields.group("min"), let max = fields.group("max"),
      let start = MeasureUnit(min, at: 0), let end = MeasureUnit(max, at: 0),
      let first = try Composite(min, name: "quantity"),
      let last = try Composite(max, name: "quantity")
    else { return nil }
    let common = try start.smaller(of: end)
    let low = try common.converting(first.low, from: start)
    let high = try common.converting(last.high, from: end)
    guard low < high else {
      throw NormalizationFailure("a range whose end is not above its start")
    }
    let own = first.modifier ?? last.modifier
    number = NumberValue(
      min: low.description, max: high.description,
      modifier: fields.modifier()?.combined(with: own) ?? own)
    (unit, dimension) = (common.unit, common.dimension)
  }

  /// A number and so many of a smaller unit that is no decimal of the larger: 6英尺2英寸 are 74 inches,
  /// 三岁零两个月 38 months. `nil` where it is a decimal, 3斤2两.
  init?(sum fields: Fields) throws {
    guard let more = fields.numeral("more"), let whole = fields.numeral("quantity"),
      let large = MeasureUnit(fields, at: 0), let small = MeasureUnit(fields, at: 1),
      try large.smaller(of: small).unit == small.unit,
      (try? large.converting(more.low, from: small)) == nil
    else { return nil }
    guard let value = try small.converting(whole.low, from: large).plus(more.low),
      whole.high == nil, more.high == nil
    else { throw NormalizationFailure("no one number of two units") }
    let own = more.modifier
    number = NumberValue(
      number: value.description, modifier: fields.modifier()?.combined(with: own) ?? own)
    (unit, dimension) = (small.unit, small.dimension)
  }
}

/// A unit as the columns of a lexicon give it.
private struct MeasureUnit {
  let unit: String
  let dimension: String
  let factor: Ratio?

  /// The unit that stands at a place among those of the fields.
  init?(_ fields: Fields, at index: Int) {
    let (units, dimensions) = (fields.texts("unit"), fields.texts("dimension"))
    guard units.indices.contains(index), dimensions.indices.contains(index) else { return nil }
    (unit, dimension) = (units[index], dimensions[index])
    let factors = fields.texts("factor")
    factor = factors.indices.contains(index) ? Ratio(factors[index]) : nil
  }

  func smaller(of other: MeasureUnit) throws -> MeasureUnit {
    if unit == other.unit, dimension == other.dimension { return self }
    guard dimension == other.dimension, let factor, let others = other.factor else {
      throw NormalizationFailure("a number in two units that have nothing in common")
    }
    return others < factor ? other : self
  }

  /// A number of another unit in this one, exactly.
  func converting(_ value: ExactDecimal, from other: MeasureUnit) throws -> ExactDecimal {
    if unit == other.unit { return value }
    guard let factor, let others = other.factor, let result = value.times(others, over: factor)
    else { throw NormalizationFailure("a number that is no decimal in the other unit") }
    return result
  }
}
