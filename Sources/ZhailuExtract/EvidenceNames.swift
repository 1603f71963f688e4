// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What an article says of its mentions by their texts: names that come again, short names that it
/// declares, and pieces of names.
///
/// Names are found by their first two characters, so that the time is that of one pass.
struct EvidenceNames {
  /// A place of the text where a name, or a piece of one, stands.
  struct Place {
    let start: Int32
    let end: Int32
    let fact: EvidenceTable.DocumentFact
    /// Index of the choice whose name it is.
    let origin: Int32
  }

  /// A text to look for.
  private struct Name {
    let units: ArraySlice<UInt16>
    let origin: Int32
    /// Whole: only all of it counts. Otherwise its beginnings count too.
    let isWhole: Bool
    let fact: EvidenceTable.DocumentFact
  }

  private let text: EvidenceText
  private let choices: [EvidenceWeigher.Choice]
  private let heads: UInt64
  private let placeLists: UInt64
  private let genericLists: UInt64
  private var names: [Name] = []
  private var byBeginning: [UInt32: [Int32]] = [:]

  /// `heads` and `places` are the lists whose words end names, and begin them; a name of `heads` and
  /// `generic` words alone is nobody's: 标的公司.
  init(
    _ text: EvidenceText, _ choices: [EvidenceWeigher.Choice], heads: UInt64, places: UInt64,
    generic: UInt64
  ) {
    self.text = text
    self.choices = choices
    self.heads = heads
    placeLists = places
    genericLists = heads | generic
    for (index, choice) in choices.enumerated() { add(choice, Int32(index)) }
  }

  // MARK: Names

  private mutating func add(_ choice: EvidenceWeigher.Choice, _ index: Int32) {
    let (start, end) = (Int(choice.span.start), Int(choice.span.end))
    let whole = text.units[start..<end]
    add(Name(units: whole, origin: index, isWhole: true, fact: .again))
    for declared in declared(after: end, for: whole) where !isGeneric(declared) {
      add(Name(units: text.units[declared.range], origin: index, isWhole: true, fact: .declared))
    }
    if whole.count >= 4 {
      add(Name(units: whole, origin: index, isWhole: false, fact: .beginning))
      let core = placeEnd(from: start, to: end)
      if core > start, end - core >= 4 {
        add(Name(units: text.units[core..<end], origin: index, isWhole: false, fact: .beginning))
      }
    }
    if whole.count >= 5 {
      for start in start + 1..<end - 2 where end - start <= 12 {
        let units = text.units[start..<end]
        add(Name(units: units, origin: index, isWhole: true, fact: .ending))
      }
    }
  }

  private mutating func add(_ name: Name) {
    guard name.units.count >= 2 else { return }
    let first = name.units.startIndex
    let key = UInt32(name.units[first]) << 16 | UInt32(name.units[first + 1])
    let known = byBeginning[key] ?? []
    // The same name of an earlier choice is enough.
    let isKnown = known.contains {
      let other = names[Int($0)]
      return other.isWhole == name.isWhole && other.units == name.units
    }
    guard !isKnown, known.count < 24 else { return }
    byBeginning[key, default: []].append(Int32(names.count))
    names.append(name)
  }

  /// The end of the places that a name begins with: 山西 of 山西金岭煤业有限公司.
  private func placeEnd(from start: Int, to end: Int) -> Int {
    var place = start
    while place < end {
      var next = place
      for index in Int(text.firstHit[place])..<Int(text.firstHit[place + 1]) {
        let hit = text.hits[index]
        if placeLists >> UInt64(hit.list) & 1 == 1, Int(hit.end) <= end {
          next = max(next, Int(hit.end))
        }
      }
      if next == place { break }
      place = next
    }
    return place
  }

  /// Whether a word that ends names covers just this.
  private func isHead(_ start: Int, _ end: Int) -> Bool {
    for index in Int(text.firstHit[start])..<Int(text.firstHit[start + 1]) {
      let hit = text.hits[index]
      if Int(hit.end) == end, heads >> UInt64(hit.list) & 1 == 1 { return true }
    }
    return false
  }

  private func isGeneric(_ extent: Extent) -> Bool {
    var isReached = [Bool](repeating: false, count: extent.count + 1)
    isReached[0] = true
    for place in extent.range where isReached[place - extent.start] {
      for index in Int(text.firstHit[place])..<Int(text.firstHit[place + 1]) {
        let hit = text.hits[index]
        if genericLists >> UInt64(hit.list) & 1 == 1, Int(hit.end) <= extent.end {
          isReached[Int(hit.end) - extent.start] = true
        }
      }
    }
    return isReached[extent.count]
  }

  // MARK: Declared names

  private static let opening: UInt16 = 0x28
  private static let closing: UInt16 = 0x29
  private static let called: UInt16 = 0x79F0  // 称
  private static let openQuote: UInt16 = 0x201C
  private static let closeQuote: UInt16 = 0x201D

  /// The short names in the parenthesis that begins at `end`.
  private func declared(after end: Int, for name: ArraySlice<UInt16>) -> [Extent] {
    let units = text.units
    guard end < units.count, units[end] == Self.opening else { return [] }
    let limit = min(units.count, end + 48)
    guard let close = (end + 1..<limit).first(where: { units[$0] == Self.closing }) else {
      return []
    }
    let inside = end + 1..<close
    if let called = inside.first(where: { units[$0] == Self.called }), called - end <= 8 {
      return Self.names(in: called + 1..<close, units)
    }
    let extent = Extent(inside.lowerBound, inside.upperBound)
    return Self.isAbbreviation(units[inside], of: name) ? [extent] : []
  }

