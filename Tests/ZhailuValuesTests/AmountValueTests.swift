// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct AmountValueTests {
  static let amounts: [(slots: Slots, line: String)] = [
    (["amount": "#1400万", "currency": "CNY"], "amount 14000000, currency CNY"),
    (
      ["modifier": "more_than", "amount": "#40亿", "currency": "CNY"],
      "amount 4000000000, currency CNY, modifier more_than"
    ),
    (
      ["amount": "#200万", "currency": "CNY", "evidence": "implied: 捐款"],
      "amount 2000000, currency CNY, evidence implied: 捐款"
    ),
    (
      ["min": "#100", "max": "#200万", "currency": "USD", "modifier": "approx"],
      "min 1000000, max 2000000, currency USD, modifier approx"
    ),
    // 5角 is half a yuan.
    (["amount": "#5", "currency": "CNY", "times": "0.1"], "amount 0.5, currency CNY"),
    (["amount": "#1,200.50", "currency": "CNY"], "amount 1200.5, currency CNY"),
    (["amount": "#一千多万", "currency": "CNY"], "amount 10000000, currency CNY, modifier more_than"),
    (["amount": "#三四十亿", "currency": "CNY"], "min 3000000000, max 4000000000, currency CNY"),
  ]

  @Test(arguments: amounts)
  func reads(slots: Slots, expected: String) throws {
    #expect(line(.amount(try AmountValue(slots.fields))) == expected)
  }

  @Test(
    arguments: [
      (["amount": "#5"], "an amount without a currency"),
      (["currency": "CNY"], "no number in the slot amount"),
    ] as [(Slots, String)])
  func failures(slots: Slots, failure: String) {
    #expect(throws: NormalizationFailure(failure)) { try AmountValue(slots.fields) }
  }
}
