// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct ValueTests {
  static let values: [(value: Value, line: String)] = [
    (
      .organization(OrganizationValue(name: "石景山区工商联", kind: .association, entity: "e1")),
      "name 石景山区工商联, kind association, entity e1"
    ),
    (.number(NumberValue(number: "5", modifier: .approx)), "number 5, modifier approx"),
    (.ordinal(ExactDecimal(3)), "ordinal 3"),
    (
      .amount(
        AmountValue(number: NumberValue(min: "1", max: "2", modifier: .nearly), currency: "CNY")),
      "min 1, max 2, currency CNY, modifier nearly"
    ),
    (
      .quantity(
        QuantityValue(number: NumberValue(number: "1"), unit: "kg", dimension: "mass", item: "米")),
      "quantity 1, unit kg, dimension mass, item 米"
    ),
    (.date(DateValue(timex: "2020", kind: .date)), "timex 2020, kind date"),
  ]

  @Test(arguments: values)
  func fieldsInTheOrderOfTheContract(value: Value, expected: String) {
    #expect(line(value) == expected)
  }

  @Test func typesOfRecords() {
    #expect(
      MentionType.allCases.map(\.rawValue)
        == ["organization", "amount", "quantity", "date", "number", "ordinal", "event"])
  }

  @Test func failuresSayWhy() {
    #expect("\(NormalizationFailure("no such month"))" == "no such month")
  }
}
