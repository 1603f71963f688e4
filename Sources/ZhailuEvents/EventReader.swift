// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads one sentence into events, verb by verb.
struct EventReader {
  let sentence: EventSentence
  /// Who the sentence before was about, and who else it named.
  private let earlier: [Event.Party]
  private let known: [Event.Party]
  /// Who this one is about, as far as it is read.
  var subject: [Event.Party] = []
  var events: [Event] = []
  private(set) var refusals: [Refusal] = []
  /// Tokens before this one belong to events already read.
  var done = 0
  /// The verb that another one took for its kind.
  private var taken = 0..<0
  /// The events of the last verb that made some, its clause and its frame.
  var last: (events: Range<Int>, clause: Int, frame: EventFrame)?
  /// A sum that an earlier clause brought up for this one, 出资260万元,买下…: its event, its clause.
  var funds: (event: Int, clause: Int)?
  /// How many of the events have been looked at for goods on their way: they are given on once.
  var passed = 0

  init(sentence: EventSentence, earlier: [Event.Party], known: [Event.Party] = []) {
    self.sentence = sentence
    self.earlier = earlier
    self.known = known
  }

  mutating func read() {
    for clause in sentence.clauses.indices {
      var hasVerb = false
      for index in sentence.clauses[clause]
      where !taken.contains(index) && index >= done && sentence.tokens[index].isWord(.verb) {
        read(verb: index, clause: clause, isLater: hasVerb)
        hasVerb = true
      }
      if hasVerb {
        readEllipsis(from: done, to: sentence.clauses[clause].upperBound)
      } else if !readEllipsis(
        from: sentence.clauses[clause].lowerBound, to: sentence.clauses[clause].upperBound)
      {
        readBeneficiaries(of: clause)
        noteSubject(of: clause)
      }
    }
    bindShares()
    dropTotals()
  }

  private mutating func read(verb index: Int, clause: Int, isLater: Bool) {
    let token = sentence.tokens[index]
    let word = sentence.word(token)
    let frame = sentence.rules.frames[word.frame]
    var kind = word.kind
    let range = sentence.clauses[clause]
    var skipped = 0..<0
    if word.isLight, let next = nextVerb(after: index, range) {
      kind = sentence.word(sentence.tokens[next.upperBound - 1]).kind
      skipped = next
    } else if word.isLight, kind == "support", isOfLoan(index) {
      kind = "loan"
    }
    func refuse(_ reason: Refusal.Reason) {
      refusals.append(
        Refusal(verb: token.extent, rule: frame.rule, kind: kind, reason: reason))
    }
    if let reason = veto(index, range, kind) {
      if !isLater, let own = ownSubject(index, clause), !own.isEmpty {
        subject = own
        if isSigned(clause) { keepFirstSide() }
      }
      return refuse(reason)
    }
    if word.isLight, kind == "support",
      range.contains(where: { $0 < index && sentence.tokens[$0].isWord(.free) })
    {
      kind = "donation"
    }
    var clauseReading = ClauseReading(
      sentence: sentence, clause: clause, verb: index, frame: frame,
      done: max(done, range.lowerBound),
      carried: isLater ? subject : (subject.isEmpty ? earlier : subject), known: known,
      isFromEarlier: !isLater && subject.isEmpty, isLater: isLater)
    clauseReading.read(skipping: skipped)
    if !clauseReading.subject.isEmpty { subject = clauseReading.subject }
    var draft = clauseReading.draft(kind: kind)
    if passOn(draft, frame, clauseReading.areThingsEarlier) { return }
    if clauseReading.subject.isEmpty, complete(draft, frame, clause) {
      done = max(done, clauseReading.endOfThings)
      return
    }
    let before = (events, funds)
    /// The event of the money stays where this verb makes none.
    func giveUp(_ reason: Refusal.Reason) {
      (events, funds) = before
      refuse(reason)
    }
    takeFunds(&draft, clause)
    if frame.traits.contains(.stake), isStake(draft) { draft.kind = "acquisition" }
    if draft.kind == "acquisition", isGoods(draft) { draft.kind = "purchase" }
    nameFirm(&draft, frame, index)
    if frame.traits.contains(.funds), isPublic(draft) { draft.kind = "support" }
    guard draft.has(frame.needs) else { return giveUp(.nothing) }
    guard !draft.actors.isEmpty || !draft.recipients.isEmpty || frame.needs == .body else {
      return giveUp(.nobody)
    }
    if clauseReading.isReceiving, draft.actors.isEmpty { return giveUp(.nobody) }
    if !skipped.isEmpty { taken = skipped }
    done = max(done, clauseReading.endOfThings)
    let made = draft.events()
    if frame.traits.contains(.funds), made.count == 1, made[0].amount != nil {
      funds = (events.count, clause)
    }
    last = (events.count..<events.count + made.count, clause, frame)
    events += made
  }

