// SPDX-License-Identifier: Apache-2.0

/// ICU's dictionary of words of Han characters, in a form that is quick to walk: a double array
/// whose cells of eight bytes hold all that a step needs.
///
/// A cell's low 16 bits are the code of its character, 0 where it is free; the next 16 the cost of
/// the word that ends here, `noWord` where none does; the high 32 the base of its children, whose
/// cells stand at base + code, or 0. No two nodes have the same base, so that the code alone tells
/// whether a cell is the wanted child. First characters have a table by themselves.
final class WordTrie: @unchecked Sendable {
  static let noWord = 0xFFFF
  /// A code that no character has.
  static let noCode: UInt16 = 0xFFFF
  /// What a character costs that is no word in the dictionary: the most.
  static let unknownCost = 255
  /// ICU looks for no longer words.
  static let longestWord = 20

  /// By UTF-16 unit: the code of a plain Han character, and 0 for all else. Those of frequent
  /// characters are small, so that what is often read lies close together.
  let codes: UnsafeMutablePointer<UInt16>
  /// By code.
  let roots: UnsafeMutablePointer<UInt64>
  let cells: UnsafeMutablePointer<UInt64>
  let cellCount: Int

  /// The trie of a serialized dictionary, for characters that `isPlain` says; nothing where the
  /// dictionary is damaged.
  init?(_ dictionary: UnsafeBufferPointer<UInt16>, isPlain: (UInt16) -> Bool) {
    var builder = Builder(dictionary)
    guard builder.build(isPlain) else { return nil }
    codes = .allocate(capacity: 0x10000)
    codes.initialize(from: builder.codes, count: 0x10000)
    roots = .allocate(capacity: builder.roots.count)
    roots.initialize(from: builder.roots, count: builder.roots.count)
    // A look-up may reach as many cells past the last base as there can be codes.
    cellCount = builder.cells.count + 0x10000
    cells = .allocate(capacity: cellCount)
    cells.initialize(repeating: 0, count: cellCount)
    cells.update(from: builder.cells, count: builder.cells.count)
  }

  deinit {
    codes.deallocate()
    roots.deallocate()
    cells.deallocate()
  }

  @inline(__always)
  static func cell(code: UInt16, cost: Int, base: Int) -> UInt64 {
    UInt64(code) | UInt64(truncatingIfNeeded: cost) << 16 | UInt64(truncatingIfNeeded: base) << 32
  }
}

extension WordTrie {
  fileprivate struct Builder {
    private let reader: DictionaryReader
    private let placer = CellPlacer(expecting: Self.expectedCells)
    private var queue: [(node: DictionaryReader.Node, cell: Int32, code: UInt16)] = []
    private var isCostDamaged = false
    /// More than any dictionary of ICU's needs: one that needs them is damaged.
    private let mostCells = 1 << 22
    private static let expectedCells = 900_000
    var codes = [UInt16](repeating: 0, count: 0x10000)
    var roots: [UInt64] = []
    var cells: [UInt64] = []

    init(_ dictionary: UnsafeBufferPointer<UInt16>) {
      reader = DictionaryReader(dictionary)
    }

    mutating func build(_ isPlain: (UInt16) -> Bool) -> Bool {
      _ = reader.read(DictionaryReader.Node(position: 0))
      guard !reader.isDamaged, reader.count > 1 else { return false }
      assignCodes(isPlain)
      guard !reader.isDamaged else { return false }
      cells = [UInt64](repeating: 0, count: Self.expectedCells)
      let firstCount = keepPlainChildren()
      // The frequent first, so that their children lie close together.
      let firsts = (0..<firstCount).map { (reader.labels[$0], reader.children[$0]) }
        .sorted { $0.0 < $1.0 }
      for (code, node) in firsts { roots[Int(code)] = fill(node, code: code, depth: 1) }
      // Level by level: `queue` grows while it is read.
      var next = 0
      var levelEnd = queue.count
      var depth = 2
      while next < queue.count, !reader.isDamaged, placer.cellCount < mostCells {
        if next == levelEnd { (depth, levelEnd) = (depth + 1, queue.count) }
        let (node, cell, code) = queue[next]
        cells[Int(cell)] = fill(node, code: code, depth: depth)
        next += 1
      }
      if cells.count > placer.cellCount {
        cells.removeLast(cells.count - placer.cellCount)
      }
      return !reader.isDamaged && !isCostDamaged && placer.cellCount < mostCells
        && !firsts.isEmpty
    }

    /// Characters by the cost of the word that each is by itself, the cheap being the frequent.
    private mutating func assignCodes(_ isPlain: (UInt16) -> Bool) {
      var order: [[UInt16]] = Array(repeating: [], count: WordTrie.unknownCost + 1)
      var costs = [Int](repeating: WordTrie.unknownCost, count: 0x10000)
      let firsts = (0..<reader.count).map { (reader.labels[$0], reader.children[$0]) }
      for (label, node) in firsts {
        costs[Int(label)] = min(reader.read(node) ?? WordTrie.unknownCost, WordTrie.unknownCost)
      }
      for unit in UInt16.min...UInt16.max where isPlain(unit) {
        order[costs[Int(unit)]].append(unit)
      }
      var code: UInt16 = 0
      for unit in order.joined() where code < UInt16.max {
        code += 1
        codes[Int(unit)] = code
      }
      roots = (0...code).map { WordTrie.cell(code: $0, cost: WordTrie.unknownCost, base: 0) }
      _ = reader.read(DictionaryReader.Node(position: 0))
    }

    /// Of the children that the reader just read it keeps those in use, with codes for units, the
    /// least code first; their count.
    private func keepPlainChildren() -> Int {
      let (labels, nodes) = (reader.labels, reader.children)
      var count = 0
      for index in 0..<reader.count {
        let code = codes[Int(labels[index])]
        if code == 0 { continue }
        let node = nodes[index]
        (labels[count], nodes[count]) = (code, node)
        if code < labels[0] {
          (labels[count], nodes[count]) = (labels[0], nodes[0])
          (labels[0], nodes[0]) = (code, node)
        }
        count += 1
      }
      return count
    }

    /// The cell of a node, whose children get theirs and wait in the queue to be filled.
    private mutating func fill(
      _ node: DictionaryReader.Node, code: UInt16, depth: Int
    ) -> UInt64 {
      let value = reader.read(node)
      let count = keepPlainChildren()
      let cost = value ?? (depth == 1 ? WordTrie.unknownCost : WordTrie.noWord)
      isCostDamaged = isCostDamaged || !(0...WordTrie.noWord).contains(cost)
      guard count > 0, depth < WordTrie.longestWord, !isCostDamaged else {
        return WordTrie.cell(code: code, cost: cost, base: 0)
      }
      let base = placer.place(UnsafeBufferPointer(start: reader.labels, count: count))
      if placer.cellCount > cells.count {
        cells.append(contentsOf: repeatElement(0, count: placer.cellCount - cells.count + 65536))
      }
      for index in 0..<count {
        let (code, node) = (reader.labels[index], reader.children[index])
        if let cost = reader.valueOfLeaf(node) {
          cells[base + Int(code)] = WordTrie.cell(code: code, cost: cost, base: 0)
        } else {
          queue.append((node, Int32(base + Int(code)), code))
        }
      }
      return WordTrie.cell(code: code, cost: cost, base: base)
    }
  }
}
