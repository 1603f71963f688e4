// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// To one side of a place: which programs can read what stands there.
///
/// Programs are bits of rows of words; a row says in one number more which of its words are not empty,
/// so that most of them are never looked at. What numerals are read by is put together once for all that
/// pass the same tests, by their *signature*.
struct SideReaders {
  /// Programs as bits, and which of the words are not empty, by their numbers & 63.
  private struct Row: BitwiseCopyable {
    let words: UnsafePointer<UInt64>
    let numbers: UInt64
  }

  private let side: AnchorIndex.Side
  private let width: Int
  /// Of what stands beside the place that was gathered last.
  private var rows = Buffer<Row>()
  /// That place, -1 of none, and which words of the rows are not empty. Many edges begin where the one
  /// before them does.
  private var place: Int32 = -1
  private var numbers: UInt64 = 0
  /// By the signatures of numerals.
  private var ofNumerals = Buffer<Row>()
  private var answers: UnsafePointer<NumeralTests.Answer>

  init(_ side: AnchorIndex.Side, width: Int, _ none: UnsafePointer<NumeralTests.Answer>) {
    self.side = side
    self.width = width
    answers = none
  }

  func free() {
    for row in ofNumerals.elements { row.words.deallocate() }
    rows.free()
    ofNumerals.free()
  }

  /// Begins with edges that are all in the lattice, and what is known of its numerals.
  mutating func begin(_ answers: UnsafePointer<NumeralTests.Answer>) {
    place = -1
    self.answers = answers
  }

  /// Adds the row of a signature, that of numerals that pass these tests.
  mutating func addRow(passing passed: UInt64) {
    let ofAll = Int(side.kinds[EdgeKinds.numeral])
    let row = UnsafeMutablePointer<UInt64>.allocate(capacity: width)
    row.initialize(from: side.rows + ofAll * width, count: width)
    var numbers = side.numbers[ofAll]
    forEachBit(of: passed) { test in
      let more = Int(side.tests[test])
      for word in 0..<width { row[word] |= side.rows[more * width + word] }
      numbers |= side.numbers[more]
    }
    ofNumerals.append(Row(words: row, numbers: numbers))
  }

  /// Gathers the rows of all that stands beside a place; returns which of their words are not empty. The
  /// direction, always the same, is handed over so that it is known where this is compiled.
  @inline(__always)
  mutating func gather(
    at place: Int32, _ direction: Matcher.Direction, _ ground: Ground
  ) -> UInt64 {
    if place == self.place { return numbers }
    self.place = place
    rows.removeAll()
    numbers = add(beside: place, direction, ground)
    // A printer's space is stepped over.
    if ground.unit(beside: place, direction) == Mark.space {
      numbers |= add(beside: direction == .right ? place &+ 1 : place &- 1, direction, ground)
    }
    return numbers
  }

  @inline(__always)
  private mutating func add(
    beside place: Int32, _ direction: Matcher.Direction, _ ground: Ground
  ) -> UInt64 {
    var numbers: UInt64 = 0
    var next = ground.first(at: place, direction)
    while next >= 0 {
      let edge = ground.edges + Int(next)
      if edge.pointee.source == .numeral {
        let row = ofNumerals[Int(answers[Int(edge.pointee.payload)].signature)]
        numbers |= row.numbers
        rows.append(row)
      } else {
        numbers |= add(row: Int(side.kinds[Int(edge.pointee.kind)]))
      }
      next = direction == .right ? edge.pointee.nextByStart : edge.pointee.nextByEnd
    }
    if let unit = ground.unit(beside: place, direction) { numbers |= add(row: side.row(of: unit)) }
    return numbers
  }

  /// Row 0 is that of what nobody reads.
  @inline(__always)
  private mutating func add(row: Int) -> UInt64 {
    guard row != 0 else { return 0 }
    let numbers = side.numbers[row]
    rows.append(Row(words: side.rows + row &* width, numbers: numbers))
    return numbers
  }

  /// The programs of one word of the rows that can read what stands at the place gathered last.
  @inline(__always)
  func programs(ofWord word: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<rows.count where rows[index].numbers &>> UInt64(word & 63) & 1 != 0 {
      bits |= rows[index].words[word]
    }
    return bits
  }
}