  /// 购买…2.5%的股份: shares of a firm, by the word that stands there as the item.
  private func isStake(_ draft: EventDraft) -> Bool {
    guard draft.kind == "purchase", let item = draft.things.first?.item else { return false }
    return sentence.tokens.contains { $0.isWord(.stake) && $0.extent == item.extent }
  }

  /// 收购玉米300吨: goods by their weight are no shares.
  private func isGoods(_ draft: EventDraft) -> Bool {
    guard let mention = draft.things.first?.quantity,
      case .quantity(let value) = sentence.mentions[mention].value
    else { return false }
    return value.dimension == "mass" || value.dimension == "volume"
  }

  /// 市财政拿出3200万元: public money supports, it does not invest.
  private func isPublic(_ draft: EventDraft) -> Bool {
    guard let actor = draft.actors.first, actor.mention == nil else { return false }
    return sentence.tokens.contains { token in
      token.end == actor.extent.end && token.isWord(.party)
        && sentence.word(token).meaning == .state
    }
  }

  private func nextVerb(after index: Int, _ range: Range<Int>) -> Range<Int>? {
    var next = index + 1
    while next < range.upperBound {
      let token = sentence.tokens[next]
      if token.isWord(.verb) { return sentence.word(token).isLight ? nil : noun(from: next, range) }
      if token.isPreposition || token.isWord(.receive) || token.isWord(.goal) { return nil }
      next += 1
    }
    return nil
  }

  /// 农机购置补贴, 出口信贷: of verbs side by side in a noun the last is what it is.
  private func noun(from index: Int, _ range: Range<Int>) -> Range<Int> {
    var last = index
    while last + 1 < range.upperBound, sentence.tokens[last + 1].isWord(.verb),
      sentence.tokens[last + 1].start == sentence.tokens[last].end,
      !sentence.word(sentence.tokens[last + 1]).isLight
    { last += 1 }
    return index..<last + 1
  }

  /// 办理委托贷款,其中向甲发放2600万元: what is handed out is the loan before.
  private func isOfLoan(_ index: Int) -> Bool {
    let before = sentence.tokens[..<index].last { $0.isWord(.verb) }
    return before.map { sentence.word($0).kind == "loan" } ?? false
  }

  private func ownSubject(_ index: Int, _ clause: Int) -> [Event.Party]? {
    var reading = ClauseReading(
      sentence: sentence, clause: clause, verb: index, frame: sentence.rules.frames[0],
      done: max(done, sentence.clauses[clause].lowerBound), carried: [], isLater: false)
    reading.readSubject()
    return reading.subject
  }

