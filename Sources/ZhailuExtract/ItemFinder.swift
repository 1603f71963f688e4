// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Finds what a quantity counts: the noun next to its unit.
///
/// - After the unit, the last word of the run of nouns: 170件全新军大衣 → 军大衣; 50%的租金 → 租金.
/// - Where a clause with 的 follows, the noun behind it: 2家不合格的小店 → 小店.
/// - Where none follows, the noun before the number: 呼吸机10台 → 呼吸机.
/// - Where neither stands and another quantity is just before, that one's: 茶饮20份,240袋 → 茶饮.
///
/// A measure word that says what kind of thing it counts looks for a noun of that kind first, over what
/// says more of it: 500名下岗职工就业 → 职工; 174家商户租金 → 商户.
///
/// A head that says nothing by itself takes the word before it along: 20多家接收单位 → 接收单位.
struct ItemFinder {
  let lattice: Lattice
  let units: Buffer<UInt16>
  let words: WordCache
  private let original: (Extent) -> String
  /// Words that end a run: verbs, function words.
  let stops: Int
  /// Heads too vague to stand alone: 单位, 人员.
  let vague: Int
  let classes: WordClasses
  /// The quantity before, and its item where it stood before the number.
  private var last: (end: Int, item: String?)?

  /// Places that other mentions hold; an item is no part of one.
  let taken: Arbiter.Taken

  private static let longestRun = 8
  private static let longestClause = 8
  static let de = UInt16(0x7684)
  private static let space = UInt16(0x20)
  /// Single characters that are never the first of a new word: 把军车, 用油桶.
  static let grammar = Array(
    "把被将用从向在对给由为以与和及或的了着过等就都还也又再才只已是有没不很最更之其这那该本每各某说让叫使令到来去上下买卖送捐运拉购调派设建修发领订做办开型式号斗雇出共约近达占含附供赠无至等"
      .utf16)
  /// Units of occasions, which verbs follow: 三次夺得冠军.
  private static let occasions = Array("次回趟遍度人".utf16)
  /// The ends of nouns that a percentage is itself: 以15%的速度, 2%的涨幅.
  private static let rates = Array("幅率比例速格度平".utf16)
  private static let joints = Array("和与及".utf16)
  private static let person = UInt16(0x4EBA)
  private static let endsOfMeasures = Array("数量率额值度积".utf16)
  private static let endsOfVerbs = Array("了过着得到完掉下来去出入回起给中里内上外间".utf16)

  init(
    rules: RuleSet, run: MatchRun, words: WordCache, taken: Arbiter.Taken,
    original: @escaping (Extent) -> String
  ) {
    self.taken = taken
    lattice = run.text.lattice
    units = run.text.units
    self.words = words
    self.original = original
    stops = rules.itemStops
    vague = rules.itemVague
    classes = rules.itemWords
  }

  /// The item of the quantity at `extent`; quantities are asked for in the order of the text.
  mutating func item(of extent: Extent, dimension: String) -> String? {
    let isCount = dimension == "count"
    let kind = isCount ? CountedKind(units[extent.end - 1]) : nil
    let after =
      isCount || dimension == "ratio" || dimension == "mass"
      ? itemAfter(extent, dimension, kind) : nil
    let before = after == nil && isCount ? itemBefore(extent, kind) : nil
    last = (extent.end, before)
    return after ?? before
  }

  // MARK: After the unit

