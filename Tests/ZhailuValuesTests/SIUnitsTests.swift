// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuValues

@Suite("SI units")
struct SIUnitsTests {
  private static let units = SIUnits([
    ("km", "length", "1000"), ("km/h", "speed", "5/18"), ("斤", "mass", "1/2"),
    ("亩", "area", "2000/3"), ("Cel", "temperature", ""), ("担", "mass", "50"),
    ("桶", "volume", "0.158987294928"), ("石", "mass", "60"), ("石", "mass", "50"),
    ("GB", "data", "1000000000"),
  ])

  private func text(_ number: NumberValue, _ unit: String, _ dimension: String) -> String? {
    Self.units.fields(of: QuantityValue(number: number, unit: unit, dimension: dimension))?
      .map { "\($0.name) \($0.text)" }.joined(separator: ", ")
  }

  @Test(
    "exact values",
    arguments: [
      ("3", "km", "length", "3000", "m"), ("36", "km/h", "speed", "10", "m/s"),
      ("1", "km/h", "speed", "5/18", "m/s"), ("3", "斤", "mass", "1.5", "kg"),
      ("-1", "亩", "area", "-2000/3", "m2"), ("1.5", "亩", "area", "1000", "m2"),
      ("0.1", "亩", "area", "200/3", "m2"), ("0.5", "GB", "data", "500000000", "By"),
      ("2", "桶", "volume", "0.317974589856", "m3"),
    ])
  func exact(number: String, unit: String, dimension: String, value: String, coherent: String) {
    #expect(
      text(NumberValue(number: number), unit, dimension) == "quantity \(value), unit \(coherent)")
  }

  @Test("ranges")
  func ranges() {
    #expect(
      text(NumberValue(min: "2", max: "3.5"), "km", "length") == "min 2000, max 3500, unit m")
  }

  @Test("no value for temperatures, units of two values, counts, fractions, and what is too large")
  func none() {
    #expect(text(NumberValue(number: "3"), "Cel", "temperature") == nil)
    #expect(text(NumberValue(number: "3"), "石", "mass") == nil)
    #expect(text(NumberValue(number: "3"), "件", "count") == nil)
    #expect(text(NumberValue(number: "3"), "桶", "count") == nil)
    #expect(text(NumberValue(number: "1/3"), "km", "length") == nil)
    let large = String(repeating: "9", count: 37)
    #expect(text(NumberValue(number: large), "km", "length") == nil)
  }
}
