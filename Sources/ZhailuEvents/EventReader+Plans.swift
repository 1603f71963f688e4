// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What is only planned, ordered, or comes again and again, by the clause and those before it.
extension EventReader {
  /// 将联合组成检查组,对28所学校进行抽查: a clause that goes on with a plan, without a subject of its
  /// own, a date, or a word that it was done.
  mutating func goesOnPlanning(_ index: Int, _ clause: Int, _ isLater: Bool) -> Bool {
    guard let planned, clause - planned <= 1, !sentence.isFirst(clause) else { return false }
    if planned == clause { return !isDone(index, clause) }
    let before = sentence.clauses[clause].lowerBound..<index
    let tellsAnew = before.contains { place in
      let token = sentence.tokens[place]
      return token.kind == .date || token.isWord(.lead) || token.isWord(.by)
    }
    return !isLater && !isDone(index, clause) && !tellsAnew && ownSubject(index, clause).isEmpty
  }

  /// 已支付, 曾捐款, 捐了.
  private func isDone(_ index: Int, _ clause: Int) -> Bool {
    let tokens = sentence.tokens
    let signs = sentence.rules.signs
    if signs.finished.contains(sentence.units[tokens[index].end - 1]) { return true }
    return (sentence.clauses[clause].lowerBound..<index).contains { place in
      guard tokens[place].isWord(.adverb) else { return false }
      return sentence.units[tokens[place].start..<tokens[place].end]
        .contains(where: signs.done.contains)
    }
  }

  /// Whether what the veto of a plan saw goes on behind the clause: 拟, 计划, 承诺, not 累计 nor 是否.
  func isOpenPlan(_ index: Int, _ clause: Int) -> Bool {
    sentence.clauses[clause].contains { place in
      guard place < index else { return false }
      let token = sentence.tokens[place]
      return isFuture(place)
        || token.isWord(.plan)
          && sentence.units[token.start..<token.end]
            .contains(where: sentence.rules.signs.planned.contains)
    }
  }

  /// 将联合组成检查组: a clause without a verb of events that tells what will be.
  func tellsFuture(of clause: Int) -> Bool {
    sentence.clauses[clause].contains { isFuture($0) }
  }

  /// 将投资, 将联合检查, 将对商户抽查; not 将80万元捐给.
  func isFuture(_ index: Int) -> Bool {
    let tokens = sentence.tokens
    guard tokens[index].isWord(.moved), index + 1 < tokens.count,
      tokens[index + 1].start == tokens[index].end,
      sentence.rules.signs.futures.contains(sentence.units[tokens[index].start])
    else { return false }
    let next = tokens[index + 1]
    if next.isPreposition { return true }
    if movesThings(index) { return false }
    switch next.kind {
    case .word(.adverb), .word(.joint), .word(.free), .word(.each), .word(.respectively):
      return true
    default: return false
    }
  }

  /// 将首批筹得的300万元汇给, 将全部物资送到: what is moved stands before the verb.
  private func movesThings(_ index: Int) -> Bool {
    let tokens = sentence.tokens
    var hasThing = false
    for next in index + 1..<tokens.count {
      switch tokens[next].kind {
      case .amount, .quantity, .word(.thing):
        // 将联合组成3个组: a verb that no lexicon has.
        let start = tokens[next].start
        guard tokens[next - 1].end == start || sentence.isOf(sentence.units[start - 1]) else {
          return false
        }
        hasThing = true
      case .comma, .semicolon: return false
      case .word(.verb):
        if hasThing { return true }
        guard sentence.isAttributive(next) || sentence.isNominal(next) else { return false }
      default: if tokens[next].isPreposition || tokens[next].isWord(.plan) { return false }
      }
    }
    return false
  }

  /// 判决如下:一、甲公司支付货款5万元: behind the colon stands what is to be done.
  func isOrdered(_ clause: Int) -> Bool {
    for earlier in (0..<clause).reversed() {
      let place = sentence.places[earlier]
      guard sentence.units[place.end] == Mark.colon else { continue }
      if sentence.rules.phrases.orders.place(in: sentence.units[place.start..<place.end]) != nil {
        return true
      }
    }
    return false
  }

  /// 每年补助5万元: what comes again is no single gift.
  func isHabit(_ kind: EventKind, _ index: Int, _ clause: Int) -> Bool {
    guard kind.isSingle else { return false }
    return (sentence.clauses[clause].lowerBound..<index).contains { place in
      let token = sentence.tokens[place]
      // 以每日600元租用: the rate is none.
      guard token.kind == .date, sentence.tokens[place + 1].kind != .amount,
        case .date(let value) = sentence.mentions[token.payload].value
      else { return false }
      return value.kind == .set
    }
  }
}
