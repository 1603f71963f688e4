// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A line of a table of evidence, read: what its form means where it stands.
///
/// | form | where |
/// |---|---|
/// | up to three characters | before, ends, after |
/// | one or two characters | begins, inside |
/// | two characters | at start, at end |
/// | {list} | before, begins, second, inside, after, whole, middle, across start, across end |
/// | text | anchor, alone |
/// | {list} 3 | anchor |
/// | {list}店 | joined |
/// | a number | length, middle length |
/// | a rule, or a rule and a number | rule |
/// | a fact | document |
package struct EvidenceForm {
  /// The selections of lexicons and the rules that the table knows, in the order of their text.
  let lists: [String]
  let rules: [String]

  /// No mention counts as longer, and no middle.
  private static let longest = EvidenceModel.longest
  private static let longestMiddle = EvidenceModel.longestMiddle
  /// Keys have room for so many lists and so many rules.
  static let most = 64

  struct Fault: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  func key(_ form: String, _ place: EvidenceKey.Place) throws(Fault) -> EvidenceKey {
    if let (name, rest) = EvidenceTable.list(of: form) {
      return try key(list: name, rest: String(rest), place)
    }
    switch place {
    case .before, .ends, .after: return try characters(form, place, 1...3)
    case .begins, .inside: return try characters(form, place, 1...2)
    case .atStart, .atEnd: return try characters(form, place, 2...2)
    case .anchor, .alone: return EvidenceKey(place.code, hash: Self.hash(form))
    case .length:
      return EvidenceKey(place.code, list: 0, number: try number(form, 1...Self.longest))
    case .middleLength:
      return EvidenceKey(place.code, list: 0, number: try number(form, 0...Self.longestMiddle))
    case .rule: return try rule(form, place)
    case .document:
      guard let fact = EvidenceTable.DocumentFact(rawValue: form) else {
        let known = EvidenceTable.DocumentFact.allCases.map(\.rawValue)
        throw Fault("an article does not say 【\(form)】" + hint(for: form, among: known))
      }
      return fact.key
    case .acrossStart, .acrossEnd, .second, .whole, .middle, .joined:
      throw Fault("【\(form)】: only a {lexicon} can stand 【\(place.rawValue)】")
    }
  }

  private func key(
    list name: String, rest: String, _ place: EvidenceKey.Place
  ) throws(Fault) -> EvidenceKey {
    guard let list = lists.firstIndex(of: name) else { throw Fault("no list 【\(name)】") }
    switch place {
    case .joined:
      guard !rest.isEmpty else {
        throw Fault("【{\(name)}】 is 【joined】 to nothing; write the anchor behind it")
      }
      return EvidenceKey(place.code, hash: Self.hash(rest), list: list)
    case .anchor:
      let text = String(rest.drop { $0 == " " })
      return EvidenceKey(
        place.code, list: list, number: try number(text, 0...Self.longestMiddle))
    case .before, .begins, .second, .inside, .after, .whole, .middle, .acrossStart, .acrossEnd:
      guard rest.isEmpty else { throw Fault("nothing stands behind 【{\(name)}】 here") }
      return EvidenceKey(place.code, list: list)
    case .ends, .atStart, .atEnd, .alone, .length, .middleLength, .rule, .document:
      throw Fault("a {lexicon} cannot stand 【\(place.rawValue)】")
    }
  }

  private func characters(
    _ form: String, _ place: EvidenceKey.Place, _ count: ClosedRange<Int>
  ) throws(Fault) -> EvidenceKey {
    let units = FoldTable.fold(form).map { EvidenceKey.unit(Self.meant($0)) }
    guard count.contains(units.count) else {
      let wanted =
        switch count {
        case 1...3: "up to three characters stand"
        case 1...2: "one or two characters stand"
        default: "two characters stand"
        }
      throw Fault("【\(form)】: \(wanted) 【\(place.rawValue)】")
    }
    return EvidenceKey(
      place.code, units[0], units.count > 1 ? units[1] : 0, units.count > 2 ? units[2] : 0)
  }

  private func rule(_ form: String, _ place: EvidenceKey.Place) throws(Fault) -> EvidenceKey {
    let parts = form.split(separator: " ", maxSplits: 1)
    let name = parts.first.map(String.init) ?? form
    guard let rule = rules.firstIndex(of: name) else {
      throw Fault("no rule of this table is called 【\(name)】" + hint(for: name, among: rules))
    }
    guard parts.count > 1 else { return EvidenceKey(place.code, list: rule, number: 0xFFFF) }
    return EvidenceKey(
      place.code, list: rule, number: try number(String(parts[1]), 0...Self.longestMiddle))
  }

  private func number(_ text: String, _ range: ClosedRange<Int>) throws(Fault) -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw Fault(
        "a number from \(range.lowerBound) to \(range.upperBound) stands here, not 【\(text)】")
    }
    return number
  }

  /// What tables write for where a line begins or ends, ¶, and for a space, ␣.
  private static let lineSign: UInt16 = 0xB6
  private static let spaceSign: UInt16 = 0x2423

  private static func meant(_ unit: UInt16) -> UInt16 {
    unit == lineSign ? Mark.lineFeed : unit == spaceSign ? Mark.space : unit
  }

  /// How tables write a character.
  package static func shown(_ unit: UInt16) -> UInt16 {
    switch unit {
    case Mark.lineFeed, Mark.tab: lineSign
    case Mark.space: spaceSign
    default: unit
    }
  }

  private static func hash(_ text: String) -> UInt64 {
    FoldTable.fold(text).withUnsafeBufferPointer { EvidenceKey.hash($0, 0, $0.count) }
  }
}
