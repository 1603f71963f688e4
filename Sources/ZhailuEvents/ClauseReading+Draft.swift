// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// The outcome: the roles that the places of the clause fill, what was given, and the date.
extension ClauseReading {
  func draft(kind: EventKind) -> EventDraft {
    var draft = EventDraft(rule: frame.rule, kind: kind, verb: tokens[verb].extent)
    if let received {
      (draft.actors, draft.recipients) = received
    } else {
      assign(to: &draft)
    }
    draft.things = given.list
    // 投入5600万元完成12个小区改造: what was done with the money is no gift of it.
    if frame.needs == .sum || kind == .investment, draft.has(.sum) {
      draft.things.removeAll { $0.amount == nil }
    }
    // 大学为人工智能学院揭牌: what it was done for is what is set up.
    if frame.needs == .body, given.list.isEmpty, isIntransitive, let body = parties[.to]?.first {
      draft.things = [
        GivenThing(item: sentence.founded(body))
      ]
    }
    nameAcquired(in: &draft)
    nameTaken(in: &draft)
    nameFounded(in: &draft)
    let bodies = subject.isEmpty && verb == before.lowerBound ? carried : subject
    if frame.needs == .body, draft.things.isEmpty, isIntransitive, bodies.count == 1,
      let body = bodies.first, body.mention != nil || isBranch(body)
    {
      draft.things = [
        GivenThing(item: sentence.founded(body))
      ]
      draft.actors = parties[.by] ?? []
    }
    // 甲出动工人,沿线恢复通行: it is another that is open again.
    if frame.needs == .doer, hasUnknownSubject {
      draft.actors.removeAll { $0.source == .carried }
    }
    draft.date = date()
    draft.isEach = isEach || given.isEach
    draft.isForEach = isForEach && draft.recipients.count == 1
    draft.isRespective = isRespective
    draft.isJoint = isJoint
    draft.areSums = sentence.areSums(draft.things)
    draft.isNounMoved = isNounMoved
    if frame.traits.contains(.lender) { draft.swapLender(sentence) }
    return draft
  }

  /// 以3亿元收购甲公司: a firm directly behind a verb of buying, where no share of it is, is bought whole.
  private func nameAcquired(in draft: inout EventDraft) {
    guard frame.traits.contains(.stake), frame.traits.contains(.onTheWay), verb + 1 < tokens.count,
      draft.things.count <= 1, draft.things.allSatisfy({ $0.quantity == nil && $0.item == nil }),
      tokens[verb + 1].start == tokens[verb].end,
      let firm = sentence.party(tokens[verb + 1], .object),
      sentence.trimmed(firm.extent.end, sentence.places[clause].end) == nil
    else { return }
    if draft.things.isEmpty { draft.things = [GivenThing()] }
    draft.things[0].item = Event.Item(name: firm.name, extent: firm.extent, mention: firm.mention)
    draft.kind = .acquisition
  }

  /// 乙公司被甲集团以3亿元收购: the firm that is bought by another is no seller.
  private func nameTaken(in draft: inout EventDraft) {
    guard sentence.word(tokens[verb]).kind == .acquisition, parties[.by]?.isEmpty == false,
      subject.count == 1, let firm = subject.first,
      firm.mention != nil, draft.recipients == subject, draft.things.count <= 1,
      draft.things.allSatisfy({ $0.quantity == nil && $0.item == nil })
    else { return }
    if draft.things.isEmpty { draft.things = [GivenThing()] }
    draft.things[0].item = Event.Item(name: firm.name, extent: firm.extent, mention: firm.mention)
    draft.recipients = []
  }

  /// 甲校是乙会创办的: what stands before 是 was set up by who stands behind it.
  private func nameFounded(in draft: inout EventDraft) {
    let end = tokens[verb].end
    guard frame.needs == .body, sentence.isBeforeOf(tokens[verb]),
      sentence.trimmed(end, sentence.places[clause].end) == nil,
      let first = before.first(where: { tokens[$0].kind == .organization }),
      let body = sentence.party(tokens[first], .subject), body.extent.end < sentence.extent.end,
      sentence.rules.signs.has(.copula, sentence.units[body.extent.end])
    else { return }
    draft.things = [
      GivenThing(item: sentence.founded(body))
    ]
    draft.actors =
      parties[.by]
      ?? sentence.parties(
        first + 1..<verb, from: body.extent.end + 1, to: tokens[verb].start, .by)
  }

  /// 肯德基莘漕餐厅: begins with a body that is known.
  private func isBranch(_ party: Event.Party) -> Bool {
    tokens.contains { $0.kind == .organization && $0.start == party.extent.start }
      && sentence.rules.signs.has(.bodyEnd, sentence.units[party.extent.end - 1])
      || party.source == .subject && sentence.isBodyName(party.extent)
  }

