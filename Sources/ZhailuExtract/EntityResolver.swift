// SPDX-License-Identifier: Apache-2.0

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
  private struct Name: BitwiseCopyable {
    let start: Int32
    let count: Int32
    /// Bits that stand for its characters, and for all but the last.
    let mask: UInt64
    let bodyMask: UInt64
    /// The name before it with the same hash, -1 where there is none.
    let next: Int32
    /// The name that it is declared as short for, -1 where there is none.
    var declared: Int32 = -1
    var canonical: Int32 = -1
  }

  /// A character of a name, in a list of those with the same hash.
  private struct Holder: BitwiseCopyable {
    let unit: UInt16
    let name: Int32
    let next: Int32
  }

  /// What records say of a name; the texts of a canonical one are made when they are asked for.
  private struct Form {
    let kind: String
    var name = ""
    var entity = ""
  }

  /// The names in the folded form that rules see, and as the source has them.
  private var units = Buffer<UInt16>(capacity: 1024)
  private var originals = Buffer<UInt16>(capacity: 1024)
  private var names = Buffer<Name>(capacity: 64)
  private var forms: [Form] = []
  private var holders = Buffer<Holder>(capacity: 1024)
  private var order = Buffer<Int32>(capacity: 64)
  /// The last name, and the last holder, of each hash.
  private var lastNames = Buffer<Int32>(capacity: hashes)
  private var lastHolders = Buffer<Int32>(capacity: hashes)

  private static let hashes = 1024
  /// With how many fuller names a name is compared, so that long documents take no longer for each.
  private static let mostTried = 400

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
    lastNames.fill(-1, count: Self.hashes)
  }

  // MARK: Names

  /// Adds a name, folded and as the source has it, of an organization of the kind `kind`; returns its
  /// number.
  mutating func add(
    _ name: UnsafeBufferPointer<UInt16>, _ original: UnsafeBufferPointer<UInt16>, kind: String
  ) -> Int32 {
    var hash: UInt64 = 0
    var mask: UInt64 = 0
    var bodyMask: UInt64 = 0
    for unit in name {
      bodyMask = mask
      mask |= 1 << UInt64(unit & 63)
      hash = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
    }
    let bucket = Int(hash >> 54)
    var known = lastNames[bucket]
    while known >= 0 {
      if isOriginal(of: known, original) { return known }
      known = names[Int(known)].next
    }
    let number = Int32(truncatingIfNeeded: names.count)
    names.append(
      Name(
        start: Int32(truncatingIfNeeded: units.count), count: Int32(truncatingIfNeeded: name.count),
        mask: mask, bodyMask: bodyMask, next: lastNames[bucket]))
    units.append(contentsOf: name)
    originals.append(contentsOf: original)
    forms.append(Form(kind: kind))
    lastNames.base[bucket] = number
    return number
  }

  /// Says that one name is declared as short for another. The first declaration counts.
  mutating func declare(_ short: Int32, shortFor full: Int32) {
    if names[Int(short)].declared < 0 { names.base[Int(short)].declared = full }
  }

  func length(of name: Int32) -> Int { Int(names[Int(name)].count) }

  private subscript(_ name: Int32) -> ShortForm.Units {
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
  ) -> (name: String, kind: String, entity: String) {
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
    holders.removeAll()
    lastHolders.fill(-1, count: Self.hashes)
    order.removeAll()
    for name in 0..<names.count { order.append(Int32(truncatingIfNeeded: name)) }
    Sorting.sortStably(order.elements) { names[Int($0)].count > names[Int($1)].count }
    for index in 0..<order.count {
      let name = order[index]
      let declared = names[Int(name)].declared
      let full = declared >= 0 ? declared : fullName(of: name)
      let canonical = full < 0 ? name : names[Int(full)].canonical
      names.base[Int(name)].canonical = canonical < 0 ? full : canonical
      addHolders(of: name)
    }
  }

  private mutating func addHolders(of name: Int32) {
    for unit in self[name] {
      let bucket = Int(unit) % Self.hashes
      let last = lastHolders[bucket]
      lastHolders.base[bucket] = Int32(truncatingIfNeeded: holders.count)
      holders.append(Holder(unit: unit, name: name, next: last))
    }
  }

  /// Of the names that a name is short for the one that stands last before it, else the first; -1
  /// where there is none.
  private func fullName(of name: Int32) -> Int32 {
    let short = self[name]
    guard let first = short.first else { return -1 }
    var before: Int32 = -1
    var after = Int32.max
    var tried = 0
    var next = lastHolders[Int(first) % Self.hashes]
    while next >= 0, tried < Self.mostTried {
      let holder = holders[Int(next)]
      next = holder.next
      guard holder.unit == first else { continue }
      tried += 1
      let full = holder.name
      let isBetter = full < name ? full > before : before < 0 && full < after
      guard isBetter, names[Int(name)].bodyMask & ~names[Int(full)].mask == 0,
        ShortForm.isShort(short, of: self[full])
      else { continue }
      if full < name { before = full } else { after = full }
    }
    return before >= 0 ? before : after == .max ? -1 : after
  }
}
