// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuRecords

/// What people found in the articles: the truth that records are scored against.
///
/// A folder of `*.jsonl`, in sub-folders too, one file a document, each line a record without
/// `rule`. A file without lines is a document in which there is nothing to find; its id is the
/// file's name.
package struct GoldSet: Sendable {
  package struct Document: Sendable {
    package let id: String
    package let file: String
    package let records: [Record]
    /// The line of each record, from 1.
    package let lines: [Int]

    /// The line of a record, for those who point at it.
    package func line(of record: Record) -> Int? {
      records.firstIndex(of: record).map { lines[$0] }
    }
  }

  /// In the order of their ids.
  package let documents: [Document]
  /// The lines that could not be used, in the order of files and lines.
  package let faults: [LineFault]

  package init(documents: [Document], faults: [LineFault] = []) {
    self.documents = documents.sorted { $0.id < $1.id }
    self.faults = faults
  }

  /// Reads every `*.jsonl` under `folder`.
  package init(folder: String) {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      self.init(documents: [], faults: [LineFault(file: folder, reason: "no folder to read")])
      return
    }
    let files = names.filter { $0.hasSuffix(".jsonl") }.sorted().map { "\(folder)/\($0)" }
    guard !files.isEmpty else {
      let fault = LineFault(file: folder, reason: "no file in this folder ends in .jsonl")
      self.init(documents: [], faults: [fault])
      return
    }
    var reader = GoldReader()
    for file in files {
      reader.read(FileManager.default.contents(atPath: file), file: file)
    }
    self.init(documents: reader.documents, faults: reader.faults)
  }

  package func document(_ id: String) -> Document? { documents.first { $0.id == id } }
}
