// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Subjects behind what is told of them, and beside bodies that are known.
extension ClauseReading {
  /// 在汉口经营茶行的罗会坦|捐款3000元: a person behind where he is, which begins the clause.
  var personElsewhere: Extent? {
    guard let via = before.first, tokens[via].start == start,
      tokens[via].isWord(.via) || tokens[via].isWord(.from) && tokens[via].extent.count > 1,
      let of = sentence.units[start..<tokens[verb].start].lastIndex(where: sentence.isOf),
      of - start > 2,
      case let stop = before.first(where: {
        tokens[$0].start > of && (tokens[$0].isPreposition || tokens[$0].isLight)
      }) ?? verb,
      let name = sentence.trimmed(of + 1, tokens[stop].start), name.start == of + 1,
      name.count == 3 && sentence.isPersonName(name) || sentence.isTitledPerson(name)
    else { return nil }
    return Extent(start, name.end)
  }

  /// 由甲集团投资的|乙公司|捐款5万元: the verb before 的 of what says which body the subject is.
  var endOfTold: Int? {
    guard let by = before.first, tokens[by].isWord(.by), tokens[by].start - start <= 1,
      let told = (by + 1..<verb).first(where: { tokens[$0].isWord(.verb) }),
      sentence.isAttributive(told), told + 1 < verb, tokens[told + 1].kind == .organization,
      tokens[told + 1].start - tokens[told].end <= 1
    else { return nil }
    return told
  }

  /// 天津一机床、中环电机厂|各赞助8万元: bodies that nothing knows, beside one that is known.
  mutating func joinBodies(_ range: Range<Int>, from start: Int) {
    guard isEach || isRespective || isJoint, subject.count == 1, let body = subject.first,
      body.mention != nil, body.extent.end <= tokens[verb].start,
      body.extent.start - start > 2,
      sentence.units[body.extent.start - 1] == Mark.enumerationComma
    else { return }
    let text = sentence.units[start..<body.extent.start - 1]
    let first = text.lastIndex(where: sentence.isOf).map { $0 + 1 } ?? start
    let parts = text[first...].split(separator: Mark.enumerationComma)
      .map { Extent($0.startIndex, $0.endIndex) }
    guard parts.allSatisfy({ isName($0, range) }) else { return }
    subject.insert(contentsOf: parts.map { sentence.described($0, .subject) }, at: 0)
  }

  /// Whether a stretch may be the name of a body: Chinese characters, none of which ends a noun.
  private func isName(_ extent: Extent, _ range: Range<Int>) -> Bool {
    (3...12).contains(extent.count)
      && sentence.units[extent.range].allSatisfy {
        CharacterClass.of($0).meets(.han) && !sentence.rules.signs.has(.nounStop, $0)
      }
      && !range.contains {
        extent.contains(tokens[$0].extent) && tokens[$0].kind != .word(.place)
          && tokens[$0].kind != .word(.body) && tokens[$0].kind != .word(.party)
          && (tokens[$0].kind != .word(.thing) || tokens[$0].extent == extent)
      }
  }
}
