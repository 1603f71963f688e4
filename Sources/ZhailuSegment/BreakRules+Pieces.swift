// SPDX-License-Identifier: Apache-2.0
import CICU

/// The pieces of a text that ICU's rules for words find before ICU asks a dictionary: 捐款|200|万元|。
extension BreakRules {
  struct Piece {
    let end: Int
    fileprivate let kinds: UInt16

    /// All characters are plain Han, and so all are of the dictionary.
    @inline(__always)
    var isPlainHan: Bool { kinds == BreakRules.dictionary }

    /// Whether it is a word as it is: no dictionary is asked.
    @inline(__always)
    func isWord(from start: Int) -> Bool { kinds & BreakRules.dictionary == 0 || end - start == 1 }
  }

  private static let dictionary = UInt16(ZICU_DICTIONARY)
  /// Of the kinds of a piece: it has a character that is not plain Han.
  private static let other: UInt16 = 0x8000

  /// The next piece by ICU's rules: RuleBasedBreakIterator::handleNext() in ICU's rbbi.cpp.
  @inline(__always)
  func piece(of text: UnsafePointer<UInt16>, from start: Int, to end: Int) -> Piece {
    var state = self.start
    var place = start
    var (pieceEnd, pieceKinds, kinds): (Int, UInt16, UInt16) = (start, 0, 0)
    while true {
      if place == end {
        state = next[Int(state) + ZICU_END_CATEGORY]
        if state & Self.accepts != 0 { (pieceEnd, pieceKinds) = (place, kinds) }
        break
      }
      var category = categories[Int(text[place])]
      var width = 1
      if text[place] & 0xF800 == 0xD800 { category = self.category(of: text, place, end, &width) }
      place += width
      kinds |= category & Self.dictionary
      if category & UInt16(ZICU_PLAIN_HAN) == 0 { kinds |= Self.other }
      state = next[Int(state) + Int(category & UInt16(ZICU_CATEGORY_MASK))]
      if state & Self.accepts != 0 { (pieceEnd, pieceKinds) = (place, kinds) }
      state &= ~Self.accepts
      if state == 0 { break }
    }
    if pieceEnd > start { return Piece(end: pieceEnd, kinds: pieceKinds) }
    return Piece(
      end: start + Self.scalarWidth(text, start, end), kinds: Self.dictionary | Self.other)
  }

  /// A longer piece goes to ICU; no text has one.
  private static let longestPiece = 1 << 20

  /// Cuts `text[start..<end]` piece by piece. One of the pieces that ask a dictionary is cut by `cutHan`
  /// if it is of plain Han characters only; a piece with anything else (kana, Hangul, Thai, what NFKC
  /// changes, characters outside the Basic Multilingual Plane, combining marks after Han) goes to ICU.
  @inline(__always)
  func cut(
    _ text: UnsafePointer<UInt16>, from start: Int, to end: Int, into cuts: Cuts, _ icu: Breaker,
    cutHan: (_ text: UnsafePointer<UInt16>, _ count: Int, _ cuts: Cuts) -> Void
  ) {
    var place = start
    while place < end {
      let piece = piece(of: text, from: place, to: end)
      if piece.isWord(from: place) {
        cuts.cut(piece.end)
      } else if piece.isPlainHan, piece.end - place <= Self.longestPiece {
        cutHan(text + place, piece.end - place, cuts.from(place))
      } else {
        icu.cut(text, from: place, to: piece.end, into: cuts)
      }
      place = piece.end
    }
  }

  /// The rules for words, where ICU cuts pieces one by one as it cuts the whole.
  static let pieces: BreakRules? = words.flatMap {
    Breaker.isProven || $0.cutsByPieces() ? $0 : nil
  }

  private func cutsByPieces() -> Bool {
    guard let breaker = try? Breaker(.words) else { return false }
    return WordTables.cutsTheSample(as: breaker) { text, count, cuts in
      var place = 0
      while place < count {
        let end = piece(of: text, from: place, to: count).end
        breaker.cut(text, from: place, to: end, into: cuts)
        place = end
      }
    }
  }
}
