// SPDX-License-Identifier: Apache-2.0

/// What physical units are in the coherent units of the SI, exactly: 3 km is 3000 m, 2斤 is 1 kg.
///
/// Temperatures are left out, for 下降3℃ is a difference, and so are units that usage gives several values.
package struct SIUnits: Sendable {
  /// A unit of the lexicons, its dimension and its factor: `km`, `length`, `1000`; `km/h`, `speed`, `5/18`.
  package typealias Entry = (unit: String, dimension: String, factor: String)

  private struct Unit {
    let dimension: String
    let factor: Ratio
  }

  private var units: [String: Unit] = [:]

  /// The coherent unit of each dimension; data are counted in bytes.
  package static let coherent: [String: String] = [
    "length": "m", "area": "m2", "volume": "m3", "mass": "kg", "time": "s", "speed": "m/s",
    "acceleration": "m/s2", "energy": "J", "power": "W", "voltage": "V", "current": "A",
    "charge": "C", "resistance": "Ohm", "capacitance": "F", "pressure": "Pa", "force": "N",
    "torque": "N.m", "frequency": "Hz", "flow": "m3/s", "mass flow": "kg/s", "amount": "mol",
    "luminous intensity": "cd", "luminous flux": "lm", "illuminance": "lx", "luminance": "cd/m2",
    "irradiance": "W/m2", "radioactivity": "Bq", "data": "By", "data rate": "By/s",
  ]

  /// A unit that stands with two factors has none.
  package init(_ entries: [Entry]) {
    var ambiguous: Set<String> = []
    for entry in entries where Self.coherent[entry.dimension] != nil {
      guard let factor = Ratio(entry.factor) else { continue }
      if let other = units[entry.unit], !(other.factor == factor) { ambiguous.insert(entry.unit) }
      units[entry.unit] = Unit(dimension: entry.dimension, factor: factor)
    }
    for unit in ambiguous { units[unit] = nil }
  }

  /// The fields of the quantity in SI units, `quantity`, or `min` and `max`, and `unit`; `nil` where its
  /// unit is none of physics.
  ///
  /// A number that has no end is a fraction: 1 km/h is 5/18 m/s.
  package func fields(of quantity: QuantityValue) -> [(name: String, text: String)]? {
    guard let unit = units[quantity.unit], unit.dimension == quantity.dimension,
      let symbol = Self.coherent[unit.dimension]
    else { return nil }
    var fields: [(name: String, text: String)] = []
    let numbers = [
      ("quantity", quantity.number.number), ("min", quantity.number.min),
      ("max", quantity.number.max),
    ]
    for case (let name, let number?) in numbers {
      guard let value = ExactDecimal(number), let text = value.text(times: unit.factor) else {
        return nil
      }
      fields.append((name, text))
    }
    return fields.isEmpty ? nil : fields + [("unit", symbol)]
  }
}

extension ExactDecimal {
  /// The product as a decimal, or as a fraction in its lowest terms; `nil` where it is too large.
  fileprivate func text(times factor: Ratio) -> String? {
    guard let top = times(factor.above) else { return nil }
    if let exact = top.divided(by: factor.below) { return exact.description }
    let places = max(top.scale, factor.below.scale)
    guard places <= 38, let above = top.times(.power(ofTen: places)),
      let below = factor.below.times(.power(ofTen: places))
    else { return nil }
    let (over, under) = (above.mantissa.magnitude, below.mantissa.magnitude)
    let divisor = Self.greatestDivisor(over, under)
    guard divisor > 0 else { return nil }
    let sign = (above.mantissa < 0) != (below.mantissa < 0) ? "-" : ""
    return "\(sign)\(over / divisor)/\(under / divisor)"
  }

  private static func greatestDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}
