// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct DateValueTests {
  static let dates: [(value: DateValue, line: String)] = [
    (DateValue(timex: "P6D", kind: .duration), "timex P6D, kind duration"),
    (DateValue(timex: "2019", kind: .date, modifier: .end), "timex 2019, kind date, modifier end"),
    (
      DateValue(
        timex: "2020-01-25/2020-02-02", kind: .range, start: "2020-01-25", end: "2020-02-02",
        modifier: .approx, alternatives: ["2021"]),
      "timex 2020-01-25/2020-02-02, kind range, start 2020-01-25, end 2020-02-02, "
        + "modifier approx, alternatives [\"2021\"]"
    ),
  ]

  @Test(arguments: dates)
  func fieldsInTheOrderOfTheContract(value: DateValue, expected: String) {
    #expect(line(.date(value)) == expected)
  }

  @Test func kinds() {
    #expect(
      DateValue.Kind.allCases.map(\.rawValue) == ["date", "time", "duration", "set", "range"])
  }
}
