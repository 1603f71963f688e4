// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The text that is matched: its folded units, what was found in them so far, and its words.
struct MatchText {
  var units = Buffer<UInt16>(capacity: 4096)
  var lattice: Lattice
  let words: WordCache

  func free() {
    units.free()
    lattice.free()
  }

  mutating func reset(_ text: FoldedText) {
    units.removeAll()
    text.units.withUnsafeBufferPointer { units.append(contentsOf: $0) }
    lattice.reset(length: text.units.count)
  }
}
