// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What a walk looks at, as plain pointers: the characters of the text and what was found in it so
/// far. It holds until something is added to the lattice.
struct Ground: BitwiseCopyable {
  let units: UnsafePointer<UInt16>
  let count: Int32
  let edges: UnsafePointer<Lattice.Edge>
  let places: UnsafePointer<Lattice.Place>

  /// The character to one side of a place; `nil` at an end of the text.
  @inline(__always)
  func unit(beside place: Int32, _ direction: Matcher.Direction) -> UInt16? {
    let next = direction == .right ? place : place &- 1
    return next >= 0 && next < count ? units[Int(next)] : nil
  }

  /// The bits of the edges that may be read from a place on.
  @inline(__always)
  func mask(at place: Int32, _ direction: Matcher.Direction) -> UInt64 {
    direction == .right ? places[Int(place)].startMask : places[Int(place)].endMask
  }

  /// The first edge that may be read from a place on; -1 where none is.
  @inline(__always)
  func first(at place: Int32, _ direction: Matcher.Direction) -> Int32 {
    direction == .right ? places[Int(place)].firstByStart : places[Int(place)].firstByEnd
  }

  /// Whether one of the edges from a place on is meant.
  @inline(__always)
  func anyEdge(from place: Int, _ isMeant: (Lattice.Edge) -> Bool) -> Bool {
    Lattice.Edge.any(from: places[place].firstByStart, in: edges, isMeant)
  }

  // MARK: Spaces

  /// The place behind a space that a printer put between a word and a number; -1 where none is.
  @inline(__always)
  func placeBehindSpace(_ place: Int32, _ direction: Matcher.Direction) -> Int32 {
    unit(beside: place, direction) == Mark.space ? behindSpace(place, direction) : -1
  }

  @inline(never)
  private func behindSpace(_ place: Int32, _ direction: Matcher.Direction) -> Int32 {
    let space = Int(direction == .right ? place : place - 1)
    let isBetween =
      space > 0 && CharacterClass.of(units[space - 1]).meets(.besideSpace)
      || space + 1 < Int(count) && CharacterClass.of(units[space + 1]).meets(.besideSpace)
    return isBetween ? place + (direction == .right ? 1 : -1) : -1
  }

  // MARK: Masks

  /// Whether what is wanted may stand at `place`, or behind a space that may be stepped over: whether a
  /// state may get on from there. A look at a few bits.
  @inline(__always)
  func mayRead(
    _ wants: Wants, at place: Int32, _ direction: Matcher.Direction
  ) -> Bool {
    if wants.isOpen || mayRead(wants.mask, wants.characters, at: place, direction) { return true }
    guard !wants.classes.isEmpty, let unit = unit(beside: place, direction) else { return false }
    return CharacterClass.of(unit).meets(wants.classes)
  }

  /// Whether one of the edges of `kinds`, or of the characters of `characters`, may stand there.
  @inline(__always)
  func mayRead(
    _ kinds: UInt64, _ characters: UInt64, at place: Int32, _ direction: Matcher.Direction
  ) -> Bool {
    if mask(at: place, direction) & kinds != 0 { return true }
    guard let unit = unit(beside: place, direction) else { return false }
    if characters & (1 &<< UInt64(unit & 63)) != 0 { return true }
    return unit == Mark.space && mayReadBehindSpace(kinds, characters, at: place, direction)
  }

  /// What stands to one side of a place, or behind a space that may be stepped over there, in bits: for what
  /// is asked of one place again and again.
  struct Beside: BitwiseCopyable {
    fileprivate var mask: UInt64
    fileprivate var characters: UInt64 = 0
    fileprivate var classes: CharacterClass = []

    /// Whether what is wanted may stand there.
    @inline(__always)
    func mayBe(_ wants: Wants) -> Bool {
      wants.isOpen || mask & wants.mask | characters & wants.characters != 0
        || classes.meets(wants.classes)
    }
  }

  @inline(__always)
  func beside(_ place: Int32, _ direction: Matcher.Direction) -> Beside {
    var beside = Beside(mask: mask(at: place, direction))
    guard let unit = unit(beside: place, direction) else { return beside }
    beside.characters = 1 &<< UInt64(unit & 63)
    beside.classes = CharacterClass.of(unit)
    let behind = placeBehindSpace(place, direction)
    guard behind >= 0 else { return beside }
    beside.mask |= mask(at: behind, direction)
    if let next = self.unit(beside: behind, direction) {
      beside.characters |= 1 &<< UInt64(next & 63)
    }
    return beside
  }

  @inline(never)
  private func mayReadBehindSpace(
    _ kinds: UInt64, _ characters: UInt64, at place: Int32, _ direction: Matcher.Direction
  ) -> Bool {
    let behind = placeBehindSpace(place, direction)
    guard behind >= 0 else { return false }
    if mask(at: behind, direction) & kinds != 0 { return true }
    guard let unit = unit(beside: behind, direction) else { return false }
    return characters & (1 &<< UInt64(unit & 63)) != 0
  }
}
