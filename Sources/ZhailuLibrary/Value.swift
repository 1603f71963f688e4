// SPDX-License-Identifier: Apache-2.0

extension Record {
  /// The normalized value of a record; its fields are those of the `value` in JSON.
  public enum Value: Hashable, Sendable {
    case organization(Organization)
    case amount(Amount)
    case quantity(Quantity)
    case date(DateValue)
    case event(Event)
    case number(BareNumber)
    case ordinal(Ordinal)

    public var type: RecordType {
      switch self {
      case .organization: .organization
      case .amount: .amount
      case .quantity: .quantity
      case .date: .date
      case .event: .event
      case .number: .number
      case .ordinal: .ordinal
      }
    }

    init(_ type: RecordType, from decoder: any Decoder) throws {
      switch type {
      case .organization: self = .organization(try Organization(from: decoder))
      case .amount: self = .amount(try Amount(from: decoder))
      case .quantity: self = .quantity(try Quantity(from: decoder))
      case .date: self = .date(try DateValue(from: decoder))
      case .event: self = .event(try Event(from: decoder))
      case .number: self = .number(try BareNumber(from: decoder))
      case .ordinal: self = .ordinal(try Ordinal(from: decoder))
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .organization(let value): try value.encode(to: encoder)
      case .amount(let value): try value.encode(to: encoder)
      case .quantity(let value): try value.encode(to: encoder)
      case .date(let value): try value.encode(to: encoder)
      case .event(let value): try value.encode(to: encoder)
      case .number(let value): try value.encode(to: encoder)
      case .ordinal(let value): try value.encode(to: encoder)
      }
    }
  }
}
