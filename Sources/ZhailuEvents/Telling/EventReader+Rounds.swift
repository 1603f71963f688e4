// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A round of financing, which those who invest may be told of behind it: 甲完成3亿元A轮融资,由乙领投,丙跟投.
struct FinancingRound {
  let firms: [Event.Party]
  let sum: Int?
  let date: Int?
  /// The place of its word.
  let verb: Extent
  /// Its event, once somebody is known who invested.
  var event: Int?
}

extension EventReader {
  /// Reads a clause that tells of a round of financing or of who invested in it. Whether it is one.
  mutating func readRound(_ clause: Int) -> Bool {
    guard let (word, raised) = financing(in: clause) else {
      guard memory.round != nil, let backers = backers(in: clause), !backers.isEmpty else {
        return false
      }
      return back(by: backers, clause)
    }
    let range = sentence.clauses[clause]
    let sum = range.last { sentence.tokens[$0].kind == .amount }
    let date = range.first {
      sentence.tokens[$0].kind == .date && sentence.tokens[$0].start < raised
    }
    let firms = firms(before: raised, in: clause)
    if !firms.isEmpty { subject = firms }
    memory.round = FinancingRound(
      firms: subject.isEmpty ? earlier : subject, sum: sum.map { sentence.tokens[$0].payload },
      date: date.map { sentence.tokens[$0].payload }, verb: word)
    done = max(done, range.upperBound)
    let stop = sum.map { min(sentence.tokens[$0].start, word.start) } ?? word.start
    let givers = investors(from: raised, to: stop, clause)
    return givers.isEmpty ? true : back(by: givers, clause)
  }

  /// 融资 at the end of a clause or before its sum, and where the word ends that says that it was got; no plan.
  private func financing(in clause: Int) -> (word: Extent, raised: Int)? {
    let (range, place) = (sentence.clauses[clause], sentence.places[clause])
    let signs = sentence.rules.signs
    let text = sentence.units[place.range]
    guard signs[.financing].place(in: text) != nil,
      !range.contains(where: { sentence.tokens[$0].isWord(.plan) || sentence.isFuture($0) }),
      let start = text.indices.last(where: { signs[.financing].begin(text[$0...]) }),
      case let word = Extent(start, start + signs[.financing].length(at: text[start...])),
      word.end == place.end
        || range.contains(where: {
          sentence.tokens[$0].kind == .amount && sentence.tokens[$0].start == word.end
        }),
      let got = signs[.raised].place(in: text[..<start])
    else { return nil }
    return (word, got + signs[.raised].length(at: text[got...]))
  }

  private func firms(before place: Int, in clause: Int) -> [Event.Party] {
    let range = sentence.clauses[clause].filter { sentence.tokens[$0].end <= place }
    guard let body = range.last(where: { sentence.tokens[$0].kind == .organization }) else {
      return unnamedFirm(before: place, in: clause).map { [$0] } ?? []
    }
    return sentence.party(sentence.tokens[body], .subject).map { [$0] } ?? []
  }

  /// 上海的|曦动半导体|获5000万元融资, “锐成芯”完成融资: a firm that no lexicon has.
  private func unnamedFirm(before place: Int, in clause: Int) -> Event.Party? {
    let (start, signs) = (sentence.places[clause].start, sentence.rules.signs)
    let length = signs[.raised].length(endOf: sentence.units[start..<place])
    let tokens = sentence.tokens[sentence.clauses[clause]].filter { $0.end <= place - length }
    guard tokens.allSatisfy({ $0.isLight || $0.isWord(.place) || $0.isWord(.party) }) else {
      return nil
    }
    var end = place - length
    for token in tokens.reversed() where token.isLight && token.end == end { end = token.start }
    let text = sentence.units[start..<max(start, end)]
    if text.last == Mark.closeQuote,
      let open = text.lastIndex(of: Mark.openQuote),
      (2...Self.longestFirm).contains(end - 2 - open)
    {
      return sentence.described(Extent(open + 1, end - 1), .subject)
    }
    let first = text.lastIndex(where: sentence.isOf).map { $0 + 1 } ?? start
    guard (3...Self.longestFirm).contains(end - first),
      sentence.units[first..<end].allSatisfy({
        CharacterClass.of($0).meets([.han, .latin]) && !signs.has(.nounStop, $0)
      }), !tokens.contains(where: { $0.start >= first && $0.isLight })
    else { return nil }
    return sentence.described(Extent(first, end), .subject)
  }

  private static let longestFirm = 10

  /// Who stands before 领投 or behind 投资方为.
  private func backers(in clause: Int) -> [Event.Party]? {
    let place = sentence.places[clause]
    let (text, signs) = (sentence.units[place.range], sentence.rules.signs)
    if let mark = signs[.backers].place(in: text) {
      let start = mark + signs[.backers].length(at: text[mark...])
      return investors(from: start, to: place.end, clause)
    }
    guard let mark = signs[.backing].place(in: text) else { return nil }
    return investors(from: place.start, to: mark, clause)
  }

  /// The bodies in a stretch, which is nothing but their names and words of no weight.
  private func investors(from start: Int, to end: Int, _ clause: Int) -> [Event.Party] {
    let known = Set((memory.round?.firms ?? []).map(\.name))
    return sentence.clauses[clause].compactMap { index in
      let token = sentence.tokens[index]
      guard token.start >= start, token.end <= end else { return nil }
      return sentence.party(token, .by).flatMap { known.contains($0.name) ? nil : $0 }
    }
  }

  /// Makes the event of the round, or adds to those who act in it.
  private mutating func back(by backers: [Event.Party], _ clause: Int) -> Bool {
    guard var round = memory.round, round.sum != nil else { return true }
    if let event = round.event, event < told.all.count {
      let names = Set(told.all[event].actors.map(\.name))
      told.all[event].actors += backers.filter { !names.contains($0.name) }
    } else if let frame = sentence.rules.frames.first(where: { $0.traits.contains(.rounds) }) {
      var event = Event(
        rule: frame.rule, kind: .investment, verb: round.verb, actors: backers,
        recipients: round.firms.filter { firm in !backers.contains { $0.name == firm.name } })
      (event.amount, event.date) = (round.sum, round.date)
      round.event = told.all.count
      memory.round = round
      told.add([event], by: frame, in: clause)
    }
    if !round.firms.isEmpty { subject = round.firms }
    done = max(done, sentence.clauses[clause].upperBound)
    return true
  }
}
