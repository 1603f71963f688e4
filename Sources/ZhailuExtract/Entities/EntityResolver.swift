// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Joins the names of organizations of a document into bodies: each gets the canonical name of its
/// body, the longest form in the document.
///
/// A short form (see `ShortForm`) belongs to an earlier or later full name; of several to the one
/// that stands last before it, else to the first behind it. A name that the article declares as
/// short, 中国石油化工股份有限公司(以下简称“中国石化”), belongs to the one it is declared for.
///
/// Names are added in the order of the text and get numbers from 0; a name that was there before has
/// the number that it got then. What it needs is used again for the next document.
struct EntityResolver {
  /// A name: so much of `units` and of `originals`.
  struct Name: BitwiseCopyable {
    let start: Int32
    let count: Int32
    /// Bits that stand for its characters, and for all but the last.
    let mask: UInt64
    let bodyMask: UInt64
    let hash: UInt64
    /// The name before it in the same bucket, -1 where there is none.
    var next: Int32
    /// The name that it is declared as short for, -1 where there is none.
    var declared: Int32 = -1
    var canonical: Int32 = -1
  }

  /// A name that holds a character, in a list of all that do.
  struct Holder: BitwiseCopyable {
    let unit: UInt16
    let name: Int32
    let next: Int32
  }

  /// What records say of a name; the texts of a canonical one are made when they are asked for.
  struct Form {
    let kind: BodyKind
    /// What a lexicon says is its full name.
    let full: String?
    var name = ""
    var entity = ""
  }

  /// The names in the folded form that rules see, and as the source has them.
  var units = Buffer<UInt16>(capacity: 1024)
  var originals = Buffer<UInt16>(capacity: 1024)
  var names = Buffer<Name>(capacity: 64)
  var forms: [Form] = []
  private var holders = Buffer<Holder>(capacity: 1024)
  private var order = Buffer<Int32>(capacity: 64)
  /// The last name of each bucket, which the first `bucketBits` bits of a hash tell.
  private var lastNames = Buffer<Int32>(capacity: 1 << fewestBits)
  private var bucketBits = fewestBits
  /// The last holder of each character; -1 of all at first, and again when the next document comes.
  private let lastHolders = SparseNumbers(count: 0x10000)

  /// By the hash of a full name that a lexicon gives: the longest of the names that have it.
  var known: [UInt64: Int32] = [:]
  /// Pairs of names that the text says are of one body.
  var joined: [(one: Int32, other: Int32)] = []

  private static let fewestBits = 10
  /// With how many fuller names a name is compared, so that long documents take no longer for each.
  private static let mostTried = 400

  let short: ShortForm

  init(_ forms: NameForms) {
    short = ShortForm(forms: forms)
  }

  func free() {
    units.free()
    originals.free()
    names.free()
    holders.free()
    order.free()
    lastNames.free()
    lastHolders.free()
  }

  /// Forgets all names.
  mutating func reset() {
    guard names.count > 0 || lastNames.count == 0 else { return }
    units.removeAll()
    originals.removeAll()
    names.removeAll()
    forms.removeAll(keepingCapacity: true)
    joined.removeAll()
    bucketBits = Self.fewestBits
    lastNames.fill(-1, count: 1 << bucketBits)
  }

  // MARK: Names

  /// Adds a name, folded and as the source has it, of an organization of the kind `kind`; returns its
  /// number.
  mutating func add(
    _ name: UnsafeBufferPointer<UInt16>, _ original: UnsafeBufferPointer<UInt16>, kind: BodyKind,
    full: String? = nil
  ) -> Int32 {
    var mask: UInt64 = 0
    var bodyMask: UInt64 = 0
    for unit in name {
      bodyMask = mask
      mask |= 1 << UInt64(unit & 63)
    }
    let hash = Self.hash(of: name)
    var known = lastName(ofHash: hash)
    while known >= 0 {
      if names[Int(known)].hash == hash, isOriginal(of: known, original) { return known }
      known = names[Int(known)].next
    }
    if names.count >> bucketBits > 0 { addBuckets() }
    let number = Int32(truncatingIfNeeded: names.count)
    names.append(
      Name(
        start: Int32(truncatingIfNeeded: units.count), count: Int32(truncatingIfNeeded: name.count),
        mask: mask, bodyMask: bodyMask, hash: hash, next: lastNames[bucket(of: hash)]))
    units.append(contentsOf: name)
    originals.append(contentsOf: original)
    forms.append(Form(kind: kind, full: full))
    lastNames.base[bucket(of: hash)] = number
    return number
  }

  static func hash(of units: some Collection<UInt16>) -> UInt64 {
    units.reduce(0) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// The last name of the bucket of a hash.
  func lastName(ofHash hash: UInt64) -> Int32 { lastNames[bucket(of: hash)] }

  private func bucket(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(64 - bucketBits))
  }

