// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

/// One run of extraction: documents in, records out, failures beside them.
///
/// The inputs are cut into pieces of work, a crew makes records of them, and the sink takes these in
/// the order of the inputs, however many work.
struct ExtractionRun {
  /// What the user asked for.
  struct Request {
    let output: Output?
    var keepsText = false
    /// Whether what earlier runs have written is left as it is.
    var resumes = false
    var isFramed = false
    var jobs = 1
    /// What comes before the rows of a table of events; `nil` where records are written.
    var tableHead: [UInt8]?
    /// Whether records tell how they came about.
    var hasProvenance = false
    var progress = Progress.Manner.auto

    var form: Worker.Form {
      if case .database = output { return .rows(keepsText: keepsText) }
      return tableHead == nil ? .lines : .table
    }
  }

  private let request: Request
  private let header: RunHeader
  private var settings: Worker.Settings
  private(set) var failureCount = 0
  private var documentCount = 0
  private var counts: [MentionType: Int] = [:]
  /// Lines of `errors.jsonl`, which only folders have.
  private var errors: [UInt8] = []
  /// What was said already: the pieces of one file are read each by itself. A stream without an end may give
  /// any number of warnings, so that it is forgotten from time to time.
  private var warned: Set<String> = []
  private static let mostWarned = 10_000
  /// For documents whose records of an earlier run are not where they should be.
  private var spare: Worker?

  init(_ request: Request, header: RunHeader, rules: RuleSet, reader: InputReader) {
    self.request = request
    self.header = header
    settings = Worker.Settings(rules: rules, reader: reader, types: header.types)
    settings.form = request.form
    if request.hasProvenance {
      settings.provenance = Provenance(
        program: Version.program, pack: header.rules.pack, rules: rules)
    }
  }

  nonisolated(nonsending) mutating func extract(_ inputs: [String]) async throws {
    let files =
      inputs.isEmpty || inputs == ["-"] ? [] : try InputReader.files(inputs, isNoted: true)
    var work =
      files.isEmpty && (inputs.isEmpty || inputs == ["-"])
      ? WorkReader(
        standardInput: .standardInput, reader: settings.reader, isOneByOne: request.isFramed)
      : WorkReader(files: files, reader: settings.reader, isOneByOne: request.isFramed)
    var sink = try sink(InputGuard(files))
    var progress = Progress(request.progress, total: work.size)
    let jobs = min(request.jobs, work.mostPieces ?? request.jobs)
    let crew = Crew(size: jobs) { [settings] in try Worker(settings) }
    try await crew.run(
      next: { try work.next() },
      take: { finished in
        progress.clear()
        try take(finished, &sink)
        progress.advance(bytes: finished.size, documents: finished.documents.count)
      })
    progress.finish()
    try sink.finish()
    try writeReport()
  }

  /// The sink of the request; what an earlier run has done is known to the workers then.
  private mutating func sink(_ guarded: InputGuard) throws(Failure) -> any RecordSink {
    let key =
      header.key(keepsText: request.keepsText, form: request.form)
      + (request.hasProvenance ? " with provenance" : "")
    let head = request.tableHead ?? []
    func earlier(_ path: String) -> Journal.Earlier {
      request.resumes ? Journal.read(path, key: key) : Journal.Earlier()
    }
    switch request.output {
    case nil: return StandardSink(isFramed: request.isFramed, head: head)
    case .file(let path):
      let earlier = earlier(FileSink.journal(of: path))
      settings.earlier = earlier
      return try FileSink(
        path: path, guarded: guarded, key: key, head: head, earlier: earlier)
    case .database(let path):
      let earlier = earlier(DatabaseSink.journal(of: path))
      settings.earlier = earlier
      return try DatabaseSink(
        path: path, guarded: guarded, key: key, header: header, earlier: earlier)
    case .folder(let folder):
      let earlier = earlier(FolderSink.journal(in: folder))
      settings.earlier = earlier
      return try FolderSink(
        folder: folder, guarded: guarded, keepsText: request.keepsText, key: key,
        earlier: earlier)
    }
  }

  private mutating func take(_ finished: Finished, _ sink: inout any RecordSink) throws {
    if warned.count > Self.mostWarned { warned = [] }
    for warning in finished.warnings where warned.insert(warning).inserted { Console.note(warning) }
    for failure in finished.failures {
      report(failure)
      try sink.take(failure)
    }
    for var document in finished.documents {
      documentCount += 1
      if document.records == nil, try !sink.keeps(document) {
        let worker = try spare ?? Worker(settings)
        spare = worker
        document = worker.extract(document.source, digest: document.digest)
      }
      if document.records != nil { try sink.take(document) }
      for type in MentionType.allCases where document.counts[type] > 0 {
        counts[type, default: 0] += document.counts[type]
      }
    }
    try sink.flush()
  }

  private mutating func report(_ failure: DocumentFailure) {
    failureCount += 1
    Console.note("\(failure.place): \(failure.reason)")
    if case .folder = request.output { errors += failure.json }
  }

  /// Beside the records of a folder: what could not be read, and what made them.
  private func writeReport() throws(Failure) {
    guard case .folder(let folder) = request.output else { return }
    try FileSystem.write(errors, to: "\(folder)/errors.jsonl")
    let json = header.json(documents: documentCount, failures: failureCount, records: counts)
    try FileSystem.write(json, to: "\(folder)/run.json")
  }
}

extension DocumentFailure {
  /// An error record, a line.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.key("doc")
      json.string(document)
      json.key("place")
      json.string(place)
      json.key("error")
      json.string(reason)
    }
    writer.newline()
    return writer.bytes
  }
}
