// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import ZhailuDiff
import ZhailuExtract
import ZhailuRecords
import ZhailuReport
import ZhailuRules
import ZhailuText
import ZhailuValues

/// One run of `zhailu diff`: both sides as streams, the report, and the causes of its changes.
struct DiffRun {
  let old: DiffSide
  let new: DiffSide
  let articles: String
  var oldRules: RuleSource?
  var newRules: RuleSource?
  /// The documents that changes are in, where their text is known.
  private(set) var sources: [String: SourceText] = [:]
  /// The articles that rules could not be tried on.
  private var unreadCount = 0

  init(old: DiffSide, new: DiffSide, articles: String) {
    self.old = old
    self.new = new
    self.articles = articles
  }

  /// Edits are tried on no more changes than this; they all are in memory.
  private static let mostTried = 100_000

  /// Compares the sides. Edits are tried on all changes, so that what each made is counted whatever
  /// `limit` lets be listed.
  mutating func report(limit: Int) throws -> DiffReport {
    let knowsRules = rulesBefore != nil && rulesAfter != nil
    var report = DiffReport(
      oldName: old.name, newName: new.name, limit: knowsRules ? max(limit, Self.mostTried) : limit)
    try report.compare(try stream(old), try stream(new))
    let changed = Set(report.kept.map(\.id))
    if !changed.isEmpty, FileSystem.exists(articles) {
      var unread = 0
      for document in try Self.documents(articles, changed, unread: &unread) {
        sources[document.id] = document
      }
    }
    try explain(&report)
    report.list(atMost: limit)
    return report
  }

  private mutating func stream(_ side: DiffSide) throws -> any BlockStream {
    switch side {
    case .output(let path): return try RecordFiles(path)
    case .rules(let source, let name):
      guard FileSystem.exists(articles) else {
        throw Failure(
          "\(articles): there are no articles to try rules on; --articles names a folder")
      }
      return ExtractedBlocks(
        try Extractor(rules: try RuleSet(source)), types: types, name: name,
        documents: try Self.documents(articles, unread: &unreadCount))
    }
  }

  /// The types of the kept records; without them all that stand in an output by default.
  var types: Set<MentionType> {
    for side in [old, new] {
      guard case .output(let path) = side, FileSystem.isDirectory(path),
        let bytes = try? FileSystem.read("\(path)/run.json"),
        let names = (try? JSONParser.parse(bytes))?["types"]?.elements?.compactMap(\.text)
      else { continue }
      return Set(names.compactMap(MentionType.init))
    }
    return Set(MentionType.allCases).subtracting([.number, .ordinal])
  }

  private static func documents(
    _ folder: String, _ known: Set<String>? = nil, unread: inout Int
  ) throws -> [SourceText] {
    var documents: [SourceText] = []
    let files = try InputReader.files([folder]).filter { file in
      InputReader.Format(path: file.path) == .jsonl || known?.contains(file.id) ?? true
    }
    for contents in InputReader().contents(of: files) {
      for failure in contents.failures { Console.note("\(failure.place): \(failure.reason)") }
      unread += contents.failures.count
      documents += contents.documents.filter { known?.contains($0.id) ?? true }
    }
    return documents
  }

  /// The text around a record, where its document is known and still says the same.
  func context(_ record: DiffRecord) -> String? {
    guard let source = sources[record.document], record.span.start >= 0,
      record.span.start <= record.span.end, record.span.end <= source.scalarCount,
      source[source.extent(of: record.span)] == record.text
    else { return nil }
    let start = max(0, record.span.start - 16)
    let end = min(source.scalarCount, record.span.end + 16)
    let before = source[source.extent(of: Span(start: start, end: record.span.start))]
    let after = source[source.extent(of: Span(start: record.span.end, end: end))]
    return "\(start > 0 ? "…" : "")\(before)【\(record.text.shortened)】\(after)"
      .onOneLine + (end < source.scalarCount ? "…" : "")
  }

  func page(_ report: DiffReport) -> [UInt8] {
    let head = ReportHead(
      title: "What changed", subtitle: "\(old.name) → \(new.name)",
      made: "zhailu \(Version.program)")
    return DiffPage(head: head, report: report, sources: sources).page.bytes
  }

