// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// For each program the edges that it is to be tried at, in the order in which they were found, and
/// which units have such programs.
struct AnchorLists {
  /// An edge in a list.
  struct Anchor: BitwiseCopyable {
    let edge: Int32
    /// The next of the list, -1 after the last.
    fileprivate(set) var next: Int32
  }

  fileprivate struct List: BitwiseCopyable {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private let index: AnchorIndex
  var needs: Needs
  private(set) var anchors = Buffer<Anchor>(capacity: 4096)
  /// By the place of a program in the order of running.
  private var lists = Buffer<List>()
  /// A bit for each of them whose list is not empty.
  private var listed = Buffer<UInt64>()
  /// A bit for each unit, by its place in the order of running.
  private let pending: UnsafeMutablePointer<UInt64>
  private let pendingCount: Int
  /// Whether what nobody can read is listed too, for people who ask why something was not found.
  private var keepsAll = false
  /// Who can read what stands to the sides of the edge in question.
  private var right: SideReaders
  private var left: SideReaders

  /// What is known of the numerals of the text, and by their signatures what may begin at them. Made when
  /// a signature is met first.
  private var answers: UnsafePointer<NumeralTests.Answer>
  private var allowed = Buffer<UnsafePointer<UInt64>>()
  /// By signature: the words of their range, by numbers & 63, that have a program which may begin.
  private var allowedNumbers = Buffer<UInt64>()
  private let noAnswers: UnsafePointer<NumeralTests.Answer>

  init(rules: RuleSet) {
    index = AnchorIndex(rules.tables.anchors)
    needs = Needs(rules.tables.needs)
    pendingCount = (rules.order.count + 63) / 64
    pending = .allocate(capacity: pendingCount)
    pending.initialize(repeating: 0, count: pendingCount)
    noAnswers = UnsafePointer(UnsafeMutablePointer<NumeralTests.Answer>.allocate(capacity: 1))
    answers = noAnswers
    right = SideReaders(index.right, width: index.width, noAnswers)
    left = SideReaders(index.left, width: index.width, noAnswers)
  }

  func free() {
    needs.free()
    anchors.free()
    lists.free()
    listed.free()
    pending.deallocate()
    right.free()
    left.free()
    for row in allowed.elements { row.deallocate() }
    allowed.free()
    allowedNumbers.free()
    noAnswers.deallocate()
  }

  mutating func removeAll(keepsAll: Bool) {
    self.keepsAll = keepsAll
    anchors.removeAll()
    forgetLists()
    pending.update(repeating: 0, count: pendingCount)
  }

  /// Of a short text few lists hold anything.
  private mutating func forgetLists() {
    guard listed.count > 0 else {
      lists.fill(List(), count: index.count)
      listed.fill(0, count: index.count / 64 + 1)
      return
    }
    for word in 0..<listed.count where listed[word] != 0 {
      forEachBit(of: listed[word]) { lists[word << 6 | $0] = List() }
      listed[word] = 0
    }
  }

  // MARK: Adding

  /// Begins to add edges that are all in the lattice.
  mutating func begin(_ tests: NumeralTests) {
    answers = UnsafePointer(tests.answers.base)
    right.begin(answers)
    left.begin(answers)
    while allowed.count < tests.signatures.count {
      addRows(passing: tests.signatures[allowed.count])
    }
  }

  /// Adds the rows of a signature, that of numerals that pass these tests.
  private mutating func addRows(passing passed: UInt64) {
    right.addRow(passing: passed)
    left.addRow(passing: passed)
    let row = UnsafeMutablePointer<UInt64>.allocate(capacity: index.width)
    row.initialize(repeating: ~0, count: index.width)
    forEachBit(of: ~passed) { test in
      for word in 0..<index.width { row[word] &= ~index.tested[test * index.width + word] }
    }
    allowed.append(UnsafePointer(row))
    let range = index.ranges[EdgeKinds.numeral]
    var numbers: UInt64 = 0
    for next in Int(range.first)..<Int(range.end) {
      let word = index.words[next]
      if word.programs & row[Int(word.number)] != 0 { numbers |= 1 << UInt64(word.number & 63) }
    }
    allowedNumbers.append(numbers)
  }

  /// Adds an edge to the lists of the programs that begin at it and can get on from it. Most edges take
  /// but a look at a few bits.
  @inline(__always)
  mutating func add(_ edge: Int32, _ ground: Ground) {
    let found = ground.edges + Int(edge)
    let kind = found.pointee.kind
    let bits = index.beginning[Int(kind >> 6)]
    guard bits &>> UInt64(kind & 63) & 1 != 0 else { return }
    let range = index.ranges + Int(kind)
    if range.pointee.isOpen || keepsAll {
      addAll(edge, found, range, ground)
    } else if index.mayGetOn(from: found, ground) {
      addSome(edge, found, range, ground)
    }
  }

  @inline(never)
  private mutating func addSome(
    _ edge: Int32, _ found: UnsafePointer<Lattice.Edge>, _ range: UnsafePointer<AnchorTables.Range>,
    _ ground: Ground
  ) {
    // By the numbers of words: those in which a program can get on.
    var numbers = right.gather(at: found.pointee.end, .right, ground) | range.pointee.openRight
    numbers &= range.pointee.numbers
    if found.pointee.source == .numeral {
      numbers &= allowedNumbers[Int(answers[Int(found.pointee.payload)].signature)]
    }
    if numbers == 0 { return }
    numbers &= range.pointee.openLeft | left.gather(at: found.pointee.start, .left, ground)
    if index.width <= 64 {
      let first = index.words + Int(range.pointee.first)
      forEachBit(of: numbers) {
        let before = range.pointee.numbers & (1 &<< UInt64($0) &- 1)
        add(edge, found, first + before.nonzeroBitCount, number: $0)
      }
    } else {
      for next in range.pointee.first..<range.pointee.end {
        let word = index.words + Int(next)
        let number = Int(word.pointee.number)
        if numbers &>> UInt64(number & 63) & 1 != 0 { add(edge, found, word, number: number) }
      }
    }
  }

  /// Adds an edge to the lists of the programs of a word that can get on from it. The word's number is
  /// handed over, so that the rows need not wait for the word.
  @inline(__always)
  private mutating func add(
    _ edge: Int32, _ found: UnsafePointer<Lattice.Edge>, _ word: UnsafePointer<AnchorTables.Word>,
    number: Int
  ) {
    var bits = word.pointee.openRight | right.programs(ofWord: number)
    bits &= word.pointee.programs
    if bits == 0 { return }
    bits &= word.pointee.openLeft | left.programs(ofWord: number)
    if bits != 0 { enlist(bits, word, edge, found) }
  }

  /// Programs that can get on from anything, or, where all are kept, those whose readers cannot too.
  @inline(never)
  private mutating func addAll(
    _ edge: Int32, _ found: UnsafePointer<Lattice.Edge>, _ range: UnsafePointer<AnchorTables.Range>,
    _ ground: Ground
  ) {
    if !range.pointee.isOpen {
      _ = right.gather(at: found.pointee.end, .right, ground)
      _ = left.gather(at: found.pointee.start, .left, ground)
    }
    for number in range.pointee.first..<range.pointee.end {
      let word = index.words + Int(number)
      var bits = word.pointee.programs
      if !range.pointee.isOpen {
        bits &= word.pointee.openRight | right.programs(ofWord: Int(word.pointee.number))
        bits &= word.pointee.openLeft | left.programs(ofWord: Int(word.pointee.number))
        bits |= word.pointee.read
      }
      enlist(bits, word, edge, found)
    }
  }

  @inline(__always)
  private mutating func enlist(
    _ bits: UInt64, _ word: UnsafePointer<AnchorTables.Word>, _ edge: Int32,
    _ found: UnsafePointer<Lattice.Edge>
  ) {
    let number = Int(word.pointee.number)
    var bits = bits
    if found.pointee.source == .numeral {
      bits &= allowed[Int(answers[Int(found.pointee.payload)].signature)][number]
    }
    if bits & needs.having[number] != 0 { bits = needs.leave(of: bits, word: number, found) }
    forEachBit(of: bits) { enlist(edge, Int(index.ordinals[number << 6 | $0])) }
  }

  @inline(__always)
  private mutating func enlist(_ edge: Int32, _ program: Int) {
    let number = Int32(truncatingIfNeeded: anchors.count)
    anchors.append(Anchor(edge: edge, next: -1))
    let last = lists[program].last
    if last >= 0 {
      anchors.base[Int(last)].next = number
      lists.base[program].last = number
    } else {
      lists.base[program] = List(first: number, last: number)
      listed.base[program >> 6] |= 1 &<< UInt64(program & 63)
      let unit = index.places[program]
      pending[Int(unit >> 6)] |= 1 &<< UInt64(unit & 63)
    }
  }

  // MARK: Asking

  /// The lists as plain pointers, which hold until something is added.
  struct View: BitwiseCopyable {
    fileprivate let anchors: UnsafePointer<Anchor>
    fileprivate let lists: UnsafePointer<List>
    fileprivate let listed: UnsafePointer<UInt64>
    fileprivate let firstOrdinals: UnsafePointer<Int32>
    fileprivate let programsInOrder: UnsafePointer<Int32>

    /// The first of the anchors of a program, by its place in the order of running; -1 where there is
    /// none.
    @inline(__always)
    func first(of program: Int) -> Int32 { lists[program].first }

    @inline(__always)
    subscript(_ number: Int32) -> Anchor { anchors[Int(number)] }

    /// Calls `body` with each program that has anchors, of the unit at a place in the order of running:
    /// its place in that order, and its number in the machine.
    @inline(__always)
    func forEachListed(ofUnitAt place: Int, _ body: (Int, Int32) -> Void) {
      var next = Int(firstOrdinals[place])
      let end = Int(firstOrdinals[place &+ 1])
      while next < end {
        let bits = listed[next >> 6] &>> UInt64(next & 63)
        guard bits != 0 else {
          next = (next | 63) &+ 1
          continue
        }
        next &+= bits.trailingZeroBitCount
        guard next < end else { return }
        body(next, programsInOrder[next])
        next &+= 1
      }
    }
  }

  var view: View {
    View(
      anchors: UnsafePointer(anchors.base), lists: UnsafePointer(lists.base),
      listed: UnsafePointer(listed.base), firstOrdinals: index.firstOrdinals,
      programsInOrder: index.programsInOrder)
  }

  /// Makes the unit at a place in the order of running pending, whatever is found.
  func setPending(_ place: Int) { pending[place >> 6] |= 1 &<< UInt64(place & 63) }

  /// The first place in the order of running, from `place` on, whose unit is pending; `nil` after
  /// the last.
  @inline(__always)
  func firstPending(from place: Int) -> Int? {
    var word = place >> 6
    guard word < pendingCount else { return nil }
    var bits = pending[word] & (~0 &<< UInt64(place & 63))
    while bits == 0 {
      word &+= 1
      if word == pendingCount { return nil }
      bits = pending[word]
    }
    return word << 6 | bits.trailingZeroBitCount
  }
}
