// SPDX-License-Identifier: Apache-2.0

/// A count or measure: 170件全新军大衣 is 170 件 of 军大衣; 63849平方米 is 63849 m2.
package struct QuantityValue: Hashable, Sendable {
  package var number: NumberValue
  package var unit: String
  package var dimension: String
  /// What is counted, where the text says it next to the unit.
  package var item: String?
  /// `implied`, and from what, where no unit stands at the number: `implied: 今年`.
  package var evidence: String?

  package init(
    number: NumberValue, unit: String, dimension: String, item: String? = nil,
    evidence: String? = nil
  ) {
    self.number = number
    self.unit = unit
    self.dimension = dimension
    self.item = item
    self.evidence = evidence
  }

  package init(_ fields: Fields) throws {
    // 下降2.3个百分点至21.7% is a change and what it led to, no range.
    if fields.numeral("min") != nil, Set(fields.texts("unit")).count > 1 {
      throw NormalizationFailure("a range between two units")
    }
    if let mixed = try MixedUnits(range: fields) ?? MixedUnits(sum: fields) {
      self.init(
        number: mixed.number, unit: mixed.unit, dimension: mixed.dimension,
        item: fields.text("item"), evidence: fields.text("evidence"))
      return
    }
    self.init(
      number: try NumberValue(fields, name: "quantity"),
      unit: fields.text("unit") ?? "", dimension: fields.text("dimension") ?? "count",
      item: fields.text("item"), evidence: fields.text("evidence"))
  }

  func readFields(_ read: Value.FieldReader) {
    number.readNumbers(named: "quantity", read)
    read("unit", .text(unit))
    read("dimension", .text(dimension))
    number.readModifier(read)
    if let item { read("item", .text(item)) }
    if let evidence { read("evidence", .text(evidence)) }
  }
}
