// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What a mention's own text says of it: that a country stands before a firm's name, or a number before
/// what is nobody's.
extension EvidenceNames {
  /// A bit for each of these facts.
  static let factsOfMention = [Fact.foreign, .counted].reduce(UInt64(0)) {
    $0 | 1 << UInt64($1.code)
  }

  /// The own name of a firm behind its country: 福特汽车公司 of 美国福特汽车公司.
  mutating func addOwnName(of firm: Extent, _ origin: Int32, _ text: EvidenceText) {
    let forms = declared.forms
    let isOfHere = forms.countries.contains { text.units[firm.range].starts(with: $0) }
    guard isWeighed(.foreign), !isOfHere,
      let start = lists.ownName(of: firm, endings: forms.firms, text)
    else { return }
    places.append(Place(Extent(start, firm.end), .foreign, origin: origin))
  }

  /// What a count in or right before a name counts, where nothing behind it is anybody's name; nor is a
  /// piece of that.
  mutating func addCounted(_ span: EvidenceSpan, _ origin: Int32, _ text: EvidenceText) {
    guard isWeighed(.counted),
      let count = text.count(endingIn: Int(span.start)...Int(span.anchor)),
      !lists.isNamed(Extent(count.end, Int(span.end)), anchor: Int(span.anchor), text)
    else { return }
    for start in Int(span.start)...max(count.end, Int(span.anchor)) {
      places.append(Place(Extent(start, Int(span.end)), .counted, origin: origin))
    }
  }
}
