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

  func readFields(_ read: Value.FieldReader) {
    number.readNumbers(named: "amount", read)
    read("currency", .text(currency))
    number.readModifier(read)
    if let evidence { read("evidence", .text(evidence)) }
  }
}
