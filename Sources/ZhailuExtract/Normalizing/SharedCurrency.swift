// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Whose money a name means that several countries share: 2万卢比 of a text that spoke of 巴基斯坦 last.
///
/// The countries are those of which a currency is called by their name and the shared one,
/// 巴基斯坦卢比; the one that stands nearest before the sum says which it is.
struct SharedCurrency {
  private let countries: [(name: [UInt16], currency: String)]
  private let firstUnits: Set<UInt16>
  /// What was read of the text, and the country that it named last.
  private var read = 0
  private var last: (place: Int, currency: String)?
  private static let reach = 1000

  /// What the word that a sum ends in may mean.
  init(in rules: RuleSet, endOf sum: Extent, in units: UnsafeBufferPointer<UInt16>) {
    guard let lexicon = rules.lexicons.first(where: { $0.name == "currency-after" }) else {
      (countries, firstUnits) = ([], [])
      return
    }
    func ends(_ text: String.UTF8View, in end: String.UTF8View) -> Bool {
      text.count >= end.count && text.suffix(end.count).elementsEqual(end)
    }
    let forms = lexicon.entries.indices.map(lexicon.form(of:))
    let text = String(units: UnsafeBufferPointer(rebasing: units[sum.range]))
    let name =
      forms.filter { ends(text.utf8, in: $0.utf8) }.max { $0.utf8.count < $1.utf8.count } ?? ""
    let length = name.utf16.count
    let countries: [(name: [UInt16], currency: String)] = forms.indices.compactMap { index in
      guard ends(forms[index].utf8, in: name.utf8),
        case let country = Array(forms[index].utf16.dropLast(length)), country.count > 1,
        let currency = lexicon.value("currency", of: index)
      else { return nil }
      return (country, currency)
    }
    self.countries = countries
    firstUnits = Set(countries.map { $0.name[0] })
  }

  /// The currency of the country that is named last before `place`, if it is not too far away. Places are
  /// asked for in the order of the text, which is read once.
  mutating func currency(before place: Int, in units: UnsafeBufferPointer<UInt16>) -> String? {
    while read < place {
      if firstUnits.contains(units[read]), let currency = currency(at: read, upTo: place, units) {
        last = (read, currency)
      }
      read += 1
    }
    return last.flatMap { place - $0.place <= Self.reach ? $0.currency : nil }
  }

  private func currency(
    at start: Int, upTo end: Int, _ units: UnsafeBufferPointer<UInt16>
  ) -> String? {
    let rest = units[start..<end]
    return countries.filter { rest.starts(with: $0.name) }.max { $0.name.count < $1.name.count }?
      .currency
  }
}
