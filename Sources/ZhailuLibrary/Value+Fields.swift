// SPDX-License-Identifier: Apache-2.0
internal import ZhailuRecords
internal import ZhailuValues

extension Record.Value {
  /// From the fields of the program's own record.
  init(_ type: MentionType, _ record: ZhailuRecords.Record.Fields) {
    let fields = Fields(record)
    switch type {
    case .organization: self = .organization(Organization(fields))
    case .amount: self = .amount(Amount(fields))
    case .quantity: self = .quantity(Quantity(fields))
    case .date: self = .date(DateValue(fields))
    case .event: self = .event(Event(fields))
    case .number: self = .number(BareNumber(fields))
    case .ordinal: self = .ordinal(Ordinal(ordinal: fields.number("ordinal") ?? .init(written: "")))
    }
  }
}

/// A record's fields by name; there are few, and looking through them is quick.
private struct Fields {
  private let list: [(name: String, field: ZhailuValues.Value.Field)]

  init(_ record: ZhailuRecords.Record.Fields) { list = record.list }

  func text(_ name: String) -> String? {
    for (known, field) in list where known == name {
      if case .text(let text) = field { return text }
    }
    return nil
  }

  /// A field that every value of its type has.
  func needed(_ name: String) -> String { text(name) ?? "" }

  func number(_ name: String) -> ExactNumber? { text(name).map(ExactNumber.init(written:)) }

  func texts(_ name: String) -> [String]? {
    for (known, field) in list where known == name {
      if case .list(let texts) = field { return texts }
    }
    return nil
  }
}

extension Organization {
  fileprivate init(_ fields: Fields) {
    name = fields.needed("name")
    kind = fields.needed("kind")
    entity = fields.needed("entity")
  }
}

extension Amount {
  fileprivate init(_ fields: Fields) {
    amount = fields.number("amount")
    min = fields.number("min")
    max = fields.number("max")
    fraction = fields.number("fraction")
    currency = fields.needed("currency")
    modifier = fields.text("modifier")
    evidence = fields.text("evidence")
  }
}

extension Quantity {
  fileprivate init(_ fields: Fields) {
    quantity = fields.number("quantity")
    min = fields.number("min")
    max = fields.number("max")
    fraction = fields.number("fraction")
    unit = fields.needed("unit")
    dimension = fields.needed("dimension")
    modifier = fields.text("modifier")
    item = fields.text("item")
    evidence = fields.text("evidence")
  }
}

extension DateValue {
  fileprivate init(_ fields: Fields) {
    timex = fields.needed("timex")
    kind = fields.needed("kind")
    start = fields.text("start")
    end = fields.text("end")
    modifier = fields.text("modifier")
    alternatives = fields.texts("alternatives")
  }
}

extension BareNumber {
  fileprivate init(_ fields: Fields) {
    number = fields.number("number")
    min = fields.number("min")
    max = fields.number("max")
    fraction = fields.number("fraction")
    modifier = fields.text("modifier")
  }
}

extension Event {
  fileprivate init(_ fields: Fields) {
    kind = fields.needed("kind")
    actor = fields.texts("actor") ?? []
    recipient = fields.texts("recipient") ?? []
    amount = fields.number("amount")
    currency = fields.text("currency")
    quantity = fields.number("quantity")
    unit = fields.text("unit")
    min = fields.number("min")
    max = fields.number("max")
    modifier = fields.text("modifier")
    item = fields.text("item")
    date = fields.text("date")
    share = fields.number("share")
    mentions = fields.texts("mentions") ?? []
  }
}
