// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Gifts whose clause says only where they are from: 20万元善款来自甲公司, 最大一笔来自甲公司,为100万元.
extension EventReader {
  /// Whether the clause tells such a gift, and nothing else.
  mutating func readOrigin(_ clause: Int) -> Bool {
    let (range, place) = (sentence.clauses[clause], sentence.places[clause])
    guard
      let from = range.first(where: { sentence.isOrigin($0) }),
      let frame = sentence.rules.frames.first(where: {
        $0.traits.contains(.passesOn) && $0.needs == .given
      }), isOfGift(from, clause),
      let sum = range.first(where: { sentence.tokens[$0].kind == .amount && $0 < from })
        ?? sumBehind(clause),
      !range.contains(where: {
        sentence.tokens[$0].isWord(.plan) || $0 > from && !isOfParty(sentence.tokens[$0])
      })
    else { return false }
    let start = sentence.tokens[from].end
    let givers = sentence.givers(from + 1..<range.upperBound, from: start, to: place.end)
    guard givers.count == 1 else { return false }
    var event = Event(
      rule: frame.rule, kind: .donation, verb: sentence.tokens[from].extent, actors: givers,
      recipients: [])
    event.amount = sentence.tokens[sum].payload
    told.add([event], by: frame, in: clause)
    done = max(done, max(range.upperBound, sum + 1))
    return true
  }

  /// Nothing but who gave stands behind 来自.
  private func isOfParty(_ token: EventToken) -> Bool {
    switch token.kind {
    case .organization, .word(.party), .word(.place), .word(.body): true
    default: sentence.countsParties(token)
    }
  }

  /// Whether the clause, or what the sentence told before it, is of gifts.
  private func isOfGift(_ from: Int, _ clause: Int) -> Bool {
    let before = sentence.tokens[sentence.clauses[clause].lowerBound..<from]
    let isGift = before.contains {
      ($0.isWord(.verb) || $0.isWord(.money) || $0.isWord(.thing))
        && sentence.word($0).kind == .donation
    }
    return isGift || (told.all.last ?? told.heading)?.kind == .donation
  }

  /// 为100万元
  private func sumBehind(_ clause: Int) -> Int? {
    guard clause + 1 < sentence.clauses.count, !sentence.isFirst(clause + 1) else { return nil }
    let next = sentence.clauses[clause + 1]
    guard let sum = next.first(where: { sentence.tokens[$0].kind == .amount }),
      sentence.tokens[sum].start - sentence.places[clause + 1].start <= 2,
      sentence.tokens[sum].end == sentence.places[clause + 1].end
    else { return nil }
    return sum
  }
}
