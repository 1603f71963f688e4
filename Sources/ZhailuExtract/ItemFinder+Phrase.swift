// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What a measure word says of the noun that it counts.
struct CountedUnit {
  let kind: CountedKind?
  let isCount: Bool
  /// 次 and 趟 count occasions, which verbs follow: 三次夺得冠军.
  let isOccasion: Bool
  /// 场, 项 and 起 count acts: 三场演出.
  let countsActs: Bool
  /// 种, 项 and 类 count what things have as well: 三种关系.
  let countsQualities: Bool
  /// 个, 项 and 种 count anything.
  let isGeneral: Bool

  init(_ unit: UInt16, _ kind: CountedKind?, isCount: Bool) {
    self.kind = kind
    self.isCount = isCount
    isOccasion = Self.occasions.contains(unit)
    countsActs = Self.acts.contains(unit)
    isGeneral = Self.general.contains(unit)
    countsQualities = Self.qualities.contains(unit)
  }

  private static let occasions = Array("次回趟遍度人".utf16)
  private static let acts = Array("场次项轮起宗届期趟回遍批个种".utf16)
  private static let qualities = Array("项种类条".utf16)
  private static let general = Array("个件项种类条".utf16)
}

/// Reads the noun phrase behind a unit.
///
/// Words are taken one by one: nouns and qualities as they come; a verb where it says more of the noun
/// behind it (3笔到期债务); what stands before 的 says more of the noun behind that (65个多功能的办税大厅).
/// The phrase ends with a noun before a verb (16户农民集资), before 的 (20个国家的学生), before an act that
/// somebody does (半数麋鹿活动), or where something else than words begins.
extension ItemFinder {
  typealias Phrase = (words: [Extent], start: Int)

  private static let longest = 14
  private static let longestClause = 9
  private static let longestMeasure = 24
  static let longestBracket = 8
  static let opening: UInt16 = 0x28
  static let closing: UInt16 = 0x29
  /// The ends of what says of what make a thing is: 三层办公楼, 五人制场地.
  private static let kinds = Array("制级型式层座排".utf16)
  private static let insides = Array("中里内".utf16)
  private static let afterInsides = Array("将有以就的被由已也都各只".utf16)
  private static let bounds = ["以上", "以下", "以内"].map { Array($0.utf16) }

  /// A word behind a unit, or a number with its unit: 80岁.
  struct Token {
    let extent: Extent
    let isNumber: Bool
  }

  func phrase(after place: Int, _ unit: CountedUnit) -> Phrase {
    let tokens = tokens(after: place)
    var reading = PhraseReading(finder: self, tokens: tokens, unit: unit)
    return (reading.read(from: 0), tokens.first?.extent.start ?? place)
  }

  /// 五个以上项目, 规模以上企业.
  func isBound(_ word: Extent) -> Bool {
    word.count == 2
      && Self.bounds.contains { $0[0] == units[word.start] && $0[1] == units[word.start + 1] }
  }

  /// The words behind a place, up to the first that no noun phrase holds.
  private func tokens(after place: Int) -> [Token] {
    var tokens: [Token] = []
    var next = place
    while tokens.count < Self.longest, let word = word(at: next) {
      let kind = CharacterClass.of(units[word.start])
      if !tokens.isEmpty, let end = endOfBracket(word.start) {
        next = end
        continue
      }
      let isNumber = isNumber(word)
      guard isNumber || kind.contains(.han) || kind.contains(.latin) else { break }
      if isNumber, tokens.isEmpty, let end = endOfKind(behind: word.end) {
        next = end
        continue
      }
      next = isNumber ? endOfMeasure(at: word) : word.end
      tokens.append(Token(extent: Extent(word.start, next), isNumber: isNumber))
    }
    return tokens
  }

  /// A numeral, or a date that begins with one.
  func isNumber(_ word: Extent) -> Bool {
    lattice.isNumeral(word) || taken[word.start] && lattice.numeral(at: word.start) >= 0
  }

