// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// One reading of the words behind a unit.
struct PhraseReading {
  let finder: ItemFinder
  let tokens: [ItemFinder.Token]
  let unit: CountedUnit
  var run: [Extent] = []
  /// Whether a verb was passed on the way to the noun: 3笔到期债务.
  var isBehindVerb = false

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
        guard unit.isCount,
          run.last.map(finder.wordClass) == .quality || !isRun(before: index) || isScope
        else { break }
        run = []
      } else if finder.isGrammar(word) || finder.wordClass(word) == .verb
        || finder.isUnknownVerb(word)
      {
        guard let end = readVerb(word, next, at: index) else { break }
        index = end
        continue
      } else if !isActOfHead(word, next), finder.isNoun(word) {
        if isSaidOfHead(word, next) || isName(word) || isOfBody(word) || isPiece(word) { break }
        run.append(word)
      } else {
        break
      }
      index += 1
    }
    dropMeasured(before: index)
    return run
  }

  /// Where the noun may begin behind what says when or where: 90个第一次出门的孩子, 12个建设中的项目; but
  /// 两本存折里的3万元.
  private func endOfPlace(_ index: Int) -> Int? {
    let word = tokens[index].extent
    if finder.isOrdinal(word) || finder.isPlaceDe(word) { return index + 1 }
    guard !run.isEmpty, finder.isPlace(word), let next = self.word(index + 1), finder.isDe(next),
      self.word(index + 2) != nil
    else { return nil }
    return index + 2
  }

  /// Where the noun may begin behind what says how much of something it has: (80岁以上)老人,
  /// (规模以上)企业, (220千伏)变电站, (投资超10亿元的)项目.
  private func endOfAttribute(_ index: Int) -> Int? {
    guard unit.isCount else { return nil }
    if isDone(tokens[index].extent, at: index) { return index + 2 }
    if isMake(at: index) { return index + 1 }
    let isNumber = tokens[index].isNumber
    // 45起59名违法人员: another count has a noun of its own.
    if isNumber, run.isEmpty, isCount(tokens[index].extent),
      !(word(index + 1).map(finder.isBound) ?? false)
    {
      return nil
    }
    if isNumber || finder.isBound(tokens[index].extent) {
      if let next = word(index + 1) {
        if finder.isHead(next), isNumber ? run.isEmpty : true { return index + 1 }
        // 12平方米单帐篷.
        if isNumber, run.isEmpty, finder.wordClass(next) == .quality,
          word(index + 2).map(finder.isHead) ?? false
        {
          return index + 2
        }
        if isNumber, finder.isBound(next), word(index + 2).map(finder.isHead) ?? false {
          return index + 2
        }
        // 35千伏及以上变电站.
        if isNumber, finder.isJoint(next), word(index + 2).map(finder.isBound) ?? false,
          word(index + 3).map(finder.isHead) ?? false
        {
          return index + 3
        }
      }
    }
    // 36个2019年建成的项目.
    if isNumber, run.isEmpty, finder.endOfClause(tokens, from: index) == index + 2 {
      return index + 3
    }
    // 60个租户提供三个月的减免 counts those who act.
    guard isNumber || finder.isGrammar(tokens[index].extent), !hasHead || isMeasured,
      let clause = finder.endOfClause(tokens, from: index), clause > index || isNumber,
      tokens[clause - 1].isNumber || finder.isBound(tokens[clause - 1].extent)
    else { return nil }
    return clause + 1
  }

  /// 59名, 36家: a count of persons or bodies; but 三人 in 两个三人小组 says of how many.
  private func isCount(_ number: Extent) -> Bool {
    !finder.signs[finder.units[number.end - 1]].isDisjoint(with: [.personUnit, .bodyUnit])
  }

  /// 低温循环式烘干机: what stands before 式 says of what make the thing is.
  private func isMake(at index: Int) -> Bool {
    index > 0 && finder.isMake(tokens[index].extent)
      && word(index + 1).map { $0.start == tokens[index].extent.end } ?? false
  }

  /// 5套石窟艺术方面的书籍 counts books.
  private var isScope: Bool { run.count > 1 && finder.isScope(run[run.count - 1]) }

  /// 36套企业生产的设备, 三件老师做的衣服: what is done by those who act, before the things; but
  /// 36个国家发展的经验.
  private func isDone(_ word: Extent, at index: Int) -> Bool {
    guard unit.kind == nil, !unit.isPiece, isOfActor,
      finder.wordClass(word) == .act || word.count == 1 && finder.isParticle(word),
      self.word(index + 1).map(finder.isDe) ?? false, let thing = self.word(index + 2)
    else { return false }
    return finder.wordClass(thing).isThing
  }

  /// 三场比赛切尔西未尝胜果: behind a noun that is known a long word that is not, and has no noun at its
  /// end, is a name with which something else begins.
  private func isName(_ word: Extent) -> Bool {
    guard unit.isCount, word.count > 2, let last = run.last,
      finder.wordClass(last).isNoun, finder.classOfEnd(word) == .unknown,
      CharacterClass.of(finder.units[word.start]).contains(.han)
    else { return false }
    return !finder.wordClass(Extent(word.end - 1, word.end)).isNoun
      && !finder.wordClass(Extent(word.end - 2, word.end)).isNoun
      && !finder.isVague(Extent(word.end - 1, word.end))
  }

  /// 两个房间专供, 九只耳杯叠放: behind a noun that is known a single character that is none begins
  /// something else.
  private func isPiece(_ word: Extent) -> Bool {
    guard unit.isCount, word.count == 1, finder.wordClass(word) == .unknown,
      !finder.isVague(word), let last = run.last, last.count > 1, last.end == word.start
    else { return false }
    return finder.wordClass(last).isThing || last.count > 3
  }

  /// 七个公社社员, 两个镇干部: 个 counts the bodies, not those who belong to them.
  private func isOfBody(_ word: Extent) -> Bool {
    guard unit.isPiece, let last = run.last, finder.wordClass(word) == .person else { return false }
    let kind = finder.wordClass(last)
    return kind == .body || last.count == 1 && kind == .noun
  }

  /// 年收入, 投资, 面积: what a number says of a thing.
  private var isMeasured: Bool {
    guard let last = run.last else { return false }
    let kind = finder.wordClass(last)
    return kind == .act || kind == .rate || finder.has(.measuredEnd, at: last.end - 1)
  }

  /// Whether the word before a place belongs to the noun that was read.
  func isRun(before index: Int) -> Bool {
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
    let word = run[run.count - 1]
    let last = finder.wordClass(word)
    // 八条腿走路; 5台设备运行.
    if last.isThing, word.count == 1 || unit.isOfThings { return true }
    // 三个学校合并, 42处房产拍卖, but 三项企业改革, 三种关系改善.
    guard !unit.countsActs || unit.isPiece else { return false }
    return last == .person || last == .body
      || last == .noun && !unit.countsQualities && !finder.isAbstract(word)
  }

  /// 两个队员实力相差, 41篇文章政治性强: how strong they are is not counted. 两个地区生活, 4个国家友好关系,
  /// but 两个地区经济问题.
  private func isSaidOfHead(_ word: Extent, _ next: Extent?) -> Bool {
    guard unit.isCount, word.count > 1,
      let last = run.last(where: { finder.wordClass($0) != .quality }),
      finder.isAbstract(word) && finder.wordClass(word) != .act
        || finder.isState(word) && !(next.map(finder.isHead) ?? false)
    else { return false }
    let kind = finder.classOfEnd(last)
    // 12种蔬菜价格, but 两种情况.
    return kind == .person || kind.isThing && (!unit.countsQualities || finder.isTotal(word))
  }

  /// Where reading goes on behind a verb; `nil` where the phrase ends before it.
  private mutating func readVerb(_ word: Extent, _ next: Extent?, at index: Int) -> Int? {
    let isWord = !finder.isGrammar(word)
    if isWord, let next, word.count < 3, finder.isVague(next) || finder.isModifier(word) {
      run.append(word)
      return index + 1
    }
    if hasHead { return isWord ? readVerbBehindHead(word, next, at: index) : nil }
    guard unit.isCount else { return nil }
    let clause = finder.endOfClause(tokens, from: index)
    // 36个已经建成的项目, but 后3章则主要论述.
    if finder.isAdverb(word), !finder.isNegation(word), clause != index + 2 { return nil }
    if isWord, word.count == 2, unit.kind == nil, !unit.isOccasion, let next, next.count > 1,
      [.noun, .person, .body, .rate].contains(finder.wordClass(next)),
      !finder.isTransitive(word), !isObject(before: clause)
    {
      // 3笔到期债务, 18匹退役赛马的交接.
      run = []
      isBehindVerb = true
      return index + 1
    }
    guard let clause else { return nil }
    run = []
    return clause + 1
  }

  /// Whether what stands behind a verb is its object, and the noun behind 的 is counted: 36套符合条件的设备.
  private func isObject(before clause: Int?) -> Bool {
    guard let clause else { return false }
    return unit.isGeneral || word(clause + 1).map { finder.wordClass($0).isThing } ?? false
  }

  /// 社会各界捐赠的, 群众反映强烈的: what was read acts, and is not counted itself.
  private var isOfActor: Bool {
    !unit.isOccasion && run.last.map(isActor) ?? false
  }

  private func isActor(_ word: Extent) -> Bool {
    [.person, .body].contains(finder.classOfEnd(word)) || finder.ends(word, in: .actor)
  }

  /// 5个父母双亡的孤儿 counts the second noun, and so does 5000对农村新婚夫妇.
  private mutating func readVerbBehindHead(_ word: Extent, _ next: Extent?, at index: Int) -> Int? {
    guard let next else { return nil }
    // 两部香港导演执导的新片: films, no persons.
    if unit.isCount, unit.kind == nil, unit.isGeneral || isOfActor,
      let de = [index + 1, index + 2].first(where: { self.word($0).map(finder.isDe) ?? false })
    {
      var other = PhraseReading(finder: finder, tokens: tokens, unit: unit)
      let words = other.read(from: de + 1)
      if !words.isEmpty { run = words }
      return nil
    }
    guard word.count == 2 else { return nil }
    // 十个服务示范旅行社.
    let (kind, last) = (finder.wordClass(next), finder.wordClass(run[run.count - 1]))
    let isBody = kind == .body || self.word(index + 2).map(finder.wordClass) == .body
    guard kind == .person && last == .noun || isBody && last == .act else { return nil }
    run.append(word)
    return index + 1
  }
}
