// SPDX-License-Identifier: Apache-2.0

/// Words that tell what a line of a page is, in folded text. They are in lexicons, of which this part of
/// the program knows nothing.
///
///     本报讯 dateline     a text that begins with it is an article's
///     本报记者 byline     a short line that begins with it stands between a headline and its article
///     电 wire             ends an agency's dateline: 新华社北京3月5日电
///     说 saying           before a colon it is no label of a form: 会长说:
///     名称 label          before a colon it is one, though it ends as a word for saying does
package struct LayoutSigns: Sendable {
  /// The longest first.
  package let datelines: [[UInt16]]
  package let bylines: [[UInt16]]
  package let wires: [UInt16]
  package let sayings: [UInt16]
  package let labels: [[UInt16]]
  private let datelineStarts: [UInt16]

  package init(
    datelines: [[UInt16]], bylines: [[UInt16]] = [], wires: [UInt16], sayings: [UInt16],
    labels: [[UInt16]] = []
  ) {
    self.datelines = datelines.sorted { $0.count > $1.count }
    self.bylines = bylines
    self.wires = wires
    self.sayings = sayings
    self.labels = labels
    datelineStarts = Array(Set(datelines.compactMap(\.first)))
  }

  /// The dateline that a text begins with.
  func dateline(_ text: UnsafeBufferPointer<UInt16>) -> [UInt16]? {
    guard let first = text.first, datelineStarts.contains(first) else { return nil }
    return datelines.first { text.starts(with: $0) }
  }

  /// Whether a line of its own says who wrote.
  func isByline(_ text: UnsafeBufferPointer<UInt16>) -> Bool {
    text.count <= Self.longestByline && bylines.contains { text.starts(with: $0) }
  }

  /// Whether what stands before a colon says something, and labels nothing: 会长说, not 供应商名称.
  func isSaying(_ text: Slice<UnsafeBufferPointer<UInt16>>) -> Bool {
    guard let last = text.last, sayings.contains(last) else { return false }
    return !labels.contains { text.suffix($0.count).elementsEqual($0) }
  }

  private static let longestByline = 24
}
