// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuDiff
import ZhailuRules

@Suite("The edits between two rule packs")
struct PackDiffTests {
  private static let lexicon = "# Words.\nform\tcurrency\n元\tCNY\n美元\tUSD\n"
  private static let rules = """
    # Sums.
    - rule: amount.plain
      finds: amount
      says: A number and a currency.
      pattern: "{amount}{currency}"
      where:
        amount: number
        currency: lexicon currency
      examples:
        - value: {}
          texts: [ 【1元】 ]

    - define: sum
      says: A number.
      pattern: "{amount}"
      where: { amount: number }

    """

  private static func edits(_ change: (inout String, inout String) -> Void) -> [String] {
    var (lexicon, rules) = (Self.lexicon, Self.rules)
    change(&lexicon, &rules)
    let old = source([("amount.yaml", Self.rules), ("lexicon/currency.tsv", Self.lexicon)])
    let new = source([("amount.yaml", rules), ("lexicon/currency.tsv", lexicon)])
    return PackDiff(old: old, new: new).edits.map(\.description)
  }

  @Test("the header of a lexicon that is laid over another is no edit")
  func overlay() {
    let old = source([("amount.yaml", Self.rules), ("lexicon/currency.tsv", Self.lexicon)])
    func edits(_ text: String) -> [String] {
      let over = RuleSource(files: [
        RuleSource.File(
          path: "lexicon/currency.tsv", displayPath: "my/lexicon/currency.tsv", text: text)
      ])
      return PackDiff(old: old, new: old.overlaid(by: over)).edits.map(\.description)
    }
    #expect(
      edits("form\tcurrency\n日元\tJPY\n") == [
        "my/lexicon/currency.tsv:2: entry 日元 of currency added: currency JPY"
      ])
    #expect(edits("form\tmoney\n").count == 1)
    // Columns at the end may be left out.
    #expect(edits("form\n日元\n").map { $0.contains("entry 日元") } == [true])
  }

  @Test("a rule that is switched off is said to be")
  func off() {
    let old = source([("amount.yaml", Self.rules), ("lexicon/currency.tsv", Self.lexicon)])
    let over = RuleSource(files: [
      RuleSource.File(
        path: "amount.yaml", displayPath: "my/amount.yaml",
        text: "- off: amount.plain\n  why: not wanted\n")
    ])
    #expect(
      PackDiff(old: old, new: old.overlaid(by: over)).edits.map(\.description) == [
        "my/amount.yaml:1: switching off amount.plain added"
      ])
  }

  @Test("entries are added, removed and changed, each with its line")
  func entries() {
    #expect(
      Self.edits { lexicon, _ in lexicon += "日元\tJPY\n" } == [
        "Rules/lexicon/currency.tsv:5: entry 日元 of currency added: currency JPY"
      ])
    #expect(
      Self.edits { lexicon, _ in lexicon = lexicon.replacing("元\tCNY\n", with: "") } == [
        "Rules/lexicon/currency.tsv:3: entry 元 of currency removed: currency CNY"
      ])
    #expect(
      Self.edits { lexicon, _ in lexicon = lexicon.replacing("USD", with: "AUD") } == [
        "Rules/lexicon/currency.tsv:4: entry 美元 of currency changed: currency USD → AUD"
      ])
  }

  @Test("of a rule it says which keys differ")
  func rules() {
    #expect(
      Self.edits { _, rules in
        rules = rules.replacing("{amount}{currency}", with: "{amount}多?{currency}")
          .replacing("currency: lexicon currency", with: "currency: lexicon money")
      } == ["Rules/amount.yaml:2: rule amount.plain changed: pattern, where"])
    #expect(
      Self.edits { _, rules in
        rules = rules.replacing("define: sum", with: "define: total")
      } == [
        "Rules/amount.yaml:13: rule total added", "Rules/amount.yaml:13: rule sum removed",
      ])
  }

  @Test("examples, comments, explanations and order change no record")
  func silent() {
    #expect(
      Self.edits { lexicon, rules in
        rules = rules.replacing("# Sums.", with: "# Sums of money.")
          .replacing("【1元】", with: "【2元】").replacing("A number and", with: "Digits and")
        lexicon = "# Money.\nform\tcurrency\n美元\tUSD\n元\tCNY\n"
      } == [])
  }

  @Test("a lexicon made anew is one edit")
  func composite() {
    let edits = Self.edits { lexicon, _ in
      lexicon += (0..<200).map { "元\($0)\tCNY\n" }.joined()
    }
    #expect(
      edits == ["Rules/lexicon/currency.tsv:5: lexicon currency changed: 200 entries new, 0 gone"])
  }

  @Test("without all its edits the new pack is the old one; without one it lacks that")
  func without() {
    let old = source([("amount.yaml", Self.rules), ("lexicon/currency.tsv", Self.lexicon)])
    let new = source([
      ("amount.yaml", Self.rules.replacing("sum", with: "total")),
      ("lexicon/currency.tsv", Self.lexicon.replacing("USD", with: "AUD") + "日元\tJPY\n"),
      ("lexicon/new.tsv", "form\n新\n"),
    ])
    let diff = PackDiff(old: old, new: new)
    let back = diff.source(without: Set(diff.edits.indices))
    #expect(PackDiff(old: old, new: back).edits.isEmpty)
    #expect(!back.files.contains { $0.path == "lexicon/new.tsv" })
    let one = diff.edits.indices.filter { diff.edits[$0].subject.contains("日元") }
    let left = PackDiff(old: diff.source(without: Set(one)), new: new).edits
    #expect(left.map(\.subject) == ["entry 日元 of currency"])
  }
}
