// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Finds the divisions that no lexicon has but that a text names by what they are: 海宜市, and then 海宜
/// alone too.
///
/// Two characters before 市, 县 and their like are a place where they come again in the text; but not where
/// 市 ends a word: 超市, 开发区.
struct UnlistedPlaces {
  /// A place, and the lists that have places of its kind.
  struct Place: BitwiseCopyable {
    let start: Int32
    let end: Int32
    let lists: UInt64
  }

  /// Two characters that a division's kind follows somewhere.
  private struct Name: BitwiseCopyable {
    let lists: UInt64
    var count: Int32 = 0
  }

  /// In the order of the text.
  private(set) var places = Buffer<Place>()
  private let divisions, towns, kinds: UnitSet
  private let divisionLists, townLists: UInt64
  /// What a reader knows.
  private let known: UInt64
  private let words: WordClasses
  private var names = Buffer<Name>()
  private var index = PairIndex()

  init(_ lists: EvidenceLists, _ table: EvidenceTable, of rules: RuleSet) {
    (divisions, towns) = (rules.nameForms.divisions, rules.nameForms.towns)
    kinds = UnitSet(divisions.units + towns.units)
    (divisionLists, townLists) = (table.lists(.counties), table.lists(.streets))
    known = lists.places | lists.names
    words = rules.itemWords
  }

  func free() {
    places.free()
    names.free()
    index.free()
  }

  mutating func removeAll() { places.removeAll() }

  mutating func find(in text: EvidenceText) {
    names.removeAll()
    index.removeAll()
    collectNames(text)
    guard names.count > 0 else { return }
    for place in 0..<text.units.count - 1 {
      if let number = number(at: place, text) { names.base[number].count += 1 }
    }
    for place in 0..<text.units.count - 1 {
      if let number = number(at: place, text) { add(names[number], at: place, text) }
    }
  }

  private mutating func collectNames(_ text: EvidenceText) {
    for place in 2..<max(2, text.units.count) where kinds.contains(text.units[place]) {
      guard mayBeName(from: place - 2, to: place, text) else { continue }
      let slot = index.slot(text.units[place - 2], text.units[place - 1])
      guard index.first(at: slot) < 0 else { continue }
      guard names.count < Self.mostNames else { return }
      index.set(Int32(truncatingIfNeeded: names.count), at: slot)
      names.append(Name(lists: lists(of: text.units[place])))
    }
  }

  /// No more are looked for, so that no text takes longer than others.
  private static let mostNames = 64

  private func lists(of unit: UInt16) -> UInt64 {
    divisions.contains(unit) ? divisionLists : towns.contains(unit) ? townLists : 0
  }

  /// Whether nobody knows what stands before a division's kind, nor a word that the kind ends.
  private func mayBeName(from start: Int, to end: Int, _ text: EvidenceText) -> Bool {
    guard (start..<end).allSatisfy({ isOfName(text.units[$0]) }),
      (text.places[end + 1].ends | text.places[end].ends) & known == 0,
      words.of(text.units, start, end) == .unknown
    else { return false }
    return (max(0, end - 3)..<end).allSatisfy { words.of(text.units, $0, end + 1) == .unknown }
  }

  private func isOfName(_ unit: UInt16) -> Bool {
    let kind = CharacterClass.of(unit)
    return kind.contains(.han) && !kind.meets(.hanNumeral) && !kinds.contains(unit)
  }

  private func number(at place: Int, _ text: EvidenceText) -> Int? {
    guard index.mayBegin(text.units[place]) else { return nil }
    let number = index.first(text.units[place], text.units[place + 1])
    return number < 0 ? nil : Int(number)
  }

  private mutating func add(_ name: Name, at start: Int, _ text: EvidenceText) {
    guard name.count > 1 else { return }
    let hasKind = start + 2 < text.units.count && lists(of: text.units[start + 2]) != 0
    places.append(
      Place(
        start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: start + (hasKind ? 3 : 2)), lists: name.lists))
  }
}
