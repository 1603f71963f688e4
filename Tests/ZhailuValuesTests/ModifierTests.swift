// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct ModifierTests {
  @Test func namesOfRecords() {
    #expect(
      Modifier.allCases.map(\.rawValue) == [
        "approx", "more_than", "less_than", "at_least", "at_most", "nearly", "before", "after",
        "since", "until", "start", "mid", "end",
      ])
  }

  /// The one that bounds says more than the one that blurs.
  @Test(
    arguments: [
      (Modifier.approx, nil, Modifier.approx), (.approx, .approx, .approx),
      (.approx, .moreThan, .moreThan),
      (.moreThan, .approx, .moreThan), (.nearly, .atLeast, .atLeast), (.atLeast, .nearly, .atLeast),
      (.approx, .nearly, .nearly), (.moreThan, .atLeast, .moreThan), (.lessThan, nil, .lessThan),
    ] as [(Modifier, Modifier?, Modifier)])
  func combined(first: Modifier, second: Modifier?, both: Modifier) {
    #expect(first.combined(with: second) == both)
  }
}
