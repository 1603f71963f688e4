// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What stands in a list with mentions: 瑞阳制药、山东药玻、鲁阳股份三家. Where a list goes on behind a
/// mention another begins, and what stands between two of them is a name even if nobody knows it.
struct EvidenceListed {
  /// A stretch between marks that no rule needs to propose.
  struct Item: BitwiseCopyable {
    let start: Int32
    let end: Int32
    /// Index of the choice beside it.
    let origin: Int32
  }

  /// By place: 1 where a list goes on, 2 where it has come from.
  private(set) var marks = Buffer<UInt8>(capacity: 4096)
  private(set) var items = Buffer<Item>()
  private(set) var isEmpty = true

  func free() {
    marks.free()
    items.free()
  }

  /// Finds the lists that `choices`, in the order of the text, stand in.
  mutating func find(
    _ choices: Buffer<EvidenceWeigher.Choice>, in text: EvidenceText, _ lists: EvidenceLists
  ) {
    items.removeAll()
    isEmpty = true
    marks.fill(0, count: text.units.count + 1)
    for number in 0..<choices.count {
      let (start, end) = (Int(choices[number].span.start), Int(choices[number].span.end))
      if start > 1, Self.isMark(text.units[start - 1]) {
        marks.base[start - 1] |= 2
        isEmpty = false
      }
      guard end + 1 < text.units.count, Self.isMark(text.units[end]) else { continue }
      marks.base[end + 1] |= 1
      isEmpty = false
      let next = number + 1 < choices.count ? Int(choices[number + 1].span.start) : Int.max
      addItems(from: end, to: next, origin: number, text, lists)
    }
  }

  /// The names between a mark behind a choice and the next choice, or 等.
  private mutating func addItems(
    from mark: Int, to next: Int, origin: Int, _ text: EvidenceText, _ lists: EvidenceLists
  ) {
    let first = items.count
    var (start, count) = (mark + 1, 0)
    while start < next, count < Self.mostItems {
      guard let end = Self.itemEnd(from: start, in: text.units) else { break }
      let isLast = text.units[end] == Self.etc
      guard end - start >= 2, lists.mayBeName(Extent(start, end), text) else { break }
      items.append(
        Item(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
          origin: Int32(truncatingIfNeeded: origin)))
      if isLast || end + 1 == next { return }
      (start, count) = (end + 1, count + 1)
    }
    items.truncate(to: first)
  }

  private static let mostItems = 6
  private static let longestItem = 10
  private static let etc: UInt16 = 0x7B49  // 等

  /// 、和与及
  @inline(__always)
  private static func isMark(_ unit: UInt16) -> Bool {
    unit == 0x3001 || unit == 0x548C || unit == 0x4E0E || unit == 0x53CA
  }

  /// Where the item ends that begins at `start`: before a mark or 等.
  private static func itemEnd(from start: Int, in units: UnsafeBufferPointer<UInt16>) -> Int? {
    var place = start
    let limit = min(units.count, start + longestItem + 1)
    while place < limit {
      let unit = units[place]
      if isMark(unit) || unit == etc { return place }
      guard CharacterClass.of(unit).meets([.han, .latin, .digit]) else { return nil }
      place += 1
    }
    return nil
  }
}
