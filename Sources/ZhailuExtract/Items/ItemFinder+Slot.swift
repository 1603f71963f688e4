// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Nouns that the segmenter does not know.
///
/// Where a count is what a verb is about, or one of a list, a noun stands behind it; so a few
/// characters up to the next mark are the noun with what says more of it: 架起20口行军锅, 5台岸边桥吊、
/// 12台龙门吊. Elsewhere they may be a verb: 2家弃标.
extension ItemFinder {
  private static let longestSlot = 8
  private static let longestCount = 12
  /// Behind a weight a longer stretch is an act: 10万吨洗精煤发运合同.
  private static let longestOfWeight = 4

  /// Two single characters behind a unit of things, with qualities before them, that end the clause:
  /// 两台彩超, 六种经典载具, where the segmenter does not know the noun.
  func unknownNoun(after place: Int, _ unit: CountedUnit) -> Extent? {
    guard unit.isOfThings || unit.isGeneral || unit.kind == .machine || unit.kind == .vehicle else {
      return nil
    }
    let words = tokens(after: place).map(\.extent)
    guard (2...3).contains(words.count),
      words.dropLast(2).allSatisfy({ wordClass($0) == .quality })
    else { return nil }
    let (first, last) = (words[words.count - 2], words[words.count - 1])
    let isWhole =
      last.end == units.count || CharacterClass.of(units[last.end]).meets([.clauseEnd, .opening])
    guard isWhole, !taken[first.start],
      [first, last].allSatisfy({ $0.count == 1 && !isGrammar($0) && !isAdverb($0) }),
      case let noun = Extent(first.start, last.end), wordClass(noun) != .verb
    else { return nil }
    return noun
  }

  /// The noun at the end of the words between a unit and the next mark.
  func nounOfSlot(_ extent: Extent, after place: Int, _ unit: CountedUnit) -> Extent? {
    guard countsThings(unit), isInSlot(extent) || isWholeClause(extent, unit),
      let end = endOfSlot(place), end - place > 1,
      unit.isCount || end - place <= Self.longestOfWeight
    else { return nil }
    for count in stride(from: min(end - place, 5), to: 1, by: -1) {
      let noun = Extent(end - count, end)
      if wordClass(noun) == .noun, !isVague(noun) { return noun }
    }
    var start = place
    while let word = word(at: start), word.count > 1 && wordClass(word) != .unknown || isMake(word),
      end - word.end > 1
    {
      start = word.end
    }
    let noun = Extent(start, end)
    let last = Extent(end - 1, end)
    guard noun.count < 5, wordClass(noun) == .unknown, !isVerbPiece(last) else { return nil }
    // 挤奶机, but not 要这个.
    let isOfVerb = isVerbPiece(Extent(start, start + 1)) || !isInSlot(extent)
    return !isOfVerb || wordClass(last).isThing || isVague(last) ? noun : nil
  }

  /// 圈足簋 behind 青铜: single characters between a known noun and the next mark; one alone belongs
  /// to the noun, 能量胶.
  func nounOfSlot(_ extent: Extent, behind noun: Extent, _ unit: CountedUnit) -> Extent? {
    guard countsThings(unit), noun.count > 1, noun.end + 1 < units.count, isInSlot(extent),
      let end = endOfSlot(noun.end), (1...3).contains(end - noun.end),
      case let rest = Extent(noun.end, end), wordClass(rest) == .unknown,
      words.word(startingAt: noun.end)?.count == 1, words.word(endingAt: end)?.count == 1,
      !isVerbPiece(Extent(noun.end, noun.end + 1)), !isVerbPiece(Extent(end - 1, end))
    else { return nil }
    return rest.count > 1 ? rest : Extent(noun.start, end)
  }

  private func isVerbPiece(_ piece: Extent) -> Bool { wordClass(piece) == .verb }

  private func countsThings(_ unit: CountedUnit) -> Bool {
    unit.hasItem && !unit.isShare && unit.kind != .person && unit.kind != .body && !unit.isOccasion
  }

  /// 电脑65台，三台自助借还机。 A machine that is a clause by itself.
  private func isWholeClause(_ extent: Extent, _ unit: CountedUnit) -> Bool {
    guard unit.kind == .machine || unit.kind == .vehicle else { return false }
    return extent.start == 0 || CharacterClass.of(units[extent.start - 1]).contains(.clauseEnd)
  }

  /// Whether a count is what a verb is about, or follows another one in a list.
  func isInSlot(_ extent: Extent) -> Bool {
    let start = behindSpaces(extent.start)
    guard start > 0 else { return false }
    if let word = words.word(endingAt: start), !isJoint(word),
      isGoverning(word) || wordClass(word) == .verb || isUnknownVerb(word) || isAim(word)
    {
      return true
    }
    guard let last, last.after != nil, start - last.end < Self.longestCount,
      units[start - 1] == Mark.enumerationComma || has(.joiner, at: start - 1)
    else { return false }
    return (last.end..<start - 1).allSatisfy { CharacterClass.of(units[$0]).contains(.han) }
  }

  /// Where a few words of nothing but nouns, verbs and qualities end at a mark, or before the next
  /// count of a list.
  private func endOfSlot(_ place: Int) -> Int? {
    var end = place
    var hasNoun = false
    while end - place < Self.longestSlot, let word = word(at: end) {
      if end > place, isJoint(word), self.word(at: word.end).map(isNumber) ?? false { break }
      guard CharacterClass.of(units[end]).contains(.han) else { break }
      guard !taken[end], !isNumber(word), !isGrammar(word) || end > place && isMake(word),
        !isAdverb(word), !isUnknownVerb(word), !isTransitive(word)
      else { return nil }
      // 存书化为灰烬: what becomes of a thing.
      let kind = wordClass(word)
      if hasNoun, kind == .verb, word.count > 1 { return nil }
      hasNoun = hasNoun || kind.isThing
      end = word.end
    }
    return end > place && isMark(end) ? end : nil
  }

  /// Whether a phrase ends at a place: at a mark or, in a list, before the next count.
  private func isMark(_ place: Int) -> Bool {
    guard place < units.count else { return true }
    if has(.joiner, at: place) { return word(at: place + 1).map(isNumber) ?? false }
    return CharacterClass.of(units[place]).meets([.clauseEnd, .opening])
  }
}