  /// The end of the mention that a number belongs to.
  func endOfMeasure(at word: Extent) -> Int {
    var end = word.end
    while end < units.count, end - word.start < Self.longestMeasure, taken[end] { end += 1 }
    return end
  }

  /// The end of a few characters in parentheses within a noun, 村级(社区)服务站; `nil` where none begin.
  private func endOfBracket(_ place: Int) -> Int? {
    guard units[place] == Self.opening else { return nil }
    let end = (place..<min(place + Self.longestBracket, units.count - 1))
      .first { units[$0] == Self.closing }
    guard let end, CharacterClass.of(units[end + 1]).contains(.han) else { return nil }
    return end + 1
  }

  private func endOfKind(behind place: Int) -> Int? {
    guard let word = word(at: place), word.count < 3, Self.kinds.contains(units[word.end - 1])
    else { return nil }
    return word.end
  }

  /// 席位中将留出, where the segmenter reads 中将: a place within the things, and a verb.
  func isInside(_ word: Extent) -> Bool {
    word.count == 2 && Self.insides.contains(units[word.start])
      && Self.afterInsides.contains(units[word.start + 1])
  }

  /// Ends of nouns for what persons and things have: 实力, 水平, 政治性.
  private static let ends = Array("性力率值感龄绩平系价格".utf16)

  func isAbstract(_ word: Extent) -> Bool { Self.ends.contains(units[word.end - 1]) }

  /// The place of the 的 that ends a clause of a few words.
  func endOfClause(_ tokens: [Token], from index: Int) -> Int? {
    (index..<min(index + Self.longestClause, tokens.count)).first { isDe(tokens[$0].extent) }
  }
}

/// One reading of the words behind a unit.
private struct PhraseReading {
  let finder: ItemFinder
  let tokens: [ItemFinder.Token]
  let unit: CountedUnit
  var run: [Extent] = []

  init(finder: ItemFinder, tokens: [ItemFinder.Token], unit: CountedUnit) {
    self.finder = finder
    self.tokens = tokens
    self.unit = unit
  }

  private var hasHead: Bool { run.contains { finder.isHead($0) } }

  private func word(_ index: Int) -> Extent? {
    index < tokens.count && !tokens[index].isNumber ? tokens[index].extent : nil
  }

  mutating func read(from first: Int) -> [Extent] {
    var index = first
    while index < tokens.count {
      let word = tokens[index].extent
      let next = self.word(index + 1)
      if !run.isEmpty, finder.isInside(word) { break }
      if unit.isCount, let end = endOfPlace(index) {
        run = []
        index = end
        continue
      }
      if let end = endOfAttribute(index) {
        run = []
        index = end
        continue
      }
      if tokens[index].isNumber { break }
      if finder.isDe(word) {
        guard unit.isCount, run.last.map(finder.wordClass) == .quality || !isRun(before: index)
        else { break }
        run = []
      } else if finder.isGrammar(word) || finder.wordClass(word) == .verb
        || finder.isUnknownVerb(word)
      {
        guard let end = readVerb(word, next, at: index) else { break }
        index = end
        continue
      } else if !isActOfHead(word, next), finder.isNoun(word) {
        if isSaidOfHead(word) { break }
        run.append(word)
      } else {
        break
      }
      index += 1
    }
    return run
  }

  /// Where the noun may begin behind what says when or where: 90个第一次出门的孩子, 12个建设中的项目.
  private func endOfPlace(_ index: Int) -> Int? {
    let word = tokens[index].extent
    if finder.isOrdinal(word) || finder.isPlaceDe(word) { return index + 1 }
    guard !run.isEmpty, finder.isPlace(word), let next = self.word(index + 1), finder.isDe(next)
    else { return nil }
    return index + 2
  }

