// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuExtract
import ZhailuRules
import ZhailuText

@testable import ZhailuScore

@Suite("Learning the weights of evidence")
struct EvidenceTuningTests {
  private func tuning(pins: String = "") throws -> EvidenceTuning {
    let rule = """
      - rule: organization.headed
        finds: organization
        says: A head.
        pattern: "【{kind}】"
        where: { kind: lexicon head }
        evidence: weights
        reach: 4
        examples: [{ texts: [ 【甲公司】, 【乙公司】, 【丙公司】 ] }]
        counterexamples: [{ text: 甲, why: none }, { text: 乙, why: none }, { text: 丙, why: none }]
      """
    let files = [
      ("stages.yaml", "stages: [{ stage: a, files: [a.yaml] }]"), ("a.yaml", rule),
      ("lexicon/head.tsv", "form\tkind\n公司\tcompany\n"),
      ("lexicon/weights.tsv", "form\twhere\tweight\tpin\n在\tbefore\t0\t\n" + pins),
    ]
    let extractor = try Extractor(
      rules: try RuleSet(
        RuleSource(
          files: files.map { RuleSource.File(path: $0.0, displayPath: $0.0, text: $0.1) })))
    var tuning = EvidenceTuning(table: extractor.rules.evidence[0].table)
    for (index, name) in ["天地", "日月", "山水", "风云", "金木", "江海"].enumerated() {
      let source = SourceText(id: "\(index)", text: "他在\(name)公司上班,这家公司很大。")
      tuning.add(group: "texts", document: source.id, share: 1) { keys in
        extractor.samples(
          of: source, evidence: 0, gold: [Span(start: 2, end: 6)], isUnmarked: { _ in false },
          keys: &keys)
      }
    }
    return tuning
  }

  @Test("what is marked is found with the weights learned, and without it in parts of the texts")
  func learns() throws {
    var tuning = try tuning()
    let learned = tuning.score(tuning.weights(), threshold: 0)[0].tally
    #expect(learned.f1 == 1)
    #expect(learned.overlap == 1)
    #expect(tuning.crossValidate(folds: 3, threshold: 0)[0].tally.recall > 0.6)
  }

  @Test("the same texts give the same weights")
  func deterministic() throws {
    #expect(try tuning().weights() == tuning().weights())
  }

  @Test("no more weights are learned than are asked for, those that do the most")
  func most() throws {
    var tuning = try tuning()
    tuning.mostWeights = 3
    let weights = tuning.weights()
    #expect((1...3).contains(weights.count { $0 != 0 }))
    #expect(tuning.score(weights, threshold: 0)[0].tally.recall > 0.6)
  }

  @Test("a pinned weight is kept")
  func pins() throws {
    let tuning = try tuning(pins: "很大\tafter\t-77\tyes\n")
    let rows = tuning.rows(tuning.weights())
    #expect(rows.contains { $0 == (form: "很大", place: "after", weight: -77, pin: true) })
  }
}
