// SPDX-License-Identifier: Apache-2.0

/// A sum of money: 1400万元 is 14000000 CNY.
package struct AmountValue: Hashable, Sendable {
  package var number: NumberValue
  /// ISO 4217.
  package var currency: String
  /// `implied`, and the trigger, where no currency word stands: `implied: 捐款`.
  package var evidence: String?

  package init(number: NumberValue, currency: String, evidence: String? = nil) {
    self.number = number
    self.currency = currency
    self.evidence = evidence
  }

  package init(_ fields: Fields) throws {
    guard let currency = fields.text("currency") else {
      throw NormalizationFailure("an amount without a currency")
    }
    self.init(
      number: try NumberValue(fields, name: "amount"), currency: currency,
      evidence: fields.text("evidence"))
  }

  var fields: [(name: String, field: Value.Field)] {
    var fields = number.fields(named: "amount")
    let place = fields.firstIndex { $0.name == "modifier" } ?? fields.count
    fields.insert(("currency", .text(currency)), at: place)
    if let evidence { fields.append(("evidence", .text(evidence))) }
    return fields
  }
}
