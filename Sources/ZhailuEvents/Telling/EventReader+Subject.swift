// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Whom clauses and sentences without a verb of events are about, for those behind them.
extension EventReader {
  /// A sentence without a verb of events says whom the next one is about, if it begins with a body.
  mutating func noteTopic() {
    guard let (token, clause) = topic, let body = sentence.party(token, .subject),
      case .organization(let value) = sentence.mentions[token.payload].value, value.kind != .media
    else { return }
    subject = [body]
    noteSubject(of: clause)
  }

  /// The body that begins the sentence, or stands behind when it was: 近日,青禾公司走访….
  private var topic: (token: EventToken, clause: Int)? {
    var place = sentence.extent.start
    var clause = 0
    for token in sentence.tokens {
      guard token.start - place <= 2 else { return nil }
      if token.kind == .organization { return (token, clause) }
      guard token.isLight || token.kind == .comma else { return nil }
      if token.kind == .comma { clause += 1 }
      place = token.end
    }
    return nil
  }

  /// A clause without a verb of events may say who the next ones are about; one that says where figures are
  /// from tells of nobody.
  mutating func noteSubject(of clause: Int) {
    let reading = SubjectReading(sentence: sentence, clause: clause)
    if reading.isSource {
      (subject, earlier) = ([], [])
    } else if let found = reading.found() {
      let leaders = found.joins ? (subject.isEmpty ? earlier : subject) : []
      subject = leaders + found.parties
      if found.maySign { noteContract(of: clause) }
    }
  }

  /// A clause that begins with 该团伙 is about nobody that was named before, one with 他们 about no body.
  mutating func forgetSubject(before clause: Int) {
    if sentence.begins(clause, with: .stranger) {
      (subject, earlier, hasForgotten) = ([], [], true)
    } else if sentence.begins(clause, with: .thirdPerson) {
      subject.removeAll { $0.mention != nil }
      earlier.removeAll { $0.mention != nil }
      hasForgotten = true
    }
  }

  /// 甲与乙签约,出资10亿元: of who signs the first one goes on acting.
  mutating func noteContract(of clause: Int) {
    memory.contract = sentence.contract(in: clause, of: subject) ?? memory.contract
    subject = sentence.firstSide(of: subject, in: clause)
  }
}
