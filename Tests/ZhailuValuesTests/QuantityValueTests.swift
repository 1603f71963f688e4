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

  @Test func withoutNumber() {
    #expect(throws: NormalizationFailure("no number in the slot quantity")) {
      try QuantityValue((["unit": "件"] as Slots).fields)
    }
  }
}
