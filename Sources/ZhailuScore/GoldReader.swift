// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuRecords

/// Reads files of gold. A bad line is a fault, and the other lines are read all the same.
struct GoldReader {
  private(set) var documents: [GoldSet.Document] = []
  private(set) var faults: [LineFault] = []
  private var fileOfDocument: [String: String] = [:]

  /// Reads one document; `data` is `nil` where the file could not be opened.
  mutating func read(_ data: Data?, file: String) {
    guard let data else {
      faults.append(LineFault(file: file, reason: "this file cannot be read"))
      return
    }
    var page = Page(file: file)
    var hasOutput = false
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhiteSpace) {
      do throws(Objection) {
        try page.add(line, number: index + 1)
      } catch {
        // Output in the place of gold is so in every line.
        if error.isOutput && hasOutput { continue }
        hasOutput = hasOutput || error.isOutput
        faults.append(LineFault(file: file, line: index + 1, reason: error.reason))
      }
    }
    append(page.document)
  }

  private mutating func append(_ document: GoldSet.Document) {
    if let earlier = fileOfDocument[document.id] {
      let reason = "the document 【\(document.id)】 stands in \(earlier) already"
      faults.append(LineFault(file: document.file, reason: reason))
    } else {
      fileOfDocument[document.id] = document.file
      documents.append(document)
    }
  }

  /// Why a line is not taken.
  fileprivate struct Objection: Error {
    let reason: String
    var isOutput = false
  }

  /// One file, line by line.
  private struct Page {
    let file: String
    private var records: [Record] = []
    private var lines: [Int] = []
    private var lineOfID: [String: Int] = [:]

    init(file: String) { self.file = file }

    mutating func add(_ line: Data, number: Int) throws(Objection) {
      let record = try Self.record(line)
      if let reason = objection(to: record) {
        throw Objection(reason: reason, isOutput: record.rule != nil)
      }
      lineOfID[record.id] = lineOfID[record.id] ?? number
      records.append(record)
      lines.append(number)
    }

    private static func record(_ line: Data) throws(Objection) -> Record {
      do {
        return try Record(jsonLine: line)
      } catch {
        throw Objection(reason: "\(error)")
      }
    }

    /// Two events may share a place: three firms that each give the same sum.
    private func objection(to record: Record) -> String? {
      if let reason = record.faultAsGold { return reason }
      if let first = records.first, first.document != record.document {
        return "a file holds one document, and this one is 【\(first.document)】, "
          + "not 【\(record.document)】"
      }
      guard record.type != .event, let earlier = lineOfID[record.id] else { return nil }
      return "line \(earlier) has this \(record.type.rawValue) already"
    }

    var document: GoldSet.Document {
      let name = file.split(separator: "/").last.map { $0.dropLast(".jsonl".count) } ?? ""
      return GoldSet.Document(
        id: records.first?.document ?? String(name), file: file, records: records, lines: lines)
    }
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
