// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// The one pass over a text that finds every word of every lexicon and every numeral.
struct Scanner {
  /// A word of a lexicon that stands in the text.
  struct Word: BitwiseCopyable {
    /// In the rule set's `words`.
    let number: Int32
    let start: Int32
    let end: Int32
    fileprivate(set) var kind = WordKind()
  }

  private let rules: RuleSet
  private var words = Buffer<Word>(capacity: 4096)
  private var walks = Buffer<TrieWalk>(capacity: TrieWalk.most)
  /// The text in the codes of the trie, and two 0.
  private var codes = Buffer<UInt16>(capacity: 4096)
  /// Where a numeral may begin.
  private var starts = Buffer<Int32>()
  /// Words inside which numerals are none, in the order of the text.
  private var hidden = Buffer<Stretch>()
  /// Words that end a numeral which would go on into them, in the order of the text.
  private var endings = Buffer<Stretch>()
  /// Words that the segmenter keeps whole, in the order of the text.
  private(set) var segmented = Buffer<Stretch>()

  init(rules: RuleSet) {
    self.rules = rules
  }

  func free() {
    words.free()
    walks.free()
    codes.free()
    starts.free()
    hidden.free()
    endings.free()
    segmented.free()
  }

  mutating func scan(_ text: [UInt16], into lattice: inout Lattice) {
    text.withUnsafeBufferPointer { units in
      encode(units)
      findWords()
      dropCutCodes(in: units)
      addWords(of: units, to: &lattice)
      addNumerals(of: units, to: &lattice)
    }
  }

  /// How many words of lexicons stand in a text: the walk by itself.
  mutating func countWords(of text: [UInt16]) -> Int {
    text.withUnsafeBufferPointer { encode($0) }
    findWords()
    return words.count
  }

  /// One look at each character: its code, and whether numerals may begin there.
  private mutating func encode(_ units: UnsafeBufferPointer<UInt16>) {
    codes.fill(0, count: units.count + 2)
    starts.removeAll()
    let (table, classes) = (rules.words.codeTable, CharacterClass.table)
    let target = codes.base
    starts.append(atMost: units.count) { starts in
      var count = 0
      for place in 0..<units.count {
        let unit = units[place]
        target[place] = table[Int(unit)]
        starts[count] = Int32(truncatingIfNeeded: place)
        count &+= classes[Int(unit)].meets(.numeralStart) ? 1 : 0
      }
      return count
    }
  }

  /// The walk alone, and then what is looked up for each word: each is fastest where nothing else is done
  /// on the way.
  private mutating func findWords() {
    let count = codes.count - 2
    words.removeAll()
    rules.words.forEachMatch(
      inCodes: codes.base, count: count, filter: rules.wordPairs, walks.base
    ) { words.append(Word(number: $0, start: $1, end: $2), if: $3) }
    rules.wordKinds.withUnsafeBufferPointer { kinds in
      for index in 0..<words.count { words.base[index].kind = kinds[Int(words[index].number)] }
    }
  }

  /// Codes of currencies, which end numerals, end where their letters do: USDT holds no USD.
  private mutating func dropCutCodes(in units: UnsafeBufferPointer<UInt16>) {
    guard let first = (0..<words.count).first(where: { isCutCode(words.base[$0], units) }) else {
      return
    }
    var kept = first
    for index in first..<words.count where !isCutCode(words.base[index], units) {
      words.base[kept] = words.base[index]
      kept += 1
    }
    words.truncate(to: kept)
  }

  @inline(__always)
  private func isCutCode(_ word: Word, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    word.kind.endsNumerals && isInsideWord(units, Int(word.end))
  }

  private mutating func addWords(
    of units: UnsafeBufferPointer<UInt16>, to lattice: inout Lattice
  ) {
    hidden.removeAll()
    endings.removeAll()
    segmented.removeAll()
    lattice.add(words) { word in
      let (stretch, kind) = (Stretch(Int(word.start), Int(word.end)), word.kind)
      if kind.isSegmented { segmented.append(stretch) }
      if kind.endsNumerals { endings.append(stretch) }
      // 一名 is an article, but not in 第一名; 3G is a network, but not in 3GB.
      if kind.hidesNumerals, word.start == 0 || units[Int(word.start) - 1] != Self.ordinalMark,
        !isInsideWord(units, Int(word.end))
      {
        hidden.append(stretch)
      }
    }
  }

  /// Whether Latin letters run on through the place.
  private func isInsideWord(_ units: UnsafeBufferPointer<UInt16>, _ place: Int) -> Bool {
    place > 0 && place < units.count && CharacterClass.of(units[place]).contains(.latin)
      && CharacterClass.of(units[place - 1]).contains(.latin)
  }

  /// 第.
  private static let ordinalMark: UInt16 = 0x7B2C
  /// 上, which begins vague numerals: 上百.
  private static let vaguePrefix: UInt16 = 0x4E0A

