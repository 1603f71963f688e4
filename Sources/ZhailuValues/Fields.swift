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

  /// A field: numerals and groups lie in lists of their own, so that a look over the names passes
  /// little.
  fileprivate struct Entry: Sendable {
    enum Kind: Sendable, BitwiseCopyable { case numeral, text, group }

    let name: FieldName
    let kind: Kind
    /// Of a numeral or group.
    let place: Int
    let text: String
  }

  private var list: [Entry] = []
  private var numerals: [Numeral] = []
  private var groups: [Fields] = []

  package init() {}

  /// Adds a field; of several by one name, the first is the one that counts, but for lists.
  package mutating func append(_ name: String, _ field: Field) {
    append(FieldPath(name), field)
  }

  /// Groups before the place `first` are someone else's: the field goes into none of them.
  package mutating func append(_ path: FieldPath, _ field: Field, behind first: Int = 0) {
    append(path.name, in: path.groups[...], field, behind: first)
  }

  /// The same of a text, which most fields are.
  package mutating func append(_ path: FieldPath, text: String, behind first: Int) {
    if path.groups.isEmpty {
      list.append(Entry(name: path.name, kind: .text, place: 0, text: text))
    } else {
      append(path.name, in: path.groups[...], .text(text), behind: first)
    }
  }

  /// Texts with their names that were put together before, to be added at once: the columns of an entry
  /// of a lexicon.
  package struct Texts: Sendable {
    fileprivate var list: [Entry] = []

    package init() {}

    package mutating func append(_ name: FieldName, _ text: String) {
      list.append(Entry(name: name, kind: .text, place: 0, text: text))
    }
  }

  package mutating func append(_ texts: Texts) { list.append(contentsOf: texts.list) }

  /// Adds all fields of others, in groups.
  package mutating func append(
    contentsOf fields: Fields, in groups: [FieldName], behind first: Int
  ) {
    for (name, field) in fields.entries { append(name, in: groups[...], field, behind: first) }
  }

  private mutating func append(
    _ name: FieldName, in path: ArraySlice<FieldName>, _ field: Field, behind first: Int
  ) {
    guard let group = path.first else { return append(name, field) }
    if let index = firstIndex(of: group, from: first), list[index].kind == .group {
      groups[list[index].place].append(name, in: path.dropFirst(), field, behind: 0)
    } else {
      var inner = Fields()
      inner.append(name, in: path.dropFirst(), field, behind: 0)
      append(group, .group(inner))
    }
  }

  private mutating func append(_ name: FieldName, _ field: Field) {
    switch field {
    case .text(let text): list.append(Entry(name: name, kind: .text, place: 0, text: text))
    case .numeral(let numeral):
      list.append(Entry(name: name, kind: .numeral, place: numerals.count, text: ""))
      numerals.append(numeral)
    case .group(let inner):
      list.append(Entry(name: name, kind: .group, place: groups.count, text: ""))
      groups.append(inner)
    }
  }

  /// Leaves none, and the room that they had.
  package mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    numerals.removeAll(keepingCapacity: true)
    if !groups.isEmpty { groups.removeAll(keepingCapacity: true) }
  }

  package var count: Int { list.count }
  package var isEmpty: Bool { list.isEmpty }
  /// Of those that are numerals.
  package var numeralCount: Int { numerals.count }

  /// All fields with their names, in order.
  package var entries: some Sequence<(FieldName, Field)> {
    list.lazy.map { ($0.name, field($0)) }
  }

  private func field(_ entry: Entry) -> Field {
    switch entry.kind {
    case .text: .text(entry.text)
    case .numeral: .numeral(numerals[entry.place])
    case .group: .group(groups[entry.place])
    }
  }

  /// The fields but those of one name.
  package func without(_ name: FieldName) -> Fields {
    var rest = self
    rest.list.removeAll { $0.name == name }
    return rest
  }

  /// With another numeral in the place of the first by a name.
  func with(_ name: FieldName, _ numeral: Numeral) -> Fields {
    var other = self
    if let index = firstIndex(of: name, .numeral) {
      other.numerals[list[index].place] = numeral
    }
    return other
  }

  package func has(_ name: FieldName) -> Bool { firstIndex(of: name, from: 0) != nil }

  private func firstIndex(of name: FieldName, from start: Int) -> Int? {
    var index = start
    while index < list.count {
      if list[index].name == name { return index }
      index += 1
    }
    return nil
  }

  /// The first field of a name and a kind.
  private func firstIndex(of name: FieldName, _ kind: Entry.Kind) -> Int? {
    for index in list.indices where list[index].name == name && list[index].kind == kind {
      return index
    }
    return nil
  }

  package func numeral(_ name: FieldName) -> Numeral? {
    if numerals.isEmpty { return nil }
    return firstIndex(of: name, .numeral).map { numerals[list[$0].place] }
  }

  package func text(_ name: FieldName) -> String? {
    firstIndex(of: name, .text).map { list[$0].text }
  }

  package func group(_ name: FieldName) -> Fields? {
    if groups.isEmpty { return nil }
    return firstIndex(of: name, .group).map { groups[list[$0].place] }
  }

  /// All texts of one name, in order.
  package func texts(_ name: FieldName) -> [String] {
    list.compactMap { $0.kind == .text && $0.name == name ? $0.text : nil }
  }

  /// A number, from a numeral or from a lexicon's column: 12 of 12, 0.5 of 半.
  package func decimal(_ name: FieldName) -> ExactDecimal? {
    if let numeral = numeral(name) { return numeral.value }
    return text(name).flatMap { ExactDecimal($0) }
  }

  /// An integer, from a numeral or from a lexicon's column.
  package func integer(_ name: FieldName) -> Int? {
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

  package func modifier(_ name: FieldName = "modifier") -> Modifier? {
    text(name).flatMap(Modifier.init)
  }
}
