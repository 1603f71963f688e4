// SPDX-License-Identifier: Apache-2.0
import ZhailuConvert

/// Writes annotated documents in some format, to a folder, a file or standard output.
struct ConvertOutput {
  let path: String?
  let unit: OffsetUnit?
  let isPlain: Bool
  /// What is read, which is not written over.
  let guarded: InputGuard

  func write(_ documents: [AnnotatedDocument], as format: Convert.Format) throws {
    switch format {
    case .records: try writeRecords(documents)
    case .gold: try writeGold(documents)
    case .brat: try writeBrat(documents)
    case .conll:
      try write(documents.flatMap { ConllFormat.write($0, comments: !isPlain) })
    case .doccano:
      try write(documents.flatMap { DoccanoFormat.write($0, unit: unit ?? .scalars) })
    case .labelstudio:
      try write(LabelStudioFormat.write(documents, unit: unit ?? .utf16))
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    if let path { try write(bytes, to: path) } else { try Console.write(bytes) }
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    try guarded.check(file)
    try FileSystem.write(bytes, to: file)
  }

  /// In a folder each document's records and text; in a file or stream only the records.
  private func writeRecords(_ documents: [AnnotatedDocument]) throws {
    guard let path, !path.hasSuffix(".jsonl") else {
      return try write(documents.flatMap { RecordsFormat.write($0) })
    }
    for document in documents {
      let file = "\(path)/\(Output.path(ofDocument: document.id))"
      try write(RecordsFormat.write(document), to: file)
      try write(
        Array(document.text.utf8), to: "\(file.dropLast(".jsonl".count)).txt")
    }
  }

  /// In a folder each document's gold, whose text is the article's; in a file or stream all of it.
  private func writeGold(_ documents: [AnnotatedDocument]) throws {
    guard let path, !path.hasSuffix(".jsonl") else {
      return try write(documents.flatMap { RecordsFormat.write($0.asGold) })
    }
    for document in documents {
      let file = "\(path)/\(Output.path(ofDocument: document.id))"
      try write(RecordsFormat.write(document.asGold), to: file)
    }
  }

  private func writeBrat(_ documents: [AnnotatedDocument]) throws {
    guard let path else { throw Failure("brat needs a folder: name it with -o") }
    for document in documents {
      let name = Output.path(ofDocument: document.id).dropLast(".jsonl".count)
      try write(Array(document.text.utf8), to: "\(path)/\(name).txt")
      try write(
        BratFormat.write(document, unit: unit ?? .lines), to: "\(path)/\(name).ann")
    }
    try write(
      Array(BratFormat.configuration.utf8), to: "\(path)/annotation.conf")
  }
}
