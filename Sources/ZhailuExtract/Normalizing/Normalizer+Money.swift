// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Whose money a sum is.
extension Normalizer {
  /// A sum in 元 or $ of no country, or with no currency at all, is one of the article's own, and of its time.
  mutating func amount(
    _ fields: Fields, _ extent: Extent, _ place: DatePlace
  ) throws -> AmountValue {
    var amount = try AmountValue(fields)
    if Note(fields) == .shared {
      amount.currency = sharedCurrency(extent, likeliest: amount.currency)
      return amount
    }
    let (homes, currencies) = (fields.texts("home"), fields.texts("currency"))
    if currencies.count == 2, homes.count < 2 { amount.currency = Self.plainer(of: currencies) }
    // Of 人民币5000元 one word says the country, and so does the heading 万美元.
    let isOfNoCountry = !homes.isEmpty && homes.count >= currencies.count
    let isImplied = amount.evidence != nil && amount.currency == Self.plainMoney
    guard isOfNoCountry || isImplied else { return amount }
    let home = thread.home ?? HomeCurrency(collector, isTraditional: thread.isTraditional)
    thread.home = home
    amount.currency = home.currency ?? (isOldMoney(at: place) ? Self.oldMoney : amount.currency)
    return amount
  }

  /// Of two currencies, of which one may be the word or sign of any country's money, the one that says more:
  /// HKD of 港币50元, CAD of $5,000 CAD.
  private static func plainer(of currencies: [String]) -> String {
    currencies[currencies[1] == plainMoney ? 0 : 1]
  }

  /// The currency of a sum whose name countries share; the likeliest of them where none is named.
  private mutating func sharedCurrency(_ sum: Extent, likeliest: String) -> String {
    let text = UnsafeBufferPointer(units.elements)
    return shared[
      likeliest, default: SharedCurrency(in: collector.plan.rules, endOf: sum, in: text)
    ].currency(before: sum.start, in: text) ?? likeliest
  }

  /// 元 of the Republic: in a paragraph that begins with a year of it, or behind a sum in its money.
  private func isOldMoney(at place: DatePlace) -> Bool {
    if thread.dates.isInRepublic(place) { return true }
    guard let lastSum, lastSum.currency == Self.oldMoney else { return false }
    return place.sentence - lastSum.sentence <= 1 && !thread.dates.isBehindRepublic(place)
  }

  /// What 元 is where nothing says whose.
  private static let plainMoney = "CNY"
  /// What money without a code of ISO 4217 has.
  private static let oldMoney = "XXX"
}
