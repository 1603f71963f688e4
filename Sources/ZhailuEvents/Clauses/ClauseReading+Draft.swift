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
    nameAcquired(in: &draft)
    nameTarget(in: &draft)
    nameTaken(in: &draft)
    if frame.needs == .body { nameSetUp(in: &draft) }
    // 甲出动工人,沿线恢复通行: it is another that is open again.
    if frame.needs == .doer, hasUnknownSubject {
      draft.actors.removeAll { $0.source == .carried }
    }
    // 下达2009年中央财政补助资金70亿元: whose money it is.
    let actors = draft.actors
    draft.recipients.removeAll { recipient in
      recipient.source == .object && actors.contains { recipient.name.hasSuffix($0.name) }
    }
    let day = date()
    draft.date = day.map { tokens[$0].payload }
    draft.dates = day.map(datesBeside) ?? []
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
    draft.buy(firm)
    draft.kind = .acquisition
  }

  /// 完成对乙公司的收购, 对乙公司的股权收购: whom it was done to is bought, and no seller.
  private func nameTarget(in draft: inout EventDraft) {
    guard sentence.word(tokens[verb]).kind == .acquisition, draft.things.count <= 1,
      draft.things.allSatisfy({ $0.quantity == nil && $0.item == nil }),
      let to = before.last(where: { tokens[$0].isWord(.to) }),
      sentence.rules.signs.has(.target, sentence.units[tokens[to].start])
    else { return }
    // 完成对乙公司80%股权的收购
    if let share = (to + 1..<verb).first(where: { sentence.quantity(tokens[$0])?.unit == "%" }),
      tokens[share + 1].isWord(.stake), share + 1 < verb
    {
      if draft.things.isEmpty { draft.things = [GivenThing()] }
      draft.things[0].quantity = tokens[share].payload
      draft.things[0].item = sentence.item(tokens[share + 1].extent)
      draft.recipients = []
      return
    }
    guard let firm = firm(behind: to) else { return }
    if draft.things.isEmpty { draft.things = [GivenThing()] }
    draft.things[0].item = firm
    draft.recipients = []
  }

  /// What stands between 对 and the 的 before the verb, else the only body behind 对 that is known.
  private func firm(behind to: Int) -> Event.Item? {
    let (start, end) = (tokens[to].end, tokens[verb].start)
    let known = parties[.to].flatMap { $0.count == 1 ? $0[0] : nil }
    if end - 1 > start, sentence.isOf(sentence.units[end - 1]),
      let text = sentence.trimmed(start, end - 1), text.count <= Self.longestFirm,
      !sentence.units[text.range].contains(where: sentence.isOf), known?.extent != text
    {
      return sentence.item(text)
    }
    guard let known, known.mention != nil, known.extent.start >= start else { return nil }
    return Event.Item(name: known.name, extent: known.extent, mention: known.mention)
  }

  private static let longestFirm = 16

  /// 乙公司被甲集团以3亿元收购: the firm that is bought by another is no seller.
  private func nameTaken(in draft: inout EventDraft) {
    guard sentence.word(tokens[verb]).kind == .acquisition, parties[.by]?.isEmpty == false,
      subject.count == 1, let firm = subject.first,
      firm.mention != nil, draft.recipients == subject, draft.things.count <= 1,
      draft.things.allSatisfy({ $0.quantity == nil && $0.item == nil })
    else { return }
    draft.buy(firm)
    draft.recipients = []
  }

  /// The tokens of the clauses before, as far as a semicolon.
  var earlierTokens: Range<Int> {
    let upper = sentence.clauses[clause].lowerBound
    var start = upper
    while start > 0, tokens[start - 1].kind != .semicolon { start -= 1 }
    return start..<upper
  }
}
