// SPDX-License-Identifier: Apache-2.0

/// A long article in parts: what is known of a text while it is read takes a hundred times its size, and
/// is quickest where it stays near the processor.
extension Article {
  /// As many UTF-16 units as a part holds: some 200 KB of Chinese, more than any newspaper page.
  package static let longestPart = 65_536

  /// The article in parts of at most `limit` UTF-16 units, in their order; itself where it is no longer.
  ///
  /// Parts end where blocks do; a block that is longer is cut behind a sentence.
  package func parts(of source: SourceText, atMost limit: Int) -> [Article] {
    guard blocks.reduce(0, { $0 + $1.length }) > limit else { return [self] }
    var parts: [[Block]] = []
    var room = 0
    for block in blocks.flatMap({ $0.parts(of: source.units, atMost: limit) }) {
      if parts.isEmpty || block.length > room {
        parts.append([])
        room = limit
      }
      parts[parts.count - 1].append(block)
      room -= block.length
    }
    return parts.map { Article(number: number, blocks: $0) }
  }
}

extension Article.Block {
  fileprivate var length: Int { pieces.reduce(0) { $0 + $1.count } }

  fileprivate func parts(of units: [UInt16], atMost limit: Int) -> [Article.Block] {
    guard length > limit else { return [self] }
    var parts: [[Extent]] = [[]]
    var room = limit
    for piece in pieces {
      var rest = piece
      while rest.count > room {
        let end = TextCut.end(of: Extent(rest.start, rest.start + room), in: units)
        parts[parts.count - 1].append(Extent(rest.start, end))
        parts.append([])
        (rest, room) = (Extent(end, rest.end), limit)
      }
      if rest.count > 0 { parts[parts.count - 1].append(rest) }
      room -= rest.count
    }
    return parts.filter { !$0.isEmpty }.map { pieces in
      let whole = Extent(pieces[0].start, pieces[pieces.count - 1].end)
      return Article.Block(
        role: role, pieces: pieces, byline: byline.flatMap { whole.contains($0) ? $0 : nil })
    }
  }
}

/// Where a text is cut that has to be.
enum TextCut {
  /// The end of the first part of a text that goes on behind `stretch`: the last place in its last
  /// thousands of characters that ends a sentence, else a clause, else with no number and no letters;
  /// else its own end.
  static func end(of stretch: Extent, in units: [UInt16]) -> Int {
    let first = stretch.end - min(stretch.count / 2, farthest)
    let places = (first..<stretch.end).lazy.map { $0 + 1 }.reversed()
    return places.first { ends(.sentenceEnd, $0, units) }
      ?? places.first { ends(.clauseEnd, $0, units) }
      ?? places.first { isBehindWord($0, units) } ?? wholeCharacters(stretch, units)
  }

  private static let farthest = 4096

  /// Whether a mark of the class, and what closes behind it, ends at a place.
  private static func ends(_ mark: CharacterClass, _ place: Int, _ units: [UInt16]) -> Bool {
    var last = place - 1
    while last > 0, place - last < 4, kind(units[last]).meets(.closing) { last -= 1 }
    return kind(units[last]).meets(mark) && !kind(units[place]).meets([.closing, .digit, mark])
  }

  /// Whether a character ends at a place that no number or word of letters goes on from.
  private static func isBehindWord(_ place: Int, _ units: [UInt16]) -> Bool {
    let open: CharacterClass = [.numeralLike, .latin, .space, .mark, .clauseEnd]
    return !kind(units[place - 1]).meets(open) && !UTF16.isTrailSurrogate(units[place])
  }

  private static func wholeCharacters(_ stretch: Extent, _ units: [UInt16]) -> Int {
    stretch.count > 1 && UTF16.isTrailSurrogate(units[stretch.end]) ? stretch.end - 1 : stretch.end
  }

  private static func kind(_ unit: UInt16) -> CharacterClass {
    CharacterClass.of(FoldTable.units[Int(unit)])
  }
}
