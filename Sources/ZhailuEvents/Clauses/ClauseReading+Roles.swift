// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Which place of a clause fills which role, and who fills one that no place does.
extension ClauseReading {
  /// Gives the roles to who stands in the places of the clause, else to whom it goes back to.
  func assign(to draft: inout EventDraft) {
    // `nil` where nothing fills the role.
    var filled = RoleMap()
    let hasAgent = !(parties[.by] ?? []).isEmpty && !isByCarrier
    for place in [EventFrame.Place.by, .from, .to, .goal, .object] {
      guard let role = frame.roles[place], let found = parties[place], !found.isEmpty,
        filled[role] == nil, place != .by || hasAgent
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
    if filled[.recipient] == nil, !behalf.isEmpty { filled[.recipient] = behalf }
    if hasAgent, filled[.recipient] == nil { filled[.recipient] = owner.map { [$0] } }
    if frame.roles[.to] == .recipient, filled[.recipient] == nil {
      filled[.recipient] = earlierRecipients() ?? visited()
    }
    if isDueBefore, !hasAgent, filled[.recipient] == nil, !subject.isEmpty,
      subject.allSatisfy(isPerson)
    {
      filled[.recipient] = subject
      filled[.actor] = carried.map(Self.carried)
    }
    if let role = frame.roles[.subject], filled[role] == nil {
      if !subject.isEmpty, !hasAgent {
        filled[role] = isOfNoun ? [] : subject
      } else if subject.isEmpty, !hasAgent, !(isUnrelated && hasUnknownSubject) {
        filled[role] = carried.map(Self.carried)
      }
    }
    draft.actors = filled[.actor] ?? []
    // Nobody gives to himself.
    let names = Set(draft.actors.map(\.name))
    draft.recipients = (filled[.recipient] ?? []).filter {
      $0.mention == nil || !names.contains($0.name)
    }
  }

  /// 用户, 新生: who pays and is let off where 全免 stands behind the dues.
  private func isPerson(_ party: Event.Party) -> Bool {
    party.mention == nil && party.source == .subject
      && sentence.rules.signs.has(.personEnd, sentence.units[party.extent.end - 1])
  }

  /// 赶制棉衣3500件,由民兵送到灾民手中: who carries what somebody else gives.
  private var isByCarrier: Bool {
    guard !isFromEarlier, !carried.isEmpty, subject.isEmpty, frame.traits.contains(.passesOn),
      let first = before.first(where: { !tokens[$0].isLight }), tokens[first].isWord(.by)
    else { return false }
    let (start, end) = (tokens[verb].start, tokens[verb].end)
    return sentence.units[start..<end].contains { sentence.rules.signs.has(.carrying, $0) }
  }

  /// 艺人周某的|20件作品被甲馆买下: whose the things were that are bought.
  private var owner: Event.Party? {
    guard frame.traits.contains(.stake), frame.traits.contains(.onTheWay), subject.isEmpty,
      let first = before.first(where: { !tokens[$0].isLight }),
      let by = before.first(where: { tokens[$0].isWord(.by) }),
      case let start = first > before.lowerBound ? tokens[first - 1].end : start,
      case let text = sentence.units[start..<max(start, tokens[by].start)],
      let of = text.firstIndex(where: sentence.isOf), sentence.units[of + 1] != Mark.openTitle,
      let extent = sentence.trimmed(start, of),
      sentence.isPersonName(extent) || sentence.isTitledPerson(extent)
        || sentence.endsInParty(extent)
    else { return nil }
    return sentence.described(extent, .subject)
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
      if tokens[index].isWord(.plan) {
        // 向47家合作社授信1.1亿元,实际放款6800万元
        guard frame.traits.contains(.lender), !isPlanned(tokens[index]) else { return nil }
        continue
      }
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
        !ends(tokens[next]) || isInModifier(next, before: sentence.clauses[clause].lowerBound - 1)
      { next += 1 }
      // 对受灾的商户|延长还款期,免除罚息: what else was done for them stands behind.
      let sources: [Event.Source] = frame.traits.contains(.itemOfSum) ? [.to, .goal] : [.to]
      let found = sources.lazy.map { source in
        sentence.parties(
          (index + 1)..<next, from: tokens[index].end, to: tokens[next].start, source)
      }.first { !$0.isEmpty }
      if let found { return found }
      // 对市场内经营户|免收租金,减免金额5万元
      guard next == index + 1, let extent = sentence.trimmed(tokens[index].end, tokens[next].start),
        sentence.isUnnamed(extent, .to)
      else { return nil }
      return [sentence.described(extent, .to)]
    }
    return nil
  }

  /// 拟, 计划; not 授信, 累计.
  private func isPlanned(_ token: EventToken) -> Bool {
    sentence.units[token.start..<token.end].contains {
      sentence.rules.signs.has(.planned, $0)
    }
  }

  /// 来到甲学校,送去电脑20台; 走访慰问困难职工,发放慰问金: whom a clause before goes to see.
  private func visited() -> [Event.Party]? {
    guard frame.traits.contains(.passesOn) else { return nil }
    var earlier = clause
    while !sentence.isFirst(earlier), clause - earlier < Self.longestVisit {
      earlier -= 1
      if let found = visited(in: earlier) { return found }
      // 前者捐款3万元,后者捐款2万元: only over gifts to those who are visited; 为50名职工发放慰问金 names
      // others.
      let isGift = sentence.clauses[earlier].contains { tokens[$0].isWord(.verb) }
      if !isGift || sentence.clauses[earlier].contains(where: { tokens[$0].isWord(.to) }) {
        return nil
      }
    }
    return nil
  }

  /// So many clauses tell of one visit.
  private static let longestVisit = 2

  private func visited(in clause: Int) -> [Event.Party]? {
    let range = sentence.clauses[clause]
    let (start, end) = (sentence.places[clause].start, sentence.places[clause].end)
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
}
