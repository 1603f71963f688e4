// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// A place in a list, which goes on over what it takes.
struct ListCursor {
  let sentence: EventSentence
  var place: Int
  let end: Int

  init(sentence: EventSentence, place: Int, end: Int) {
    self.sentence = sentence
    self.place = place
    self.end = end
  }

  var article: EventArticle { sentence.article }
  var units: [UInt16] { sentence.units }

  /// Signs that stand between entries: spaces, ; 、 and full stops.
  static let betweenEntries = UnitSet(" \t\n;、,。".utf16)
  /// Between somebody, a day and a sum: spaces, a comma, dots and dashes.
  static let betweenParts = UnitSet(" \t,:…—-.·".utf16)
  static let gaps = UnitSet(" \t".utf16)
  static let betweenThings = UnitSet("、,和及 ".utf16)
  private static let beforeDate = UnitSet(" \t,(".utf16)
  static let joints = UnitSet("、和与及".utf16)
  private static let bullets = UnitSet("*●○■◆▲★☆•·-".utf16)
  private static let numberEnds = UnitSet(".、) ".utf16)

  func unit(_ place: Int) -> UInt16? { place < end ? units[place] : nil }

  mutating func skip(_ signs: UnitSet) {
    while let unit = unit(place), signs.contains(unit) { place += 1 }
  }

  mutating func skipColon() -> Bool {
    skip(Self.gaps)
    guard unit(place) == Mark.colon else { return false }
    skip(Self.betweenParts)
    return true
  }

  /// 1. (1) 三、 ●: what numbers an entry; not the number of its sum.
  mutating func skipNumbering() {
    skip(Self.bullets)
    if mention(at: place) != nil { return }
    var next = place
    if unit(next) == Mark.opening { next += 1 }
    let first = next
    while let unit = unit(next), next < first + 4,
      CharacterClass.of(unit).meets(.digit) || Script.numbers.contains(unit)
    { next += 1 }
    guard next > first, let sign = unit(next), Self.numberEnds.contains(sign) else { return }
    place = next + 1
    skip(Self.gaps)
  }

  // MARK: Mentions

  /// The mention that begins here.
  func mention(at place: Int) -> Int? {
    let index = article.firstMention(from: place)
    guard index < article.mentions.count, case let extent = article.mentions[index].extent,
      extent.start == place, extent.end <= end
    else { return nil }
    return index
  }

  private mutating func take(where isWanted: (Value) -> Bool) -> Int? {
    guard let index = mention(at: place), isWanted(article.mentions[index].value) else {
      return nil
    }
    place = article.mentions[index].extent.end
    return index
  }

  mutating func takeDay() -> Int? { take { if case .date = $0 { true } else { false } } }

  mutating func takeSum() -> Int? { take { if case .amount = $0 { true } else { false } } }

  /// The day behind a sum, 周文斌 1000元 2月3日.
  mutating func takeDateBehind() -> Int? {
    let before = place
    skip(Self.beforeDate)
    guard let date = takeDay() else {
      place = before
      return nil
    }
    if unit(place) == Mark.closing { place += 1 }
    return date
  }
}