  private func itemAfter(_ extent: Extent, _ dimension: String, _ kind: CountedKind?) -> String? {
    var place = extent.end
    if place < units.count, units[place] == Self.de {
      // 110万人的问题 counts no problems, and 50吨的冷库 weighs nothing.
      if dimension != "ratio" { return nil }
      place += 1
    }
    if let kind, let noun = noun(of: kind, after: place) {
      return item(headOf: [noun], floor: place)
    }
    let run = runAfter(place)
    if dimension == "ratio", let noun = run.last, Self.rates.contains(units[noun.end - 1]) {
      return nil
    }
    if let item = item(headOf: run, floor: place) {
      if dimension == "count" {
        if kind != nil, wordClass(run[run.count - 1]) == .act { return nil }
        if kind == nil, isJoined(run[run.count - 1].end) { return nil }
        if let noun = nounBehindVerb(run[run.count - 1].end) {
          return self.item(headOf: runAfter(noun), floor: noun) ?? item
        }
      }
      return item
    }
    guard dimension == "count", run.isEmpty else { return nil }
    if let noun = nounBehindClause(place) { return item(headOf: runAfter(noun), floor: noun) }
    guard kind == nil, !Self.occasions.contains(units[extent.end - 1]),
      let noun = nounBehindAttribute(place)
    else { return nil }
    return item(headOf: runAfter(noun), floor: noun)
  }

  /// A second noun is counted with the first, so neither alone is: 26个国家和地区.
  private func isJoined(_ place: Int) -> Bool {
    guard place < units.count, Self.joints.contains(units[place]),
      let word = longerWord(startingAt: place + 1)
    else { return false }
    guard wordClass(word).isThing, !lattice.isNumeral(word) else { return false }
    guard let next = longerWord(startingAt: word.end) else { return true }
    return !wordClass(next).isThing
  }

  /// Where a word and 的 stand between a noun and the one that is counted: 5个父母双亡的孤儿.
  private func nounBehindVerb(_ place: Int) -> Int? {
    guard let word = words.word(startingAt: place), word.count == 2,
      CharacterClass.of(units[word.start]).contains(.han), !lattice.isNumeral(word),
      wordClass(word) == .verb, word.end < units.count, units[word.end] == Self.de
    else { return nil }
    return word.end + 1
  }

  /// The noun right behind a verb that says what is wrong with it or what it is for: 3笔到期债务.
  private func nounBehindAttribute(_ place: Int) -> Int? {
    guard let word = words.word(startingAt: place), word.count == 2, wordClass(word) == .verb,
      !lattice.hasEdge(word, of: stops), let next = longerWord(startingAt: word.end),
      next.count > 1, wordClass(next).isThing
    else { return nil }
    return word.end
  }

  /// The words after a place, as far as they may be one noun phrase. A verb before a vague noun makes
  /// one with it: 接收单位, 管理人员.
  private func runAfter(_ place: Int) -> [Extent] {
    var run: [Extent] = []
    var next = place
    while run.count < Self.longestRun, let word = longerWord(startingAt: next),
      isNoun(word) || isModifier(word)
    {
      run.append(word)
      next = word.end
    }
    return run
  }

  /// The word that begins at a place: the segmenter's, or a longer noun that is known, for it cuts
  /// 租户 and 冷库 in two.
  func longerWord(startingAt place: Int) -> Extent? {
    guard let word = words.word(startingAt: place) else { return nil }
    let end = classes.endOfNoun(UnsafeBufferPointer(units.elements), place)
    if end > word.end { return Extent(place, end) }
    let pair = Extent(place, place + 2)
    return word.count == 1 && pair.end <= units.count && wordClass(pair) == .verb ? pair : word
  }

  /// The word that ends at a place, or a longer one that is known: 停车位, 专任教师, 外出务工. 发电车
  /// is no 电车.
  private func longerWord(endingAt place: Int) -> Extent? {
    guard let word = words.word(endingAt: place) else { return nil }
    var longest = word
    for count in 2...4 where count > word.count && count <= place {
      let noun = Extent(place - count, place)
      let kind = wordClass(noun)
      if kind.isThing && !isCut(noun) || kind == .verb && word.count == 1 && count == 2 {
        longest = noun
      }
    }
    return longest
  }

