// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuText

@testable import ZhailuExtract

@Suite("Evidence")
struct EvidenceTests {
  private static let head = """
    - rule: organization.headed
      finds: organization
      says: A head.
      pattern: "【{kind}】"
      where: { kind: lexicon head }
      evidence: weights
      reach: 6
    """

  /// What the name before it is sure to be; the article's other places are told.
  private static let posted = """
    - rule: organization.posted
      finds: organization
      says: A name before a post.
      pattern: "【{name}】总裁"
      where: { name: characters han 2..4 }
      tells: weights
    """

  /// A pack of two rules, three heads and the given weights.
  private func extractor(_ weights: String) throws -> Extractor {
    let texts = """
        examples: [{ texts: [ 【甲公司】, 【乙公司】, 【丙公司】 ] }]
        counterexamples: [{ text: 甲, why: none }, { text: 乙, why: none }, { text: 丙, why: none }]
      """
    let files = [
      (
        "stages.yaml",
        "stages: [{ stage: a, files: [a.yaml] }]\nshort_names: [org-short]\nlists: [list-sign]\n"
      ),
      ("a.yaml", [Self.head, texts, Self.posted, texts].joined(separator: "\n")),
      ("lexicon/head.tsv", "form\tkind\n公司\tcompany\n有限公司\tcompany\n科技\tcompany\n局\tgovernment\n"),
      (
        "lexicon/org-short.tsv",
        "form\tclass\n公司\tbrand\n科技\ttrade\n市\tdivision\n称\tcalled\n为\tcopula\n"
      ),
      (
        "lexicon/list-sign.tsv",
        "form\tclass\n、\tjoiner\n和\tjoiner\n暨\tjoiner\n等\trest\n家\tcounter\n"
      ),
      ("lexicon/weights.tsv", "form\twhere\tweight\tpin\n" + weights),
    ]
    return try Extractor(
      rules: try RuleSet(
        RuleSource(
          files: files.map { RuleSource.File(path: $0.0, displayPath: $0.0, text: $0.1) })))
  }

  private func found(_ text: String, _ weights: String) throws -> [String] {
    try extractor(weights).records(of: SourceText(id: "a", text: text), types: [.organization])
      .map(\.text)
  }

  @Test("without evidence nothing is a mention")
  func nothing() throws {
    #expect(try found("在天天公司工作", "在\tbefore\t0\t\n") == [])
  }

  @Test("weights say where a mention begins")
  func begins() throws {
    let weights = "在\tbefore\t20\t\n公司\tends\t5\t\n"
    #expect(try found("他在天天公司工作", weights) == ["天天公司"])
  }

  @Test("the heavier of two that overlap is taken")
  func overlap() throws {
    let weights = "在\tbefore\t20\t\n与\tbefore\t30\t\n"
    #expect(try found("在甲局与乙公司", weights) == ["甲局", "乙公司"])
    #expect(try found("在甲局与乙公司", "在\tbefore\t20\t\n7\tlength\t90\t\n") == ["在甲局与乙公司"])
  }

  @Test("no mention goes over the end of a clause, out of a bracket or past the reach")
  func limits() throws {
    let weights = "公司\tends\t5\t\n9\tmiddle length\t90\t\n5\tmiddle length\t20\t\n"
    #expect(try found("一二三四五六七八九公司", weights) == ["五六七八九公司"])
    #expect(try found("一二三,四五公司", "公司\tends\t5\t\n3\tmiddle length\t9\t\n") == ["公司"])
    #expect(try found("天(地公司", "公司\tends\t5\t\n2\tmiddle length\t9\t\n") == ["公司"])
  }

