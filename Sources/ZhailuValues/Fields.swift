// SPDX-License-Identifier: Apache-2.0

/// What a rule's slots hold, by the names of the fields they fill.
///
/// 超过40亿元 gives `modifier: more_than` (a column of its lexicon), `amount: 40亿` (a numeral) and
/// `currency: CNY`. The ends of a range are groups: `start` and `end`, each with fields of its own.
package struct Fields: Sendable {
  package enum Field: Sendable {
    case numeral(Numeral)
    case text(String)
    case group(Fields)
  }

  /// The names of the fields, in a list of their own: they are looked through often.
  private var names: [String] = []
  private var fields: [Field] = []

  package init() {}

  /// Makes room for as many fields as most matches have.
  package mutating func reserve() {
    names.reserveCapacity(8)
    fields.reserveCapacity(8)
  }

  /// Adds a field; of several by one name, the first is the one that counts, but for lists.
  package mutating func append(_ name: String, _ field: Field) {
    append(FieldPath(name), field)
  }

  /// Groups before the place `first` are someone else's: the field goes into none of them.
  package mutating func append(_ path: FieldPath, _ field: Field, behind first: Int = 0) {
    if path.groups.isEmpty {
      names.append(path.name)
      fields.append(field)
    } else {
      append(path.name, in: path.groups[...], field, behind: first)
    }
  }

  private mutating func append(
    _ name: String, in groups: ArraySlice<String>, _ field: Field, behind first: Int
  ) {
    guard let group = groups.first else {
      names.append(name)
      fields.append(field)
      return
    }
    if let index = firstIndex(of: group, from: first), case .group(var inner) = fields[index] {
      inner.append(name, in: groups.dropFirst(), field, behind: 0)
      fields[index] = .group(inner)
    } else {
      var inner = Fields()
      inner.append(name, in: groups.dropFirst(), field, behind: 0)
      names.append(group)
      fields.append(.group(inner))
    }
  }

  /// Leaves none, and the room that they had.
  package mutating func removeAll() {
    names.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }

  package var count: Int { names.count }
  package var isEmpty: Bool { names.isEmpty }

  package var entries: Zip2Sequence<[String], [Field]> { zip(names, fields) }

  package func has(_ name: String) -> Bool { firstIndex(of: name, from: 0) != nil }

  /// The next place of a name. Most names differ in length, which is quickly seen.
  private func firstIndex(of name: String, from start: Int) -> Int? {
    var index = start
    while index < names.count {
      if names[index].utf8.count == name.utf8.count, names[index] == name { return index }
      index += 1
    }
    return nil
  }

  package func numeral(_ name: String) -> Numeral? {
    var next = firstIndex(of: name, from: 0)
    while let index = next {
      if case .numeral(let numeral) = fields[index] { return numeral }
      next = firstIndex(of: name, from: index + 1)
    }
    return nil
  }

  package func text(_ name: String) -> String? {
    var next = firstIndex(of: name, from: 0)
    while let index = next {
      if case .text(let text) = fields[index] { return text }
      next = firstIndex(of: name, from: index + 1)
    }
    return nil
  }

  package func group(_ name: String) -> Fields? {
    var next = firstIndex(of: name, from: 0)
    while let index = next {
      if case .group(let inner) = fields[index] { return inner }
      next = firstIndex(of: name, from: index + 1)
    }
    return nil
  }

  /// All texts of one name, in order.
  package func texts(_ name: String) -> [String] {
    entries.compactMap { entry in
      if entry.0 == name, case .text(let text) = entry.1 { return text }
      return nil
    }
  }

  /// A number, from a numeral or from a lexicon's column: 12 of 12, 0.5 of 半.
  package func decimal(_ name: String) -> ExactDecimal? {
    if let numeral = numeral(name) { return numeral.value }
    return text(name).flatMap { ExactDecimal($0) }
  }

  /// An integer, from a numeral or from a lexicon's column.
  package func integer(_ name: String) -> Int? {
    if let numeral = numeral(name) { return numeral.value?.integer }
    return text(name).flatMap(Self.integer(of:))
  }

  /// An integer in half-width or full-width digits: characters stand as in the source.
  static func integer(of text: String) -> Int? {
    if let number = Int(text) { return number }
    let folded = text.unicodeScalars.map { scalar in
      (0xFF10...0xFF19).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)) : scalar
    }
    return Int(String(String.UnicodeScalarView(folded)))
  }

  package func modifier(_ name: String = "modifier") -> Modifier? {
    text(name).flatMap(Modifier.init)
  }
}
