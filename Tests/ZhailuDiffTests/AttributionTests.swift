// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuDiff
import ZhailuRules

/// The "extraction" of these tests: the value is what the lexicon says of it.
@Suite("Which edit made which change")
struct AttributionTests {
  private static func lexicon(_ entries: [String]) -> RuleSource {
    source([("lexicon/w.tsv", "form\tsays\n" + entries.map { $0 + "\n" }.joined())])
  }

  /// Of 30 edits the records depend on what `found` says of the entries.
  private static func causes(
    found: @escaping (Set<String>) -> [String]
  ) throws -> (causes: [[Int]: Bool], trials: Int) {
    let old = lexicon((0..<30).map { "w\($0)\tx\($0)" })
    let new = lexicon((0..<30).map { "w\($0)\ty\($0)" })
    let pack = PackDiff(old: old, new: new)
    var trials = 0
    func extract(_ source: RuleSource) -> [String: [DiffRecord]] {
      trials += 1
      let words = source.files.flatMap { $0.text.split(separator: "\n").dropFirst() }
      let says = words.map { String($0.split(separator: "\t")[1]) }
      return ["a": records(found(Set(says)))]
    }
    let (before, after) = (extract(old), extract(new))
    let changes = DocumentDiff.changes(old: before["a"] ?? [], new: after["a"] ?? [])
    trials = 0
    var attribution = Attribution(pack, old: before) { source, _ in .records(extract(source)) }
    let causes = try attribution.causes(of: Set(changes))
    let shown = causes.values.map { cause in
      (
        cause.edits.map { Int(pack.edits[$0].subject.split(separator: " ")[1].dropFirst())! },
        cause.isProven
      )
    }
    return (Dictionary(shown) { first, _ in first }, trials)
  }

  @Test("one of thirty is found in a few trials")
  func one() throws {
    let found = try Self.causes { $0.contains("y17") ? [line("a", "1元", 0, "{}")] : [] }
    #expect(found.causes == [[17]: true])
    #expect(found.trials <= 14)
  }

  @Test("two that are needed together are both named")
  func both() throws {
    let found = try Self.causes { words in
      words.isSuperset(of: ["y3", "y28"]) ? [line("a", "1元", 0, "{}")] : []
    }
    #expect(found.causes == [[3, 28]: true])
  }

  @Test("where each of two suffices, it is one of them")
  func either() throws {
    let found = try Self.causes { words in
      words.contains("y4") || words.contains("y5") ? [line("a", "1元", 0, "{}")] : []
    }
    #expect(found.causes.values.allSatisfy { !$0 })
    #expect(found.causes.keys.allSatisfy { Set($0).isSuperset(of: [4, 5]) })
  }

  @Test("different changes have different causes")
  func different() throws {
    let found = try Self.causes { words in
      (0..<30).filter { words.contains("y\($0)") && $0 % 10 == 0 }
        .map { line("a", "1元", $0, "{}") }
    }
    #expect(found.causes == [[0]: true, [10]: true, [20]: true])
  }

  @Test("where an edit cannot go alone, those that need it go with it")
  func together() throws {
    let old = Self.lexicon(["w\tx"])
    let new = source([
      ("lexicon/w.tsv", "form\tsays\nw\ty\n"),
      ("a.yaml", "- rule: a\n  where: { w: lexicon new }\n"), ("lexicon/new.tsv", "form\nn\n"),
    ])
    let pack = PackDiff(old: old, new: new)
    // Rule a needs the new lexicon, and makes the record.
    func extract(_ source: RuleSource, _ documents: Set<String>) -> Attribution.Trial {
      #expect(documents == ["a"])
      let paths = source.files.map(\.path)
      guard paths.contains("a.yaml") else { return .records(["a": []]) }
      guard source.files.contains(where: { $0.text == "form\nn\n" }) else {
        let place = Diagnostic.Place(file: "Rules/a.yaml", line: 2)
        return .faults([Diagnostic(place, "no lexicon is called 【new】")])
      }
      return .records(["a": records([line("a", "1元", 0, "{}")])])
    }
    var attribution = Attribution(pack, old: ["a": []], extract: extract)
    let changes = DocumentDiff.changes(old: [], new: records([line("a", "1元", 0, "{}")]))
    let cause = try #require(try attribution.causes(of: Set(changes)).values.first)
    #expect(cause.isProven)
    #expect(
      cause.edits.map { pack.edits[$0].subject } == [
        "rule a", "header of new", "entry n of new",
      ])
  }
}
