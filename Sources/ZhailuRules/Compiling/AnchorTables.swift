// SPDX-License-Identifier: Apache-2.0

/// Which programs begin at an edge, and which of them cannot get on from it.
///
/// Hundreds of programs begin at a numeral, and nearly all of them want something beside it that is
/// not there. A program is a bit here, so that 64 of them are asked at once: those that begin at an
/// edge of this kind, and can read what stands to its right, and what stands to its left.
///
/// What rules find later is not there yet when words and numerals are asked for; programs that want
/// it beside their anchor can always get on.
package struct AnchorTables: Sendable {
  /// One way from the anchors: for each kind of edges, and each character, who can read it.
  package struct Side: Sendable {
    /// Rows of `width` words. The first row is empty.
    package let rows: FlatArray<UInt64>
    /// By row which of its words are not empty, by their numbers & 63: that is nearly always all that is
    /// asked, and lies nearer.
    package let numbers: FlatArray<UInt64>
    /// The row of a kind, 0 where nobody reads it, and that of a character.
    package let kinds: FlatArray<Int32>
    package let characters: FlatArray<Int32>
    /// The characters that somebody reads, a bit each: they lie nearer than the rows' numbers.
    package let read: FlatArray<UInt64>
    /// By test: the row of those who read a numeral that passes it. The kind's row is of those who ask
    /// nothing of it.
    package let tests: FlatArray<Int32>
  }

  /// Up to 64 programs that begin at a kind of edges.
  package struct Word: Sendable, BitwiseCopyable {
    package let programs: UInt64
    /// Those of them that may read anything, or nothing, to the right and to the left.
    package let openRight: UInt64
    package let openLeft: UInt64
    /// Those that are nothing but their anchor and make what others read: what stands beside them is
    /// what their readers want.
    package let read: UInt64
    /// The word of a row that they are in.
    package let number: Int32
  }

  /// The words of a kind.
  package struct Range: Sendable, BitwiseCopyable {
    /// By the numbers of the words & 63: those in which some program is open to the right, to the left.
    package var openRight: UInt64 = 0
    package var openLeft: UInt64 = 0
    /// The numbers of the words, & 63.
    package var numbers: UInt64 = 0
    package var first: Int32 = 0
    package var end: Int32 = 0
    /// Whether all of its programs can get on from anything.
    package var isOpen = true
  }

  /// How many programs have anchors: each has a bit, in words of 64.
  package let count: Int
  package let width: Int
  /// The programs that begin at each kind of edges.
  package let words: FlatArray<Word>
  package let ranges: FlatArray<Range>
  /// By kind what its programs read: to the left of those that may read anything to the right, and to
  /// the right and to the left of the others.
  package let ways: FlatArray<Wants>
  /// The kinds at which programs begin, a bit each: they lie nearer than the ranges.
  package let beginning: FlatArray<UInt64>
  package let right: Side
  package let left: Side
  /// By test a row of the programs whose anchor must pass it.
  package let tested: FlatArray<UInt64>
  /// The machine's number of the program of each bit.
  package let programs: FlatArray<Int32>
  /// For each bit the place of its program among all in the order of running.
  package let ordinals: FlatArray<Int32>
  /// By that place: the machine's number of the program, and the place of its unit.
  package let programsInOrder: FlatArray<Int32>
  package let places: FlatArray<Int32>
  /// By the place of a unit: that of its first program; and one more.
  package let firstOrdinals: FlatArray<Int32>
}

extension AnchorTables {
  func write(to writer: inout ImageWriter) {
    writer.write(count)
    writer.write(width)
    writer.write(words)
    writer.write(ranges)
    writer.write(ways)
    writer.write(beginning)
    right.write(to: &writer)
    left.write(to: &writer)
    writer.write(tested)
    for numbers in [programs, ordinals, programsInOrder, places, firstOrdinals] {
      writer.write(numbers)
    }
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    count = try reader.number()
    width = try reader.number()
    words = try reader.elements()
    ranges = try reader.elements()
    ways = try reader.elements()
    beginning = try reader.elements()
    right = try Side(from: &reader)
    left = try Side(from: &reader)
    tested = try reader.elements()
    programs = try reader.elements()
    ordinals = try reader.elements()
    programsInOrder = try reader.elements()
    places = try reader.elements()
    firstOrdinals = try reader.elements()
  }
}

extension AnchorTables.Side {
  fileprivate func write(to writer: inout ImageWriter) {
    writer.write(rows)
    writer.write(self.numbers)
    for numbers in [kinds, characters, tests] { writer.write(numbers) }
    writer.write(read)
  }

  fileprivate init(from reader: inout ImageReader) throws(DamagedImage) {
    rows = try reader.elements()
    numbers = try reader.elements()
    kinds = try reader.elements()
    characters = try reader.elements()
    tests = try reader.elements()
    read = try reader.elements()
  }
}
