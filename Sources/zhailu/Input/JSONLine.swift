// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuRecords
import ZhailuText

/// A document as one line of JSON: its texts are decoded, and what else is there is passed, if it is
/// well formed.
struct JSONLine {
  /// What the line is an object with; of two by one name the last counts.
  private(set) var id: String?
  private(set) var text: [UInt16]?
  private(set) var published: String?
  /// The first of these whose value is no text.
  private(set) var keyWithoutText: String?
  /// A key that is meant as the publication date, and is not read.
  private(set) var mistakenKey: String?
  /// Whether it has what records have, and no documents.
  var isRecord: Bool { foundKeysOfRecord.count == Self.keysOfRecord.count }

  private static let keysOfRecord = ["doc", "rule", "start"]
  private var foundKeysOfRecord: Set<String> = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  /// `nil` where the line is no well-formed object of JSON, or nested deeper than anybody nests.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard peek() == UInt8(ascii: "{"), passObject(depth: 0, { $0.readValue(of: $1) }),
      peek() == nil
    else { return nil }
  }

  private mutating func readValue(of name: String) -> Bool {
    guard ["id", "text", PublishedKey.name].contains(name) else {
      note(name)
      return passValue(depth: 1)
    }
    if name == "id", let number = takeWholeNumber() {
      id = number
      return true
    }
    if name == PublishedKey.name, peek() == UInt8(ascii: "n") { return passWord("null") }
    guard peek() == UInt8(ascii: "\"") else {
      keyWithoutText = keyWithoutText ?? name
      return passValue(depth: 1)
    }
    guard let value = string(), let units = Self.units(of: value) else { return false }
    switch name {
    case "id": id = Self.string(units)
    case "text": text = units
    default: published = Self.string(units)
    }
    return true
  }

  private mutating func note(_ name: String) {
    if Self.keysOfRecord.contains(name) { foundKeysOfRecord.insert(name) }
    if mistakenKey == nil, PublishedKey.isMistaken(name) { mistakenKey = name }
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

  // MARK: Values

  private static let deepest = 64

  /// As databases number their rows.
  private mutating func takeWholeNumber() -> String? {
    guard let first = peek(), JSONNumber.mayBegin(with: first),
      let number = try? JSONNumber(bytes, at: next), number.isWhole
    else { return nil }
    defer { next += number.length }
    return String(decoding: bytes[next..<next + number.length], as: UTF8.self)
  }

  /// Passes a value of any form, and says whether it is well formed.
  private mutating func passValue(depth: Int) -> Bool {
    guard depth <= Self.deepest, let first = peek() else { return false }
    switch first {
    case UInt8(ascii: "\""): return string().flatMap(Self.text) != nil
    case UInt8(ascii: "{"):
      return passObject(depth: depth) { line, _ in line.passValue(depth: depth + 1) }
    case UInt8(ascii: "["): return passArray(depth: depth)
    case UInt8(ascii: "t"): return passWord("true")
    case UInt8(ascii: "f"): return passWord("false")
    case UInt8(ascii: "n"): return passWord("null")
    default:
      guard let number = try? JSONNumber(bytes, at: next) else { return false }
      next += number.length
      return true
    }
  }

  /// Passes an object; `readValue` takes the value of each of its keys.
  private mutating func passObject(
    depth: Int, _ readValue: (inout JSONLine, String) -> Bool
  ) -> Bool {
    next += 1
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let key = string(), let name = Self.text(of: key), take(UInt8(ascii: ":")),
        readValue(&self, name)
      else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func passArray(depth: Int) -> Bool {
    next += 1
    if take(UInt8(ascii: "]")) { return true }
    repeat {
      guard passValue(depth: depth + 1) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  private mutating func passWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard next + count <= bytes.count,
      UnsafeBufferPointer(start: word.utf8Start, count: count)
        .elementsEqual(bytes[next..<next + count])
    else { return false }
    next += count
    return true
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

  private static func text(of quoted: Quoted) -> String? {
    if quoted.isEscaped { return units(of: quoted).map(string) }
    // To validate takes ten times as long as a short key does.
    return quoted.bytes.allSatisfy { $0 < 0x80 }
      ? String(decoding: quoted.bytes, as: UTF8.self)
      : String(validating: quoted.bytes, as: UTF8.self)
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
}
