// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A table of evidence, from a lexicon file with the columns `where`, `weight` and perhaps `pin`.
///
/// | form | where | says |
/// |---|---|---|
/// | 日电 | before | the text before the mention ends so |
/// | {org-stop[class=title]} | after | a word of these entries follows |
/// | 4 | length | four characters |
package struct EvidenceTable: Sendable {
  /// A line of the table.
  package struct Row: Sendable {
    package let form: String
    package let place: EvidenceKey.Place
    package var weight: Int
    /// Whether `tune` must leave the weight as it is.
    package let isPinned: Bool
    package let key: EvidenceKey
  }

  package let name: String
  package private(set) var rows: [Row] = []
  /// The selections of lexicons that rows name in braces, in the order of their text.
  package private(set) var lists: [String] = []
  package let weights: EvidenceWeights
  /// The rules that rows name, in the order of their text.
  package let rules: [String]

  /// `report` is told of lines that say nothing.
  package init(_ lexicon: Lexicon, rules: [String], report: (Diagnostic) -> Void) {
    name = lexicon.name
    self.rules = rules
    var lists: Set<String> = []
    for entry in lexicon.entries {
      if let list = Self.list(of: entry.form) { lists.insert(list.name) }
    }
    self.lists = lists.sorted()
    for index in lexicon.entries.indices {
      let entry = lexicon.entries[index]
      let column = lexicon.value("where", of: index)
      guard let place = column.flatMap(EvidenceKey.Place.init(rawValue:)),
        let key = Self.key(entry.form, place, lists: self.lists, rules: rules)
      else {
        let known = EvidenceKey.Place.allCases.map(\.rawValue).joined(separator: ", ")
        report(
          Diagnostic(
            entry.place, "【\(entry.form)】 says nothing here; 【where】 is one of \(known)"))
        continue
      }
      guard let weight = Int(lexicon.value("weight", of: index) ?? "0") else {
        report(Diagnostic(entry.place, "【\(entry.form)】 has a weight that is no whole number"))
        continue
      }
      rows.append(
        Row(
          form: entry.form, place: place, weight: weight,
          isPinned: lexicon.value("pin", of: index) != nil, key: key))
    }
    weights = EvidenceWeights(rows.map { ($0.key, $0.weight) })
  }

  /// `{org-head}` or `{org-head}队`: the selection, and the text after it.
  static func list(of form: String) -> (name: String, rest: Substring)? {
    guard form.hasPrefix("{"), let end = form.firstIndex(of: "}") else { return nil }
    return (String(form[form.index(after: form.startIndex)..<end]), form[form.index(after: end)...])
  }

  static func key(
    _ form: String, _ place: EvidenceKey.Place, lists: [String], rules: [String]
  ) -> EvidenceKey? {
    if let (name, rest) = list(of: form) {
      guard let list = lists.firstIndex(of: name) else { return nil }
      if place == .joined {
        return EvidenceKey(place.code, hash: hash(Array(String(rest).utf16)), list: list)
      }
      return EvidenceKey(place.code, list: list, number: Int(rest.drop { $0 == " " }) ?? 0)
    }
    let units = FoldTable.fold(form).map { EvidenceKey.unit(shown($0)) }
    switch place {
    case .before, .begins, .inside, .ends, .after, .atStart, .atEnd:
      guard lengths(at: place).contains(units.count) else { return nil }
      return EvidenceKey(
        place.code, units[0], units.count > 1 ? units[1] : 0, units.count > 2 ? units[2] : 0)
    case .anchor, .alone:
      return EvidenceKey(place.code, hash: hash(FoldTable.fold(form)))
    case .length, .middleLength:
      return Int(form).map { EvidenceKey(place.code, list: 0, number: $0) }
    case .rule:
      let parts = form.split(separator: " ")
      guard let rule = rules.firstIndex(of: String(parts[0])) else { return nil }
      return EvidenceKey(
        place.code, list: rule, number: parts.count > 1 ? Int(parts[1]) ?? 0 : 0xFFFF)
    case .document: return DocumentFact(rawValue: form)?.key
    case .acrossStart, .acrossEnd, .whole, .middle, .joined: return nil
    }
  }

  /// How many characters a text has in a place.
  private static func lengths(at place: EvidenceKey.Place) -> ClosedRange<Int> {
    switch place {
    case .before, .ends, .after: 1...3
    case .begins, .inside: 1...2
    default: 2...2
    }
  }

  /// Tables write ¶ for where a line begins or ends and ␣ for a space.
  private static func shown(_ unit: UInt16) -> UInt16 {
    unit == 0xB6 ? 0x0A : unit == 0x2423 ? 0x20 : unit
  }

  private static func hash(_ units: [UInt16]) -> UInt64 {
    units.withUnsafeBufferPointer { EvidenceKey.hash($0, 0, $0.count) }
  }

  /// What the whole document says of a mention.
  package enum DocumentFact: String, CaseIterable, Sendable, BitwiseCopyable {
    /// The same text is a mention elsewhere.
    case again
    /// The article declares it the short name of a mention: (以下简称“金岭煤业”).
    case declared
    /// A mention without its last words, which are a head, and perhaps without its place: 金岭煤业 of
    /// 山西金岭煤业有限公司.
    case headless
    /// Another beginning of a mention, perhaps without its place: 恒安 of 恒安集团.
    case beginning
    /// The end of a mention: 区工商联 of 石景山区工商联.
    case ending
    /// No rule proposes it here: it is no known name and has no head.
    case proposed
    package var code: Int { Self.allCases.firstIndex(of: self)! }
    package var key: EvidenceKey { EvidenceKey(EvidenceKey.Place.document.code, list: code) }
  }
}
