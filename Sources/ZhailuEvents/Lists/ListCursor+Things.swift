// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What they gave.
extension ListCursor {
  /// Skips signs, 捐款, 人民币 and 各 before a sum; whether each gave as much.
  mutating func skipBeforeThings() -> Bool {
    skip(Self.betweenParts)
    let length = lengthOfEach(at: place)
    place += length
    return length > 0
  }

  /// 500元; 口罩5000只、消毒液200桶: sums and counts, with the nouns before them.
  mutating func takeThings() -> [GivenThing] {
    var things: [GivenThing] = []
    while let thing = takeThing() {
      // 第一党支部 32人 6200元: how many they are.
      if !countsGivers(thing) { things.append(thing) }
      skipParenthesis()
      let before = place
      skip(Self.betweenThings)
      // 周文斌 1000元 李红梅 500元: behind a space or a comma may stand the next one.
      if party(at: place) != nil, !isCountedNoun {
        place = before
        break
      }
      if !isThing { place = before }
    }
    return things
  }

  /// The next sum or count, where nothing but a short noun stands before it.
  private var nextNumber: Int? {
    var index = article.firstMention(from: place)
    while index < article.mentions.count, article.mentions[index].extent.end <= end {
      switch article.mentions[index].value {
      case .amount, .quantity:
        let noun = Extent(place, article.mentions[index].extent.start)
        let isNoun = noun.range.allSatisfy { isOfNoun(units[$0]) }
        return noun.count <= Self.longestNoun && isNoun ? index : nil
      case .number, .ordinal: index += 1
      default: return nil
      }
    }
    return nil
  }

  private var isThing: Bool { nextNumber != nil }

  private func countsGivers(_ thing: GivenThing) -> Bool {
    guard thing.item == nil, let count = thing.quantity,
      case .quantity(let value) = article.mentions[count].value
    else { return false }
    var next = self
    next.skip(Self.betweenThings)
    return sentence.rules.signs.partyUnits.contains(value.unit) && next.isThing
  }

  /// 方便面300箱: the count behind has this noun for its item, which begins as a surname does.
  private var isCountedNoun: Bool {
    guard let index = nextNumber, case .quantity(let value) = article.mentions[index].value,
      let item = value.item
    else { return false }
    let noun = FoldTable.fold(item)
    return units[place..<article.mentions[index].extent.start].suffix(noun.count)
      .elementsEqual(noun)
  }

  private func isOfNoun(_ unit: UInt16) -> Bool {
    CharacterClass.of(unit).meets([.han, .latin, .digit])
      && !sentence.rules.signs.has(.nounStop, unit)
  }

  private static let longestNoun = 12

  private mutating func takeThing() -> GivenThing? {
    guard let index = nextNumber else { return nil }
    let noun = Extent(place, article.mentions[index].extent.start)
    place = article.mentions[index].extent.end
    guard case .quantity(let value) = article.mentions[index].value else {
      return GivenThing(amount: index)
    }
    let item = value.item.map { Event.Item(name: $0, extent: noun, mention: nil) }
    return GivenThing(
      quantity: index, item: item ?? sentence.nounAtEnd(from: noun.start, to: noun.end))
  }

  /// A few words behind a gap that say more of it, 定向捐县医院.
  mutating func skipRemark() {
    skipParenthesis()
    let before = place
    skip(Self.gaps)
    guard place > before else { return }
    var next = place
    while let unit = unit(next), CharacterClass.of(unit).meets(.han) { next += 1 }
    let isAlone = unit(next).map { Self.betweenEntries.contains($0) } ?? true
    if next > place, next - place <= Self.longestNoun, isAlone, !isNamed(Extent(place, next), next)
    {
      place = next
    } else {
      place = before
    }
  }

  /// Whether somebody is named and a number stands behind him: that is the next entry.
  private func isNamed(_ words: Extent, _ next: Int) -> Bool {
    guard party(at: words.start) != nil else { return false }
    var place = next
    while let unit = unit(place), Self.betweenParts.contains(unit) { place += 1 }
    return place < end && isNumber(at: place)
  }
}
