// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What an article says of its mentions by their texts: names that come again, short names that it
/// declares, and pieces of names.
///
/// Names are found by their first two characters, so that the time is that of one pass. Its buffers
/// are used again for one text after the other.
struct EvidenceNames {
  typealias Fact = EvidenceTable.DocumentFact

  /// A place of the text where a name, or a piece of one, stands.
  struct Place: BitwiseCopyable {
    let start: Int32
    let end: Int32
    /// The code of a fact.
    let fact: Int32
    /// Index of the choice whose name it is.
    let origin: Int32
    /// Index of the name.
    fileprivate let name: Int32
  }

  /// A stretch of the text to look for elsewhere.
  private struct Name: BitwiseCopyable {
    let start: Int32
    let end: Int32
    let origin: Int32
    let fact: Fact
    /// Only all of it counts. Otherwise its beginnings count too.
    let isWhole: Bool
    /// How often it stands in the text.
    var count: Int32 = 0
    /// The next with the same first two characters.
    var next: Int32 = -1

    var length: Int { Int(end - start) }
  }

  /// Where the names stand, by end and then by start descending; of several facts about an extent
  /// the first counts.
  private(set) var places = Buffer<Place>()
  private let lists: EvidenceLists
  private var names = Buffer<Name>()
  private var index = PairIndex()
  /// For each place the end of the choice that lies across it or begins there, or -1.
  private var held = Buffer<Int32>(capacity: 4096)

  init(lists: EvidenceLists) { self.lists = lists }

  func free() {
    places.free()
    names.free()
    index.free()
    held.free()
  }

  /// Finds the names of `choices` in the text.
  mutating func find(_ choices: Buffer<EvidenceWeigher.Choice>, in text: EvidenceText) {
    places.removeAll()
    names.removeAll()
    index.removeAll()
    held.fill(-1, count: text.units.count + 1)
    for number in 0..<choices.count {
      let span = choices[number].span
      for place in span.start..<span.end { held.base[Int(place)] = span.end }
      add(span, Int32(truncatingIfNeeded: number), text)
    }
    guard names.count > 0 else { return }
    for place in 0..<max(0, text.units.count - 1) where index.mayBegin(text.units[place]) {
      var name = index.first(text.units[place], text.units[place + 1])
      while name >= 0 {
        addPlaces(of: name, at: place, text)
        name = names[Int(name)].next
      }
    }
    keep()
  }

  // MARK: Names

  private mutating func add(_ span: EvidenceSpan, _ origin: Int32, _ text: EvidenceText) {
    let (start, end) = (Int(span.start), Int(span.end))
    add(start, end, origin, .again, isWhole: true, text)
    for short in ShortNames.declared(after: Extent(start, end), in: text.units)
    where !lists.isGeneric(short, text) {
      add(short.start, short.end, origin, .declared, isWhole: true, text)
    }
    if end - start >= 4 {
      add(start, end, origin, .beginning, isWhole: false, text)
      let core = lists.placeEnd(from: start, to: end, text)
      if core > start, end - core >= 4 {
        add(core, end, origin, .beginning, isWhole: false, text)
      }
    }
    if end - start >= 5 {
      for start in max(start + 1, end - 12)..<end - 2 {
        add(start, end, origin, .ending, isWhole: true, text)
      }
    }
  }

  private mutating func add(
    _ start: Int, _ end: Int, _ origin: Int32, _ fact: Fact, isWhole: Bool, _ text: EvidenceText
  ) {
    guard end - start >= 2, text.units[start] != 0 else { return }
    let name = Name(
      start: Int32(start), end: Int32(end), origin: origin, fact: fact, isWhole: isWhole)
    let number = Int32(truncatingIfNeeded: names.count)
    let slot = index.slot(text.units[start], text.units[start + 1])
    var (known, last, count) = (index.first(at: slot), Int32(-1), 0)
    while known >= 0 {
      let other = names[Int(known)]
      // The same name of an earlier choice is enough.
      if other.isWhole == isWhole, isSame(other, name, text.units) { return }
      (last, known, count) = (known, other.next, count + 1)
    }
    guard count < Self.mostOfPair else { return }
    names.append(name)
    if last < 0 { index.set(number, at: slot) } else { names.base[Int(last)].next = number }
  }

  /// No more names begin with the same two characters, so that no text makes them many.
  private static let mostOfPair = 24

  private func isSame(_ a: Name, _ b: Name, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard a.length == b.length else { return false }
    return common(a, units, at: Int(b.start)) == a.length
  }

  /// How many characters of `name` stand at a place.
  private func common(_ name: Name, _ units: UnsafeBufferPointer<UInt16>, at place: Int) -> Int {
    let most = min(name.length, units.count - place)
    var length = 0
    while length < most, units[Int(name.start) + length] == units[place + length] { length += 1 }
    return length
  }

