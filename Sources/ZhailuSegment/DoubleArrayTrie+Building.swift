// SPDX-License-Identifier: Apache-2.0

extension DoubleArrayTrie {
  /// Builds the trie of `words`, the number of each being its index; of equal words the last
  /// counts, empty ones do not.
  ///
  /// Words in order of their UTF-16 units are built faster, for they need not be sorted.
  package init(_ words: [[UInt16]]) {
    var builder = Builder(words)
    builder.build()
    let arrays = Arrays(cells: builder.cells, codes: builder.codes)
    self.init(
      cells: arrays.cells, count: builder.cells.count, codes: arrays.codes, owner: arrays)
  }

  /// The arrays of a trie that was built here.
  private final class Arrays {
    let cells: UnsafeMutablePointer<UInt64>
    let codes: UnsafeMutablePointer<UInt16>

    init(cells: [UInt64], codes: [UInt16]) {
      self.cells = .allocate(capacity: cells.count)
      self.cells.initialize(from: cells, count: cells.count)
      self.codes = .allocate(capacity: codes.count)
      self.codes.initialize(from: codes, count: codes.count)
    }

    deinit {
      cells.deallocate()
      codes.deallocate()
    }
  }

  private struct Builder {
    /// All words in order, one after the other, as codes; and where each begins.
    private var letters: [UInt16] = []
    private var starts: [Int32] = [0]
    private var numbers: [Int32] = []
    private let placer: CellPlacer
    private var childCodes: [UInt16] = []
    private var childEnds: [Int32] = []
    var cells: [UInt64] = []
    var codes = [UInt16](repeating: 0, count: 0x10000)

    init(_ words: [[UInt16]]) {
      let letterCount = words.reduce(0) { $0 + $1.count }
      placer = CellPlacer(expecting: letterCount)
      cells = [UInt64](repeating: 0, count: letterCount + 1024)
      assignCodes(words)
      let order = Self.order(of: words)
      letters.reserveCapacity(letterCount)
      starts.reserveCapacity(words.count + 1)
      for (index, number) in order.enumerated() where !words[number].isEmpty {
        if index + 1 < order.count, words[order[index + 1]] == words[number] { continue }
        for unit in words[number] { letters.append(codes[Int(unit)]) }
        starts.append(Int32(letters.count))
        numbers.append(Int32(number))
      }
    }

    /// The most frequent first. There is no code for a 65,536th character: words of it are lost,
    /// which takes a lexicon with every unit of UTF-16 in it, noncharacters and all.
    private mutating func assignCodes(_ words: [[UInt16]]) {
      var counts = [Int](repeating: 0, count: 0x10000)
      for word in words { for unit in word { counts[Int(unit)] += 1 } }
      let byFrequency = counts.indices.filter { counts[$0] > 0 }
        .sorted { (counts[$1], $0) < (counts[$0], $1) }
      for (index, unit) in byFrequency.prefix(0xFFFF).enumerated() {
        codes[unit] = UInt16(index + 1)
      }
    }

    /// The numbers of the words in order of their units, equal ones in order of their numbers.
    private static func order(of words: [[UInt16]]) -> [Int] {
      let isSorted = words.indices.dropLast().allSatisfy {
        !words[$0 + 1].lexicographicallyPrecedes(words[$0])
      }
      if isSorted { return Array(words.indices) }
      // By the first four units in one number; the words themselves are seldom compared.
      let keys = words.enumerated().map { number, word -> (key: UInt64, number: Int32) in
        var key: UInt64 = 0
        for place in 0..<4 { key = key << 16 | UInt64(place < word.count ? word[place] : 0) }
        return (key, Int32(number))
      }
      let sorted = keys.sorted { left, right in
        if left.key != right.key { return left.key < right.key }
        let (first, second) = (words[Int(left.number)], words[Int(right.number)])
        return first == second
          ? left.number < right.number : first.lexicographicallyPrecedes(second)
      }
      return sorted.map { Int($0.number) }
    }

    /// Level by level, so that what is read most lies together.
    mutating func build() {
      var queue: [(cell: Int32, first: Int32, end: Int32)] = []
      queue.reserveCapacity(letters.count)
      place(children(0, Int32(numbers.count), depth: 0), parent: nil, &queue, depth: 0)
      var (next, levelEnd, depth) = (0, queue.count, 1)
      while next < queue.count {
        if next == levelEnd { (depth, levelEnd) = (depth + 1, queue.count) }
        let (cell, first, end) = queue[next]
        place(children(first, end, depth: depth), parent: Int(cell), &queue, depth: depth)
        next += 1
      }
      // A look-up may reach as many cells past the last base as there are codes.
      let count = placer.cellCount + Int(codes.max() ?? 0) + 2
      if cells.count < count {
        cells += [UInt64](repeating: 0, count: count - cells.count)
      }
      cells.removeLast(cells.count - count)
    }

    /// Finds the children of the node that the words from `first` on have in common; where the
    /// first word is the node itself, its number is the child by code 0. The first of them.
    private mutating func children(_ first: Int32, _ end: Int32, depth: Int) -> Int32 {
      childCodes.removeAll(keepingCapacity: true)
      childEnds.removeAll(keepingCapacity: true)
      var word = first
      while word < end {
        let code = code(of: word, depth)
        word += 1
        while word < end, self.code(of: word, depth) == code { word += 1 }
        childCodes.append(code)
        childEnds.append(word)
      }
      return first
    }

    private func code(of word: Int32, _ depth: Int) -> UInt16 {
      let place = Int(starts[Int(word)]) + depth
      return place < Int(starts[Int(word) + 1]) ? letters[place] : 0
    }

    private mutating func place(
      _ first: Int32, parent: Int?, _ queue: inout [(cell: Int32, first: Int32, end: Int32)],
      depth: Int
    ) {
      guard let least = childCodes.indices.min(by: { childCodes[$0] < childCodes[$1] }) else {
        return
      }
      childCodes.swapAt(0, least)
      let base = childCodes.withUnsafeBufferPointer { placer.place($0) }
      childCodes.swapAt(0, least)
      if placer.cellCount > cells.count {
        cells += [UInt64](repeating: 0, count: placer.cellCount - cells.count / 2)
      }
      if let parent { cells[parent] |= UInt64(base) << 32 | DoubleArrayTrie.isInner }
      var word = first
      for (code, end) in zip(childCodes, childEnds) {
        let cell = base + Int(code)
        let isWord = Int(starts[Int(word) + 1]) - Int(starts[Int(word)]) <= depth + 1
        let number = UInt64(numbers[Int(word)]) << 32
        if code == 0 {
          cells[cell] = number
          if let parent { cells[parent] |= DoubleArrayTrie.isWord }
        } else if isWord, end == word + 1 {
          cells[cell] = number | DoubleArrayTrie.isWord | UInt64(code)
        } else {
          cells[cell] = UInt64(code)
          queue.append((Int32(cell), word, end))
        }
        word = end
      }
    }
  }
}
