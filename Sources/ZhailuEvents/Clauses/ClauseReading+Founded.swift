// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What was set up, where it is no object of the verb: the subject of a verb without one, 甲公司成立; and what
/// the verb says of a body, 甲校是乙会创办的.
extension ClauseReading {
  func nameSetUp(in draft: inout EventDraft) {
    defer {
      // 与甲会合办的乙公司: no body sets up itself.
      let founded = draft.things.compactMap { $0.item?.name }
      draft.actors.removeAll { founded.contains($0.name) }
    }
    // 大学为人工智能学院揭牌: what it was done for is what is set up.
    if given.list.isEmpty, isIntransitive, let body = parties[.to]?.first {
      draft.things = [founded(body)]
    }
    nameFounded(in: &draft)
    guard draft.things.isEmpty, isIntransitive else { return }
    let bodies = subject.isEmpty && verb == before.lowerBound ? carried : subject
    let noun = nounSetUp
    if let noun, !bodies.contains(where: { $0.extent.end == noun.end && $0.mention != nil }) {
      draft.things = [founded(party(noun))]
      draft.actors = parties[.by] ?? founders(of: noun)
    } else if bodies.count == 1, let body = bodies.first, body.mention != nil || isBranch(body),
      !before.contains(where: { tokens[$0].isWord(.stake) && tokens[$0].start >= body.extent.end })
    {
      draft.things = [founded(body)]
      draft.actors = parties[.by] ?? founders(of: body.extent)
    }
  }

  private func party(_ noun: Extent) -> Event.Party {
    tokens.first { $0.kind == .organization && $0.extent == noun }
      .flatMap { sentence.party($0, .subject) } ?? sentence.described(noun, .subject)
  }

  /// 市总工会劳动者服务中心|昨日揭牌, 民间学堂|由甲集团|发起设立: the noun before the verb, or before who set it up,
  /// where it ends as a body's name does.
  private var nounSetUp: Extent? {
    let by = before.first { tokens[$0].isWord(.by) } ?? verb
    let words = tokens[before.lowerBound..<by]
    var (start, end) = (self.start, tokens[by].start)
    while let earlier = startOfCircumstance(endingAt: end, words, from: start) { end = earlier }
    for word in words where word.start == start && isCircumstance(word) { start = word.end }
    if let of = units[start..<max(start, end)].lastIndex(where: sentence.isOf) { start = of + 1 }
    guard start < end, let noun = sentence.trimmed(start, end),
      noun.count <= Self.longestName, sentence.isBodyNoun(noun),
      !sentence.rules.signs[.frameworkEnd].end(units[noun.range]),
      !words.contains(where: {
        $0.start >= noun.start && ($0.isWord(.pronoun) || $0.isWord(.verb) || $0.kind == .quantity)
      }),
      units[noun.range].allSatisfy({
        CharacterClass.of($0).meets(.han) && !sentence.rules.signs.has(.joiner, $0)
          && !sentence.rules.signs.has(.finished, $0)
      })
    else { return nil }
    return noun
  }

  /// Where words begin that say when or where it was done, 甲联盟|昨日|在汉|成立.
  private func startOfCircumstance(
    endingAt end: Int, _ words: ArraySlice<EventToken>, from start: Int
  ) -> Int? {
    if let word = words.last(where: { $0.end == end }), isCircumstance(word) { return word.start }
    return units[max(start + 2, end - Self.longestPlace)..<max(start + 2, end)]
      .lastIndex { sentence.rules.signs.has(.circumstance, $0) }
  }

  private static let longestPlace = 14
  private static let longestName = 24

  private var units: ArraySlice<UInt16> { sentence.units[...] }

  private func isCircumstance(_ token: EventToken) -> Bool {
    token.kind == .date || token.isWord(.adverb) || token.isWord(.lead)
  }

  /// 甲大学与乙集团|共建的|研究院揭牌: the bodies behind which stands that they founded what follows.
  private func founders(of body: Extent) -> [Event.Party] {
    guard body.start > start, sentence.isOf(units[body.start - 1]),
      let last = before.last(where: {
        tokens[$0].kind == .organization && tokens[$0].end < body.start
      }),
      sentence.rules.signs[.founding].place(in: units[tokens[last].end..<body.start]) != nil
    else { return [] }
    return sentence.group(endingAt: last, in: before.lowerBound..<last + 1, .subject)
  }

  /// 甲校是乙会创办的: what stands before 是 was set up by who stands behind it.
  private func nameFounded(in draft: inout EventDraft) {
    let end = tokens[verb].end
    guard sentence.isBeforeOf(tokens[verb]),
      sentence.trimmed(end, sentence.places[clause].end) == nil,
      let first = before.first(where: { tokens[$0].kind == .organization }),
      let body = sentence.party(tokens[first], .subject), body.extent.end < sentence.extent.end,
      sentence.rules.signs.has(.copula, sentence.units[body.extent.end])
    else { return }
    draft.things = [founded(body)]
    draft.actors =
      parties[.by]
      ?? sentence.parties(
        first + 1..<verb, from: body.extent.end + 1, to: tokens[verb].start, .by)
  }

  private func founded(_ body: Event.Party) -> GivenThing {
    GivenThing(item: sentence.founded(body))
  }

  /// 肯德基莘漕餐厅: begins with a body that is known.
  private func isBranch(_ party: Event.Party) -> Bool {
    tokens.contains { $0.kind == .organization && $0.start == party.extent.start }
      && sentence.rules.signs.has(.bodyEnd, sentence.units[party.extent.end - 1])
      || party.source == .subject && sentence.isBodyName(party.extent)
  }

  /// 公司成立于2009年, 公司今天成立: nothing stands behind the verb.
  var isIntransitive: Bool {
    let end = tokens[verb].end
    guard end < sentence.places[clause].end else { return true }
    return sentence.rules.signs.has(.circumstance, sentence.units[end])
  }
}
