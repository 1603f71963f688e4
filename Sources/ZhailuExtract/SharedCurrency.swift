// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Whose money a name means that several countries share: 2万卢比 of a text that spoke of 巴基斯坦 last.
///
/// The countries are those of which a currency is called by their name and the shared one,
/// 巴基斯坦卢比; the one that stands nearest before the sum says which it is.
struct SharedCurrency {
  private let countries: [(name: [UInt16], currency: String)]
  private static let reach = 1000

  /// What the word that a sum ends in may mean.
  init(in rules: RuleSet, endOf sum: Extent, in units: UnsafeBufferPointer<UInt16>) {
    guard let lexicon = rules.lexicons.first(where: { $0.name == "currency-after" }) else {
      countries = []
      return
    }
    let forms = lexicon.entries.indices.map { (index: $0, form: Array(lexicon.form(of: $0).utf16)) }
    let text = units[sum.range]
    let name =
      forms.map(\.form).filter { text.reversed().starts(with: $0.reversed()) }
      .max { $0.count < $1.count } ?? []
    countries = forms.compactMap { index, form in
      let country = form.dropLast(name.count)
      guard country.count > 1, form.suffix(name.count) == name[...],
        let currency = lexicon.value("currency", of: index)
      else { return nil }
      return (Array(country), currency)
    }
  }

  /// The currency of the country that is named last before `place`, if it is not too far away.
  func currency(before place: Int, in units: UnsafeBufferPointer<UInt16>) -> String? {
    for start in stride(from: place - 2, through: max(0, place - Self.reach), by: -1) {
      let rest = units[start..<place]
      let country = countries.filter { rest.starts(with: $0.name) }
        .max { $0.name.count < $1.name.count }
      if let country { return country.currency }
    }
    return nil
  }
}
