// SPDX-License-Identifier: Apache-2.0

/// A set of words with a number each, all of whose members that begin at a place are found in one
/// walk: a step a character, whatever the number of words.
///
/// A double array (Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure",
/// 1989): a child by the code c of a node s stands at `base[s] + c`, if `check` there says s.
/// Characters get codes by frequency, so that the array stays dense; code 0 is the end of a word,
/// and its cell holds the word's number.
package struct DoubleArrayTrie: Sendable {
  private struct Cell: Sendable {
    var base: Int32 = 0
    var check: Int32 = -1
  }

  private var cells: [Cell]
  /// Indexed by UTF-16 unit; 0 for a character that no word holds.
  private var codes: [UInt16]

  /// Builds the trie of `words`, the number of each being its index; of equal words the last
  /// counts, empty ones do not.
  package init(_ words: [[UInt16]]) {
    var builder = Builder(words)
    builder.build()
    cells = builder.cells
    codes = builder.codes
  }

  /// The bytes that the arrays take.
  package var byteCount: Int {
    cells.count * MemoryLayout<Cell>.stride + codes.count * MemoryLayout<UInt16>.stride
  }

  /// Calls `found` with the number and the end of each word that begins at `start`, shortest first.
  @inline(__always)
  package func forEachMatch(
    in text: UnsafeBufferPointer<UInt16>, at start: Int,
    _ found: (_ number: Int, _ end: Int) -> Void
  ) {
    cells.withUnsafeBufferPointer { cells in
      codes.withUnsafeBufferPointer { codes in
        var node = 0
        var next = start
        while next < text.count {
          let code = Int(codes[Int(text[next])])
          if code == 0 { return }
          let child = Int(cells[node].base) + code
          if Int(cells[child].check) != node { return }
          node = child
          next += 1
          let end = Int(cells[node].base)
          if Int(cells[end].check) == node { found(-Int(cells[end].base) - 1, next) }
        }
      }
    }
  }

  /// The number of the word that is exactly `text`.
  package func number(of text: [UInt16]) -> Int? {
    var number: Int?
    text.withUnsafeBufferPointer { units in
      forEachMatch(in: units, at: 0) { if $1 == units.count { number = $0 } }
    }
    return number
  }

  /// The longest word that begins at `start`.
  package func longestMatch(
    in text: UnsafeBufferPointer<UInt16>, at start: Int
  ) -> (number: Int, end: Int)? {
    var longest: (Int, Int)?
    forEachMatch(in: text, at: start) { longest = ($0, $1) }
    return longest
  }

  // MARK: Building

  private struct Builder {
    let words: [(units: [UInt16], number: Int)]
    var cells: [Cell] = []
    var codes = [UInt16](repeating: 0, count: 0x10000)
    /// Before this cell everything is taken.
    private var firstFree = 1

    init(_ words: [[UInt16]]) {
      var counts = [Int](repeating: 0, count: 0x10000)
      for word in words { for unit in word { counts[Int(unit)] += 1 } }
      let byFrequency = counts.indices.filter { counts[$0] > 0 }
        .sorted { (counts[$1], $0) < (counts[$0], $1) }
      for (index, unit) in byFrequency.enumerated() { codes[unit] = UInt16(index + 1) }
      let codes = codes
      let coded = words.enumerated().filter { !$0.element.isEmpty }
        .map { (units: $0.element.map { codes[Int($0)] }, number: $0.offset) }
      let sorted = coded.sorted { left, right in
        left.units == right.units
          ? left.number < right.number : left.units.lexicographicallyPrecedes(right.units)
      }
      self.words = sorted.indices.filter {
        $0 + 1 == sorted.count || sorted[$0].units != sorted[$0 + 1].units
      }.map { sorted[$0] }
    }

    mutating func build() {
      let codeCount = Int(codes.max() ?? 0) + 1
      cells = [Cell](repeating: Cell(), count: max(2 * codeCount, 1024))
      cells[0].check = 0
      var pending: [(node: Int, words: Range<Int>, depth: Int)] = [(0, words.indices, 0)]
      while let (node, range, depth) = pending.popLast() {
        let children = self.children(of: range, depth: depth)
        guard !children.isEmpty else { continue }
        let base = place(children.map(\.code))
        cells[node].base = Int32(base)
        for child in children {
          let cell = base + child.code
          cells[cell].check = Int32(node)
          if child.code == 0 {
            cells[cell].base = Int32(-words[child.words.lowerBound].number - 1)
          } else {
            pending.append((cell, child.words, depth + 1))
          }
        }
      }
      let used = (cells.lastIndex { $0.check >= 0 } ?? 0) + 1
      // A look-up may reach `codeCount` cells past the last base.
      cells.removeLast(max(0, cells.count - used - codeCount))
    }

    private func children(of range: Range<Int>, depth: Int) -> [(code: Int, words: Range<Int>)] {
      var children: [(code: Int, words: Range<Int>)] = []
      var start = range.lowerBound
      while start < range.upperBound {
        let code = code(of: start, depth: depth)
        var end = start + 1
        while end < range.upperBound, self.code(of: end, depth: depth) == code { end += 1 }
        children.append((code, start..<end))
        start = end
      }
      return children
    }

    private func code(of word: Int, depth: Int) -> Int {
      depth < words[word].units.count ? Int(words[word].units[depth]) : 0
    }

    /// The least base at which all of `codes`, ascending, find free cells.
    private mutating func place(_ codes: [Int]) -> Int {
      while firstFree < cells.count, cells[firstFree].check >= 0 { firstFree += 1 }
      var cell = max(firstFree, codes[0] + 1)
      var tried = 0
      while true {
        grow(to: cell + codes.last! - codes[0] + 1)
        let base = cell - codes[0]
        if cells[cell].check < 0, codes.allSatisfy({ cells[base + $0].check < 0 }) {
          // A node of many children is slow to place: do not come back to what is nearly full.
          if tried > 256 { firstFree = max(firstFree, cell - 64) }
          return base
        }
        tried += 1
        cell += 1
      }
    }

    private mutating func grow(to count: Int) {
      guard count + self.codes.count / 16 > cells.count else { return }
      cells.append(
        contentsOf: repeatElement(Cell(), count: max(cells.count / 2, count + 4096 - cells.count)))
    }
  }
}
