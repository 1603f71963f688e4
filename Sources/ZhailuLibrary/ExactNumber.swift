// SPDX-License-Identifier: Apache-2.0

/// A number as exact as the text has it: a decimal, `4000000000` or `12.5`, or a fraction, `1/3`.
///
/// It is kept as its digits, so that nothing is rounded: 4.81万亿 is `4810000000000`. In JSON it is a
/// string. `Decimal(string: number.description)` makes it one that Foundation can reckon with.
public struct ExactNumber: Hashable, Sendable, Codable, LosslessStringConvertible {
  public let description: String

  /// Reads digits with perhaps a sign, a point or a slash; `nil` for anything else.
  public init?(_ text: String) {
    guard Self.isNumber(text.utf8) else { return nil }
    description = text
  }

  /// What the extractor wrote.
  init(written text: String) { description = text }

  /// The number, where it is whole and fits.
  public var integer: Int? { Int(description) }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let number = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "【\(text)】 is no number")
    }
    self = number
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func isNumber(_ text: String.UTF8View) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    let parts = digits.split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
    }
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
