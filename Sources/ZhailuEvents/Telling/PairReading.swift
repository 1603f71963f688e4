// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Somebody and a sum behind him.
struct PartySum {
  let parties: [Event.Party]
  /// The token of the sum.
  let sum: Int
  /// Whether each of the parties has the sum: 甲公司、乙公司各5万元.
  var isEach = false
  /// Whether the text says that they got it: 其中甲获得3万元.
  var isReceiver = false
}

/// Reads pairs of somebody and a sum that share the verb of an event before them, in prose, 乙50万元 behind
/// 甲捐款100万元, and in the lines of a list, 甲公司 10万元.
struct PairReading {
  private let sentence: EventSentence
  private let tokens: [EventToken]
  private let frame: EventFrame
  private let model: Event
  /// How far behind a body its sum may stand.
  private let reach: Int

  /// `frame` is that of the verb of `model`.
  init(sentence: EventSentence, like model: Event, _ frame: EventFrame, isListed: Bool) {
    self.sentence = sentence
    tokens = sentence.tokens
    self.frame = frame
    self.model = model
    reach = isListed ? 30 : 12
  }

  /// The pairs, up to what is neither somebody nor a sum nor a word between them.
  func pairs(from start: Int, to end: Int) -> [PartySum] {
    var pairs: [PartySum] = []
    var index = start
    while index < end {
      if tokens[index].kind == .organization {
        guard var pair = pair(at: index, upTo: end) else { break }
        pair.isReceiver = pair.isReceiver || receive(pair.parties, behind: start)
        pairs.append(pair)
        index = pair.sum
      } else if let group = group(at: index, upTo: end) {
        pairs.append(group)
        index = group.sum
      } else if frame.traits.contains(.passesOn), let person = person(before: index) {
        pairs.append(PartySum(parties: [person], sum: index))
      } else if !isBetweenPairs(tokens[index]) {
        break
      }
      index += 1
    }
    return pairs
  }

  /// 总工会下拨3000万元,其中甲市总工会1000万元; 向两家企业贷款6亿元,其中甲2亿元: parts of what one body hands out or lends go to others.
  private func receive(_ bodies: [Event.Party], behind start: Int) -> Bool {
    guard model.kind == .support || model.kind == .loan || model.kind == .payment,
      model.recipients.allSatisfy({ $0.mention == nil }), model.amount != nil,
      model.actors.count == 1, model.actors[0].mention != nil,
      let lead = tokens[start...].first(where: { $0.kind != .comma }),
      sentence.rules.signs[.portion].cover(sentence.units[lead.start..<lead.end])
    else { return false }
    return model.kind != .loan || !bodies.contains { sentence.isLender($0) }
  }

  private func isBetweenPairs(_ token: EventToken) -> Bool {
    token.isLight || token.kind == .comma || token.isWord(.party)
  }

  /// 甲公司、乙公司各5万元: bodies side by side, and the sum behind them.
  private func pair(at first: Int, upTo end: Int) -> PartySum? {
    let last = sentence.lastOfSame(first, upTo: end)
    var next = last + 1
    var isEach = false
    var isReceiver = false
    while next < end,
      tokens[next].isLight || tokens[next].kind == .comma || tokens[next].isWord(.worth)
        || tokens[next].isWord(.receive)
    {
      if tokens[next].isWord(.receive) { isReceiver = true }
      if tokens[next].isWord(.each) || tokens[next].isWord(.respectively) { isEach = true }
      next += 1
    }
    guard next < end, tokens[next].kind == .amount,
      tokens[next].start - tokens[last].end <= reach
    else { return nil }
    return PartySum(
      parties: sentence.group(endingAt: last, in: first..<end, .subject), sum: next,
      isEach: isEach, isReceiver: isReceiver && !model.actors.isEmpty)
  }

  /// 向死者家属每人发放20万元,|伤者|5万元: others of those who got it, described as the first ones are.
  private func group(at first: Int, upTo end: Int) -> PartySum? {
    guard model.kind == .support || model.kind == .payment, !model.recipients.isEmpty,
      !model.actors.isEmpty, model.recipients.allSatisfy({ $0.mention == nil }),
      first > 0, tokens[first - 1].kind == .comma || tokens[first - 1].kind == .semicolon,
      tokens[first].isWord(.party), case let start = tokens[first - 1].end,
      tokens[first].start - start <= Self.longestGroup
    else { return nil }
    let each = first + 1 < end && sentence.isEachParty(tokens[first + 1]) ? first + 1 : first
    guard each + 1 < end, tokens[each + 1].kind == .amount,
      tokens[each].start - tokens[first].end <= 0 || each == first,
      tokens[each + 1].start == tokens[each].end,
      let extent = sentence.trimmed(start, tokens[first].end)
    else { return nil }
    return PartySum(
      parties: [sentence.described(extent, .goal)], sum: each + 1, isReceiver: true)
  }

  /// 家庭困难的|高中生
  private static let longestGroup = 8

  /// 李秀英|300元, 村主任李勇|1500元: a person directly before a sum.
  private func person(before index: Int) -> Event.Party? {
    guard tokens[index].kind == .amount else { return nil }
    var start = sentence.extent.start
    var noun: EventToken?
    if index > 0 {
      let last = tokens[index - 1]
      (start, noun) = last.isWord(.party) ? (last.start, last) : (last.end, nil)
    }
    guard let extent = sentence.trimmed(start, tokens[index].start) else { return nil }
    let name = noun.flatMap { sentence.trimmed($0.end, extent.end) } ?? extent
    let (signs, last) = (sentence.rules.signs, sentence.units[extent.end - 1])
    // 高达 and 余款 begin as surnames do.
    guard sentence.isPersonName(name) || sentence.isTitledPerson(extent),
      !signs.has(.nounStop, last), !signs.has(.dueEnd, last)
    else { return nil }
    return sentence.described(extent, .subject)
  }
}
