// SPDX-License-Identifier: Apache-2.0
import ZhailuDiff
import ZhailuExtract
import ZhailuRules
import ZhailuText
import ZhailuValues

extension DiffRun {
  /// Finds the edits that made the changes, where both rule packs and the articles are known.
  func explain(_ report: inout DiffReport) throws {
    let (before, after) = (rulesBefore, rulesAfter)
    guard let before, let after else {
      if report.isDifferent { report.notes.append(missingRules(before: before, after: after)) }
      return
    }
    let pack = PackDiff(old: before, new: after)
    report.edits = pack.edits
    guard report.isDifferent else { return }
    guard !pack.edits.isEmpty else {
      report.notes.append("the rules do not differ: the program, its options or the articles do")
      return
    }
    try attribute(&report, pack)
  }

  var rulesBefore: RuleSource? { old.rules ?? oldRules }
  var rulesAfter: RuleSource? { new.rules ?? newRules }

  private func missingRules(before: RuleSource?, after: RuleSource?) -> String {
    let options = [before == nil ? "--old-rules" : nil, after == nil ? "--new-rules" : nil]
    return "\(options.compactMap { $0 }.joined(separator: " and ")) would name the edit behind each"
      + " change"
  }

  private func attribute(_ report: inout DiffReport, _ pack: PackDiff) throws {
    let documents = report.kept.compactMap { sources[$0.id] }
    guard !documents.isEmpty else {
      report.notes.append(
        "\(articles) has none of the documents that changed, so no edit can be tried on them")
      return
    }
    let types = self.types
    let progress = TrialProgress(edits: pack.edits.count)
    defer { progress.finish() }
    let extract: Attribution.Extract = { source, ids in
      progress.advance()
      let rules: RuleSet
      do { rules = try RuleSet(source) } catch let faulty as FaultyRules {
        return .faults(faulty.diagnostics)
      }
      let documents = documents.filter { ids.contains($0.id) }
      return .records(try Self.records(of: documents, by: try Extractor(rules: rules), types))
    }
    let ids = Set(documents.map(\.id))
    guard case .records(let before) = try extract(pack.old, ids),
      case .records(let after) = try extract(pack.new, ids)
    else {
      report.notes.append("the rules have faults; `zhailu rules check` names them")
      return
    }
    // What the rules make by themselves; anything else has another cause.
    let made = Set(
      documents.flatMap {
        DocumentDiff.changes(old: before[$0.id] ?? [], new: after[$0.id] ?? [])
      })
    let changes = made.intersection(report.kept.flatMap(\.changes))
    var attribution = Attribution(pack, old: before, extract: extract)
    report.explain(by: try attribution.causes(of: changes))
    if report.untriedCount > 0 {
      report.notes.append(
        "\(DiffReport.counted(report.untriedCount, "change")) that no edit was tried on, for there"
          + " are too many")
    }
    let unexplained = report.changeCount - report.explainedCount - report.untriedCount
    if unexplained > 0 {
      report.notes.append(
        "\(DiffReport.counted(unexplained, "change")) that no edit of the rules makes: the program,"
          + " its options or the articles differ")
    }
  }

  private static func records(
    of documents: [SourceText], by extractor: Extractor, _ types: Set<MentionType>
  ) throws -> [String: [DiffRecord]] {
    var records: [String: [DiffRecord]] = [:]
    var blocks = ExtractedBlocks(extractor, types: types, name: "rules", documents: documents)
    while let block = blocks.next() { records[block.document] = block.records { _ in } }
    return records
  }
}

/// Says on a terminal how far the search for edits is, which takes an extraction for each trial.
private final class TrialProgress {
  private let edits: Int
  private var trials = 0

  init(edits: Int) { self.edits = edits }

  func advance() {
    trials += 1
    guard Console.isErrorTerminal else { return }
    let line = "which of \(DiffReport.counted(edits, "edit")) made the changes: trial \(trials)"
    Console.renewLine(line)
  }

  func finish() {
    if Console.isErrorTerminal { Console.clearLine() }
  }
}
