// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuRecords
import ZhailuScore
import ZhailuText
import ZhailuValues

/// The page of a validation: scores, failures by cause, gold beside output.
package struct ValidateReport {
  private let head: ReportHead
  private let report: ScoreReport
  private let comparison: Comparison
  private let sources: [String: SourceText]

  /// Without `sources`, as for a half that nobody tunes on, only counts are shown.
  package init(
    head: ReportHead, report: ScoreReport, comparison: Comparison,
    sources: [String: SourceText]
  ) {
    self.head = head
    self.report = report
    self.comparison = comparison
    self.sources = sources
  }

  private var showsTexts: Bool { !sources.isEmpty }

  package var page: HTMLPage {
    let score = report.score
    let f1 = score[.micro]?.rates[.value]?.f1
    let (trends, shares) = history
    return head.page(
      kind: "validate",
      facts: [
        ("documents", "\(score.documentCount)"),
        ("mentions in the gold", "\(score[.micro]?.tally.gold ?? 0)"),
        ("found", "\(score[.micro]?.tally.found ?? 0)"),
        ("value F1, all mentions", f1.map { $0.places(3) } ?? "–"),
        ("bars missed", report.bars == nil ? "no bars" : "\(report.missedBars.count)"),
      ],
      (
        "notes",
        .array(
          (report.missedBars.map(\.description) + report.faults.map(\.description))
            .map(JSON.string))
      ),
      ("scores", .array(score.types.map(Self.json))),
      ("fields", .array(score.fields.map(Self.json))),
      ("rules", .array(score.rules.map(Self.json))), ("trends", trends), ("shares", shares),
      ("causes", .array(showsTexts ? report.causes.groups.map(Self.json) : [])),
      (
        "documents",
        .array(showsTexts ? comparison.documents.compactMap(json) : [])
      ))
  }

  // MARK: Articles

  private func json(_ document: Comparison.Document) -> JSON? {
    guard let source = sources[document.id] else { return nil }
    let flags = Flags(document)
    return ReportDocument(source, records: document.found).json(
      ("gold", .array(flags.gold.map { $0.record.json(flag: $0.flag, note: $0.note) })),
      ("mentions", .array(flags.found.map { $0.record.json(flag: $0.flag, note: $0.note) })))
  }

  /// By year how many mentions of the gold are right, and the share of each article.
  private var history: (trends: JSON, shares: JSON) {
    var years: [String: (right: Int, gold: Int)] = [:]
    var shares: [JSON] = []
    for document in comparison.documents {
      let gold = Flags(document).gold
      let right = gold.count { $0.flag == "right" }
      if !gold.isEmpty { shares.append(.number("\(Double(right) / Double(gold.count))")) }
      guard let date = sources[document.id]?.published else { continue }
      let year = String(date.description.prefix(4))
      years[year, default: (0, 0)].right += right
      years[year, default: (0, 0)].gold += gold.count
    }
    let trends = years.sorted { $0.key < $1.key }.filter { $0.value.gold > 0 }.map { year, counts in
      JSON.array([.string(year), .int(counts.right), .int(counts.gold)])
    }
    return (.array(trends), .array(shares))
  }
}

/// How each mention of a document compares with the other side.
private struct Flags {
  struct Mention {
    let record: Record
    let flag: String
    var note: String?
  }

  var gold: [Mention] = []
  var found: [Mention] = []

  init(_ document: Comparison.Document) {
    for alignment in document.mentions.values {
      for pair in alignment.pairs {
        let fields = FieldComparison.differences(gold: pair.gold, found: pair.found)
        let flag = !pair.isExact ? "span" : fields.isEmpty ? "right" : "value"
        let note = fields.isEmpty || !pair.isExact ? nil : fields.joined(separator: ", ")
        gold.append(Mention(record: pair.gold, flag: flag, note: note))
        found.append(Mention(record: pair.found, flag: flag, note: note))
      }
      add(missed: alignment.missed, spurious: alignment.spurious)
    }
    for pair in document.events.pairs {
      let flag = pair.isWhole ? "right" : "value"
      let note = pair.differences.isEmpty ? nil : pair.differences.joined(separator: ", ")
      gold.append(Mention(record: pair.gold, flag: flag, note: note))
      found.append(Mention(record: pair.found, flag: flag, note: note))
    }
    add(missed: document.events.missed, spurious: document.events.spurious)
    gold.sort { Self.precedes($0, $1) }
    found.sort { Self.precedes($0, $1) }
  }

  private mutating func add(missed: [Record], spurious: [Record]) {
    gold += missed.map { Mention(record: $0, flag: "missed") }
    found += spurious.map { Mention(record: $0, flag: "spurious") }
  }

  private static func precedes(_ left: Mention, _ right: Mention) -> Bool {
    (left.record.place, left.record.value.names.count)
      < (right.record.place, right.record.value.names.count)
  }
}
