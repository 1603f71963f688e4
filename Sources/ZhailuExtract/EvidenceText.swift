// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What weighing reads of a text: its characters, and where words of the lexicons that evidence
/// names stand in it.
struct EvidenceText {
  struct Hit {
    let start: Int32
    let end: Int32
    /// Index of the selection in the table's `lists`.
    let list: UInt8
  }

  let units: [UInt16]
  /// By start; those that begin at a place p are `firstHit[p]..<firstHit[p + 1]`.
  let hits: [Hit]
  let firstHit: [Int32]
  /// For each place a bit for each list of which a word begins, ends, or lies across there.
  let startBits: [UInt64]
  let endBits: [UInt64]
  let acrossBits: [UInt64]

  /// `found` in any order.
  init(units: [UInt16], found: [Hit]) {
    self.units = units
    let count = units.count
    var first = [Int32](repeating: 0, count: count + 2)
    for hit in found { first[Int(hit.start) + 1] += 1 }
    for place in 1..<first.count { first[place] += first[place - 1] }
    var next = first
    var sorted = found
    var starts = [UInt64](repeating: 0, count: count + 1)
    var ends = starts
    var across = starts
    for hit in found {
      let (start, end) = (Int(hit.start), Int(hit.end))
      sorted[Int(next[start])] = hit
      next[start] += 1
      let bit: UInt64 = 1 << UInt64(hit.list)
      starts[start] |= bit
      ends[end] |= bit
      for place in start + 1..<max(end, start + 1) { across[place] |= bit }
    }
    hits = sorted
    firstHit = first
    (startBits, endBits, acrossBits) = (starts, ends, across)
  }
}