  /// Whether a noun begins within a known word: 电车 in 发电车.
  private func isCut(_ noun: Extent) -> Bool {
    guard noun.count == 2, noun.start > 0 else { return false }
    let other = wordClass(Extent(noun.start - 1, noun.start + 1))
    return other == .act || other == .verb
  }

  /// A verb that makes a noun with what follows it: 接收单位, 编织袋, 跑者.
  private func isModifier(_ word: Extent) -> Bool {
    guard let next = words.word(startingAt: word.end),
      CharacterClass.of(units[word.start]).contains(.han), !lattice.isNumeral(word)
    else { return false }
    if lattice.hasEdge(next, of: vague) { return true }
    return word.count == 2 && next.count == 1 && wordClass(next).isNoun
      && !lattice.hasEdge(word, of: stops)
  }

  /// Where a clause of a few words with 的 stands at `place`, the place behind it: (受疫情影响的)企业.
  private func nounBehindClause(_ place: Int) -> Int? {
    var next = place
    for _ in 0..<Self.longestClause {
      guard let word = words.word(startingAt: next),
        CharacterClass.of(units[word.start]).contains(.han), !lattice.isNumeral(word),
        !taken[word.start]
      else { return nil }
      if word.count == 1, units[word.start] == Self.de {
        return next > place ? word.end : nil
      }
      next = word.end
    }
    return nil
  }

  // MARK: Before the number

  private func itemBefore(_ extent: Extent, _ kind: CountedKind?) -> String? {
    if let last, last.end == extent.start - 1, isCoordination(units[last.end]) { return last.item }
    let run = runBefore(behindSpaces(extent.start))
    guard let noun = run.last, !isMeasureName(noun), mayCount(noun, extent, kind) else {
      return nil
    }
    return item(headOf: run)
  }

  /// Whether a noun before a number is what the unit counts: 人 counts persons, so 外出务工630人 says
  /// nothing of whom; 一次 counts acts that have a name.
  private func mayCount(_ noun: Extent, _ extent: Extent, _ kind: CountedKind?) -> Bool {
    let isPeople =
      units[extent.end - 1] == Self.person
      || extent.count > 1 && units[extent.end - 2] == Self.person
    if isPeople { return fits(noun, .person) }
    switch kind {
    case .person, .body: return fits(noun, .person) || fits(noun, .body)
    case .vehicle, .machine: return wordClass(noun) != .act
    case nil:
      return !Self.occasions.contains(units[extent.end - 1]) || wordClass(noun).isThing
    }
  }

  /// 户数, 客流量, 失业率 name the number itself.
  private func isMeasureName(_ noun: Extent) -> Bool {
    Self.endsOfMeasures.contains(units[noun.end - 1]) && wordClass(noun) != .person
  }

  /// In tables and behind Latin words spaces stand before the number: AED 50台.
  private func behindSpaces(_ place: Int) -> Int {
    var place = place
    while place > 0, units[place - 1] == Self.space { place -= 1 }
    return place
  }

  private func isCoordination(_ unit: UInt16) -> Bool { unit == 0x3001 || unit == 0x2C }

  private func runBefore(_ place: Int) -> [Extent] {
    var run: [Extent] = []
    var next = place
    while run.count < 3,
      let word = run.isEmpty ? longerWord(endingAt: next) : words.word(endingAt: next),
      isNoun(word) || !run.isEmpty && isModifier(word), !taken[word.start]
    {
      run.insert(word, at: 0)
      next = word.start
    }
    return run
  }

  // MARK: Nouns

  func isNoun(_ word: Extent) -> Bool {
    let kind = CharacterClass.of(units[word.start])
    if kind.contains(.latin) { return word.count > 1 }
    return kind.contains(.han) && !lattice.hasEdge(word, of: stops) && !lattice.isNumeral(word)
      && wordClass(word) != .verb && !isUnknownVerb(word)
  }

