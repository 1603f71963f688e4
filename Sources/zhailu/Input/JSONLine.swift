// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuRecords
import ZhailuText

/// A document as one line of JSON, read the quick way: an object whose values are texts, whole
/// numbers, `true`, `false` and `null`.
///
/// What is anything else, or not well formed, is left to Foundation's decoder, which reads all of
/// JSON and says what is wrong.
struct JSONLine {
  private(set) var id: String?
  private(set) var text: [UInt16]?
  private(set) var published: String?
  /// A key that is meant as the publication date, and is not read.
  private(set) var mistakenKey: String?
  /// Whether it has a key that records have; which it is, is looked at again then.
  private(set) var isOfRecord = false

  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let key = string(), !key.isEscaped, take(UInt8(ascii: ":")), readValue(of: key.bytes)
      else { return nil }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")), peek() == nil else { return nil }
  }

  private mutating func readValue(of key: UnsafeBufferPointer<UInt8>) -> Bool {
    let (isID, isText) = (key.elementsEqual("id".utf8), key.elementsEqual("text".utf8))
    let isPublished = key.elementsEqual("published".utf8)
    if key.elementsEqual("rule".utf8) { isOfRecord = true }
    if !isID, !isText, !isPublished { note(key) }
    guard peek() == UInt8(ascii: "\"") else {
      return !isID && !isText && !isPublished && skipWord()
    }
    guard let value = string(), let units = Self.units(of: value) else { return false }
    // Of two by one name Foundation knows which counts.
    if isID {
      guard id == nil else { return false }
      id = Self.string(units)
    } else if isText {
      guard text == nil else { return false }
      text = units
    } else if isPublished {
      guard published == nil else { return false }
      published = Self.string(units)
    } else {
      return key.allSatisfy { $0 < 0x80 }
    }
    return true
  }

  private mutating func note(_ key: UnsafeBufferPointer<UInt8>) {
    let name = String(decoding: key, as: UTF8.self)
    if PublishedKey.isMistaken(name) { mistakenKey = name }
  }

  private static func string(_ units: [UInt16]) -> String {
    units.withUnsafeBufferPointer { String(units: $0) }
  }

  /// The next byte that is no white space, which is passed.
  private mutating func peek() -> UInt8? {
    while next < bytes.count {
      switch bytes[next] {
      case 0x20, 0x09, 0x0A, 0x0D: next += 1
      default: return bytes[next]
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    next += 1
    return true
  }

  /// Passes a whole number, `true`, `false` or `null`.
  private mutating func skipWord() -> Bool {
    let start = next
    while next < bytes.count, bytes[next] != UInt8(ascii: ","), bytes[next] != UInt8(ascii: "}"),
      bytes[next] > 0x20
    {
      next += 1
    }
    let word = bytes[start..<next]
    let isNumber =
      word.first.map { (0x31...0x39).contains($0) } ?? false && word.count < 16
      && word.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber || Self.words.contains { $0.utf8.elementsEqual(word) }
  }

  // MARK: Texts

  /// What stands between quotation marks.
  private struct Quoted {
    let bytes: UnsafeBufferPointer<UInt8>
    let isEscaped: Bool
  }

  private mutating func string() -> Quoted? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = next
    var isEscaped = false
    while true {
      next = plainEnd(from: next)
      guard next < bytes.count, bytes[next] >= 0x20 else { return nil }
      if bytes[next] == UInt8(ascii: "\"") { break }
      isEscaped = true
      next += 2
    }
    defer { next += 1 }
    return Quoted(
      bytes: UnsafeBufferPointer(rebasing: bytes[start..<next]), isEscaped: isEscaped)
  }

  /// The place of the next byte that is a quotation mark, a backslash or a control character, eight at
  /// a time. (Of a byte less than n the highest bit of `byte - n` is set, and of `byte` it is not.)
  private func plainEnd(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while let base = bytes.baseAddress, place + 8 <= bytes.count {
      let eight = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
      let quotes = eight ^ (ones &* 0x22)
      let slashes = eight ^ (ones &* 0x5C)
      let found =
        ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
        | ((eight &- ones &* 0x20) & ~eight)
      if found & (ones &* 0x80) != 0 { break }
      place += 8
    }
    while place < bytes.count, bytes[place] >= 0x20, bytes[place] != 0x22, bytes[place] != 0x5C {
      place += 1
    }
    return place
  }

  private static func units(of quoted: Quoted) -> [UInt16]? {
    let bytes = quoted.bytes
    guard quoted.isEscaped else { return UTF8Decoder.wellFormed(bytes) }
    var isWellFormed = false
    let units = [UInt16](unsafeUninitializedCapacity: bytes.count) { units, count in
      isWellFormed = unescape(bytes, to: units, &count)
    }
    return isWellFormed ? units : nil
  }

  /// Decodes a text and makes its escapes characters; `false` where something is not well formed.
  private static func unescape(
    _ bytes: UnsafeBufferPointer<UInt8>, to units: UnsafeMutableBufferPointer<UInt16>,
    _ count: inout Int
  ) -> Bool {
    var next = 0
    while next < bytes.count {
      let mark = placeOfEscape(bytes, from: next)
      let plain = UnsafeBufferPointer(rebasing: bytes[next..<mark])
      guard UTF8Decoder.wellFormed(plain, to: units, &count) else { return false }
      guard mark < bytes.count else { return true }
      if mark + 1 < bytes.count, bytes[mark + 1] == UInt8(ascii: "n") {
        units[count] = 0x0A
        count += 1
        next = mark + 2
      } else {
        guard let escape = JSONEscape(bytes, at: mark), let scalar = escape.scalar else {
          return false
        }
        count += UTF8Decoder.write(scalar.value, to: units, at: count)
        next = mark + escape.length
      }
    }
    return true
  }

  private static func placeOfEscape(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let mark = memchr(base + start, Int32(UInt8(ascii: "\\")), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(mark) - UnsafeRawPointer(base)
  }

  private static let words = ["true", "false", "null", "0"]
}
