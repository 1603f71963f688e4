// SPDX-License-Identifier: Apache-2.0
import ZhailuText

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
