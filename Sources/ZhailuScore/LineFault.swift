// SPDX-License-Identifier: Apache-2.0

/// A line of a file that could not be used, for the person who will mend it.
///
///     gold/dev/page-1.jsonl:3: the value of an amount needs 【currency】
package struct LineFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// From 1; `nil` where the fault is the file's own.
  package let line: Int?
  package let reason: String

  package init(file: String, line: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  package var description: String {
    line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)"
  }
}
