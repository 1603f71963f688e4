// SPDX-License-Identifier: Apache-2.0

/// Who reads what named patterns find, and what must then stand beside it: only behind 分之 does a rule
/// ask for the pattern of the upper part of a fraction, which any numeral is.
package struct ReaderTables: Sendable {
  /// The readers of a kind; `end` is -1 where all matches are wanted.
  package struct Range: Sendable, BitwiseCopyable {
    package var first: Int32 = 0
    package var end: Int32 = -1
  }

  /// What each reader wants to the right and to the left, one after the other.
  package let wants: FlatArray<Wants>
  /// By kind.
  package let ranges: FlatArray<Range>

  init(_ finder: ReaderFinder, kindCount: Int) {
    var wants: [Wants] = []
    var ranges = [Range](repeating: Range(), count: kindCount)
    for (kind, readers) in finder.readers.enumerated() where finder.isPattern(Int32(kind)) {
      guard !readers.contains(where: { $0.right.isOpen && $0.left.isOpen }) else { continue }
      ranges[kind].first = Int32(wants.count / 2)
      for reader in readers { wants += [reader.right, reader.left] }
      ranges[kind].end = Int32(wants.count / 2)
    }
    self.wants = FlatArray(wants)
    self.ranges = FlatArray(ranges)
  }

  func write(to writer: inout ImageWriter) {
    writer.write(wants)
    writer.write(ranges)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    wants = try reader.elements()
    ranges = try reader.elements()
  }
}
