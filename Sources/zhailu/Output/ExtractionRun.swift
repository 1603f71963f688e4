// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuExtract
import ZhailuText
import ZhailuValues

/// One run of extraction: documents in, records out, failures beside them.
struct ExtractionRun {
  let extractor: Extractor
  let types: Set<MentionType>
  let output: Output?
  /// Whether the text of each document is written beside its records.
  var keepsText = false
  /// Where events go instead of records.
  var table: EventTable?
  private(set) var failureCount = 0
  /// The files that are read, which must not be written over.
  private var inputPaths: Set<String> = []
  private var documentCount = 0
  /// Paths of the output folder that are written already, or kept for other things.
  private var takenPaths: Set = ["errors.jsonl"]
  /// Of paths that came again, the number that the next such document gets.
  private var nextNumbers: [String: Int] = [:]
  private var recordCounts: [MentionType: Int] = [:]
  private var stream = JSONWriter()
  private var errors = JSONWriter()

  init(extractor: Extractor, types: Set<MentionType>, output: Output?) {
    self.extractor = extractor
    self.types = types
    self.output = output
  }

  mutating func extract(_ inputs: [String], reader: InputReader) throws {
    if inputs.isEmpty || inputs == ["-"] {
      let bytes = Array(try FileHandleReader.standardInput())
      return try take(reader.read(standardInput: bytes))
    }
    let files = try InputReader.files(inputs)
    inputPaths = Set(files.map { Self.standardized($0.path) })
    for file in files { try take(reader.read(file)) }
  }

  private mutating func take(_ contents: InputReader.Contents) throws {
    contents.warnings.forEach(Console.note)
    for failure in contents.failures { report(failure) }
    for document in contents.documents {
      documentCount += 1
      let records = extractor.records(of: document, types: types)
      for record in records { recordCounts[record.type, default: 0] += 1 }
      if table != nil {
        for record in records { table?.add(record, of: document) }
      } else if case .folder(let folder) = output {
        var json = JSONWriter()
        for record in records { record.write(to: &json) }
        let path = "\(folder)/\(freePath(ofDocument: document.id))"
        try write(json.bytes, to: path)
        if keepsText {
          let text = document[Extent(0, document.units.count)]
          try write(Array(text.utf8), to: "\(path.dropLast(".jsonl".count)).txt")
        }
      } else {
        for record in records { record.write(to: &stream) }
        if output == nil { try flush() }
      }
    }
  }

  /// The path of a document's records; where another document has it already, with a number.
  private mutating func freePath(ofDocument id: String) -> String {
    let path = Output.path(ofDocument: id)
    var free = path
    var number = nextNumbers[path] ?? 2
    while !takenPaths.insert(free).inserted {
      free = "\(path.dropLast(".jsonl".count))~\(number).jsonl"
      number += 1
    }
    if free != path { nextNumbers[path] = number }
    return free
  }

  private static func standardized(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path()
  }

  /// Writes a file, unless it is one of those that are read.
  private func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    guard !inputPaths.contains(Self.standardized(path)) else {
      throw Failure("\(path): is an input and was not written over; name another place with -o")
    }
    try FileSystem.write(bytes, to: path)
  }

  private mutating func flush() throws {
    try Console.write(stream.bytes)
    stream.removeAll()
  }

  private mutating func report(_ failure: DocumentFailure) {
    failureCount += 1
    Console.note("\(failure.place): \(failure.reason)")
    errors.object { json in
      json.key("doc")
      json.string(failure.document)
      json.key("place")
      json.string(failure.place)
      json.key("error")
      json.string(failure.reason)
    }
    errors.newline()
  }

  mutating func finish(header: RunHeader) throws {
    if let table {
      if case .file(let path) = output { return try write(table.bytes, to: path) }
      return try Console.write(table.bytes)
    }
    switch output {
    case nil: try flush()
    case .file(let path): try write(stream.bytes, to: path)
    case .folder(let folder):
      try write(errors.bytes, to: "\(folder)/errors.jsonl")
      let json = header.json(
        documents: documentCount, failures: failureCount, records: recordCounts)
      try write(json, to: "\(folder)/run.json")
    }
  }
}

/// Reads a stream to its end.
enum FileHandleReader {
  static func standardInput() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Console.read(into: &buffer)
      if count < 0 { throw Failure("standard input cannot be read") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
