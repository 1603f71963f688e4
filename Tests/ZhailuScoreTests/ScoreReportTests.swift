// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuRecords
import ZhailuText

@testable import ZhailuScore

/// One report in every format: a right mention, one with a wrong value, one with a wrong place,
/// a missed one, a spurious one, and an event that lacks its recipient.
@Suite struct ScoreReportTests {
  private static let article = "石景山区工商联3月18日捐款200万元、大衣170件、口罩2000个。"

  private static let gold =
    records(
      "【石景山区工商联】【3月18日】捐款【200万元】、大衣【170件】、口罩【2000个】。",
      .organization("石景山区工商联"), .date("2020-03-18"), .amount("2000000"),
      .quantity("170", "件", item: "大衣"), .quantity("2000", "个", item: "口罩"))
    + records(
      "【石景山区工商联3月18日捐款200万元】",
      .event([
        "kind": .text("donation"), "actor": .list(["石景山区工商联"]),
        "recipient": .list(["区红十字会"]), "amount": .text("2000000"), "currency": .text("CNY"),
      ]))

  private static let found =
    records(
      "石景山【区工商联】【3月18日】捐款【200万元】、【大衣】【170件】、口罩2000个。",
      .organization("区工商联"), .date("2020-03-18"), .amount("2000000"), .quantity("1", "衣"),
      .quantity("170", "件"), rule: "some.rule")
    + records(
      "【石景山区工商联3月18日捐款200万元】",
      .event([
        "kind": .text("donation"), "actor": .list(["石景山区工商联"]), "recipient": .list([]),
        "amount": .text("2000000"), "currency": .text("CNY"),
      ]), rule: "event.donation")

  private let report: ScoreReport

  init() {
    let gold = GoldSet(Self.gold)
    let comparison = Comparison(gold: gold, found: Self.found)
    let source = SourceText(id: "page-1", text: Self.article)
    let bars = Bars(
      text: "type\tmeasure\tmin\namount\tvalue\t0.9\nquantity\tvalue\t0.970\n", file: "b,ars.tsv")
    report = ScoreReport(
      score: Score(comparison), causes: Causes(comparison, text: { _ in source }), gold: gold,
      bars: bars)
  }

  @Test("the report for people")
  func text() {
    #expect(report.text(examples: 1) == Self.text)
  }

  static let text = """
    1 document, 5 mentions in the gold, 5 found

    type          gold  found  strict P      R     F1  value P      R     F1  overlap P      R\
         F1  value F1, 95 %
    organization     1      1     0.000  0.000  0.000    0.000  0.000  0.000      1.000  1.000\
      1.000     0.000–0.000
    amount           1      1     1.000  1.000  1.000    1.000  1.000  1.000      1.000  1.000\
      1.000     1.000–1.000
    quantity         2      2     0.500  0.500  0.500    0.000  0.000  0.000      0.500  0.500\
      0.500     0.000–0.000
    date             1      1     1.000  1.000  1.000    1.000  1.000  1.000      1.000  1.000\
      1.000     1.000–1.000
    micro            5      5     0.600  0.600  0.600    0.400  0.400  0.400      0.800  0.800\
      0.800     0.400–0.400
    macro            5      5     0.625  0.625  0.625    0.500  0.500  0.500      0.875  0.875\
      0.875     0.500–0.500

    links              gold  found      P      R     F1
    event arguments       4      3  1.000  0.750  0.857
    whole events          1      1  0.000  0.000  0.000
    entities, B-cubed               0.000  0.000  0.000

    event     gold  found  arguments P      R     F1  whole P      R     F1
    donation     1      1        1.000  0.750  0.857    0.000  0.000  0.000

    type      field     compared  right
    amount    amount           1  1.000
    amount    currency         1  1.000
    quantity  item             1  0.000
    quantity  quantity         1  1.000
    quantity  unit             1  1.000
    date      kind             1  1.000
    date      timex            1  1.000

    rule            type          found  place P  value P  of the gold
    some.rule       organization      1    0.000    0.000        0.000
    some.rule       amount            1    1.000    1.000        1.000
    some.rule       quantity          2    0.500    0.000        0.500
    some.rule       date              1    1.000    1.000        1.000
    event.donation  event             1    1.000    0.000        1.000

    4 misses, 4 false alarms
    organization, wrong span: 1 miss, 1 false alarm
      page-1 0-7  【石景山区工商联】3月18日捐款2
        gold kind=association name=石景山区工商联; found organization 【区工商联】 3-7 kind=association\
     name=区工商联; by some.rule
    quantity, wrong value: item: 1 miss, 1 false alarm
      page-1 22-26  200万元、大衣【170件】、口罩2000个
        gold item=大衣 quantity=170 unit=件; found quantity=170 unit=件; by some.rule
    event, wrong value: recipient: 1 miss, 1 false alarm
      page-1 0-19  【石景山区工商联3月18日捐款200万元】、大衣170件、
        gold actor=[石景山区工商联] amount=2000000 currency=CNY kind=donation recipient=[区红十字会]; found\
     actor=[石景山区工商联] amount=2000000 currency=CNY kind=donation recipient=[]; by event.donation
    quantity, no rule: 1 miss, 0 false alarms
      page-1 29-34  衣170件、口罩【2000个】。
        gold item=口罩 quantity=2000 unit=个; nothing found
    quantity, spurious: 0 misses, 1 false alarm
      page-1 20-22  捐款200万元、【大衣】170件、口罩2
        not in the gold; found quantity=1 unit=衣; by some.rule
    `zhailu explain --gold 'DOCUMENT START-END'` says what each rule tried at such a place.

    quantity value F1 0.000 is below its bar of 0.970

    """

