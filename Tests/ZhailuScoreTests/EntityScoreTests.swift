// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords

@testable import ZhailuScore

@Suite struct EntityScoreTests {
  private let text = "【区工商联】【工商联】【联】【市委】"

  private func mentions(_ entities: [String], document: String = "page-1") -> [Record] {
    records(
      text, .organization("区工商联", entity: entities[0]), .organization("区工商联", entity: entities[1]),
      .organization("区工商联", entity: entities[2]), .organization("市委", entity: entities[3]),
      document: document)
  }

  /// Gold {1 2 3} {4}, found {1 2} {3 4}: precision (1 + 1 + ½ + ½) / 4, recall
  /// (⅔ + ⅔ + ⅓ + 1) / 4.
  @Test("clusters are scored by what each mention shares with its cluster")
  func clusters() throws {
    let comparison = Comparison(mentions(["a", "a", "a", "b"]), mentions(["x", "x", "y", "y"]))
    let rates = EntityScore(comparison).clusters
    #expect(rates.precision == 0.75)
    #expect(rates.recall.shown == "0.667")
    #expect(rates.f1.shown == "0.706")
  }

  @Test func theNamesOfEntitiesDoNotMatter() {
    let comparison = Comparison(mentions(["a", "a", "a", "b"]), mentions(["b", "b", "b", "a"]))
    #expect(EntityScore(comparison).clusters == Rates(precision: 1, recall: 1, f1: 1))
  }

  @Test func entitiesOfTwoDocumentsAreTwo() {
    let gold = mentions(["a", "a", "a", "b"]) + mentions(["a", "a", "a", "b"], document: "page-2")
    #expect(EntityScore(Comparison(gold, gold)).clusters.f1 == 1)
  }

  /// Found {1} and a spurious one in its cluster, of gold {1 2}: precision (½ + 0) / 2, recall
  /// (½ + 0) / 2.
  @Test func mentionsWithoutAPartnerCountAsNothing() {
    let gold = records(
      "【市委】政府【党委】", .organization("市委", entity: "a"), .organization("市委", entity: "a"))
    let found = records(
      "【市委】【政府】党委", .organization("市委", entity: "x"), .organization("市委", entity: "x"))
    let rates = EntityScore(Comparison(gold, found)).clusters
    #expect(rates == Rates(precision: 0.25, recall: 0.25, f1: 0.25))
  }

  @Test func canonicalNames() {
    let gold = records("【工商联】【市委】", .organization("区工商联"), .organization("市委"))
    let found = records("【工商联】【市委】", .organization("工商联"), .organization("市委"))
    let score = EntityScore(Comparison(gold, found))
    #expect(score.compared == 2 && score.named == 1)
    #expect(score.nameAccuracy == 0.5)
  }

  @Test func withoutOrganizations() {
    let score = EntityScore(Comparison([], []))
    #expect(score.nameAccuracy == nil)
    #expect(score.clusters == Rates(precision: nil, recall: nil, f1: nil))
  }
}
