// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What stands before the number.
extension ItemFinder {
  /// The noun before the number, step by step: the first that knows decides.
  func itemBefore(_ extent: Extent, _ unit: CountedUnit) -> String? {
    if let last, isNext(extent, to: last.end) {
      return last.before.flatMap { mayShare($0, extent) ? $0 : nil }
    }
    if let thing = thingOfRow(extent) { return item(ofCell: thing) }
    if isBehindItemOfLast(extent) { return nil }
    let place = behindSpaces(extent.start)
    let end = beforeTally(place)
    let run = runBefore(end)
    if run.isEmpty { return objectOfKnownVerb(end, unit).map(original) }
    guard let noun = run.last, !isMeasureName(noun), !isEach(noun),
      !run.dropLast().contains(where: { isEach($0) && !has(.householdUnit, at: $0.end - 1) }),
      end == place || maySumUp(noun, extent, unit)
    else { return nil }
    // 养鸡3000只, but 捐款46笔 counts what is a noun as well.
    if !(unit.countsActs && wordClass(noun) == .act), let given = objectOfVerb(noun) {
      return original(given)
    }
    if isReceiver(run[0]) || isVerbAlone(run) || isActOfSomebody(run) || isSecond(run[0]) {
      return nil
    }
    return mayCount(run, extent, unit) ? item(headOf: run, floor: 0) : nil
  }

  /// 十个水龙头三个漏: the noun before the number is counted already.
  private func isBehindItemOfLast(_ extent: Extent) -> Bool {
    guard let last, let item = last.after, case let start = extent.start - item.utf16.count,
      start >= last.end, start - last.end < Self.longestBracket
    else { return false }
    return original(Extent(start, extent.start)) == item
  }

  /// The noun before a number where a verb stands before it: 赊来红砖三万块.
  func object(before extent: Extent) -> String? {
    let run = runBefore(behindSpaces(extent.start))
    guard let noun = run.last, wordClass(noun) == .noun, !isMeasureName(noun),
      let verb = words.word(endingAt: run[0].start),
      wordClass(verb) == .verb || isUnknownVerb(verb)
    else { return nil }
    return item(headOf: run, floor: 0)
  }

  /// 推土机12台清理路面: a machine or vehicle right before its count.
  func machine(before extent: Extent, _ unit: CountedUnit) -> String? {
    guard let kind = unit.kind, kind == .vehicle || kind == .machine,
      case let run = runBefore(extent.start), let noun = run.last, fits(noun, kind)
    else { return nil }
    return item(headOf: run, floor: 0)
  }

  /// 生产三种, 主要改造12处, 组织30辆.
  private func isVerbAlone(_ run: [Extent]) -> Bool {
    guard let last = run.last, isGoverning(last), [.act, .body].contains(wordClass(last)) else {
      return false
    }
    return run.dropLast().allSatisfy { wordClass($0) == .quality }
  }

  /// 剧团演出194场.
  private func isActOfSomebody(_ run: [Extent]) -> Bool {
    guard let last = run.last, wordClass(last) == .act else { return false }
    if run.count == 1, last.start > 0, taken[last.start - 1], has(.bodyEnd, at: last.start - 1) {
      return true
    }
    return run.dropLast().contains {
      [.person, .body].contains(classOfEnd($0)) && !isGoverning($0)
    }
  }

  /// 族谱、会议簿四十余册: two things are counted together; but 口罩20只、手套5双.
  private func isSecond(_ word: Extent) -> Bool {
    guard word.start > 1, has(.joiner, at: word.start - 1),
      words.word(endingAt: word.start)?.count ?? 1 == 1,
      let first = words.word(endingAt: word.start - 1)
    else { return false }
    return !taken[first.start] && !isNumber(first) && !isCounted(first)
      && classOfEnd(first).isThing
  }

  /// 三层楼房、病床十二张: the count before has the noun that stands right behind it.
  private func isCounted(_ noun: Extent) -> Bool {
    guard let last, last.end <= noun.start, noun.start - last.end <= Self.longestBracket else {
      return false
    }
    return (last.end..<noun.start).allSatisfy {
      CharacterClass.of(units[$0]).contains(.han) && !has(.joiner, at: $0)
    }
  }

  /// 房屋62户158间, 茶饮20份,240袋: a count right behind another, or with a comma between them and
  /// nothing behind it; 论文百余篇,4项已授权 goes on with something else.
  private func isNext(_ extent: Extent, to end: Int) -> Bool {
    if end == extent.start { return true }
    guard end == extent.start - 1, isCoordination(units[end]) else { return false }
    return extent.end == units.count
      || !CharacterClass.of(units[extent.end]).contains(.han)
  }

  /// 住户114户、387人: persons are no 住户.
  private func mayShare(_ item: String, _ extent: Extent) -> Bool {
    guard countsPeople(extent), let end = FoldTable.fold(item).last else { return true }
    return !signs[end].contains(.householdUnit) && signs[end].contains(.personEnd)
  }

