// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What stands behind the unit.
extension ItemFinder {
  /// What stands behind the unit, step by step: the first that knows decides.
  func itemAfter(_ extent: Extent, _ unit: CountedUnit) -> After {
    // 人 is what it counts: 两人是多年的好友.
    if unit.isCount, has(.headUnit, at: extent.end - 1) { return .nothing }
    guard let start = startAfter(extent, unit) else {
      return After(nounOfSlot(extent, after: extent.end, unit).map(original))
    }
    if let kind = unit.kind {
      var reading = KindReading(finder: self, kind: kind, start: start.place)
      if let noun = reading.read() ?? home(behind: start.place, extent) {
        return isJoined(noun.end) ? .several : After(item(headOf: [noun], floor: start.place))
      }
    }
    var phrase = phrase(after: start.place, unit)
    // 1610公斤可卡因类型.
    if !unit.isCount, !unit.isShare {
      while phrase.words.count > 1, isLevel(phrase.words[phrase.words.count - 1]) {
        phrase.words.removeLast()
      }
    }
    guard let noun = phrase.words.last else { return unknown(extent, after: start.place, unit) }
    // 七成种红薯: what they do.
    if unit.isShare, !start.isBehindDe, phrase.words.count > 1, isVerbOfOthers(phrase.words[0]) {
      return .nothing
    }
    // 赊来红砖三万块修补危房: what was got stands before, and so does what is at work.
    if phrase.isBehindVerb, let object = object(before: extent) ?? machine(before: extent, unit) {
      return .item(object)
    }
    if isOfOthers(noun, unit) || isDeed(phrase.words, unit) || isPieceOfVerb(noun, extent, unit) {
      return .nothing
    }
    if unit.isShare, isRate(noun, behindDe: start.isBehindDe) { return .nothing }
    if !unit.isShare, unit.kind == nil, isJoined(noun.end) { return .several }
    if isNumberItself(phrase.words, unit) { return .nothing }
    // 9吨出口日本.
    if !unit.isCount, !unit.isShare, phrase.words.allSatisfy(isActOrQuality) { return .nothing }
    // 5吨水费.
    if !unit.isCount, !unit.isShare, has(.charge, at: noun.end - 1) || isLevel(noun) {
      return .nothing
    }
    if unit.isCount, countsPeople(extent), !fits(noun, .person) { return .nothing }
    if let rest = nounOfSlot(extent, behind: noun, unit) { return .item(original(rest)) }
    if let item = item(headOf: phrase.words, floor: phrase.start) { return .item(item) }
    return unknown(extent, after: start.place, unit)
  }

  /// Where what is counted may begin, behind a bound, a quotation or 的; `nil` where something else
  /// stands there.
  private func startAfter(
    _ extent: Extent, _ unit: CountedUnit
  ) -> (place: Int, isBehindDe: Bool)? {
    var place = extent.end
    if isMouthOfFamily(place) { return nil }
    // 50户以上农户.
    if unit.isCount, let word = word(at: place), isBound(word) { place = word.end }
    place = behindQuotation(behindOtherUnit(place))
    // 题记十七则和两座塔: what is joined to a count is another; but 3家与出版有关的企业, 两个和尚.
    if let word = word(at: place), isJoint(word), !beginsClause(place) { return nil }
    guard place < units.count, has(.of, at: place), !beginsNoun(place) else {
      return unit.isShare && (isAdverbEnd(place) || isName(place)) ? nil : (place, false)
    }
    // 110万人的问题 counts no problems, and 50吨的冷库 weighs nothing.
    return unit.isShare && !isShareOfVerb(extent) ? (place + 1, true) : nil
  }

  /// 户 counts firms and farms as well.
  private func home(behind place: Int, _ extent: Extent) -> Extent? {
    guard has(.householdUnit, at: extent.end - 1) else { return nil }
    var reading = KindReading(finder: self, kind: .body, start: place)
    return reading.read().flatMap { wordClass($0) == .noun ? nil : $0 }
  }

  /// 持股55%的公司, 增长15%的企业: the share is what is said of them.
  private func isShareOfVerb(_ extent: Extent) -> Bool {
    words.word(endingAt: extent.start).map { ends($0, in: .shareVerb) } ?? false
  }

  /// 的士, though 的 alone is grammar; but 的士兵.
  private func beginsNoun(_ place: Int) -> Bool {
    let (noun, _) = classes.ends(UnsafeBufferPointer(units.elements), place)
    return noun > place && !cuts(noun, behind: place + 1)
  }

  /// 三口之家, but 几十口人, 三口井, 八口肥猪.
  private func isMouthOfFamily(_ place: Int) -> Bool {
    guard has(.mouthUnit, at: place - 1) else { return false }
    guard let word = word(at: place) else { return true }
    return !has(.headUnit, at: place) && !wordClass(word).isThing && withoutSize(word) == nil
  }

  /// 90万户农村: a known noun that is no person.
  private func isOfOthers(_ noun: Extent, _ unit: CountedUnit) -> Bool {
    unit.kind == .person && wordClass(noun) == .noun
  }