  /// Where the noun may begin behind what says how much of something it has: (80岁以上)老人,
  /// (规模以上)企业, (220千伏)变电站, (投资超10亿元的)项目.
  private func endOfAttribute(_ index: Int) -> Int? {
    guard unit.isCount else { return nil }
    let isNumber = tokens[index].isNumber
    if isNumber || finder.isBound(tokens[index].extent) {
      if let next = word(index + 1) {
        if finder.isHead(next), isNumber ? run.isEmpty : true { return index + 1 }
        if isNumber, finder.isBound(next), word(index + 2).map(finder.isHead) ?? false {
          return index + 2
        }
      }
    }
    // 60个租户提供三个月的减免 counts those who act.
    guard isNumber || finder.isGrammar(tokens[index].extent), !hasHead || isMeasured,
      let clause = finder.endOfClause(tokens, from: index), clause > index || isNumber,
      tokens[clause - 1].isNumber || finder.isBound(tokens[clause - 1].extent)
    else { return nil }
    return clause + 1
  }

  /// 年收入, 投资, 面积: what a number says of a thing.
  private var isMeasured: Bool {
    guard let last = run.last else { return false }
    let kind = finder.wordClass(last)
    return kind == .act || kind == .rate || Self.measures.contains(finder.units[last.end - 1])
  }

  private static let measures = Array("数量率额值度积入资龄模高重长价本距".utf16)

  /// Whether the word before a place belongs to the noun that was read.
  private func isRun(before index: Int) -> Bool {
    index > 0 && !run.isEmpty && run[run.count - 1] == tokens[index - 1].extent
  }

  /// 半数麋鹿活动, 200名士兵演习: what somebody does is not counted.
  private func isActOfHead(_ word: Extent, _ next: Extent?) -> Bool {
    let kind = finder.wordClass(word)
    // 由42个调整为61个.
    if kind == .act, let next, finder.isAim(next) { return true }
    guard kind == .act || kind == .rate && !unit.isCount, hasHead,
      !(next.map(finder.isHead) ?? false)
    else { return false }
    if !unit.isCount { return true }
    let last = finder.wordClass(run[run.count - 1])
    return !unit.countsActs && (last == .person || last == .body)
  }

  /// 两个队员实力相差, 41篇文章政治性强: how strong they are is not counted.
  private func isSaidOfHead(_ word: Extent) -> Bool {
    guard unit.isCount, let last = run.last, word.count > 1,
      finder.isAbstract(word)
    else { return false }
    let kind = finder.classOfEnd(last)
    return kind == .person || kind.isThing && !unit.countsQualities
  }

  /// Where reading goes on behind a verb; `nil` where the phrase ends before it.
  private mutating func readVerb(_ word: Extent, _ next: Extent?, at index: Int) -> Int? {
    let isWord = !finder.isGrammar(word)
    if isWord, let next, word.count < 3, finder.isVague(next) || finder.isModifier(word) {
      run.append(word)
      return index + 1
    }
    if hasHead { return isWord ? readVerbBehindHead(word, next, at: index) : nil }
    guard unit.isCount, !finder.isAdverb(word) else { return nil }
    let clause = finder.endOfClause(tokens, from: index)
    if isWord, word.count == 2, unit.kind == nil, !unit.isOccasion, let next, next.count > 1,
      finder.wordClass(next).isThing, clause == nil || !unit.isGeneral
    {
      // 3笔到期债务, 18匹退役赛马的交接.
      run = []
      return index + 1
    }
    guard let clause else { return nil }
    run = []
    return clause + 1
  }

  /// 5个父母双亡的孤儿 counts the second noun, and so does 5000对农村新婚夫妇.
  private mutating func readVerbBehindHead(_ word: Extent, _ next: Extent?, at index: Int) -> Int? {
    guard word.count == 2, let next else { return nil }
    if unit.isCount, unit.kind == nil, unit.isGeneral, finder.isDe(next) {
      var other = PhraseReading(finder: finder, tokens: tokens, unit: unit)
      let words = other.read(from: index + 2)
      if !words.isEmpty { run = words }
      return nil
    }
    // 十个服务示范旅行社.
    let (kind, last) = (finder.wordClass(next), finder.wordClass(run[run.count - 1]))
    guard kind == .person && last == .noun || kind == .body && last == .act else { return nil }
    run.append(word)
    return index + 1
  }
}