  @Test func noExamples() throws {
    #expect(!report.text(examples: 0).contains("【"))
    #expect(!report.text(examples: 0).contains("more"))
    #expect(!report.json(examples: 0).contains("【"))
    #expect(report.json(examples: 0).contains(#""misses" : 1"#))
  }

  @Test func anEmptyReport() {
    let comparison = Comparison([], [])
    let empty = ScoreReport(
      score: Score(comparison), causes: Causes(comparison), gold: GoldSet([]))
    #expect(empty.text().hasPrefix("0 documents, 0 mentions in the gold, 0 found\n"))
    #expect(empty.github() == "")
    #expect(empty.isFine)
  }

  @Test("the report for programs")
  func json() throws {
    let json = report.json()
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "bars_missed", "causes", "documents", "entities", "events", "faults", "fields", "rules",
        "types", "unknown_documents",
      ])
    let types = try #require(object["types"] as? [String: [String: Any]])
    #expect(types["quantity"]?["gold"] as? Int == 2)
    let strict = try #require(types["quantity"]?["strict"] as? [String: Any])
    #expect(strict["true_positives"] as? Int == 1)
    #expect(strict["f1"] as? Double == 0.5)
    #expect(strict["f1_low"] as? Double == 0.5)
    let macro = try #require(types["macro"]?["value"] as? [String: Any])
    #expect(macro.keys.sorted() == ["f1", "f1_high", "f1_low", "precision", "recall"])
    #expect(json.contains(#""context" : "200万元、大衣【170件】、口罩2000个","#))
    #expect(report.json() == json)
  }

  @Test("a test case for each bar")
  func junit() {
    #expect(report.junit() == Self.junit)
  }

  static let junit = """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="zhailu validate" tests="7" failures="1">
        <testcase classname="files" name="every line can be used"/>
        <testcase classname="amount" name="value F1 at least 0.900"/>
        <testcase classname="quantity" name="value F1 at least 0.970"><failure message="quantity \
    value F1 0.000 is below its bar of 0.970"/></testcase>
        <testcase classname="organization" name="value F1 0.000, no bar"/>
        <testcase classname="date" name="value F1 1.000, no bar"/>
        <testcase classname="micro" name="value F1 0.400, no bar"/>
        <testcase classname="macro" name="value F1 0.500, no bar"/>
      </testsuite>
    </testsuites>

    """

  @Test(arguments: [
    ("a<b & \"c\">", "a&lt;b &amp; &quot;c&quot;&gt;"), ("一\n二", "一&#10;二"),
    ("\u{1}𠮷", "\u{FFFD}𠮷"),
  ])
  func xmlEscaped(text: String, escaped: String) {
    #expect(text.xmlEscaped == escaped)
  }

  @Test("an annotation for each failure")
  func github() {
    let lines = report.github(failures: 2).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "::error file=b%2Cars.tsv,line=3::quantity value F1 0.000 is below its bar of 0.970",
        "::notice file=gold/page-1.jsonl,line=1::organization, wrong span: 【石景山区工商联】3月18日捐款2"
          + "%0Agold kind=association name=石景山区工商联; found organization 【区工商联】 3-7 "
          + "kind=association name=区工商联; by some.rule",
        "::notice file=gold/page-1.jsonl,line=4::quantity, wrong value: item: "
          + "200万元、大衣【170件】、口罩2000个%0Agold item=大衣 quantity=170 unit=件; found quantity=170 "
          + "unit=件; by some.rule",
      ])
  }

  @Test("failures that the bars allow for are no errors")
  func knownFailures() {
    let comparison = Comparison(gold: GoldSet(Self.gold), found: Self.found)
    let report = ScoreReport(
      score: Score(comparison), causes: Causes(comparison), gold: GoldSet(Self.gold))
    #expect(report.isFine)
    let lines = report.github().split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("::notice file=gold/") })
  }

  @Test func badLinesAreInEveryFormat() throws {
    let fault = LineFault(file: "gold/page-9.jsonl", line: 2, reason: "100 % wrong")
    let comparison = Comparison([], [])
    let report = ScoreReport(
      score: Score(comparison), causes: Causes(comparison),
      gold: GoldSet(documents: [], faults: [fault]))
    #expect(!report.isFine)
    #expect(report.text().hasPrefix("gold/page-9.jsonl:2: 100 % wrong\n\n"))
    #expect(report.json().contains(#""gold/page-9.jsonl:2: 100 % wrong""#))
    #expect(report.junit().contains(#"<failure message="gold/page-9.jsonl:2: 100 % wrong"/>"#))
    #expect(report.github() == "::error file=gold/page-9.jsonl,line=2::100 %25 wrong\n")
  }
}
