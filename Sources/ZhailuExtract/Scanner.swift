// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// The one pass over a text that finds every word of every lexicon and every numeral.
enum Scanner {
  static func scan(_ text: FoldedText, with rules: RuleSet) -> Lattice {
    var lattice = Lattice(length: text.units.count, symbols: rules.symbols)
    var hidden: [Extent] = []
    text.units.withUnsafeBufferPointer { units in
      for place in units.indices {
        rules.words.forEachMatch(in: units, at: place) { number, end in
          let extent = Extent(place, end)
          for (index, hit) in rules.hits[number].enumerated() {
            lattice.add(extent, hit.symbol, .word(hits: number, hit: index))
            // 一名 is an article, but not in 第一名.
            let isOrdinal = place > 0 && units[place - 1] == Self.ordinalMark
            if rules.hidingNumerals.contains(hit.symbol), !isOrdinal { hidden.append(extent) }
          }
        }
      }
      addNumerals(of: units, to: &lattice, except: hidden)
    }
    return lattice
  }

  /// 第.
  private static let ordinalMark: UInt16 = 0x7B2C

  /// A whole numeral at each place where one begins, and the stretches of digits inside it that a
  /// date may be made of.
  private static func addNumerals(
    of units: UnsafeBufferPointer<UInt16>, to lattice: inout Lattice, except hidden: [Extent]
  ) {
    var place = 0
    var nextHidden = 0
    var hiddenEnd = 0
    while place < units.count {
      while nextHidden < hidden.count, hidden[nextHidden].start <= place {
        hiddenEnd = max(hiddenEnd, hidden[nextHidden].end)
        nextHidden += 1
      }
      let kind = CharacterClass.of(units[place])
      guard !kind.isDisjoint(with: [.digit, .hanNumeral]) || isVaguePrefix(units[place]),
        place >= hiddenEnd, let numeral = NumeralReader.read(units, at: place)
      else {
        place += 1
        continue
      }
      add(numeral, to: &lattice)
      addParts(of: numeral, in: units, to: &lattice)
      place = numeral.extent.end
    }
  }

  /// 上 and 好 begin numerals without being numeral characters: 上百, 好几万.
  private static func isVaguePrefix(_ unit: UInt16) -> Bool { unit == 0x4E0A || unit == 0x597D }

  private static func add(_ numeral: Numeral, to lattice: inout Lattice) {
    lattice.numerals.append(numeral)
    lattice.add(numeral.extent, SymbolTable.numeral, .numeral(lattice.numerals.count - 1))
  }

  /// 2010 and 01 of 2010.01; 8 and 5 of 8点5; 09 of 2020 09: each run of digits by itself.
  private static func addParts(
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
  }

  private static func addPart(
    _ extent: Extent, in units: UnsafeBufferPointer<UInt16>, to lattice: inout Lattice
  ) {
    let run = UnsafeBufferPointer(rebasing: units[..<extent.end])
    guard extent.count > 0, var part = NumeralReader.read(run, at: extent.start),
      part.extent == extent
    else { return }
    part.style.insert(.part)
    add(part, to: &lattice)
  }
}
