// SPDX-License-Identifier: Apache-2.0

// All conversions of offsets are in this file. There are three kinds:
// - scalars of the source, in records (`Span`);
// - UTF-16 units of the source (`Extent` of `SourceText.units`);
// - UTF-16 units of the folded text (`Extent` of `FoldedText.units`).

/// From UTF-16 units of a text to Unicode scalars and back.
///
/// The two are equal but for characters outside the Basic Multilingual Plane (𠮷, 😷), which are
/// two units and one scalar; the index holds the place of each.
package struct ScalarIndex: Sendable {
  /// Unit offsets of the first halves of surrogate pairs, ascending.
  private let pairs: [Int32]

  package init(_ units: [UInt16]) {
    pairs = units.withUnsafeBufferPointer { units in
      // Most texts hold none, and that is quickly seen by a loop that nothing ends early.
      var surrogates: UInt16 = 0
      for unit in units { surrogates |= unit & 0xF800 == 0xD800 ? 1 : 0 }
      guard surrogates > 0 else { return [] }
      return units.indices.filter { units[$0] & 0xFC00 == 0xD800 }.map { Int32($0) }
    }
  }

  /// The number of scalars before the unit at `unit`, which must not be a pair's second half.
  package func scalar(ofUnit unit: Int) -> Int {
    pairs.isEmpty ? unit : unit - pairs.partitioningIndex { Int($0) >= unit }
  }

  /// The unit at which the scalar number `scalar` begins.
  package func unit(ofScalar scalar: Int) -> Int {
    if pairs.isEmpty { return scalar }
    // The pair number n stands at unit u, that is at scalar u - n.
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pairs[middle]) - middle < scalar { low = middle + 1 } else { high = middle }
    }
    return scalar + low
  }
}

/// From units of a folded text to units of its source: stretches that run in step.
///
/// Characters that folding drops (the line break inside a paragraph that a page column cut) end
/// one stretch and begin the next.
package struct OffsetMap: Sendable {
  private var folded: [Int32] = []
  private var source: [Int32] = []

  package init() {}

  /// Says that from the folded unit `folded` on, the source runs in step from `source`.
  package mutating func append(folded: Int, source: Int) {
    self.folded.append(Int32(folded))
    self.source.append(Int32(source))
  }

  /// The source unit of the folded unit at `offset`.
  package func sourceUnit(ofFolded offset: Int) -> Int {
    let stretch = folded.partitioningIndex { Int($0) > offset } - 1
    return Int(source[stretch]) + offset - Int(folded[stretch])
  }

  /// The source extent of a folded one, from its first character to the end of its last, so that
  /// a break that was dropped at its end stays outside.
  package func sourceExtent(ofFolded extent: Extent) -> Extent {
    guard extent.count > 0 else {
      let place = sourceUnit(ofFolded: extent.start)
      return Extent(place, place)
    }
    return Extent(
      sourceUnit(ofFolded: extent.start), sourceUnit(ofFolded: extent.end - 1) + 1)
  }

  /// The folded unit of the source unit at `offset`; of a dropped one, the next that was kept.
  package func foldedUnit(ofSource offset: Int) -> Int {
    let stretch = source.partitioningIndex { Int($0) > offset } - 1
    guard stretch >= 0 else { return 0 }
    let inStep = Int(folded[stretch]) + offset - Int(source[stretch])
    return stretch + 1 < folded.count ? min(inStep, Int(folded[stretch + 1])) : inStep
  }
}

extension Array {
  /// The first index whose element satisfies `isAfter`, which must hold from some element on.
  package func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