  /// 做了, 拉来, 吃下, 村中: an unknown word that ends as verbs and places do.
  private func isUnknownVerb(_ word: Extent) -> Bool {
    word.count > 1 && word.count < 4 && wordClass(word) == .unknown
      && Self.endsOfVerbs.contains(units[word.end - 1])
  }

  func wordClass(_ word: Extent) -> WordClasses.Class {
    classes.of(UnsafeBufferPointer(units.elements), word.start, word.end)
  }

  /// The head of a run; one of an unknown single character, or a piece of another mention, is no item.
  private func item(headOf run: [Extent], floor: Int = 0) -> String? {
    var run = run
    // A quality at the end says that the noun is not there: 三成新.
    while let last = run.last, wordClass(last) == .quality { run.removeLast() }
    // 摊主责令改正: who acts is counted.
    if run.count > 1, wordClass(run[run.count - 1]) == .act,
      wordClass(run[run.count - 2]) == .person
    {
      run.removeLast()
    }
    guard !run.isEmpty else { return nil }
    let head = head(of: run, floor: floor)
    // What stands right behind the unit is counted, and so nobody's name: 16家俱乐部.
    guard floor > 0 || !taken[head.start], head.count > 1 || wordClass(head).isNoun else {
      return nil
    }
    return original(shortest(head))
  }

  /// A long word without what only says more of it: 民办学校 → 学校, 全校师生 → 师生; 医疗机构 stays.
  private func shortest(_ head: Extent) -> Extent {
    guard head.count > 3 else { return head }
    let isKnown = wordClass(head) != .unknown
    let first = Extent(head.start, head.end - 2)
    for count in [3, 2] where count < head.count {
      let noun = Extent(head.end - count, head.end)
      guard wordClass(noun).isThing, !lattice.hasEdge(noun, of: vague) else { continue }
      if !isKnown || count == 2 && wordClass(first) != .unknown { return noun }
    }
    return head
  }

  /// The last word; with the one before it where it is vague, and with what the segmenter cut off
  /// before it where it is a single character or no word that is known: 采血车, 编织袋. What is joined
  /// begins at `floor` or behind it.
  private func head(of run: [Extent], floor: Int) -> Extent {
    let last = run[run.count - 1]
    if lattice.hasEdge(last, of: vague), let before = before(last, floor),
      before.count > 1 || run.count > 1
    {
      return Extent(before.count == 1 ? grown(before, floor).start : before.start, last.end)
    }
    if last.count == 1 { return grown(last, floor) }
    guard last.count == 2, CharacterClass.of(units[last.start]).contains(.han),
      wordClass(last) == .unknown, let before = before(last, floor),
      before.count == 1
    else { return last }
    return Extent(grown(before, floor).start, last.end)
  }

  /// A single character with the word or the single characters before it.
  private func grown(_ piece: Extent, _ floor: Int) -> Extent {
    var start = piece.start
    while piece.end - start < 3, let word = before(Extent(start, piece.end), floor) {
      if word.count > 1, piece.end - start > 1 { break }
      // 采血车, but not 只能飞.
      if wordClass(word) == .verb, !wordClass(piece).isNoun { break }
      start = word.start
      if word.count > 1 { break }
    }
    return Extent(start, piece.end)
  }

  /// The word before a piece of a noun, where it may be a part of it.
  private func before(_ piece: Extent, _ floor: Int) -> Extent? {
    guard piece.start > floor, let word = words.word(endingAt: piece.start), word.start >= floor,
      CharacterClass.of(units[word.start]).contains(.han), floor > 0 || !taken[word.start],
      !lattice.isNumeral(word), !isUnknownVerb(word)
    else { return nil }
    if word.count > 1 { return word }
    // 增设宿位, where the segmenter sets 增 and 设 apart.
    if piece.start - floor > 1, wordClass(Extent(piece.start - 2, piece.start)) == .verb {
      return nil
    }
    return wordClass(word) == .quality || Self.grammar.contains(units[word.start]) ? nil : word
  }
}
