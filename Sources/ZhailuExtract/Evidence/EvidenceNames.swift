// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What an article says of its mentions by their texts: names that come again, short names that it
/// declares, and firms' names without their last words.
///
/// Names are found by their first two characters, so that the time is that of one pass. Its buffers
/// are used again for one text after the other. What no weight speaks of is not looked for.
struct EvidenceNames {
  typealias Fact = EvidenceTable.DocumentFact

  /// A place of the text where a name, or a piece of one, stands.
  struct Place: BitwiseCopyable {
    let start: Int32
    let end: Int32
    /// The code of a fact.
    let fact: Int32
    /// Index of the choice whose name it is; behind all choices, of what rules tell.
    let origin: Int32
    /// Index of the name; -1 of none.
    let name: Int32

    init(_ extent: Extent, _ fact: Fact, origin: Int32, name: Int32 = -1) {
      start = Int32(truncatingIfNeeded: extent.start)
      end = Int32(truncatingIfNeeded: extent.end)
      (self.fact, self.origin, self.name) = (Int32(fact.code), origin, name)
    }
  }

  /// A stretch of the text to look for elsewhere.
  private struct Name: BitwiseCopyable {
    let start: Int32
    let end: Int32
    let origin: Int32
    let fact: Fact
    /// A shorter one than this is no piece of it.
    let shortest: Int32
    /// How often it stands in the text.
    var count: Int32 = 0
    /// How long the piece of a brand is that the text uses as a division's name; -1 of none: 海宜市 where
    /// 海宜港务集团 is a firm.
    var placeLength: Int32 = -1
    /// The next with the same first two characters.
    var next: Int32 = -1

    var length: Int { Int(end - start) }
    var isWhole: Bool { fact != .brand }
  }

  /// Where the names stand, by end and then by start descending; of several facts about an extent
  /// the first counts.
  var places = Buffer<Place>()
  /// Where lists of names go on.
  private(set) var listed: EnumeratedNames
  let lists: EvidenceLists
  private let facts: [Int32]
  let declared: DeclaredNames
  private var names = Buffer<Name>()
  private var index = PairIndex()
  /// For each place the end of the choice that lies across it or begins there, or -1.
  private var held = Buffer<Int32>(capacity: 4096)

  init(lists: EvidenceLists, facts: [Int32], of rules: RuleSet) {
    self.lists = lists
    self.facts = facts
    declared = DeclaredNames(forms: rules.nameForms)
    listed = EnumeratedNames(rules.listSigns)
  }

  func free() {
    places.free()
    listed.free()
    names.free()
    index.free()
    held.free()
  }

  func isWeighed(_ fact: Fact) -> Bool { facts[fact.code] != 0 }

  /// Finds the names of `choices`, which stand in the order of the text, and of what rules tell.
  mutating func find(
    _ choices: Buffer<EvidenceWeigher.Choice>, _ told: Buffer<Match>, in text: EvidenceText
  ) {
    places.removeAll()
    names.removeAll()
    index.removeAll()
    held.fill(-1, count: text.units.count + 1)
    for number in 0..<choices.count {
      let span = choices[number].span
      for place in span.start..<span.end { held.base[Int(place)] = span.end }
      add(span, Int32(truncatingIfNeeded: number), text)
    }
    for number in 0..<told.count {
      add(told[number], Int32(truncatingIfNeeded: choices.count + number), text)
    }
    listed.find(choices, in: text, lists)
    for index in 0..<listed.items.count {
      let item = listed.items[index]
      places.append(
        Place(Extent(Int(item.start), Int(item.end)), .enclosed, origin: item.origin))
    }
    guard names.count > 0 else { return keep() }
    for place in 0..<max(0, text.units.count - 1) where index.mayBegin(text.units[place]) {
      let first = places.count
      var name = index.first(text.units[place], text.units[place + 1])
      while name >= 0 {
        addPlaces(of: name, at: place, text)
        name = names[Int(name)].next
      }
      dropPieces(from: first)
    }
    keep()
  }

  // MARK: Names

  private mutating func add(_ span: EvidenceSpan, _ origin: Int32, _ text: EvidenceText) {
    let (start, end) = (Int(span.start), Int(span.end))
    add(start, end, origin, .again, text)
    addOwnName(of: Extent(start, end), origin, text)
    addCounted(span, origin, text)
    addDeclared(after: Extent(start, end), origin, text)
    if let short = ShortForm.numbered(text.units[start..<end], declared.forms) {
      add(short.startIndex, short.endIndex, origin, .declared, text)
    }
    let firm = text.units[start..<end].withoutNote
    guard isWeighed(.brand), isFirm(firm) else { return }
    let core = lists.placeEnd(from: start, to: firm.endIndex, text)
    if firm.endIndex - core >= 4 { add(core, firm.endIndex, origin, .brand, text) }
    if core > start { add(start, firm.endIndex, origin, .brand, shortest: core - start + 2, text) }
  }

