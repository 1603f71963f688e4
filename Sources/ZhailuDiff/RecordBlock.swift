// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

/// The lines of one document, as bytes: most documents are equal, and are never looked into.
package struct RecordBlock: Sendable {
  package let document: String
  package let bytes: [UInt8]
  package let lineCount: Int
  /// Where its first line stands: a file's name, or what was extracted, and a line from 1.
  package let file: String
  package let firstLine: Int
  /// Whether each line begins as a record of the document; what is not is looked into, even where
  /// both sides are equal.
  package let isSound: Bool

  package init(
    document: String, bytes: [UInt8], lineCount: Int, file: String, firstLine: Int = 1,
    isSound: Bool = true
  ) {
    self.document = document
    self.bytes = bytes
    self.lineCount = lineCount
    self.file = file
    self.firstLine = firstLine
    self.isSound = isSound
  }

  /// The records of its lines; lines that are none go to `report`.
  package func records(_ report: (DiffFault) -> Void) -> [DiffRecord] {
    var records: [DiffRecord] = []
    var number = firstLine - 1
    bytes.withUnsafeBufferPointer { buffer in
      for line in buffer.split(separator: 0x0A, omittingEmptySubsequences: false) {
        number += 1
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        do throws(DiffRecord.Malformed) {
          records.append(try DiffRecord(line: UnsafeBufferPointer(rebasing: line)))
        } catch {
          report(DiffFault(file: file, line: number, reason: error.description))
        }
      }
    }
    return records
  }
}

/// A line that could not be compared; the others are.
package struct DiffFault: Error, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let reason: String
  package var description: String { "\(file):\(line): \(reason)" }
}

/// Blocks, one after the other; `nil` after the last.
package protocol BlockStream {
  mutating func next() throws -> RecordBlock?
}
