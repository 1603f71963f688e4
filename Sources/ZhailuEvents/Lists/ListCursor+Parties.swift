// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Those who gave.
extension ListCursor {
  /// Those who stand here side by side, each with what stands in parentheses behind.
  mutating func takeParties() -> [Event.Party] {
    var parties: [Event.Party] = []
    while let next = takeParty() {
      parties.append(next)
      guard let joint = unit(place), Self.joints.contains(joint) else { break }
      let before = place
      place += 1
      // 青禾集团、口罩: what is joined is somebody.
      if party(at: place) == nil {
        place = before
        break
      }
    }
    return apposed(parties)
  }

  /// 黎锦添、陈少英夫妇 are one: who the last noun says they are.
  private func apposed(_ parties: [Event.Party]) -> [Event.Party] {
    guard parties.count > 1, let first = parties.first, let last = parties.last,
      parties.allSatisfy({ $0.mention == nil }), sentence.endsInParty(last.extent)
    else { return parties }
    return [sentence.described(Extent(first.extent.start, last.extent.end), .subject)]
  }

  private mutating func takeParty() -> Event.Party? {
    guard let party = party(at: place) else { return nil }
    place = party.extent.end
    skipParenthesis()
    return party
  }

  /// A body, a person, or words that end in a noun for them, up to the next sign or number.
  func party(at start: Int) -> Event.Party? {
    var stop = start
    while let unit = unit(stop), isOfName(unit), !isNumber(at: stop), lengthOfEach(at: stop) == 0 {
      stop += 1
    }
    if let index = mention(at: start), case .organization(let value) = article.mentions[index].value
    {
      let extent = article.mentions[index].extent
      if extent.end >= stop || !sentence.endsInParty(Extent(extent.end, stop)) {
        return Event.Party(name: value.name, extent: extent, mention: index, source: .subject)
      }
    }
    guard let name = sentence.trimmed(start, stop), name.start == start, name.count > 1,
      sentence.isPersonName(name) || sentence.isTitledPerson(name) || sentence.endsInParty(name)
        || name.count > 2 && sentence.rules.signs.has(.bodyEnd, units[name.end - 1])
    else { return nil }
    return sentence.described(name, .subject)
  }

  private func isOfName(_ unit: UInt16) -> Bool {
    CharacterClass.of(unit).meets([.han, .latin, .digit]) && !Self.joints.contains(unit)
  }

  func isNumber(at place: Int) -> Bool {
    guard let index = mention(at: place) else { return false }
    return switch article.mentions[index].value {
    case .amount: true
    case .quantity: !isPartOfName(index)
    default: false
    }
  }

  /// 93届校友: a count that stands inside a name.
  private func isPartOfName(_ index: Int) -> Bool {
    guard case .quantity(let value) = article.mentions[index].value else { return false }
    return sentence.rules.signs.partyUnits.contains(value.unit)
  }

  /// How long a word for each is that stands here before a number, 各500元; 0 where none does.
  func lengthOfEach(at place: Int) -> Int {
    var length = 0
    units.withUnsafeBufferPointer { text in
      sentence.rules.trie.forEachMatch(in: text, at: place) { number, stop in
        if sentence.rules.words.classes[number] == .each, isNumber(at: stop) {
          length = stop - place
        }
      }
    }
    return length
  }

  mutating func skipParenthesis() {
    guard unit(place) == Mark.opening,
      let close = units[place..<min(end, place + Self.longestParenthesis)].firstIndex(
        of: Mark.closing)
    else { return }
    place = close + 1
  }

  private static let longestParenthesis = 24
}
