// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What stands in a list with mentions: 瑞阳制药、山东药玻、鲁阳股份三家. Where a list goes on behind a
/// mention another begins, and what stands between two of them is a name even if nobody knows it.
struct EnumeratedNames {
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
  private let signs: ListSigns

  init(_ signs: ListSigns) { self.signs = signs }

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
      guard choices[number].weight >= Self.leastWeight else { continue }
      let (start, end) = (Int(choices[number].span.start), Int(choices[number].span.end))
      if start > 1, isMark(text.units[start - 1]) {
        marks.base[start - 1] |= 2
        isEmpty = false
      }
      guard end + 1 < text.units.count, isMark(text.units[end]) else { continue }
      if start > 1, isMark(text.units[start - 1]) {
        addFirst(before: start - 1, origin: number, text, lists)
      }
      marks.base[end + 1] |= 1
      isEmpty = false
      let next = number + 1 < choices.count ? Int(choices[number + 1].span.start) : Int.max
      addItems(from: end, to: next, origin: number, text, lists)
    }
  }

  /// The name that a list begins with, where it goes on behind the choice: 家家福 in 由家家福、大润发、好又多.
  private mutating func addFirst(
    before mark: Int, origin: Int, _ text: EvidenceText, _ lists: EvidenceLists
  ) {
    var start = mark
    while start > 0, mark - start < Self.longestItem, isOfName(text.units[start - 1]),
      text.places[start].ends & lists.functions == 0 || start == mark
    { start -= 1 }
    let isBegun =
      start == 0 || text.places[start].ends & lists.functions != 0
      || CharacterClass.of(text.units[start - 1]).meets([.clauseEnd, .sentenceEnd, .lineBreak])
    guard isBegun, mark - start >= 2, lists.mayBeName(Extent(start, mark), text) else { return }
    add(start, mark, origin)
  }

  private mutating func add(_ start: Int, _ end: Int, _ origin: Int) {
    items.append(
      Item(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        origin: Int32(truncatingIfNeeded: origin)))
  }

  @inline(__always)
  private func isOfName(_ unit: UInt16) -> Bool {
    !isMark(unit) && CharacterClass.of(unit).meets([.han, .latin, .digit])
  }

  /// The names between a mark behind a choice and the next choice, 等, or 三家.
  private mutating func addItems(
    from mark: Int, to next: Int, origin: Int, _ text: EvidenceText, _ lists: EvidenceLists
  ) {
    let first = items.count
    var (start, count) = (mark + 1, 0)
    while start < next, count < Self.mostItems {
      guard let end = itemEnd(from: start, in: text.units) else { break }
      guard end - start >= 2, lists.mayBeName(Extent(start, end), text) else { break }
      add(start, end, origin)
      if !isMark(text.units[end]) || end + 1 == next { return }
      (start, count) = (end + 1, count + 1)
    }
    items.truncate(to: first)
  }

  /// A choice that weighs less does not speak for others.
  private static let leastWeight: Int32 = 15
  private static let mostItems = 6
  private static let longestItem = 10

  /// 、和
  @inline(__always)
  private func isMark(_ unit: UInt16) -> Bool { signs.joiners.contains(unit) }

  /// Where the item ends that begins at `start`: before a mark, 等, or a count of bodies.
  private func itemEnd(from start: Int, in units: UnsafeBufferPointer<UInt16>) -> Int? {
    var place = start
    let limit = min(units.count, start + Self.longestItem + 1)
    while place < limit {
      let unit = units[place]
      if isMark(unit) || signs.rests.contains(unit) { return place }
      guard CharacterClass.of(unit).meets([.han, .latin, .digit]) else { return nil }
      if place + 1 < units.count, signs.counters.contains(units[place + 1]), place - start >= 2,
        CharacterClass.of(unit).meets([.digit, .hanNumeral])
      {
        return place
      }
      place += 1
    }
    return nil
  }
}
