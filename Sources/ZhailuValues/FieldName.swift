// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The name of a field as sixteen bytes, which are compared at once. A literal is one at no cost.
///
/// A longer name, which only rules of a user's own give, is known by a hash of what follows its first
/// eight bytes.
package struct FieldName: Hashable, Sendable, BitwiseCopyable {
  private let head: UInt64
  private let tail: UInt64

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { Self($0) }
  }

  @inline(__always)
  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    head = Self.word(bytes, 0)
    tail = bytes.count <= 16 ? Self.word(bytes, 8) : Self.hash(bytes)
  }

  /// Up to eight bytes from a place on, the first lowest.
  @inline(__always)
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<8 where start + place < bytes.count {
      word |= UInt64(bytes[start + place]) << UInt64(8 * place)
    }
    return word
  }

  /// FNV-1a of the bytes from the ninth on, with a bit that no eight letters have.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    FNV1a(bytes[8...]).hash | hashMark
  }

  private static let hashMark: UInt64 = 1 << 63
}

extension FieldName: ExpressibleByStringLiteral {
  @inline(__always)
  package init(stringLiteral text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension FieldName: CustomStringConvertible {
  /// The name, for messages; of a long one its first eight bytes, and what stands for the rest.
  package var description: String {
    let isHashed = tail & Self.hashMark != 0
    let words = isHashed ? [head] : [head, tail]
    let bytes = words.flatMap { word in (0..<8).map { UInt8(word >> UInt64(8 * $0) & 255) } }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) + (isHashed ? "…" : "")
  }
}