  /// 每科20套, 每考场两名, 每所学校三台: how many there are of each; but 每户大米两袋 is what each has.
  private func isEach(_ word: Extent) -> Bool {
    has(.each, at: word.start) || word.start > 0 && has(.each, at: word.start - 1)
      || word.start > 1 && !taken[word.start - 1] && has(.each, at: word.start - 2)
        && has(.measureOfOne, at: word.start - 1)
        && (wordClass(word) != .noun || !has(.householdUnit, at: word.start - 1))
  }

  /// 归个人10270部, 给学校3台: who gets them is not counted.
  private func isReceiver(_ word: Extent) -> Bool {
    word.start > 0 && has(.receiverMark, at: word.start - 1)
      && words.word(endingAt: word.start)?.count == 1
  }

  /// 备水12万瓶, 供水6万瓶: a verb and its object, which the segmenter takes together.
  private func objectOfVerb(_ noun: Extent) -> Extent? {
    guard noun.count == 2, has(.objectVerb, at: noun.start), !wordClass(noun).isThing,
      case let object = Extent(noun.start + 1, noun.end), wordClass(object).isThing
    else { return nil }
    return object
  }

  /// 养鸡3000只, 修路12条: the same where the two are a word that is known for a verb.
  private func objectOfKnownVerb(_ place: Int, _ unit: CountedUnit) -> Extent? {
    guard unit.isOfThings || unit.kind == nil && !unit.isOccasion && !unit.isGeneral,
      let word = longerWord(endingAt: place), !taken[word.start]
    else {
      return nil
    }
    return objectOfVerb(word)
  }

  /// 3000人, 60万人次: the unit itself counts persons.
  func countsPeople(_ extent: Extent) -> Bool {
    has(.headUnit, at: extent.end - 1) || extent.count > 1 && has(.headUnit, at: extent.end - 2)
  }

  /// Whether a noun before a number is what the unit counts: 人 counts persons, so 外出务工630人 says
  /// nothing of whom; 一次 counts acts that have a name; 共制作1997套 does not say what.
  private func mayCount(_ run: [Extent], _ extent: Extent, _ unit: CountedUnit) -> Bool {
    let noun = run[run.count - 1]
    if countsPeople(extent) { return fits(noun, .person) }
    switch unit.kind {
    case .person where !has(.householdUnit, at: extent.end - 1): return fits(noun, .person)
    case .person, .body: return fits(noun, .person) || fits(noun, .body)
    case .vehicle, .machine: return wordClass(noun) != .act
    case nil:
      // 一家三口, but 水井三口, 猪11口.
      if has(.mouthUnit, at: extent.end - 1), isFamily(noun) { return false }
      if unit.isOccasion { return mayOccur(noun, extent) || isHeld(run) }
      // 副攻贡献5个: a verb.
      return wordClass(noun) != .act || unit.countsActs && !has(.pieceUnit, at: extent.end - 1)
    }
  }

  /// 联赛三次, 农户36户次, but 审判员三次上门.
  private func mayOccur(_ noun: Extent, _ extent: Extent) -> Bool {
    let kind = classOfEnd(noun)
    guard kind == .person || kind == .body else { return kind.isThing }
    return has(.householdUnit, at: extent.end - 2) || has(.bodyUnit, at: extent.end - 2)
  }

  /// 组织救助行动86次.
  private func isHeld(_ run: [Extent]) -> Bool {
    guard wordClass(run[run.count - 1]) == .act else { return false }
    return run.dropLast().contains(where: isGoverning)
      || words.word(endingAt: run[0].start).map(isGoverning) ?? false
  }

  private func isFamily(_ noun: Extent) -> Bool {
    noun.count == 1 && (has(.bodyUnit, at: noun.start) || wordClass(noun) != .noun)
  }

  /// 户数, 客流量, 失业率 name the number itself, 电器类 a class; 名额 and 制度 are counted.
  private func isMeasureName(_ noun: Extent) -> Bool {
    if has(.totalEnd, at: noun.end - 1), noun.count == 1 || wordClass(noun) == .unknown {
      return true
    }
    // 库存5.6万套.
    if noun.count == 2, isTotal(noun) { return true }
    return has(.measureEnd, at: noun.end - 1) && wordClass(noun) != .person
      && !ends(noun, in: .measuredThing)
  }

  /// In tables and behind Latin words spaces stand before the number, AED 50台, and elsewhere marks.
  func behindSpaces(_ place: Int) -> Int {
    var place = place
    while place > 0, units[place - 1] == Mark.space { place -= 1 }
    // 领取“下岗证”1万份.
    if place > 1, units[place - 1] == Mark.closeQuote { return place - 1 }
    // 标准化厂房(一期)3栋.
    guard place > 2, units[place - 1] == Mark.closing else { return place }
    let first = max(place - 1 - Self.longestBracket, 1)
    return (first..<place - 1).last { units[$0] == Mark.opening } ?? place
  }

  private func isCoordination(_ unit: UInt16) -> Bool {
    unit == Mark.enumerationComma || unit == Mark.comma
  }

  func runBefore(_ place: Int) -> [Extent] {
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
}
