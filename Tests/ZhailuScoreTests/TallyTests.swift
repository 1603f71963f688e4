// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuScore

@Suite struct TallyTests {
  /// Of five in the gold and four found: one right, one with a wrong value, one with a wrong
  /// place, one spurious, two missed.
  private let tally = Tally(
    Alignment(
      gold: records(
        "【一元】【二元】约【三元】，【四元】【五元】",
        .amount("1"), .amount("2"), .amount("3"), .amount("4"), .amount("5")),
      found: records(
        "【一元】【二元】【约三元】【，】四元五元",
        .amount("1"), .amount("20"), .amount("3"), .amount("0"))))

  @Test("each measure has its own counts")
  func measures() {
    #expect(tally[.strict] == Counts(right: 2, found: 4, gold: 5))
    #expect(tally[.value] == Counts(right: 1, found: 4, gold: 5))
    #expect(tally[.overlap] == Counts(right: 3, found: 4, gold: 5))
  }

  @Test func positivesAndNegatives() {
    let counts = tally[.strict]
    #expect(counts.truePositives == 2)
    #expect(counts.falsePositives == 2)
    #expect(counts.falseNegatives == 3)
  }

  @Test("precision, recall and F1 of counts")
  func rates() {
    let rates = tally[.strict].rates
    #expect(rates.precision == 0.5)
    #expect(rates.recall == 0.4)
    #expect(rates.f1 == 4.0 / 9)
  }

  @Test func ofNothingThereIsNoRate() {
    func rates(found: Int, gold: Int) -> Rates { Counts(right: 0, found: found, gold: gold).rates }
    #expect(rates(found: 0, gold: 0) == Rates(precision: nil, recall: nil, f1: nil))
    #expect(rates(found: 0, gold: 3) == Rates(precision: nil, recall: 0, f1: 0))
    #expect(rates(found: 3, gold: 0) == Rates(precision: 0, recall: nil, f1: 0))
  }

  @Test func talliesAddUp() {
    let sum = Tally.sum([tally, tally, Tally()])
    #expect(sum.gold == 10 && sum.found == 8)
    #expect(sum[.value] == Counts(right: 2, found: 8, gold: 10))
  }
}
