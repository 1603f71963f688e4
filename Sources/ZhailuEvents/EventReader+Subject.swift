// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Whom clauses and sentences without a verb of events are about, for those behind them.
extension EventReader {
  /// A sentence without a verb of events says whom the next one is about, if it begins with a body.
  mutating func noteTopic() {
    guard let token = sentence.tokens.first, token.kind == .organization,
      token.start - sentence.extent.start <= 2, let body = sentence.party(token, .subject),
      case .organization(let value) = sentence.mentions[token.payload].value, value.kind != .media
    else { return }
    subject = [body]
    noteSubject(of: 0)
  }

  /// A clause without a verb of events may say who the next ones are about; one that says where figures are
  /// from tells of nobody.
  mutating func noteSubject(of clause: Int) {
    let reading = SubjectReading(sentence: sentence, clause: clause)
    if reading.isSource {
      (subject, earlier) = ([], [])
    } else if let found = reading.found() {
      subject = found.parties
      if found.maySign { noteContract(of: clause) }
    }
  }

  /// 甲与乙签约,出资10亿元: of who signs the first one goes on acting.
  mutating func noteContract(of clause: Int) {
    memory.contract = sentence.contract(in: clause, of: subject) ?? memory.contract
    subject = sentence.firstSide(of: subject, in: clause)
  }
}
