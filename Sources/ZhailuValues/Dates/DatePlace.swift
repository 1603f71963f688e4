// SPDX-License-Identifier: Apache-2.0

/// Where a date stands: the numbers of its paragraph and of its sentence in the article.
package struct DatePlace: Sendable {
  package var block: Int
  package var sentence: Int
  /// Whether it begins its paragraph.
  package var isFirst = false
  /// Whether it begins its sentence; or a later clause of it, behind a comma.
  package var leadsSentence = false
  package var leadsClause = false
  /// Whether it is all of its text, as a question is: 周日, 双十一. It looks back no farther than the
  /// beginning of this week or year.
  package var isAll = false
  /// Which clause and which phrase of the text it stands in, where that is known: clauses end at commas,
  /// phrases at commas and at 的.
  package var clause: Int?
  package var phrase: Int?
  /// Whether it stands in brackets that its sentence has opened: （2003年8月31日以前出生）.
  package var isBracketed = false
  package init(block: Int, sentence: Int, isFirst: Bool = false) {
    self.block = block
    self.sentence = sentence
    self.isFirst = isFirst
  }

  /// Whether a 的 of one clause divides it from what stands before: 2008年成立的合作社3月分红.
  func isDescribed(by before: DatePlace) -> Bool {
    guard let clause, let phrase, sentence == before.sentence else { return false }
    return clause == before.clause && phrase != before.phrase
  }

  /// Where the next paragraph begins.
  package var afterParagraph: DatePlace {
    DatePlace(block: block + 1, sentence: sentence + 1, isFirst: true)
  }
}

/// Something that a text told, and where.
struct Placed<Value: Sendable>: Sendable {
  let value: Value
  let place: DatePlace

  init(_ value: Value, at place: DatePlace) {
    self.value = value
    self.place = place
  }
}