  /// What a run that failed leaves behind must not take the place of kept records.
  func checkIsWhole(_ report: DiffReport) throws {
    let refusal = "\(old.name) was not renewed, and nothing of it is deleted: "
    guard report.newFaultCount == 0 else {
      Console.note(
        refusal + "\(DiffReport.counted(report.newFaultCount, "line")) of \(new.name) could not be "
          + "read; mend or write them anew, and accept again")
      throw ExitCode(3)
    }
    guard unreadCount == 0 else {
      Console.note(
        refusal + "\(DiffReport.counted(unreadCount, "article")) of \(articles) could not be read; "
          + "mend or remove what is named above, and accept again")
      throw ExitCode(3)
    }
    if case .output(let path) = new, FileSystem.exists("\(FolderSink.journal(in: path)).next") {
      throw Failure(
        refusal + "the run that writes \(path) has not ended; extract --resume goes on with it")
    }
    let failures = newFailures
    guard failures == 0 else {
      Console.note(
        refusal
          + "\(DiffReport.counted(failures, "document")) of \(new.name) could not be read, as its "
          + "errors.jsonl says; mend what it names, extract again and accept then")
      throw ExitCode(3)
    }
    guard report.records.new > 0 else {
      throw Failure(
        refusal
          + "\(new.name) has no records at all; look whether it is what was meant, and how the "
          + "run ended that wrote it")
    }
  }

  /// How many documents the run that wrote NEW could not read, other than that of OLD.
  private var newFailures: Int {
    func lines(_ side: DiffSide) -> Set<ArraySlice<UInt8>> {
      guard case .output(let path) = side, FileSystem.isDirectory(path),
        let bytes = try? FileSystem.read("\(path)/errors.jsonl")
      else { return [] }
      return Set(bytes.split(separator: 0x0A))
    }
    return FileSystem.exists("\(new.name)/run.json") ? lines(new).subtracting(lines(old)).count : 0
  }

  /// Writes what NEW has in the place of OLD.
  func accept() async throws {
    guard case .output(let name) = old else { return }
    let kept = name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
    guard FileSystem.exists(kept), kept != "-" else { return }
    switch new {
    case .rules(let source, _):
      guard FileSystem.isDirectory(kept) else { return try await extract(by: source, to: kept) }
      let new = "\(kept).new"
      try await extract(by: source, to: new)
      try copy(new, to: kept)
      try FileManager.default.removeItem(atPath: new)
    case .output(let path): try copy(path, to: kept)
    }
    Console.note("\(kept) is renewed.")
  }

  private func extract(by source: RuleSource, to output: String) async throws {
    var run = ExtractionRun(
      ExtractionRun.Request(output: try Output(output), progress: .none),
      header: RunHeader(rules: RuleDigests(source), types: types), rules: try RuleSet(source),
      reader: InputReader())
    try await run.extract([articles])
  }

  private func copy(_ path: String, to kept: String) throws {
    guard FileSystem.isDirectory(path) == FileSystem.isDirectory(kept) else {
      throw Failure("\(kept) and \(path): one is a file, the other a folder; nothing was renewed")
    }
    guard FileSystem.isDirectory(path) else {
      return try FileSystem.write(try FileSystem.read(path), to: kept)
    }
    let files = try FileSystem.files(below: path)
    for file in files {
      try FileSystem.write(try FileSystem.read("\(path)/\(file)"), to: "\(kept)/\(file)")
    }
    for file in try FileSystem.files(below: kept)
    where file.hasSuffix(".jsonl") && !files.contains(file) {
      try FileManager.default.removeItem(atPath: "\(kept)/\(file)")
    }
  }
}

/// The records that rules make of documents, one document after the other.
struct ExtractedBlocks: BlockStream {
  private let extractor: Extractor
  private let types: Set<MentionType>
  private let name: String
  private var documents: ArraySlice<SourceText>

  init(_ extractor: Extractor, types: Set<MentionType>, name: String, documents: [SourceText]) {
    self.extractor = extractor
    self.types = types
    self.name = name
    self.documents = documents[...]
  }

  mutating func next() -> RecordBlock? {
    while let document = documents.popFirst() {
      let records = extractor.records(of: document, types: types)
      if records.isEmpty { continue }
      var json = JSONWriter()
      for record in records { record.write(to: &json) }
      return RecordBlock(
        document: document.id, bytes: json.bytes, lineCount: records.count, file: name)
    }
    return nil
  }
}