  /// What stands in quotation marks, or else all up to a comma.
  private static func names(in range: Range<Int>, _ units: [UInt16]) -> [Extent] {
    var names: [Extent] = []
    var open: Int?
    for place in range {
      if units[place] == openQuote { open = place + 1 }
      if units[place] == closeQuote, let start = open {
        names.append(Extent(start, place))
        open = nil
      }
    }
    if names.isEmpty {
      var start = range.lowerBound
      while start < range.upperBound,
        units[start] == 0x4E3A || units[start] == 0x3A || units[start] == 0x20
      { start += 1 }
      let end = (start..<range.upperBound).first {
        !CharacterClass.of(units[$0]).isDisjoint(with: [.clauseEnd, .opening, .closing])
      }
      names.append(Extent(start, end ?? range.upperBound))
    }
    return names.filter { (2...16).contains($0.count) }
  }

  /// 岭东大 of 岭东大学, or letters: IMF.
  private static func isAbbreviation(
    _ short: ArraySlice<UInt16>, of name: ArraySlice<UInt16>
  ) -> Bool {
    guard let first = short.first, short.count >= 2 else { return false }
    let isLatin = short.allSatisfy {
      !CharacterClass.of($0).isDisjoint(with: [.latin, .space]) || $0 == 0x26
    }
    if isLatin { return short.count <= 24 && first >= 0x41 && first <= 0x5A }
    guard short.count <= 8, short.count < name.count else { return false }
    var rest = name
    for unit in short {
      guard let index = rest.firstIndex(of: unit) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  // MARK: Places

  /// Where the names stand, by end and then by start descending; of several facts about an extent
  /// the first counts.
  func places() -> [Place] {
    guard !names.isEmpty else { return [] }
    var beginsName = [Bool](repeating: false, count: 0x10000)
    for name in names { beginsName[Int(name.units[name.units.startIndex])] = true }
    let held = held
    let own = Set(choices.map { UInt64($0.span.start) << 32 | UInt64($0.span.end) })
    var counts = [Int](repeating: 0, count: names.count)
    var found: [(place: Place, name: Int)] = []
    text.units.withUnsafeBufferPointer { units in
      for place in 0..<max(0, units.count - 1) where beginsName[Int(units[place])] {
        let key = UInt32(units[place]) << 16 | UInt32(units[place + 1])
        for name in byBeginning[key] ?? [] {
          let name = Int(name)
          let length = common(names[name].units, units, at: place)
          if names[name].isWhole {
            guard length == names[name].units.count else { continue }
            counts[name] += 1
            found.append((self.place(place, length, name), name))
          } else {
            addBeginnings(place, length, name, to: &found)
          }
        }
      }
    }
    // A name that stands once says nothing of itself.
    let kept = found.filter { place, name in
      let holder = held[Int(place.start)]
      if holder > place.end
        || (holder == place.end && place.start > 0
          && held[Int(place.start) - 1] == place.end)
      {
        return false
      }
      if names[name].fact == .again { return counts[name] > 1 }
      return !own.contains(UInt64(place.start) << 32 | UInt64(place.end))
        || names[name].fact == .declared
    }.map(\.place)
    return unique(kept)
  }

  /// For each place the end of the choice that lies across it or begins there; a name inside a longer
  /// one is not told apart.
  private var held: [Int32] {
    var held = [Int32](repeating: -1, count: text.units.count + 1)
    for choice in choices {
      for place in choice.span.start..<choice.span.end { held[Int(place)] = choice.span.end }
    }
    return held
  }

  private func place(_ start: Int, _ length: Int, _ name: Int) -> Place {
    Place(
      start: Int32(start), end: Int32(start + length), fact: names[name].fact,
      origin: names[name].origin)
  }

  private func addBeginnings(
    _ place: Int, _ length: Int, _ name: Int, to found: inout [(place: Place, name: Int)]
  ) {
    let units = names[name].units
    guard length >= 2, length < units.count else { return }
    for end in 2...length {
      // 中国 of 中国队 is a place.
      let isHeadless =
        end >= 3 && isHead(units.startIndex + end, units.endIndex)
        && placeEnd(from: units.startIndex, to: units.startIndex + end) < units.startIndex + end
      guard isHeadless || end == length || end <= 4 else { continue }
      found.append(
        (
          Place(
            start: Int32(place), end: Int32(place + end),
            fact: isHeadless ? .headless : .beginning, origin: names[name].origin), name
        ))
    }
  }

  private func common(
    _ name: ArraySlice<UInt16>, _ units: UnsafeBufferPointer<UInt16>, at place: Int
  ) -> Int {
    var length = 0
    for unit in name {
      guard place + length < units.count, units[place + length] == unit else { break }
      length += 1
    }
    return length
  }

  private func unique(_ places: [Place]) -> [Place] {
    let order: [EvidenceTable.DocumentFact] = [.declared, .again, .headless, .ending, .beginning]
    func rank(_ place: Place) -> Int { order.firstIndex(of: place.fact) ?? 0 }
    let sorted = places.sorted {
      ($0.end, -$0.start, rank($0), $0.origin) < ($1.end, -$1.start, rank($1), $1.origin)
    }
    var result: [Place] = []
    for place in sorted {
      if let last = result.last, last.end == place.end, last.start == place.start { continue }
      result.append(place)
    }
    return result
  }
}