  /// 有11尾存活: what they did.
  private func isDeed(_ words: [Extent], _ unit: CountedUnit) -> Bool {
    (unit.kind != nil || unit.isOfThings) && words.count == 1 && wordClass(words[0]) == .act
  }

  /// 1000万套销量: a noun for the number itself.
  private func isNumberItself(_ words: [Extent], _ unit: CountedUnit) -> Bool {
    unit.isCount && words.count == 1 && isTotal(words[0]) && !unit.isGeneral
  }

  /// 种 in 七成种红薯, 养 in 三成养鱼.
  private func isVerbOfOthers(_ word: Extent) -> Bool {
    word.count == 1 && has(.objectVerb, at: word.start)
  }

  private func isActOrQuality(_ word: Extent) -> Bool {
    let kind = wordClass(word)
    return kind == .act || kind == .quality
  }

  /// 30万吨水平, 87万吨产能: what a weight is itself.
  private func isLevel(_ noun: Extent) -> Bool {
    isTotal(noun) || isState(noun) || isScope(noun)
  }

  private func unknown(_ extent: Extent, after place: Int, _ unit: CountedUnit) -> After {
    let noun = unknownNoun(after: place, unit) ?? nounOfSlot(extent, after: place, unit)
    return After(noun.map(original))
  }

  /// 2家弃标: behind persons and bodies a piece that is none of them.
  private func isPieceOfVerb(_ noun: Extent, _ extent: Extent, _ unit: CountedUnit) -> Bool {
    (unit.kind == .person || unit.kind == .body) && noun.count == 1
      && wordClass(Extent(noun.start - 1, noun.start)) == .verb && !isVague(noun)
      && !isInSlot(extent)
  }

  /// Whether a clause with 的 begins at a place, which holds no other number: 与出版有关的企业.
  private func beginsClause(_ place: Int) -> Bool {
    let tokens = tokens(after: place)
    guard let end = endOfClause(tokens, from: 0) else { return false }
    return !tokens[..<end].contains { $0.isNumber }
  }

  /// 12套（台）机组.
  private func behindOtherUnit(_ place: Int) -> Int {
    guard place + 2 < units.count, units[place] == Mark.opening, units[place + 2] == Mark.closing
    else { return place }
    return place + 3
  }

  /// The place behind a few characters in quotation marks that a noun follows, 86名“两癌”妇女; else the
  /// same place.
  private func behindQuotation(_ place: Int) -> Int {
    guard place < units.count, units[place] == Mark.openQuote else { return place }
    return endOfEnclosed(place, by: Mark.closeQuote) ?? place
  }

  /// Behind a few characters between two marks that Chinese text follows.
  func endOfEnclosed(_ place: Int, by mark: UInt16) -> Int? {
    let end = (place..<min(place + Self.longestBracket, units.count - 1))
      .first { units[$0] == mark }
    guard let end, CharacterClass.of(units[end + 1]).contains(.han) else { return nil }
    return end + 1
  }

  /// What a percentage is itself, 以15%的速度, 7%的关税, and what is done by so much, 三倍扣减: it is no
  /// share of them.
  private func isRate(_ noun: Extent, behindDe: Bool) -> Bool {
    let kind = wordClass(noun)
    if kind == .rate || kind == .act && !behindDe { return true }
    if has(.rateEnd, at: noun.end - 1) { return true }
    // 七成的抵押率, of which the segmenter makes two words.
    return noun.end < units.count && has(.rateNext, at: noun.end)
      && word(at: noun.end)?.count == 1
  }

  /// 首付20%民生银行出台细则: with a name something else begins.
  private func isName(_ place: Int) -> Bool {
    place < units.count && taken[place] && lattice.numeral(at: place) < 0
  }

  /// 百分之百地满意.
  private func isAdverbEnd(_ place: Int) -> Bool {
    place < units.count && has(.adverbEnd, at: place) && word(at: place)?.count == 1
  }

  /// A second noun is counted with the first, so neither alone is: 26个国家和地区.
  private func isJoined(_ place: Int) -> Bool {
    guard place < units.count, has(.joiner, at: place), let word = word(at: place + 1)
    else { return false }
    guard classOfEnd(word).isThing, !lattice.isNumeral(word), !taken[word.start] else {
      return false
    }
    // 38个国家和国际组织: to the end of the second noun.
    var next = self.word(at: word.end)
    for _ in 0..<2 {
      guard let more = next, wordClass(more).isThing, !isNumber(more) else { break }
      next = self.word(at: more.end)
    }
    // 企业与学校签订: what they do with each other.
    if has(.with, at: place), let next, isMutual(next) { return false }
    // 雨伞、拐杖30副: the second has a count of its own.
    return next.map { !isNumber($0) } ?? true
  }

  /// 签订, 现场签约.
  private func isMutual(_ word: Extent) -> Bool {
    isMutual(at: word.start) || isMutual(at: word.end)
  }

  private func isMutual(at place: Int) -> Bool {
    place + 1 < units.count && signs[units[place], units[place + 1]].contains(.mutual)
  }
}