  // MARK: Places

  private mutating func addPlaces(of number: Int32, at place: Int, _ text: EvidenceText) {
    let name = names[Int(number)]
    let length = common(name, text.units, at: place)
    if !name.isWhole { return addBeginnings(of: number, at: place, length, text) }
    guard length == name.length else { return }
    names.base[Int(number)].count += 1
    add(place, length, name.fact, number)
  }

  private mutating func add(_ start: Int, _ length: Int, _ fact: Fact, _ name: Int32) {
    places.append(
      Place(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: start + length),
        fact: Int32(fact.code), origin: names[Int(name)].origin, name: name))
  }

  private mutating func addBeginnings(
    of number: Int32, at place: Int, _ length: Int, _ text: EvidenceText
  ) {
    let name = names[Int(number)]
    let (start, end) = (Int(name.start), Int(name.end))
    guard length >= 2, length < name.length else { return }
    for count in 2...length {
      // 中国 of 中国队 is a place.
      let isHeadless =
        count >= 3 && lists.isHead(start + count, end, text)
        && lists.placeEnd(from: start, to: start + count, text) < start + count
      guard isHeadless || count == length || count <= 4 else { continue }
      add(place, count, isHeadless ? .headless : .beginning, number)
    }
  }

  /// Puts the places in order and drops those that say nothing: names inside longer choices, and
  /// names that stand but once.
  private mutating func keep() {
    var count = 0
    for index in 0..<places.count where isTold(places[index]) {
      places.base[count] = places[index]
      count += 1
    }
    places.truncate(to: count)
    Sorting.sortStably(places.elements) { left, right in
      if left.end != right.end { return left.end < right.end }
      if left.start != right.start { return left.start > right.start }
      let (a, b) = (Self.ranks[Int(left.fact)], Self.ranks[Int(right.fact)])
      return a != b ? a < b : left.origin < right.origin
    }
    places.keepFirst { $0.end == $1.end && $0.start == $1.start }
  }

  private func isTold(_ place: Place) -> Bool {
    let holder = held[Int(place.start)]
    let goesOn = place.start > 0 && held[Int(place.start) - 1] == place.end
    if holder > place.end || holder == place.end && goesOn { return false }
    let name = names[Int(place.name)]
    if name.fact == .again { return name.count > 1 }
    return holder != place.end || name.fact == .declared
  }

  /// By the code of a fact: the lesser is told.
  private static let ranks: [Int] = {
    let order: [Fact] = [.declared, .again, .headless, .ending, .beginning, .proposed]
    return Fact.allCases.map { order.firstIndex(of: $0) ?? 0 }
  }()
}

/// Which lists of a table hold heads, places and words that name nobody, and where their words
/// stand in a text.
struct EvidenceLists {
  /// The lists whose words end names, and begin them.
  let heads: UInt64
  let places: UInt64
  /// A name of these alone is nobody's: 标的公司.
  let generic: UInt64

  init(_ table: EvidenceTable) {
    func lists(_ prefix: String) -> UInt64 {
      table.lists.indices.reduce(0) { bits, list in
        table.lists[list].hasPrefix(prefix) ? bits | 1 << UInt64(list) : bits
      }
    }
    heads = lists("org-head")
    places = lists("place-")
    generic = heads | lists("org-stop[class=generic]") | lists("org-stop[class=demonstrative]")
  }

  /// The end of the places that a name begins with: 山西 of 山西金岭煤业有限公司.
  func placeEnd(from start: Int, to end: Int, _ text: EvidenceText) -> Int {
    var place = start
    while place < end {
      var next = place
      for index in text.hits(at: place) {
        let hit = text.hits[index]
        if hit.lists & places != 0, Int(hit.end) <= end { next = max(next, Int(hit.end)) }
      }
      if next == place { break }
      place = next
    }
    return place
  }

  /// Whether a word that ends names covers just this.
  func isHead(_ start: Int, _ end: Int, _ text: EvidenceText) -> Bool {
    text.lists(exactly: start, end) & heads != 0
  }

  /// Whether words that name nobody cover an extent without a gap.
  func isGeneric(_ extent: Extent, _ text: EvidenceText) -> Bool {
    var isReached = [Bool](repeating: false, count: extent.count + 1)
    isReached[0] = true
    for place in extent.range where isReached[place - extent.start] {
      for index in text.hits(at: place) {
        let hit = text.hits[index]
        if hit.lists & generic != 0, Int(hit.end) <= extent.end {
          isReached[Int(hit.end) - extent.start] = true
        }
      }
    }
    return isReached[extent.count]
  }
}