  /// What speaks against an event at this verb.
  private func veto(_ index: Int, _ range: Range<Int>, _ kind: String) -> Refusal.Reason? {
    let tokens = sentence.tokens
    // 捐款|名单, but 抽查了|市场上的菜.
    if index + 1 < range.upperBound, tokens[index + 1].isWord(.noun),
      tokens[index + 1].start == tokens[index].end,
      sentence.units[tokens[index].end - 1] != 0x4E86
    {
      return .noun
    }
    for before in range.lowerBound..<index {
      if tokens[before].isWord(.plan), isOf(kind, tokens[before]) { return .plan }
      if tokens[before].isWord(.not), tokens[index].start - tokens[before].end <= 6 {
        return .negation
      }
      // 将投资, but 将80万元捐给.
      if tokens[before].isWord(.moved), tokens[before + 1].start == tokens[before].end,
        before == index - 1 || tokens[before + 1].isPreposition
      {
        return .plan
      }
    }
    // 用这笔贷款中的800万元添置设备: what was lent pays.
    if sentence.word(tokens[index]).weight == .noun, index > range.lowerBound,
      tokens[index - 1].isWord(.via), tokens[index].start - tokens[index - 1].end <= 4,
      (index + 1..<range.upperBound).contains(where: { tokens[$0].isWord(.verb) })
    {
      return .noun
    }
    if isMoney(index), !(range.lowerBound..<index).contains(where: { tokens[$0].isWord(.receive) })
    {
      return .noun
    }
    if isPurpose(index) || isPlannedBefore(index) { return .plan }
    // 铁西国资的借款: a noun.
    if tokens[index].start > 0, sentence.units[tokens[index].start - 1] == 0x7684,
      !(range.lowerBound..<index).contains(where: {
        tokens[$0].isWord(.receive) || isDoneTo(tokens[$0])
      })
    {
      return .noun
    }
    // 捐款2000万元的承诺, 承诺 behind it; 捐赠协议.
    if index + 1 < range.upperBound, tokens[index + 1].isWord(.plan),
      tokens[index + 1].start == tokens[index].end
    {
      return .plan
    }
    return nil
  }

  /// 补助资金, which is an event only of who got it: 获省林业厅补助资金75万元.
  private func isMoney(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    let last = sentence.units[token.end - 1]
    return sentence.word(token).weight == .noun && token.end - token.start >= 3
      && (last == 0x91D1 || last == 0x6B3E)  // 金 款
  }

  /// 贷款90万元,用于购置收割机: what for, which need not have come true.
  private func isPurpose(_ index: Int) -> Bool {
    guard let clause = sentence.clauses.firstIndex(where: { $0.contains(index) }), clause > 0,
      sentence.rules.frames[sentence.word(sentence.tokens[index]).frame].traits.contains(.onTheWay)
    else { return false }
    let place = sentence.places[clause]
    return place.count > 2 && sentence.units[place.start] == 0x7528  // 用于
      && sentence.units[place.start + 1] == 0x4E8E
  }

  /// 拟以自有资金2亿元,受让…: the verb goes on where the clause before says that it is a plan.
  private func isPlannedBefore(_ index: Int) -> Bool {
    guard let clause = sentence.clauses.firstIndex(where: { $0.contains(index) }), clause > 0,
      sentence.tokens[index].start - sentence.places[clause].start <= 1
    else { return false }
    let before = sentence.clauses[clause - 1]
    return before.contains {
      sentence.tokens[$0].isWord(.plan) && sentence.word(sentence.tokens[$0]).kind.isEmpty
    }
      && !before.contains { sentence.tokens[$0].isWord(.verb) }
  }

  /// 累计 speaks only against gifts; most words against all kinds.
  private func isOf(_ kind: String, _ token: EventToken) -> Bool {
    let own = sentence.word(token).kind
    return own.isEmpty || own == kind
  }

  /// 完成对地中海俱乐部的收购: behind 的 stands what was done.
  private func isDoneTo(_ token: EventToken) -> Bool {
    guard token.isWord(.to), sentence.units[token.start] == 0x5BF9, token.start > 0 else {
      return false  // 对
    }
    let before = sentence.units[token.start - 1]
    return before == 0x6210 || before == 0x4E86 || before == 0x884C  // 成 了 行
  }
}
