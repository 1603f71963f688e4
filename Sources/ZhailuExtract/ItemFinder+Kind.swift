// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// The kind of thing that a measure word counts, where it says so: 名 persons, 家 bodies, 辆 vehicles.
enum CountedKind {
  case person, body, vehicle, machine

  /// The kind of the unit whose last character has these signs.
  init?(_ signs: ItemSign) {
    if signs.contains(.personUnit) {
      self = .person
    } else if signs.contains(.bodyUnit) {
      self = .body
    } else if signs.contains(.vehicleUnit) {
      self = .vehicle
    } else if signs.contains(.machineUnit) {
      self = .machine
    } else {
      return nil
    }
  }

  /// What nouns of the kind end in, beside those that are known by themselves.
  var end: ItemSign {
    switch self {
    case .person: .personEnd
    case .body: .bodyEnd
    case .vehicle: .vehicleEnd
    case .machine: .machineEnd
    }
  }
}

extension ItemFinder {
  private static let farthest = 12

  /// The last noun of the kind that the unit counts, before anything else is said of it.
  ///
  /// What stands before it may be nouns, qualities and verbs that go with it (下岗职工, 电热水器); behind
  /// a preposition only a noun after 的 counts: 4000名来自世界各地的选手, and nothing in 3名由学校聘用.
  func noun(of kind: CountedKind, after place: Int) -> Extent? {
    var next = place
    var found: Extent?
    var isClause = false
    var hasVerb = false
    for _ in 0..<Self.farthest {
      guard let word = word(at: next) else { break }
      if isNumber(word) {
        // 30位80岁以上老人, 200户年收入低于5000元的农户.
        guard found == nil else { break }
        next = endOfMeasure(at: word)
        continue
      }
      // 8家A股上市公司.
      let character = CharacterClass.of(units[word.start])
      if character.contains(.latin), found == nil {
        next = word.end
        continue
      }
      // 3家与书报、期刊有关的企业.
      if isClause, isJoint(word) {
        next = word.end
        continue
      }
      guard character.contains(.han) else { break }
      next = word.end
      if word.count == 1, has(.of, at: word.start) {
        if found != nil, !hasVerb { break }
        isClause = false
        hasVerb = false
      } else if fits(word, kind), word.start == place || !taken[word.start] {
        if !isClause { found = word }
      } else if !isClause, let body = shortBody(word, kind, after: place) {
        found = body
      } else if found != nil, !hasVerb || !has(.of, at: min(next, units.count - 1)) {
        guard isNoun(word) else { break }
      } else if isBound(word) || found == nil && kind == .person && isJoint(word) {
        // 600名洛杉矶和加州各界人士.
        continue
      } else if isGrammar(word) {
        isClause = true
        hasVerb = true
      } else if wordClass(word) == .verb {
        hasVerb = true
      }
    }
    return found
  }

  func isJoint(_ word: Extent) -> Bool {
    word.count == 1 && has(.joiner, at: word.start)
  }

  /// 鞋企, 药企, of which the segmenter makes two words.
  private func shortBody(_ word: Extent, _ kind: CountedKind, after place: Int) -> Extent? {
    guard kind == .body, word.count == 1, word.start > place, word.end - place < 5,
      has(.firmEnd, at: word.start), let before = words.word(endingAt: word.start),
      before.count == 1, !isGrammar(before)
    else { return nil }
    return Extent(before.start, word.end)
  }

  func fits(_ word: Extent, _ kind: CountedKind) -> Bool {
    switch classOfEnd(word) {
    case .person:
      kind == .person || kind == .body && has(.traderEnd, at: word.end - 1)
    case .body: kind == .body
    case .verb, .act, .quality, .rate: false
    case .noun: has(kind.end, at: word.end - 1)
    case .unknown:
      word.count > 1 && has(kind.end, at: word.end - 1) && !beginsAsGrammar(word)
    }
  }
}
