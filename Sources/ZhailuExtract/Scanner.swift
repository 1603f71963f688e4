// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// The one pass over a text that finds every word of every lexicon and every numeral.
struct Scanner {
  /// A word of a lexicon that stands in the text.
  private struct Word: BitwiseCopyable {
    /// In the rule set's `words`.
    let number: Int32
    let start: Int32
    let end: Int32
  }

  private let rules: RuleSet
  private var words = Buffer<Word>(capacity: 4096)
  /// Words inside which numerals are none, in the order of the text.
  private var hidden = Buffer<Stretch>()
  /// Words that the segmenter keeps whole, in the order of the text.
  private(set) var segmented = Buffer<Stretch>()

  init(rules: RuleSet) {
    self.rules = rules
  }

  func free() {
    words.free()
    hidden.free()
    segmented.free()
  }

  mutating func scan(_ text: [UInt16], into lattice: inout Lattice) {
    text.withUnsafeBufferPointer { units in
      findWords(in: units)
      addWords(of: units, to: &lattice)
      addNumerals(of: units, to: &lattice)
    }
  }

  /// The walk alone: it is fastest where nothing else is done on the way.
  private mutating func findWords(in units: UnsafeBufferPointer<UInt16>) {
    words.removeAll()
    rules.words.forEachMatch(in: units, from: units.indices) { number, start, end in
      words.append(
        Word(
          number: Int32(truncatingIfNeeded: number), start: Int32(truncatingIfNeeded: start),
          end: Int32(truncatingIfNeeded: end)))
    }
  }

  private mutating func addWords(
    of units: UnsafeBufferPointer<UInt16>, to lattice: inout Lattice
  ) {
    hidden.removeAll()
    segmented.removeAll()
    rules.wordKinds.withUnsafeBufferPointer { kinds in
      for index in 0..<words.count {
        let word = words[index]
        let kind = kinds[Int(word.number)]
        let (start, end) = (Int(word.start), Int(word.end))
        if kind.kind >= 0 {
          lattice.add(start, end, kind: kind.kind, .word, Int(word.number))
        }
        if kind.isSegmented { segmented.append(Stretch(start, end)) }
        // 一名 is an article, but not in 第一名.
        if kind.hidesNumerals, start == 0 || units[start - 1] != Self.ordinalMark {
          hidden.append(Stretch(start, end))
        }
      }
    }
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
    var place = 0
    var nextHidden = 0
    var hiddenEnd = 0
    let classes = CharacterClass.table
    while place < units.count {
      let unit = units[place]
      guard classes[Int(unit)].meets(.numeralStart) else {
        place &+= 1
        continue
      }
      while nextHidden < hidden.count, Int(hidden[nextHidden].start) <= place {
        hiddenEnd = max(hiddenEnd, Int(hidden[nextHidden].end))
        nextHidden &+= 1
      }
      // In 一个 the 一 is an article; in 一个亿 and 一点五 it is not, since the numeral goes on.
      guard let numeral = NumeralReader.read(units, at: place),
        place >= hiddenEnd || numeral.extent.end > hiddenEnd && goesOn(numeral)
      else {
        place &+= 1
        continue
      }
      lattice.add(numeral)
      addParts(of: numeral, in: units, to: &lattice)
      // 上十一 of 晚上十一点 is no vague number: the plain one stands for dates.
      if unit == Self.vaguePrefix, var plain = NumeralReader.read(units, at: place + 1) {
        plain.style.insert(.part)
        lattice.add(plain)
      }
      place = numeral.extent.end
    }
  }

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
        Digit.of(units[place]).kind == .point || units[place] == 0x2E || units[place] == 0xB7
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
