// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What a program must read farther on, beyond a gap, and where it stands in the text: 捐款 begins
/// 【捐款…{amount}{cut}】 in every article, but seldom does a sum before the end of a clause follow within
/// reach. A look at a few bits spares the walk.
///
/// Only words, numerals and cells count, which are all found before the first rule runs.
struct Needs {
  private typealias Reach = NeedTables.Reach

  private let needs: UnsafePointer<NeedTables.Need>
  private let needCount: Int
  /// For each kind of edges the needs that it may be, a bit each.
  private let needsOfKinds: UnsafePointer<UInt64>
  /// By the bit of a program: what it needs to the right and to the left.
  private let right: UnsafePointer<Reach>
  private let left: UnsafePointer<Reach>
  /// The programs that need something, a bit each.
  let having: UnsafePointer<UInt64>
  /// A row for each need, a bit for each place.
  private var rows = Buffer<UInt64>()
  private var width = 0
  /// The length of the longest word or numeral of the text.
  private var longest: Int32 = 0
  private var count: Int32 = 0

  /// Of tables that hold as long as the rule set does.
  init(_ tables: NeedTables) {
    needs = tables.needs.base
    needCount = tables.needs.count
    needsOfKinds = tables.needsOfKinds.base
    right = tables.right.base
    left = tables.left.base
    having = tables.having.base
  }

  func free() { rows.free() }

  // MARK: One text

  /// Finds where the needs stand among the first `edges` edges.
  mutating func find(_ ground: Ground, edges: Int, _ tests: NumeralTests) {
    count = ground.count
    width = Int(count) / 64 + 1
    rows.fill(0, count: width * needCount)
    var (edge, longest) = (ground.edges, Int32(0))
    let (end, kinds) = (edge + edges, needsOfKinds)
    while edge < end {
      longest = max(longest, edge.pointee.end &- edge.pointee.start)
      let bits = kinds[Int(edge.pointee.kind)]
      if bits != 0 { mark(edge, bits, ground, tests) }
      edge += 1
    }
    self.longest = longest
  }

  @inline(never)
  private func mark(
    _ edge: UnsafePointer<Lattice.Edge>, _ bits: UInt64, _ ground: Ground, _ tests: NumeralTests
  ) {
    let (start, end) = (edge.pointee.start, edge.pointee.end)
    forEachBit(of: bits) { number in
      let need = needs + number
      guard tests.accepts(edge.pointee, need.pointee.test) else { return }
      let isRight = need.pointee.isRight
      let from = isRight ? start : end
      guard
        need.pointee.isOpen
          || ground.mayRead(
            need.pointee.mask, need.pointee.characters, at: isRight ? end : start,
            isRight ? .right : .left)
      else { return }
      rows.base[number &* width &+ Int(from >> 6)] |= 1 &<< UInt64(from & 63)
    }
  }

  /// The programs among `bits` of a word of 64 whose needs stand within reach of an anchor.
  @inline(never)
  func leave(of bits: UInt64, word: Int, _ anchor: UnsafePointer<Lattice.Edge>) -> UInt64 {
    let (start, end) = (anchor.pointee.start, anchor.pointee.end)
    var left = bits
    forEachBit(of: bits & having[word]) { number in
      let bit = word << 6 | number
      if !stands(right[bit], from: end, isRight: true)
        || !stands(self.left[bit], from: start, isRight: false)
      {
        left &= ~(1 &<< UInt64(number))
      }
    }
    return left
  }

  private func stands(_ reach: Reach, from place: Int32, isRight: Bool) -> Bool {
    guard reach.need >= 0 else { return true }
    let length = reach.characters &+ reach.edges &* longest
    guard length <= Self.farthest else { return true }
    let (low, high) =
      isRight
      ? (place, min(place &+ length, count)) : (max(place &- length, 0), place)
    let row = rows.base + Int(reach.need) &* width
    var word = Int(low >> 6)
    var bits = row[word] & (~0 &<< UInt64(low & 63))
    let last = Int(high >> 6)
    while word < last {
      if bits != 0 { return true }
      word &+= 1
      bits = row[word]
    }
    return bits & (~0 &>> UInt64(63 &- high & 63)) != 0
  }

  /// What may stand farther away is not looked for.
  private static let farthest: Int32 = 1000
}