  /// A whole numeral at each place where one begins, and the stretches of digits inside it that a
  /// date may be made of.
  private mutating func addNumerals(
    of units: UnsafeBufferPointer<UInt16>, to lattice: inout Lattice
  ) {
    var next = 0
    var nextHidden = 0
    var hiddenEnd = 0
    var nextEnding = 0
    var addresses = WebAddresses(units)
    for index in 0..<starts.count {
      let place = Int(starts[index])
      guard place >= next, mayBegin(units, place) else { continue }
      while nextHidden < hidden.count, Int(hidden[nextHidden].start) <= place {
        hiddenEnd = max(hiddenEnd, Int(hidden[nextHidden].end))
        nextHidden &+= 1
      }
      guard var numeral = NumeralReader.read(units, at: place) else {
        next = endOfHopeless(units, place)
        continue
      }
      if let item = item(numeral, units) { numeral = item }
      while nextEnding < endings.count, Int(endings[nextEnding].start) <= place { nextEnding &+= 1 }
      if nextEnding < endings.count { end(&numeral, in: units, at: nextEnding) }
      // In 一个 the 一 is an article, and hidden; in 一个亿 and 一点五 it is not, since the numeral goes on.
      guard place >= hiddenEnd || numeral.extent.end > hiddenEnd && goesOn(numeral) else {
        continue
      }
      guard !addresses.hold(place, numeral.extent.end) else { continue }
      lattice.add(numeral)
      addParts(of: numeral, in: units, to: &lattice)
      // 上十一 of 晚上十一点 is no vague number: the plain one stands for dates.
      if units[place] == Self.vaguePrefix, var plain = NumeralReader.read(units, at: place + 1) {
        plain.style.insert(.part)
        lattice.add(plain)
      }
      next = numeral.extent.end
    }
  }

  /// The number of an item of a list that a year follows, 2 of 2.2023年; `nil` of any other numeral.
  private func item(_ numeral: Numeral, _ units: UnsafeBufferPointer<UInt16>) -> Numeral? {
    let (start, end) = (numeral.extent.start, numeral.extent.end)
    guard numeral.style.contains(.point), end < units.count, units[end] == Self.yearMark,
      Self.itemLengths.contains(end - start), units[end - 5] == Mark.point,
      let year = NumeralReader.read(units, at: end - 4), year.extent.end == end,
      let value = year.value?.integer, Self.years.contains(value)
    else { return nil }
    return NumeralReader.read(UnsafeBufferPointer(rebasing: units[..<(end - 5)]), at: start)
  }

  /// 年.
  private static let yearMark: UInt16 = 0x5E74
  /// Years that no decimal number ends in where 年 follows.
  private static let years = 1900..<2100
  /// Of a number of one or two digits, a point and a year.
  private static let itemLengths = 6...7

  /// Ends a numeral before a word that it would take the first characters of: 500 of 500多哥法郎, 3 of
  /// 3万那杜瓦图. `first` is the first of the words behind its beginning.
  private func end(
    _ numeral: inout Numeral, in units: UnsafeBufferPointer<UInt16>, at first: Int
  ) {
    var index = first
    while index < endings.count, case let word = endings[index],
      Int(word.start) < numeral.extent.end
    {
      let rest = UnsafeBufferPointer(rebasing: units[..<Int(word.start)])
      if Int(word.end) > numeral.extent.end,
        let shorter = NumeralReader.read(rest, at: numeral.extent.start)
      {
        numeral = shorter
        return
      }
      index &+= 1
    }
  }

  /// Whether more than the first character speaks for a numeral: 上 and 过 are seldom part of one.
  @inline(__always)
  private func mayBegin(_ units: UnsafeBufferPointer<UInt16>, _ place: Int) -> Bool {
    let unit = units[place]
    guard unit >= 0x4E00, unit != Self.half, unit != Self.negative, Digit.of(unit).kind == .none
    else { return true }
    return place + 1 < units.count && CharacterClass.of(units[place + 1]).meets(.hanNumeral)
  }

  private static let half: UInt16 = 0x534A
  private static let negative: UInt16 = 0x8D1F

  /// The first place after `place`, where no numeral begins, at which one may: in a long row of
  /// Chinese digits none begins before the last few, since it would hold too many.
  @inline(__always)
  private func endOfHopeless(_ units: UnsafeBufferPointer<UInt16>, _ place: Int) -> Int {
    guard place + Self.mostDigits < units.count, isRowDigit(units[place]),
      isRowDigit(units[place + 1])
    else { return place + 1 }
    var end = place + 2
    while end < units.count, isRowDigit(units[end]) { end &+= 1 }
    return max(place + 1, end - Self.mostDigits)
  }

  /// A Chinese digit that goes on any row of digits; 两 may be a measure.
  @inline(__always)
  private func isRowDigit(_ unit: UInt16) -> Bool {
    unit != Self.couple && Digit.of(unit).kind == .digit
  }

  private static let couple: UInt16 = 0x4E24
  /// As many digits a numeral may have, and one.
  private static let mostDigits = 39

  private func goesOn(_ numeral: Numeral) -> Bool {
    numeral.style.contains(.large) || numeral.style.contains(.point)
  }

  /// 2010 and 01 of 2010.01; 8 and 5 of 8点5; 09 of 2020 09: each run of digits by itself.
  private func addParts(
    of numeral: Numeral, in units: UnsafeBufferPointer<UInt16>, to lattice: inout Lattice
  ) {
    guard numeral.style.contains(.point) else { return }
    var start = numeral.extent.start
    for place in numeral.extent.range {
      let isMark =
        Digit.of(units[place]).kind == .point || units[place] == Mark.point
        || units[place] == Mark.middleDot
      guard isMark else { continue }
      addPart(Extent(start, place), in: units, to: &lattice)
      start = place + 1
    }
    addPart(Extent(start, numeral.extent.end), in: units, to: &lattice)
    // 九点二十 is no decimal number: what follows 点 goes on behind its first digit.
    if var rest = NumeralReader.read(units, at: start), rest.extent.end > numeral.extent.end {
      rest.style.insert(.part)
      lattice.add(rest)
    }
  }

  private func addPart(
    _ extent: Extent, in units: UnsafeBufferPointer<UInt16>, to lattice: inout Lattice
  ) {
    let run = UnsafeBufferPointer(rebasing: units[..<extent.end])
    guard extent.count > 0, var part = NumeralReader.read(run, at: extent.start),
      part.extent == extent
    else { return }
    part.style.insert(.part)
    lattice.add(part)
  }
}
