// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What weighing reads of a text: its characters, and where words of the lexicons that evidence
/// names stand in it. It is used again for one text after the other.
struct EvidenceText {
  /// A word, and a bit for each of the table's `lists` that it is in.
  struct Hit: BitwiseCopyable {
    let start: Int32
    let end: Int32
    let lists: UInt64
  }

  /// A bit for each list of which a word begins, ends, or lies across a place.
  struct Place: BitwiseCopyable {
    var starts: UInt64 = 0
    var ends: UInt64 = 0
    var across: UInt64 = 0
  }

  /// The run's own.
  private(set) var units: UnsafeBufferPointer<UInt16>
  /// By start.
  private(set) var hits = Buffer<Hit>(capacity: 1024)
  /// Those that begin at a place p are `firstHit[p]..<firstHit[p + 1]`.
  private(set) var firstHit = Buffer<Int32>(capacity: 4096)
  private(set) var places = Buffer<Place>(capacity: 4096)
  /// Numbers with their measures, 三所, by start.
  private(set) var counts = Buffer<Extent>()

  init() { units = UnsafeBufferPointer(start: nil, count: 0) }

  func free() {
    hits.free()
    firstHit.free()
    places.free()
    counts.free()
  }

  /// Begins a text; `add` then tells of its words, by their starts.
  mutating func reset(_ units: UnsafeBufferPointer<UInt16>) {
    self.units = units
    hits.removeAll()
    counts.removeAll()
    firstHit.removeAll()
    places.fillWithZeros(count: units.count + 1)
  }

  @inline(__always)
  mutating func add(_ start: Int32, _ end: Int32, lists: UInt64) {
    firstHit.extend(to: Int(start) &+ 1, with: Int32(truncatingIfNeeded: hits.count))
    hits.append(Hit(start: start, end: end, lists: lists))
    places.base[Int(start)].starts |= lists
    places.base[Int(end)].ends |= lists
    var place = start &+ 1
    while place < end {
      places.base[Int(place)].across |= lists
      place &+= 1
    }
  }

  /// Ends a text.
  mutating func finish() {
    firstHit.extend(to: units.count + 2, with: Int32(truncatingIfNeeded: hits.count))
  }

  /// Takes a numeral for a count where one of `counters` follows, or where it is a number of 万 or 亿, which
  /// no name holds: 投资20亿元建厂.
  mutating func addNumeral(_ numeral: Numeral, counters: UnitSet) {
    let (start, end) = (numeral.extent.start, numeral.extent.end)
    if numeral.style.contains(.large), !numeral.style.contains(.bare) {
      counts.append(numeral.extent)
    } else if end < units.count, counters.contains(units[end]) {
      counts.append(Extent(start, end + 1))
    }
  }

  // MARK: Asking

  /// The words that begin at `start`.
  @inline(__always)
  func hits(at start: Int) -> Range<Int> { Int(firstHit[start])..<Int(firstHit[start &+ 1]) }

  /// The last count that ends at one of some places.
  func count(endingIn ends: ClosedRange<Int>) -> Extent? {
    var (low, high) = (0, counts.count)
    while low < high {
      let middle = (low + high) / 2
      if counts[middle].end <= ends.upperBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0, ends.contains(counts[low - 1].end) else { return nil }
    return counts[low - 1]
  }

  /// The lists that have a word which begins at `start` and ends at `limit` or before.
  @inline(__always)
  func lists(from start: Int, to limit: Int) -> UInt64 {
    var lists: UInt64 = 0
    for index in hits(at: start) where Int(hits[index].end) <= limit {
      lists |= hits[index].lists
    }
    return lists
  }

  /// The lists that have a word that is exactly this stretch.
  @inline(__always)
  func lists(exactly start: Int, _ end: Int) -> UInt64 {
    var lists: UInt64 = 0
    for index in hits(at: start) where Int(hits[index].end) == end {
      lists |= hits[index].lists
    }
    return lists
  }
}