  @Test("a declared short name is found wherever it stands")
  func declared() throws {
    let weights = "有限公司\tanchor\t20\t\n2\tmiddle length\t9\t\ndeclared\tdocument\t50\tyes\n"
    #expect(
      try found("丰华有限公司(以下简称“丰矿”)说,丰矿赢了。", weights) == ["丰华有限公司", "丰矿", "丰矿"])
  }

  @Test("a firm's name without its last words is found, unless it is a word")
  func brand() throws {
    let weights = "公司\tanchor\t20\t\n4\tmiddle length\t9\t\nbrand\tdocument\t50\tyes\n"
    #expect(try found("铁鑫矿业公司说,铁鑫赢了。", weights) == ["铁鑫矿业公司", "铁鑫"])
    #expect(try found("铁鑫矿业公司说,铁鑫矿业赢了。", weights) == ["铁鑫矿业公司", "铁鑫矿业"])
    let trade = "科技\tanchor\t20\t\n2\tmiddle length\t9\t\nbrand\tdocument\t50\tyes\n"
    #expect(try found("铁鑫科技说,铁鑫赢了。", trade) == ["铁鑫科技", "铁鑫"])
  }

  @Test("what an article has as a place is no brand, and a declared name is not cut by one")
  func noBrand() throws {
    let weights = "公司\tanchor\t20\t\n4\tmiddle length\t9\t\nbrand\tdocument\t60\tyes\n"
    #expect(try found("海宜港务公司说,海宜赢了。", weights) == ["海宜港务公司", "海宜"])
    #expect(try found("海宜港务公司说,海宜市的海宜赢了。", weights) == ["海宜港务公司"])
    let declared = weights + "declared\tdocument\t50\tyes\n"
    #expect(
      try found("海宜港务公司(简称海宜港)说,海宜港赢了。", declared) == ["海宜港务公司", "海宜港", "海宜港"])
  }

  @Test("what a rule without weights finds is told to all other places of its name")
  func told() throws {
    let (text, told) = ("格澜总裁说,格澜捐了款。陈格澜不知道。", "told\tdocument\t20\tyes\n")
    #expect(try found(text, "陈\tbefore\t-30\t\n") == ["格澜"])
    #expect(try found(text, told + "陈\tbefore\t-30\t\n") == ["格澜", "格澜"])
    #expect(try found(text, told) == ["格澜", "格澜", "格澜"])
    let firm = told + "公司\tanchor\t20\t\n4\tmiddle length\t9\t\nbrand\tdocument\t10\tyes\n"
    #expect(
      try found("格澜总裁说,格澜电子公司和格澜电子捐了款", firm) == ["格澜", "格澜电子公司", "格澜电子"])
  }

  @Test("a number of bodies is no body, and no name holds a sum")
  func counted() throws {
    let weights = "公司\tends\t5\t\n4\tmiddle length\t9\t\ncounted\tdocument\t-60\tyes\n"
    #expect(try found("三家乐乐公司", weights) == [])
    #expect(try found("三峡乐乐公司", weights) == ["三峡乐乐公司"])
    #expect(try found("给3亿建公司", weights) == [])
  }

  @Test("beside a mention in a list another is likelier, and what stands between two is a name")
  func lists() throws {
    let weights = "有限公司\tanchor\t20\t\n公司\tanchor\t-5\t\n2\tmiddle length\t9\t\n"
    let listed = weights + "listed\tdocument\t20\tyes\n"
    #expect(try found("丰华有限公司、天地公司", weights + "公司\tends\t-9\t\n") == ["丰华有限公司"])
    #expect(
      try found("丰华有限公司、天地公司", listed + "公司\tends\t-9\t\n") == ["丰华有限公司", "天地公司"])
    let enclosed = weights + "enclosed\tdocument\t50\tyes\n"
    #expect(
      try found("丰华有限公司、锡东和天华有限公司", enclosed) == ["丰华有限公司", "锡东", "天华有限公司"])
    #expect(try found("丰华有限公司、锡东等", enclosed) == ["丰华有限公司", "锡东"])
    #expect(try found("丰华有限公司、锡东两家", enclosed) == ["丰华有限公司", "锡东"])
    #expect(try found("丰华有限公司、锡东两所", enclosed) == ["丰华有限公司"])
    #expect(
      try found("丰华有限公司、锡东暨天华有限公司", enclosed) == ["丰华有限公司", "锡东", "天华有限公司"])
    #expect(try found("丰华有限公司、锡东说", enclosed) == ["丰华有限公司"])
  }

  @Test("a line that says nothing is a fault, with its place")
  func faults() {
    #expect(throws: FaultyRules.self) { try extractor("在\tbeside\t1\t\n") }
    #expect(throws: FaultyRules.self) { try extractor("在\tbefore\tmuch\t\n") }
  }
}
