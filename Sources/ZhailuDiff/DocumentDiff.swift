// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The changes of one document: which old record is which new one, one to one, and how they differ.
///
/// Equal records and those of one type at one place go first; then any two at one place, whose
/// type changed; then those of one type that overlap, the longest overlap first; then those of one
/// type, text and value elsewhere, for an edited article moves all that stands behind the edit.
/// What is left was added or removed.
package struct DocumentDiff {
  private let old: [DiffRecord]
  private let new: [DiffRecord]
  private var oldIsFree: [Bool]
  private var newIsFree: [Bool]
  private var changes: [RecordChange] = []

  package static func changes(old: [DiffRecord], new: [DiffRecord]) -> [RecordChange] {
    var diff = DocumentDiff(old: old, new: new)
    diff.takeAligned()
    diff.takeEqual()
    diff.pair(by: { Key([$0.type, $0.text], $0.span, $0["kind"]?.text) })
    diff.pair(by: { Key([$0.type], $0.span) })
    diff.pair(by: { $0.type == "event" ? nil : Key([], $0.span) })
    diff.pairOverlapping()
    diff.pair(by: { Key([$0.type, $0.text, $0.shownValue]) })
    diff.pair(by: { Key([$0.type, $0.text]) })
    diff.takeRest()
    return diff.changes.sorted(by: Self.precedes)
  }

  private init(old: [DiffRecord], new: [DiffRecord]) {
    self.old = old
    self.new = new
    oldIsFree = Array(repeating: true, count: old.count)
    newIsFree = Array(repeating: true, count: new.count)
  }

  private struct Key: Hashable {
    let words: [String]
    let span: Span?
    init(_ words: [String], _ span: Span? = nil, _ kind: String? = nil) {
      self.words = kind.map { words + [$0] } ?? words
      self.span = span
    }
  }

  /// Walks along both sides and pairs what is alone at its place with its type: nearly everything,
  /// and without a dictionary. Records come by place and type.
  private mutating func takeAligned() {
    var (left, right) = (0, 0)
    while left < old.count, right < new.count {
      if Self.isBefore(old[left], new[right]) {
        left += 1
      } else if Self.isBefore(new[right], old[left]) {
        right += 1
      } else {
        if isAlone(left, in: old), isAlone(right, in: new) {
          if old[left] == new[right] {
            oldIsFree[left] = false
            newIsFree[right] = false
          } else {
            take(left, right)
          }
        }
        left += 1
        right += 1
      }
    }
  }

  private static func isBefore(_ left: DiffRecord, _ right: DiffRecord) -> Bool {
    left.span != right.span ? left.span < right.span : left.type < right.type
  }

  private func isAlone(_ index: Int, in records: [DiffRecord]) -> Bool {
    func isSame(_ other: Int) -> Bool {
      records.indices.contains(other) && records[other].span == records[index].span
        && records[other].type == records[index].type
    }
    return !isSame(index - 1) && !isSame(index + 1)
  }

  private mutating func takeEqual() {
    guard oldIsFree.contains(true), newIsFree.contains(true) else { return }
    let free = new.indices.reversed().filter { newIsFree[$0] }
    var places = Dictionary(grouping: free, by: { new[$0] })
    for index in old.indices where oldIsFree[index] {
      guard let place = places[old[index]]?.popLast() else { continue }
      oldIsFree[index] = false
      newIsFree[place] = false
    }
  }

  /// Pairs free records of one key, in their order; `nil` keeps a record out.
  private mutating func pair(by key: (DiffRecord) -> Key?) {
    guard oldIsFree.contains(true), newIsFree.contains(true) else { return }
    var places: [Key: [Int]] = [:]
    for index in new.indices.reversed() where newIsFree[index] {
      if let key = key(new[index]) { places[key, default: []].append(index) }
    }
    guard !places.isEmpty else { return }
    for index in old.indices where oldIsFree[index] {
      guard let key = key(old[index]), let place = places[key]?.popLast() else { continue }
      take(index, place)
    }
  }

  private mutating func pairOverlapping() {
    guard oldIsFree.contains(true), newIsFree.contains(true) else { return }
    var candidates: [(shared: Int, old: Int, new: Int)] = []
    let free = new.indices.filter { newIsFree[$0] }.sorted { new[$0].span < new[$1].span }
    let longest = free.map { new[$0].span.count }.max() ?? 0
    for index in old.indices where oldIsFree[index] {
      let span = old[index].span
      var next = free.firstPlace { new[$0].span.start > span.start - longest - 1 }
      while next < free.count, new[free[next]].span.start < span.end {
        let other = new[free[next]]
        let shared = min(span.end, other.span.end) - max(span.start, other.span.start)
        if shared > 0, other.type == old[index].type {
          candidates.append((shared, index, free[next]))
        }
        next += 1
      }
    }
    for candidate in candidates.sorted(by: {
      (-$0.shared, $0.old, $0.new) < (-$1.shared, $1.old, $1.new)
    })
    where oldIsFree[candidate.old] && newIsFree[candidate.new] {
      take(candidate.old, candidate.new)
    }
  }

  private mutating func take(_ left: Int, _ right: Int) {
    oldIsFree[left] = false
    newIsFree[right] = false
    changes.append(RecordChange(old: old[left], new: new[right]))
  }

  private mutating func takeRest() {
    for index in old.indices where oldIsFree[index] {
      changes.append(RecordChange(.removed, old: old[index], new: nil))
    }
    for index in new.indices where newIsFree[index] {
      changes.append(RecordChange(.added, old: nil, new: new[index]))
    }
  }

  /// By place; at one place what is gone before what came.
  private static func precedes(_ left: RecordChange, _ right: RecordChange) -> Bool {
    let (a, b) = (left.subject, right.subject)
    if a.span != b.span { return a.span < b.span }
    if a.type != b.type { return a.type < b.type }
    return left.new == nil && right.new != nil
  }
}

extension Array {
  /// The first place from which on `isBehind` holds.
  func firstPlace(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
