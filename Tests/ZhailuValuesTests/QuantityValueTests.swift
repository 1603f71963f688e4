// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct QuantityValueTests {
  static let quantities: [(slots: Slots, line: String)] = [
    (
      ["quantity": "#170", "unit": "件", "dimension": "count", "item": "军大衣"],
      "quantity 170, unit 件, dimension count, item 军大衣"
    ),
    (
      ["quantity": "#63849", "unit": "m2", "dimension": "area"],
      "quantity 63849, unit m2, dimension area"
    ),
    (
      ["quantity": "#20余", "unit": "家"], "quantity 20, unit 家, dimension count, modifier more_than"
    ),
    (["min": "#4", "max": "#5", "unit": "次"], "min 4, max 5, unit 次, dimension count"),
    (
      ["quantity": "#四", "unit": "%", "dimension": "ratio", "times": "10"],
      "quantity 40, unit %, dimension ratio"
    ),
    (
      ["denominator": "#三", "quantity": "#一", "unit": "1"], "quantity 1/3, unit 1, dimension count"
    ),
    (["quantity": "#4.57亿"], "quantity 457000000, unit , dimension count"),
  ]

  @Test(arguments: quantities)
  func reads(slots: Slots, expected: String) throws {
    #expect(line(.quantity(try QuantityValue(slots.fields))) == expected)
  }

  @Test func readsRangesInTwoUnits() throws {
    func range(_ low: String, _ first: String, _ high: String, _ last: String) throws -> String {
      let factors = ["m": "1", "km": "1000", "里": "500"]
      let slots: Slots = [
        "min.quantity": low, "min.unit": first, "min.dimension": "length",
        "min.factor": factors[first] ?? "", "max.quantity": high, "max.unit": last,
        "max.dimension": "length", "max.factor": factors[last] ?? "",
      ]
      return line(.quantity(try QuantityValue(slots.fields)))
    }
    #expect(try range("#500", "m", "#1", "km") == "min 500, max 1000, unit m, dimension length")
    #expect(try range("#半", "里", "#一", "里") == "min 0.5, max 1, unit 里, dimension length")
    #expect(throws: NormalizationFailure("a range whose end is not above its start")) {
      try range("#1", "km", "#500", "m")
    }
    #expect(throws: NormalizationFailure("a number in two units that have nothing in common")) {
      try range("#1", "km", "#500", "庹")
    }
  }

  /// Feet and inches, which are no decimals of each other, are inches; 斤 and 两 stay 斤.
  @Test func readsSumsOfTwoUnits() throws {
    let feet: Slots = [
      "quantity": "#6", "unit": "[ft_i]", "dimension": "length", "factor": "0.3048",
      "more": "#2", "unit": "[in_i]", "dimension": "length", "factor": "0.0254",
    ]
    #expect(
      line(.quantity(try QuantityValue(feet.fields)))
        == "quantity 74, unit [in_i], dimension length")
    let pounds: Slots = [
      "quantity": "#3", "unit": "斤", "dimension": "mass", "factor": "1/2",
      "more": "#2", "unit": "两", "dimension": "mass", "factor": "1/20",
    ]
    #expect(
      line(.quantity(try QuantityValue(pounds.fields))) == "quantity 3.2, unit 斤, dimension mass")
  }

  @Test func withoutNumber() {
    #expect(throws: NormalizationFailure("no number in the slot quantity")) {
      try QuantityValue((["unit": "件"] as Slots).fields)
    }
  }
}
