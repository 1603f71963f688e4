// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuScore

@Suite struct BarsTests {
  private func bars(_ lines: String...) -> Bars {
    Bars(
      text: (["type\tmeasure\tmin"] + lines).joined(separator: "\n") + "\n", file: "bars.tsv")
  }

  private func faults(_ lines: String...) -> [String] {
    let text = lines.joined(separator: "\n")
    return Bars(text: text, file: "bars.tsv").faults.map(\.description)
  }

  /// Of `gold` amounts so many are right, the others missed.
  private func score(right: Int, gold: Int) -> Score {
    let all = (0..<gold).flatMap { place in
      records(String(repeating: "一", count: place) + "【一】", .amount("1"))
    }
    return Score(Comparison(all, Array(all.prefix(right))), bootstrap: Bootstrap(rounds: 1))
  }

  @Test("bars are read with their scope, measure, minimum and line")
  func reads() {
    let bars = bars(
      "# the amounts", "amount\tvalue\t0.970", "", "micro\toverlap\t1", "event\twhole\t0.3")
    #expect(bars.faults.isEmpty)
    #expect(bars.bars.map(\.scope) == [.type(.amount), .micro, .type(.event)])
    #expect(bars.bars.map(\.measure) == [.value, .overlap, .whole])
    #expect(bars.bars.map(\.minimum) == [0.97, 1, 0.3])
    #expect(bars.bars.map(\.origin.line) == [3, 5, 6])
  }

  @Test func windowsLineEnds() {
    let bars = Bars(text: "type\tmeasure\tmin\r\ndate\tstrict\t0.5\r\n", file: "bars.tsv")
    #expect(bars.faults.isEmpty && bars.bars.map(\.origin.line) == [2])
  }

  @Test func everyBadLineIsReportedAndTheOthersAreRead() {
    let bars = bars(
      "money\tvalue\t0.9", "amount\texact\t0.9", "amount\tvalue\t97", "amount\tvalue\tnan",
      "amount\tvalue", "event\tvalue\t0.5", "date\tvalue\t0.9", "date\tvalue\t0.8")
    #expect(bars.bars.map(\.origin.line) == [8])
    let types = "organization, amount, quantity, date, number, ordinal, micro, macro, event"
    #expect(
      bars.faults.map(\.description) == [
        "bars.tsv:2: no type is called 【money】; known are \(types)",
        "bars.tsv:3: no measure is called 【exact】; known are strict, value, overlap",
        "bars.tsv:4: a bar lies from 0 to 1, as in 0.970, not at 【97】",
        "bars.tsv:5: a bar lies from 0 to 1, as in 0.970, not at 【nan】",
        "bars.tsv:6: a bar has 3 fields between tabs, this line 2",
        "bars.tsv:7: no measure of events is called 【value】; known are arguments, whole",
        "bars.tsv:9: 【date value】 has a bar in line 8 already",
      ])
  }

  @Test func withoutAHeader() {
    let reason = "bars begin with the header line type, measure, min (with tabs)"
    #expect(faults("amount\tvalue\t0.9") == ["bars.tsv:1: \(reason)"])
    #expect(faults("# nothing", "") == ["bars.tsv:1: \(reason)"])
  }

  @Test func aFileThatIsNotThere() {
    #expect(
      Bars(file: "/nowhere/bars.tsv").faults.map(\.description) == [
        "/nowhere/bars.tsv: this file cannot be read"
      ])
  }

  /// 8 of 9: F1 is 16/17 = 0.941.
  @Test func belowTheBar() {
    let bars = bars("amount\tvalue\t0.970", "amount\tstrict\t0.9")
    #expect(
      bars.missed(by: score(right: 8, gold: 9)).map(\.description) == [
        "amount value F1 0.941 is below its bar of 0.970"
      ])
  }

  /// 97 found of 103: F1 is 194/200, just 0.97.
  @Test func onTheBar() {
    #expect(bars("amount\tvalue\t0.97").missed(by: score(right: 97, gold: 103)).isEmpty)
  }

  @Test func justBelowTheBar() {
    #expect(
      bars("amount\tvalue\t0.9412").missed(by: score(right: 8, gold: 9)).map(\.description) == [
        "amount value F1 0.94118 is below its bar of 0.94120"
      ])
  }

  @Test func belowTheBarOfEvents() {
    #expect(
      bars("event\targuments\t0.6").missed(by: score(right: 1, gold: 1)).map(\.description) == [
        "event arguments F1 cannot be measured, its bar is 0.600"
      ])
  }

  @Test func whatIsNotMeasuredIsNotReached() {
    #expect(
      bars("date\tstrict\t0.5").missed(by: score(right: 1, gold: 1)).map(\.description) == [
        "date strict F1 cannot be measured, its bar is 0.500"
      ])
  }
}