  /// 公司成立于2009年, 公司今天成立: nothing stands behind the verb.
  private var isIntransitive: Bool {
    let end = tokens[verb].end
    guard end < sentence.places[clause].end else { return true }
    return sentence.rules.signs.has(.circumstance, sentence.units[end])
  }

  private func assign(to draft: inout EventDraft) {
    // `nil` where nothing fills the role.
    var filled = RoleMap()
    let hasAgent = !(parties[.by] ?? []).isEmpty
    for place in [EventFrame.Place.by, .from, .to, .goal, .object] {
      guard let role = frame.roles[place], let found = parties[place], !found.isEmpty,
        filled[role] == nil
      else { continue }
      filled[role] = found
    }
    // 甲医院的项目由乙中标: of two that could play one part, the subject plays the other.
    if hasAgent, let role = frame.roles[.by], frame.roles[.subject] == role,
      subject.contains(where: { $0.mention != nil }),
      frame.roles.values.contains(where: { $0 != role })
    {
      let other: EventFrame.Role = role == .actor ? .recipient : .actor
      if filled[other] == nil { filled[other] = subject }
    }
    if frame.roles[.to] == .recipient, filled[.recipient] == nil {
      filled[.recipient] = earlierRecipients() ?? visited()
    }
    if let role = frame.roles[.subject], filled[role] == nil {
      if !subject.isEmpty, !hasAgent {
        filled[role] = isOfNoun ? [] : subject
      } else if subject.isEmpty, !hasAgent, !(isUnrelated && hasUnknownSubject) {
        filled[role] = carried.map(Self.carried)
      }
    }
    draft.actors = filled[.actor] ?? []
    draft.recipients = filled[.recipient] ?? []
  }

  /// Whether the clause is the first of its sentence, or stands behind a semicolon.
  private var isUnrelated: Bool { isFromEarlier || !isLater && sentence.isFirst(clause) }

  /// 甲集团的前身是1958年成立的乙厂: of a verb that says which body it is, who stands before 是 does
  /// not act.
  private var isOfNoun: Bool {
    guard frame.needs == .body, sentence.isAttributive(verb), let last = subject.last,
      last.extent.end <= tokens[verb].start
    else { return false }
    return sentence.units[last.extent.end..<tokens[verb].start]
      .contains(where: { sentence.rules.signs.has(.copula, $0) })
  }

  private struct RoleMap {
    private var actors, recipients: [Event.Party]?

    subscript(_ role: EventFrame.Role) -> [Event.Party]? {
      get { role == .actor ? actors : recipients }
      set { if role == .actor { actors = newValue } else { recipients = newValue } }
    }
  }

  /// 对低保户、五保户,四县一律免收水费: whom a clause before without a verb of events is for.
  private func earlierRecipients() -> [Event.Party]? {
    for index in earlierTokens.reversed() {
      if tokens[index].isWord(.plan) { return nil }
      if tokens[index].isWord(.verb) {
        if sentence.isNominal(index) { continue }
        // 为302户商户免租一个月,让利540万元
        if index >= done, sentence.word(tokens[index]).frame == sentence.word(tokens[verb]).frame {
          continue
        }
        return nil
      }
      guard tokens[index].isWord(.to) else { continue }
      var next = index + 1
      while next < tokens.count, tokens[next].kind != .comma, !tokens[next].isPreposition,
        !ends(tokens[next])
      { next += 1 }
      let found = sentence.parties(
        (index + 1)..<next, from: tokens[index].end, to: tokens[next].start, .to)
      return found.isEmpty ? nil : found
    }
    return nil
  }

  /// 来到甲学校,送去电脑20台; 走访慰问困难职工,发放慰问金: whom a clause before goes to see.
  private func visited() -> [Event.Party]? {
    guard frame.traits.contains(.passesOn), !sentence.isFirst(clause) else { return nil }
    let range = sentence.clauses[clause - 1]
    let (start, end) = (sentence.places[clause - 1].start, sentence.places[clause - 1].end)
    let visits = sentence.rules.signs[.visit]
    guard !range.contains(where: { tokens[$0].kind == .amount }),
      var place = visits.place(in: sentence.units[start..<end])
    else { return nil }
    while place < end, case let count = visits.length(at: sentence.units[place..<end]), count > 0 {
      place += count
    }
    let first = range.first { tokens[$0].start >= place } ?? range.upperBound
    let found = sentence.parties(first..<range.upperBound, from: place, to: end, .goal)
    return found.isEmpty ? nil : found
  }

  /// The tokens of the clauses before, as far as a semicolon.
  var earlierTokens: Range<Int> {
    let upper = sentence.clauses[clause].lowerBound
    var start = upper
    while start > 0, tokens[start - 1].kind != .semicolon { start -= 1 }
    return start..<upper
  }
}