  /// Four times as many, so that there are few names in each.
  private mutating func addBuckets() {
    bucketBits += 2
    lastNames.fill(-1, count: 1 << bucketBits)
    for number in 0..<names.count {
      let bucket = bucket(of: names[number].hash)
      names.base[number].next = lastNames[bucket]
      lastNames.base[bucket] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Says that one name is declared as short for another. The first declaration counts.
  mutating func declare(_ short: Int32, shortFor full: Int32) {
    if names[Int(short)].declared < 0 { names.base[Int(short)].declared = full }
  }

  func length(of name: Int32) -> Int { Int(names[Int(name)].count) }

  subscript(_ name: Int32) -> ShortForm.Units {
    let name = names[Int(name)]
    return UnsafeBufferPointer(units.elements)[Int(name.start)..<Int(name.start + name.count)]
  }

  private func isOriginal(of name: Int32, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    let name = names[Int(name)]
    return Int(name.count) == units.count
      && originals.elements[Int(name.start)..<Int(name.start + name.count)].elementsEqual(units)
  }

  // MARK: Bodies

  /// What records say of all mentions of the body that a name is one of: the canonical name, the kind,
  /// and the entity, `page-1:石景山区工商联`.
  mutating func body(
    of name: Int32, in document: String
  ) -> (name: String, kind: BodyKind, entity: String) {
    let number = names[Int(name)].canonical
    if forms[Int(number)].entity.isEmpty {
      let canonical = names[Int(number)]
      let range = Int(canonical.start)..<Int(canonical.start + canonical.count)
      let text = String(units: UnsafeBufferPointer(rebasing: originals.elements[range]))
      forms[Int(number)].name = text
      forms[Int(number)].entity = "\(document):\(text)"
    }
    let form = forms[Int(number)]
    return (form.name, form.kind, form.entity)
  }

  /// Finds the canonical name of each name: from the longest to the shortest, each is tried against
  /// the fuller ones that hold its first character.
  mutating func resolve() {
    guard names.count > 0 else { return }
    for holder in holders.elements { lastHolders[Int(holder.unit)] = -1 }
    holders.removeAll()
    order.removeAll()
    known.removeAll(keepingCapacity: true)
    for name in 0..<names.count { order.append(Int32(truncatingIfNeeded: name)) }
    Sorting.sortStably(order.elements) { precedes($0, $1) }
    for index in 0..<order.count {
      let name = order[index]
      let declared = names[Int(name)].declared
      var full = declared >= 0 ? declared : fullName(of: name)
      if full < 0 { full = ownerName(for: name) }
      if full < 0 { full = knownName(for: name) }
      let canonical = full < 0 ? name : names[Int(full)].canonical
      names.base[Int(name)].canonical = canonical < 0 ? full : canonical
      addHolders(of: name)
    }
    for (one, other) in joined { unite(one, other) }
  }

  /// The longer name is first. Where not all names can be tried, the order of equally long ones counts:
  /// it is that of the alphabet.
  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (one, other) = (names[Int(one)], names[Int(other)])
    guard one.count == other.count, names.count > Self.mostTried else {
      return one.count > other.count
    }
    for offset in 0..<Int(one.count) {
      let unit = originals[Int(one.start) + offset]
      let otherUnit = originals[Int(other.start) + offset]
      guard unit != otherUnit else { continue }
      // Surrogates stand for characters behind all others.
      let isSurrogate = unit & 0xF800 == 0xD800
      return isSurrogate == (otherUnit & 0xF800 == 0xD800) ? unit < otherUnit : !isSurrogate
    }
    return false
  }

  private mutating func addHolders(of name: Int32) {
    for unit in self[name] {
      let last = lastHolders[Int(unit)]
      // A character that stands twice in the name.
      if last >= 0, holders[Int(last)].name == name { continue }
      lastHolders[Int(unit)] = Int32(truncatingIfNeeded: holders.count)
      holders.append(Holder(unit: unit, name: name, next: last))
    }
  }

  /// Whether a name goes on behind another one that `short` is short for, and so names a branch of
  /// that: 县联社 is 沁水县联合社, not 沁水县联合社土沃社.
  private func isBranch(_ full: Int32, for short: ShortForm.Units) -> Bool {
    for name in holders(ofFirstOf: short) {
      let other = self[name]
      // From the shortest on.
      if other.count >= self[full].count { return false }
      if self[full].starts(with: other), self.short.isShort(short, of: other) { return true }
    }
    return false
  }

  /// Of the names that a name is short for the one that stands last before it, else the first; -1
  /// where there is none.
  private func fullName(of name: Int32) -> Int32 {
    let (short, mask, kind) = (self[name], names[Int(name)].bodyMask, forms[Int(name)].kind)
    let full = nearest(to: name, amongHoldersOf: short) { full in
      mask & ~names[Int(full)].mask == 0
        && self.short.isShort(
          short, of: self[full], isClub: forms[Int(full)].kind == .sport,
          areFirms: kind == .company && forms[Int(full)].kind == .company)
        && !isBranch(full, for: short)
    }
    guard full < 0, self.short.hasLevel(short) else { return full }
    return nearest(to: name, amongHoldersOf: short.dropFirst()) { full in
      self.short.isOfLevel(short, of: self[full])
    }
  }

  /// Of the names that hold the first character of `short` and are full ones the last before `name`,
  /// else the first behind it.
  private func nearest(
    to name: Int32, amongHoldersOf short: ShortForm.Units, _ isFull: (Int32) -> Bool
  ) -> Int32 {
    var before: Int32 = -1
    var after = Int32.max
    for full in holders(ofFirstOf: short) {
      let isBetter = full < name ? full > before : before < 0 && full < after
      guard isBetter, isFull(full) else { continue }
      if full < name { before = full } else { after = full }
    }
    return before >= 0 ? before : after == .max ? -1 : after
  }

  /// The names that hold the first character of a short form, no more of them than are tried.
  func holders(ofFirstOf short: ShortForm.Units) -> HolderList {
    let next = short.first.map { lastHolders[Int($0)] } ?? -1
    return HolderList(holders: holders, nextHolder: next, left: Self.mostTried)
  }

  struct HolderList: Sequence, IteratorProtocol {
    let holders: Buffer<Holder>
    var nextHolder: Int32
    var left: Int

    mutating func next() -> Int32? {
      guard nextHolder >= 0, left > 0 else { return nil }
      let holder = holders[Int(nextHolder)]
      (nextHolder, left) = (holder.next, left - 1)
      return holder.name
    }
  }
}
