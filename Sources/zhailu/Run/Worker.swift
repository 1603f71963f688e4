// SPDX-License-Identifier: Apache-2.0
import ZhailuDatabase
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Makes records of pieces of work, one after the other: what one thread has for itself.
final class Worker: @unchecked Sendable {
  /// What records are written as.
  enum Form: Sendable {
    /// JSON Lines.
    case lines
    /// The rows of a table of events.
    case table
    /// What a database will be made of, with or without the texts.
    case rows(keepsText: Bool)

    /// How a journal tells them apart.
    var note: String {
      switch self {
      case .lines: ""
      case .table: " in a table"
      case .rows: " as rows"
      }
    }
  }

  /// What all workers of a run do alike.
  struct Settings: Sendable {
    let rules: RuleSet
    let reader: InputReader
    let types: Set<MentionType>
    var form = Form.lines
    /// What is written of how each record came about; `nil` where that is its rule alone.
    var provenance: Provenance?
    /// What earlier runs have done; `nil` where no digests are wanted.
    var earlier: Journal.Earlier?
  }

  /// Never used by two threads at a time: `Crew` gives a worker one piece of work, and the next when
  /// that is done.
  private let extractor: Extractor
  private let settings: Settings
  private var json = JSONWriter()

  init(_ settings: Settings) throws {
    self.settings = settings
    extractor = try Extractor(rules: settings.rules)
  }

  func finish(_ work: Work) -> Finished {
    let contents = settings.reader.read(work)
    return Finished(
      documents: contents.documents.map(finish), failures: contents.failures,
      warnings: contents.warnings, size: work.size)
  }

  private func finish(_ source: SourceText) -> Finished.Document {
    let digest = settings.earlier.map { _ in Digest(of: source) }
    if let digest, let entry = settings.earlier?.entry(digest) {
      return Finished.Document(
        source: source, digest: digest, records: nil, counts: entry.counts)
    }
    return extract(source, digest: digest)
  }

  func extract(_ source: SourceText, digest: Digest?) -> Finished.Document {
    var counts = RecordCounts()
    let bytes = bytes(of: source, digest) { counts[$0] += 1 }
    return Finished.Document(source: source, digest: digest, records: bytes, counts: counts)
  }

  /// What is written of a document; `note` is told the type of each record.
  private func bytes(
    of source: SourceText, _ digest: Digest?, _ note: (MentionType) -> Void
  ) -> [UInt8] {
    if case .lines = settings.form {
      json.removeAll()
      extractor.write(
        recordsOf: source, types: settings.types, provenance: settings.provenance, to: &json, note)
      return json.bytes
    }
    let records = extractor.records(of: source, types: settings.types)
    for record in records { note(record.type) }
    if case .rows(let keepsText) = settings.form {
      let digest = (digest ?? Digest(of: source)).description
      return DocumentRows(of: source, digest: digest, records: records, keepsText: keepsText).bytes
    }
    var table = EventTable()
    for record in records { table.add(record, of: source) }
    return table.bytes
  }
}
