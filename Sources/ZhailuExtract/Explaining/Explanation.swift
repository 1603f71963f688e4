// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// How each mention of an article came about, for people.
///
///     超过【40亿元】  amount  4000000000 CNY, more_than
///       created by amount.plain
///         before = 超过      lexicon modifier-before, line 3 → modifier more_than
///         amount = 40亿      number 4000000000
///       lost to it: 【40亿】 of number.bare
package struct Explanation {
  let source: SourceText
  let extraction: Extraction
  let rules: RuleSet

  package init(source: SourceText, extraction: Extraction, rules: RuleSet) {
    self.source = source
    self.extraction = extraction
    self.rules = rules
  }

  /// All mentions, or what was tried at one place of the text.
  package func text(at place: Int? = nil) -> String {
    let candidates = extraction.candidates.indices.filter { index in
      guard let place else { return true }
      let span = span(of: extraction.candidates[index].extent)
      return span.start <= place && place < span.end
    }
    let winners = candidates.filter { index in
      if case .lost = extraction.candidates[index].outcome { return false }
      return true
    }.sorted { extraction.candidates[$0].extent < extraction.candidates[$1].extent }
    return winners.map { describe($0, losers: losers(to: $0)) }.joined(separator: "\n")
  }

  private func losers(to winner: Int) -> [Int] {
    extraction.candidates.indices.filter { index in
      if case .lost(let owner) = extraction.candidates[index].outcome { return owner == winner }
      return false
    }
  }

  func span(of extent: Extent) -> Span {
    source.span(of: extraction.text.sourceExtent(of: extent))
  }

  private func describe(_ index: Int, losers: [Int]) -> String {
    let candidate = extraction.candidates[index]
    let span = span(of: candidate.extent)
    var lines: [String] = []
    var link: String?
    let head = "\(bracketed(candidate)) \(span.start)-\(span.end)  \(candidate.type.rawValue)"
    if case .failed(let failure) = candidate.outcome {
      lines.append("\(head)  no record: \(failure)")
    } else if let mention = extraction.mentions.first(where: { $0.candidate == index }) {
      lines.append("\(head)  \(value(mention.value))")
      link = self.link(of: mention)
    }
    let weight = candidate.weight.map { ", the evidence weighs \($0)" } ?? ""
    lines.append("  created by \(rules.units[candidate.unit].rule.id)\(weight)")
    lines += slots(of: extraction.derivations[index], indent: "    ")
    if let link { lines.append(link) }
    for loser in losers {
      let lost = extraction.candidates[loser]
      lines.append("  lost to it: \(bracketed(lost)) of \(rules.units[lost.unit].rule.id)")
    }
    return lines.joined(separator: "\n")
  }

  private func slots(of derivation: Derivation, indent: String) -> [String] {
    derivation.slots.flatMap { slot -> [String] in
      let line = "\(indent)\(slot.name) = \(shown(slot.extent))  \(slot.source)"
      return [line] + slot.inner.flatMap { slots(of: $0, indent: indent + "  ") }
    }
  }

  /// A stretch of the text in one line, spelt as it is there.
  func shown(_ extent: Extent) -> String {
    LineEnd.show(extraction.text.original(of: extent, in: source))
  }

  private func bracketed(_ candidate: ExplainedCandidate) -> String {
    let (context, extent) = (candidate.context, candidate.extent)
    let before = shown(Extent(min(context.start, extent.start), extent.start))
    let after = shown(Extent(extent.end, max(context.end, extent.end)))
    return "\(before)【\(shown(extent))】\(after)"
  }

  private func value(_ value: Value) -> String {
    value.fields.map { name, field in
      switch field {
      case .text(let text): "\(name) \(text)"
      case .list(let list): "\(name) \(list.joined(separator: " or "))"
      }
    }.joined(separator: ", ")
  }
}
