// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Verbs that make no event, and what they leave to those behind them all the same.
extension EventReader {
  /// Whether something speaks against an event at a verb. What the clause says of who acts counts
  /// for the next ones all the same.
  mutating func isVetoed(
    _ verb: Int, _ clause: Int, _ kind: EventKind, _ isLater: Bool
  ) -> Bool {
    let veto = VerbVeto(sentence: sentence, verb: verb, clause: clause, kind: kind)
    if let reason = veto.reason {
      if reason == .plan, sentence.isOpenPlan(verb, clause) {
        memory.planned = clause
        memory.isOrdered = isOrder(clause)
      }
      if !isLater, case let own = ownSubject(verb, clause), !own.isEmpty {
        subject = own
        noteContract(of: clause)
      }
      refuse(reason, at: verb, kind)
      return true
    }
    guard goesOnPlanning(verb, clause, isLater) else { return false }
    memory.planned = clause
    refuse(.plan, at: verb, kind)
    return true
  }

  /// 将联合组成检查组,对28所学校进行抽查: a clause that goes on with a plan, without a subject of its
  /// own, a date, or a word that it was done.
  private func goesOnPlanning(_ verb: Int, _ clause: Int, _ isLater: Bool) -> Bool {
    guard let planned = memory.planned, clause - planned <= 1, !sentence.isFirst(clause) else {
      return false
    }
    if planned == clause || memory.isOrdered { return !sentence.isDone(verb, clause) }
    let before = sentence.tokens[sentence.clauses[clause].lowerBound..<verb]
    let tellsAnew = before.contains { $0.kind == .date || $0.isWord(.lead) || $0.isWord(.by) }
    return !isLater && !sentence.isDone(verb, clause) && !tellsAnew
      && ownSubject(verb, clause).isEmpty
  }

  /// 判令甲赔偿2000元,乙承担连带责任,并支付诉讼费50元: a clause in which nothing is paid.
  func goesOnOrdering(_ clause: Int) -> Bool {
    guard let planned = memory.planned, clause == planned + 1, !sentence.isFirst(clause) else {
      return false
    }
    return memory.isOrdered
  }

  /// 判令甲赔偿2000元,由乙赔偿200元: behind an order of a court stand others, to whomever.
  func isOrder(_ clause: Int) -> Bool {
    sentence.rules.signs[.order].place(in: sentence.units[sentence.places[clause].range]) != nil
  }

  mutating func refuse(_ reason: Refusal.Reason, at verb: Int, _ kind: EventKind) {
    let token = sentence.tokens[verb]
    let rule = sentence.frame(token).rule
    refusals.append(Refusal(verb: token.extent, rule: rule, kind: kind, reason: reason))
  }

  /// Who stands before a verb that tells no event.
  private func ownSubject(_ verb: Int, _ clause: Int) -> [Event.Party] {
    let place = VerbPlace(
      verb: verb, clause: clause, done: max(done, sentence.clauses[clause].lowerBound),
      isLater: false)
    let earlier = Antecedents(
      carried: subject.isEmpty ? earlier : subject, known: [], topics: topics,
      isFromEarlier: false)
    var reading = ClauseReading(
      sentence: sentence, at: place, frame: sentence.rules.frames[0], earlier: earlier)
    reading.readSubject()
    return reading.subject
  }
}
