// SPDX-License-Identifier: Apache-2.0
import ZhailuDatabase
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What a piece of work came to, in the order of its documents.
struct Finished: Sendable {
  struct Document: Sendable {
    let source: SourceText
    /// `nil` where nobody asks for it.
    let digest: Digest?
    /// The records, or the rows of a table, a line each; `nil` where an earlier run has made them.
    var records: [UInt8]?
    var counts: RecordCounts
  }

  var documents: [Document] = []
  var failures: [DocumentFailure] = []
  var warnings: [String] = []
  /// The bytes of the input that it took.
  var size = 0
}

/// How many records there are of each type.
struct RecordCounts: Sendable, Equatable {
  private var numbers = SIMD8<Int32>()

  init() {}

  subscript(_ type: MentionType) -> Int {
    get { Int(numbers[type.index]) }
    set { numbers[type.index] = Int32(clamping: newValue) }
  }

  /// As a journal has them: 3,0,12,1,0,0,0.
  init?(_ text: some StringProtocol) {
    let fields = text.split(separator: ",").compactMap { Int($0) }
    guard fields.count == MentionType.allCases.count else { return nil }
    for (type, number) in zip(MentionType.allCases, fields) { self[type] = number }
  }
}

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