  /// Adds the name of what a rule tells; it holds its text.
  private mutating func add(_ told: Match, _ origin: Int32, _ text: EvidenceText) {
    let mention = Extent(Int(told.mentionStart), Int(told.mentionEnd))
    for place in mention.range { held.base[place] = told.mentionEnd }
    // “希望” names a body here, and is a word elsewhere.
    if lists.mayBeBrand(again: mention, text) {
      add(mention.start, mention.end, origin, .told, text)
    }
    let name = text.units[mention.range]
    if isWeighed(.brand), isFirm(name) { add(mention.start, mention.end, origin, .brand, text) }
    addDeclared(after: mention, origin, text)
  }

  private mutating func addDeclared(
    after mention: Extent, _ origin: Int32, _ text: EvidenceText
  ) {
    for short in declared.names(after: mention, in: text.units) where !lists.isGeneric(short, text)
    {
      add(short.start, short.end, origin, .declared, text)
    }
  }

  /// Whether a name is that of a firm, with more than the words it ends in.
  private func isFirm(_ name: ShortForm.Units) -> Bool {
    let forms = declared.forms
    return name.count >= 5 && forms.brands.contains { name.ends(with: $0) }
      || name.count >= 4 && forms.tradeEnds.contains(name[name.endIndex - 1])
        && forms.trades.contains { name.ends(with: $0) }
  }

  private mutating func add(
    _ start: Int, _ end: Int, _ origin: Int32, _ fact: Fact, shortest: Int = 2,
    _ text: EvidenceText
  ) {
    guard end - start >= 2, text.units[start] != 0, isWeighed(fact) else { return }
    let name = Name(
      start: Int32(start), end: Int32(end), origin: origin, fact: fact,
      shortest: Int32(truncatingIfNeeded: shortest))
    let number = Int32(truncatingIfNeeded: names.count)
    let slot = index.slot(text.units[start], text.units[start + 1])
    var (known, last, count) = (index.first(at: slot), Int32(-1), 0)
    while known >= 0 {
      let other = names[Int(known)]
      // The same name of an earlier choice is enough.
      if other.isWhole == name.isWhole, isSame(other, name, text.units) { return }
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
    if name.isWhole {
      guard length == name.length else { return }
    } else {
      let end = place + length
      if end < text.units.count, declared.forms.isDivision(text.units[end]) {
        names.base[Int(number)].placeLength = Int32(truncatingIfNeeded: length)
        return
      }
      guard length >= Int(name.shortest), length < name.length - 1,
        isWithoutForm(name, length, text)
          || lists.mayBeBrand(
            again: Extent(place + Int(name.shortest) - 2, place + length), text)
      else { return }
    }
    names.base[Int(number)].count += 1
    places.append(
      Place(Extent(place, place + length), name.fact, origin: name.origin, name: number))
  }

  /// Whether a piece lacks but the legal form of a firm: 永泰国际 of 永泰国际控股有限公司.
  private func isWithoutForm(_ name: Name, _ length: Int, _ text: EvidenceText) -> Bool {
    guard length >= Self.shortestWithoutForm else { return false }
    let rest = text.units[Int(name.start) + length..<Int(name.end)]
    return declared.forms.legalForms.contains { rest.elementsEqual($0) }
  }

  private static let shortestWithoutForm = 4

  /// Of the names that begin at a place drops pieces of brands that a declared one goes on behind, 莆兴 of
  /// 莆兴LNG, and told ones that any other goes on behind, 格澜 of 格澜电子.
  private mutating func dropPieces(from first: Int) {
    guard places.count > first + 1 else { return }
    let (brand, told) = (Int32(Fact.brand.code), Int32(Fact.told.code))
    let declared = Int32(Fact.declared.code)
    var (end, endOfOthers) = (Int32(0), Int32(0))
    for index in first..<places.count {
      let place = places[index]
      if place.fact == declared { end = max(end, place.end) }
      if place.fact != told { endOfOthers = max(endOfOthers, place.end) }
    }
    var count = first
    for index in first..<places.count {
      let place = places[index]
      if place.fact == brand && place.end < end || place.fact == told && place.end < endOfOthers {
        continue
      }
      places.base[count] = place
      count += 1
    }
    places.truncate(to: count)
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
    if Self.factsOfMention &>> UInt64(place.fact) & 1 != 0 { return true }
    let holder = held[Int(place.start)]
    let goesOn = place.start > 0 && held[Int(place.start) - 1] == place.end
    if holder > place.end || holder == place.end && goesOn { return false }
    guard place.name >= 0 else { return true }
    let name = names[Int(place.name)]
    if name.fact == .again { return name.count > 1 }
    if name.placeLength == place.end - place.start { return false }
    return holder != place.end || name.fact == .declared
  }

  /// By the code of a fact: the lesser is told.
  private static let ranks: [Int] = {
    let order: [Fact] = [
      .counted, .declared, .told, .brand, .again, .enclosed, .listed, .foreign, .proposed,
    ]
    return Fact.allCases.map { order.firstIndex(of: $0) ?? 0 }
  }()
}
