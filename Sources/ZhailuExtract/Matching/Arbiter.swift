// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A piece of text that a rule claims, and who got it.
struct Candidate: BitwiseCopyable {
  /// Index in the rule set's units.
  let unit: Int32
  /// Of the folded text.
  let start: Int32
  let end: Int32
  /// Index of the match.
  let match: Int32
  /// The candidate that holds some of its text, -1 where it got it itself.
  var owner: Int32 = -1

  var extent: Extent { Extent(Int(start), Int(end)) }
}

/// Decides which candidates own their text: one total order over all candidates of all types.
///
/// 1. The longer mention wins: 1月25日 over 25.
/// 2. Of equal mentions, the one that read more context: 超过【40亿元】 over 【40亿元】.
/// 3. Then the earlier in the text.
/// 4. Then the rule of the earlier stage.
/// 5. Then the one with more slots filled: it says more.
/// 6. Then the rule whose name comes first.
///
/// A candidate that overlaps one before it in this order loses to it.
struct Arbiter {
  private let machine: Machine
  private var order = Buffer<Rank>(capacity: 512)
  /// Who owns each unit of the text; -1 for nobody. Mentions are short, so that the work is linear.
  private(set) var owners = Buffer<Int32>(capacity: 4096)

  /// The criteria as two numbers: the lesser comes first.
  private struct Rank: BitwiseCopyable {
    let lengths: UInt64
    let rest: UInt64
    let candidate: Int32
  }

  init(machine: Machine) {
    self.machine = machine
  }

  func free() {
    order.free()
    owners.free()
  }

  /// `leaving` are candidates that make no number and so leave their text to the others: 大于50并小于12 is
  /// no range, but two bounds.
  mutating func arbitrate(_ run: MatchRun, length: Int, leaving: Set<Int> = []) {
    owners.fill(-1, count: length)
    order.removeAll()
    for index in 0..<run.candidates.count {
      let isLeaving = !leaving.isEmpty && leaving.contains(index)
      run.candidates.base[index].owner = isLeaving ? Int32(truncatingIfNeeded: index) : -1
      if !isLeaving { order.append(rank(of: index, in: run)) }
    }
    Sorting.sortStably(order.elements) {
      $0.lengths != $1.lengths ? $0.lengths < $1.lengths : $0.rest < $1.rest
    }
    for index in 0..<order.count {
      let candidate = order[index].candidate
      settle(candidate, run.candidates)
    }
  }

  /// For each place whether a candidate holds it.
  struct Taken {
    fileprivate let owners: Buffer<Int32>
    subscript(_ place: Int) -> Bool { place < owners.count && owners[place] >= 0 }
  }

  var taken: Taken { Taken(owners: owners) }

  private func settle(_ index: Int32, _ candidates: Buffer<Candidate>) {
    let candidate = candidates[Int(index)]
    for place in candidate.start..<candidate.end where owners[Int(place)] >= 0 {
      candidates.base[Int(index)].owner = owners[Int(place)]
      return
    }
    for place in candidate.start..<candidate.end { owners.base[Int(place)] = index }
  }

  private func rank(of index: Int, in run: MatchRun) -> Rank {
    let candidate = run.candidates[index]
    let match = run.matches[Int(candidate.match)]
    let unit = machine.units[Int(candidate.unit)]
    let lengths =
      UInt64(UInt32.max - UInt32(candidate.end - candidate.start)) << 32
      | UInt64(UInt32.max - UInt32(match.end - match.start))
    let slots = UInt8(255 - min(match.fillingCount, 255))
    let rest =
      UInt64(UInt32(candidate.start)) << 32 | UInt64(unit.stage) << 24
      | UInt64(slots) << 16 | UInt64(unit.rank)
    return Rank(lengths: lengths, rest: rest, candidate: Int32(index))
  }
}
