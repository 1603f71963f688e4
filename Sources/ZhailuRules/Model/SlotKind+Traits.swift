// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What must be known of each kind of slot. No switch over kinds has a `default`, here or where
/// rules are read, checked and compiled, so that a new kind is not compiled before it is thought of.
extension SlotKind {
  /// Whether a scan finds it by itself: words of the segmenter and characters stand everywhere.
  var canAnchor: Bool {
    switch self {
    case .lexicon, .number, .largeNumber, .digitNumber, .bareNumber, .cell, .date, .mention,
      .pattern:
      true
    case .words, .characters: false
    }
  }

  /// The selections of lexicons that it names, those after `not` too.
  var selections: [String] {
    switch self {
    case .lexicon(let names), .words(_, not: let names): names
    case .number, .largeNumber, .digitNumber, .bareNumber, .cell, .date, .mention, .pattern,
      .characters:
      []
    }
  }

  /// The lexicons whose words stand in it and give it their columns.
  var lexicons: [String] {
    switch self {
    case .lexicon(let names): names
    case .number, .largeNumber, .digitNumber, .bareNumber, .cell, .date, .mention, .pattern, .words,
      .characters:
      []
    }
  }

  /// What it takes of other rules, as they are asked for: `mention place`, `pattern date-point`.
  var product: String? {
    switch self {
    case .mention(let type): "mention \(type)"
    case .pattern(let name): "pattern \(name)"
    case .lexicon, .number, .largeNumber, .digitNumber, .bareNumber, .cell, .date, .words,
      .characters:
      nil
    }
  }

  /// Whether `number` takes all that it takes. 百 by itself is none of those.
  var isNumber: Bool {
    switch self {
    case .number, .largeNumber, .digitNumber: true
    case .lexicon, .bareNumber, .cell, .date, .mention, .pattern, .words, .characters: false
    }
  }

  /// The numerals that it takes, as far as they are whole and written in two digits or four.
  var numbers: ClosedRange<Int>? {
    switch self {
    case .number(let range): range ?? 0...Int.max
    case .largeNumber: 10000...Int.max
    case .digitNumber: 0...Int.max
    case .date(.year): 1000...9999
    case .date(let part): part.range
    case .lexicon, .bareNumber, .cell, .mention, .pattern, .words, .characters: nil
    }
  }
}

extension SlotKind.CharacterSlot {
  /// The characters that such a slot reads.
  package var characters: CharacterClass {
    switch self {
    case .han: .han
    case .latin: .latin
    case .digit: .digit
    case .name: .wordLike
    }
  }
}
