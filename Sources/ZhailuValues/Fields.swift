// SPDX-License-Identifier: Apache-2.0

/// What a rule's slots hold, by the names of the fields they fill.
///
/// 超过40亿元 gives `modifier: more_than` (a column of its lexicon), `amount: 40亿` (a numeral) and
/// `currency: CNY`. The ends of a range are groups: `start` and `end`, each with fields of its own.
package struct Fields: Sendable {
  package indirect enum Field: Sendable {
    case numeral(Numeral)
    case text(String)
    case group(Fields)
  }

  package private(set) var entries: [(name: String, field: Field)] = []

  package init() {}

  /// Adds a field; of several by one name, the first is the one that counts, but for lists.
  package mutating func append(_ name: String, _ field: Field) {
    guard let dot = name.firstIndex(of: ".") else {
      entries.append((name, field))
      return
    }
    let group = String(name[..<dot])
    let rest = String(name[name.index(after: dot)...])
    if let index = entries.firstIndex(where: { $0.name == group }),
      case .group(var fields) = entries[index].field
    {
      fields.append(rest, field)
      entries[index].field = .group(fields)
    } else {
      var fields = Fields()
      fields.append(rest, field)
      entries.append((group, .group(fields)))
    }
  }

  package var isEmpty: Bool { entries.isEmpty }

  package func numeral(_ name: String) -> Numeral? {
    for case (name, .numeral(let numeral)) in entries { return numeral }
    return nil
  }

  package func text(_ name: String) -> String? {
    for case (name, .text(let text)) in entries { return text }
    return nil
  }

  package func group(_ name: String) -> Fields? {
    for case (name, .group(let fields)) in entries { return fields }
    return nil
  }

  /// All fields of one name, in order: the parts of a composed duration.
  package func all(_ name: String) -> [Field] {
    entries.filter { $0.name == name }.map(\.field)
  }

  /// All texts of one name, in order.
  package func texts(_ name: String) -> [String] {
    entries.compactMap { entry in
      if entry.name == name, case .text(let text) = entry.field { return text }
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
