// SPDX-License-Identifier: Apache-2.0

/// An article's text as rules see it, and the way back to the source: one type, never apart.
///
/// Characters are folded one for one (see `FoldTable`); the pieces of a block that a page column
/// cut are joined; blocks are set apart by a line feed. `sourceExtent(of:)` gives the place of any
/// stretch in the text as given.
package struct FoldedText: Sendable {
  package let units: [UInt16]
  package let offsets: OffsetMap
  /// Where the article ends in the source; the last line feed may stand for nothing there.
  private let sourceEnd: Int

  package init(_ article: Article, of source: SourceText) {
    var offsets = OffsetMap()
    let most = article.blocks.reduce(0) { $0 + $1.extent.count + 1 }
    units = [UInt16](unsafeUninitializedCapacity: most) { buffer, count in
      for block in article.blocks {
        for piece in block.pieces {
          offsets.append(folded: count, source: piece.start)
          FoldTable.fold(
            source.units[piece.range], into: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
          count += piece.count
        }
        offsets.append(folded: count, source: block.extent.end)
        buffer.initializeElement(at: count, to: Mark.lineFeed)
        count += 1
      }
    }
    self.offsets = offsets
    sourceEnd = article.blocks.last?.extent.end ?? 0
  }

  package func sourceExtent(of extent: Extent) -> Extent {
    let place = offsets.sourceExtent(ofFolded: extent)
    return Extent(min(place.start, sourceEnd), min(place.end, sourceEnd))
  }

  /// Calls `body` with a stretch as the source has it, without the breaks that folding dropped: as many
  /// units as the folded ones.
  package func withOriginal<Result>(
    of extent: Extent, in source: SourceText,
    _ body: (UnsafeBufferPointer<UInt16>) throws -> Result
  ) rethrows -> Result {
    let place = offsets.sourceExtent(ofFolded: extent)
    return try source.units.withUnsafeBufferPointer { units in
      if place.count == extent.count, place.end <= units.count {
        return try body(UnsafeBufferPointer(rebasing: units[place.range]))
      }
      return try extent.range.map { units[min(offsets.sourceUnit(ofFolded: $0), units.count - 1)] }
        .withUnsafeBufferPointer(body)
    }
  }

  /// A stretch as the source has it, for people, with a line feed where a block ends.
  package func original(of extent: Extent, in source: SourceText) -> String {
    let original = extent.range.map { index in
      units[index] == Mark.lineFeed
        ? Mark.lineFeed : source.units[offsets.sourceUnit(ofFolded: index)]
    }
    return String(units: original)
  }

  package subscript(_ extent: Extent) -> String {
    units[extent.range].withUnsafeBufferPointer { String(units: $0) }
  }
}
