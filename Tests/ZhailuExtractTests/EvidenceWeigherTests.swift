// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuText

@testable import ZhailuExtract

/// `EvidenceWeigher` adds up by place what `EvidenceReader` names key by key; the two must agree.
@Suite("Weighing evidence")
struct EvidenceWeigherTests {
  /// Adds up keys.
  private struct Sum: EvidenceSink {
    let weights: EvidenceWeights
    var total: Int32 = 0
    mutating func take(_ key: EvidenceKey) { total &+= weights.weight(key) }
  }

  private static let alphabet = Array("甲乙丙丁公司局在与(),a1\n".utf16)
  private static let lists = ["head", "place"]

  private static let rule = """
    - rule: organization.headed
      finds: organization
      says: A head.
      pattern: "【{kind}】"
      where: { kind: lexicon head }
      evidence: weights
      reach: 6
      examples: [{ texts: [ 【甲公司】, 【乙公司】, 【丙公司】 ] }]
      counterexamples: [{ text: 甲, why: none }, { text: 乙, why: none }, { text: 丙, why: none }]
    """

  /// A pack with rows of every place, of texts of every length, and of every list.
  private static func evidence(_ generator: inout SplitMix64) throws -> RuleSet.Evidence {
    var lines: [String] = []
    var known: Set<String> = []
    func row(_ form: String, _ place: String) {
      guard known.insert("\(form) \(place)").inserted else { return }
      lines.append("\(form)\t\(place)\t\(generator.next(below: 199) - 99)")
    }
    func text(_ lengths: ClosedRange<Int>) -> String {
      let count = lengths.lowerBound + generator.next(below: lengths.count)
      let units = (0..<count).map { _ in alphabet[generator.next(below: 8)] }
      return String(decoding: units, as: UTF16.self)
    }
    for place in ["before", "ends", "after"] {
      for _ in 0..<60 { row(text(1...3), place) }
      row("¶", place)
    }
    for _ in 0..<60 {
      for place in ["begins", "inside"] { row(text(1...2), place) }
      for place in ["at start", "at end"] { row(text(2...2), place) }
      for place in ["anchor", "alone"] { row(text(1...4), place) }
      row("{head}\(text(1...2))", "joined")
    }
    for list in lists {
      for place in [
        "before", "begins", "second", "inside", "after", "across start", "across end", "whole",
        "middle",
      ] {
        row("{\(list)}", place)
      }
      for middle in 0...12 { row("{\(list)} \(middle)", "anchor") }
    }
    for length in 1...20 { row("\(length)", "length") }
    for length in 0...12 { row("\(length)", "middle length") }
    row("organization.headed", "rule")
    for middle in 0...12 { row("organization.headed \(middle)", "rule") }
    let files = [
      ("stages.yaml", "stages: [{ stage: a, files: [a.yaml] }]"),
      ("a.yaml", rule),
      ("lexicon/head.tsv", "form\tkind\n公司\tcompany\n局\tgovernment\n"),
      ("lexicon/place.tsv", "form\n甲\n乙丙\n"),
      ("lexicon/weights.tsv", "form\twhere\tweight\n\(lines.joined(separator: "\n"))\n"),
    ]
    let rules = try RuleSet(
      RuleSource(
        files: files.map { RuleSource.File(path: $0.0, displayPath: $0.0, text: $0.1) }))
    return try #require(rules.evidence.first)
  }

  @Test("the weight of a span is the sum of its keys")
  func sums() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<20 {
      let evidence = try Self.evidence(&generator)
      try check(evidence, &generator)
    }
  }

  private func check(_ evidence: RuleSet.Evidence, _ generator: inout SplitMix64) throws {
    let length = 60
    let units = (0..<length).map { _ in Self.alphabet[generator.next(below: Self.alphabet.count)] }
    try units.withUnsafeBufferPointer { units in
      var text = EvidenceText()
      defer { text.free() }
      text.reset(units)
      for start in 0..<length - 4 where generator.next(below: 3) == 0 {
        text.add(
          Int32(start), Int32(start + 1 + generator.next(below: 4)),
          lists: UInt64(1 + generator.next(below: 3)))
      }
      text.finish()
      var seeds = Buffer<EvidenceSeed>()
      defer { seeds.free() }
      for end in stride(from: 8, to: length, by: 5) {
        let start = end - 1 - generator.next(below: 3)
        seeds.append(
          EvidenceSeed(
            start: Int32(start), end: Int32(end), rule: Int32(generator.next(below: 2) - 1),
            reach: 14,
            match: 0))
      }
      var weigher = EvidenceWeigher(model: evidence.model, threshold: 0)
      defer { weigher.free() }
      weigher.reset(text)
      weigher.weigh(seeds, in: text)
      try #require(weigher.spans.count > 10)
      for index in 0..<weigher.spans.count {
        let span = weigher.spans[index]
        #expect(weigher.weights[index] == sum(span, seeds[Int(span.seed)], text, evidence.table))
      }
    }
  }

  private func sum(
    _ span: EvidenceSpan, _ seed: EvidenceSeed, _ text: EvidenceText, _ table: EvidenceTable
  ) -> Int32 {
    let reader = EvidenceReader(text: text)
    var sum = Sum(weights: table.weights)
    let (start, end) = (Int(span.start), Int(span.end))
    reader.start(start, &sum)
    reader.end(end, &sum)
    var inner: UInt64 = 0
    for place in start..<end - 1 {
      reader.inside(place, &sum)
      inner |= text.lists(from: place + 1, to: end)
    }
    let hash = EvidenceKey.hash(text.units, Int(span.anchor), end)
    reader.span(span, seed: seed, inner: inner, hash: hash, &sum)
    return sum.total
  }
}

@Suite("Numbers by two characters")
struct PairIndexTests {
  @Test("what was put in is found, after it grew, and not after it was emptied")
  func roundTrip() {
    var index = PairIndex()
    defer { index.free() }
    for round in 0..<2 {
      for first in 1...60 {
        for second in 0..<20 {
          let slot = index.slot(UInt16(first), UInt16(second))
          #expect(index.first(at: slot) == -1)
          index.set(Int32(first * 100 + second + round), at: slot)
        }
      }
      for first in 1...60 {
        #expect(index.mayBegin(UInt16(first)))
        for second in 0..<20 {
          let found = index.first(UInt16(first), UInt16(second))
          #expect(found == Int32(first * 100 + second + round))
        }
      }
      #expect(!index.mayBegin(61))
      index.removeAll()
      #expect(!index.mayBegin(1))
      #expect(index.first(1, 1) == -1)
    }
  }
}
