// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What the sum behind the verb is for, where it stands before the verb.
extension ClauseReading {
  /// 将22套房卖给乙,价款4400万元; 地块由甲拿下,成交价9.8亿元: what the sum behind the verb is for
  /// stands before it.
  mutating func readPriced() {
    if frame.traits.contains(.passesOn) { return readWorth() }
    guard frame.traits.contains(.stake) else { return }
    var (first, stop) = (before.lowerBound, verb)
    if let moved = before.last(where: { tokens[$0].isWord(.moved) }) {
      first = moved + 1
    } else if let by = before.first(where: { tokens[$0].isWord(.by) }) {
      stop = by
    } else {
      return
    }
    let things = sentence.things(from: first, clause: clause, before: stop, frame)
    // 把虎骨卖掉,得款1.4万元; but not 把虎骨偷走卖掉.
    if things.list.isEmpty, stop == verb, let noun = movedNoun(behind: first - 1),
      case let place = noun.extent.start,
      place == tokens[first - 1].end || sentence.isOf(sentence.units[place - 1])
    {
      given.list[0].item = noun
    }
    // 汽车6辆、电脑140台由甲买走,价款98万元: what several things cost is the price of none.
    if things.list.count > 1, things.list.allSatisfy({ $0.amount == nil && $0.quantity != nil }) {
      given.list = things.list
      return
    }
    if things.list.isEmpty, parties[.by]?.isEmpty == false { return readMovedEarlier(stop) }
    price(things)
  }

  /// The sum is what one thing costs.
  private mutating func price(_ things: GivenThings) {
    guard things.list.count == 1, things.list[0].amount == nil else { return }
    given.list[0].quantity = things.list[0].quantity
    given.list[0].item = things.list[0].item
  }

  /// 甲将全部股权挂牌,由乙以5亿元受让: what the clause before moves.
  private mutating func readMovedEarlier(_ by: Int) {
    guard !sentence.isFirst(clause), isFirstWord(by), subject.isEmpty,
      let moved = sentence.clauses[clause - 1].last(where: { tokens[$0].isWord(.moved) })
    else { return }
    let upper = sentence.clauses[clause].lowerBound - 1
    price(
      sentence.things(
        from: moved + 1, clause: clause - 1, before: upper, frame, takesParties: true))
  }

  /// 帐篷50顶由甲捐赠,价值10万元; 将电脑20台捐给乙,价值10万元: what is worth that much stands before the verb.
  private mutating func readWorth() {
    guard given.isWorth else { return }
    let worth = given
    if let moved = before.last(where: { tokens[$0].isWord(.moved) }) {
      given = sentence.things(from: moved + 1, clause: clause, before: verb, frame)
    } else if let by = before.first(where: { tokens[$0].isWord(.by) }) {
      readBefore(by)
    }
    if given.list.isEmpty {
      given = worth
    } else if given.list.count == 1, given.list[0].amount == nil {
      given.list[0].amount = worth.list[0].amount
    }
    given.end = max(given.end, worth.end)
  }
}
