// SPDX-License-Identifier: Apache-2.0

/// Where the records of a run go, document by document, in the order of the input.
protocol RecordSink {
  /// Whether the sink takes a document without records, because an earlier run has written them
  /// where this one would.
  mutating func keeps(_ document: Finished.Document) throws(Failure) -> Bool

  /// Takes a document with its records.
  mutating func take(_ document: Finished.Document) throws(Failure)

  /// A document that could not be read stands here in the order of the input.
  mutating func take(_ failure: DocumentFailure) throws(Failure)

  /// Nothing more comes for now.
  mutating func flush() throws(Failure)

  /// All is there.
  mutating func finish() throws(Failure)
}

extension RecordSink {
  mutating func keeps(_ document: Finished.Document) -> Bool { false }
  mutating func take(_ failure: DocumentFailure) {}
}

/// Records to standard output.
struct StandardSink: RecordSink {
  /// Each document and each failure ends with an empty line, at once, so that a program that feeds
  /// this one knows what is done.
  private let isFramed: Bool
  private var bytes: [UInt8] = []

  /// `head` comes before the records.
  init(isFramed: Bool, head: [UInt8]) {
    self.isFramed = isFramed
    bytes = head
  }

  mutating func take(_ document: Finished.Document) throws(Failure) {
    bytes += document.records ?? []
    if isFramed { try endFrame() }
  }

  mutating func take(_ failure: DocumentFailure) throws(Failure) {
    guard isFramed else { return }
    bytes += failure.json
    try endFrame()
  }

  private mutating func endFrame() throws(Failure) {
    bytes.append(0x0A)
    try flush()
  }

  mutating func flush() throws(Failure) {
    try Console.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func finish() throws(Failure) { try flush() }
}
