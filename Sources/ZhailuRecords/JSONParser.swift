// SPDX-License-Identifier: Apache-2.0

/// Reads JSON (RFC 8259) from bytes, without Foundation: one pass, no copies but the strings.
package struct JSONParser {
  /// What is wrong, and at which byte.
  package struct Fault: Error, CustomStringConvertible {
    package let reason: String
    package let byte: Int
    package var description: String { "\(reason) at byte \(byte)" }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var depth = 0

  private static let deepest = 64

  package static func parse(_ bytes: some Collection<UInt8>) throws(Fault) -> JSON {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      Result { () throws(Fault) in try parse(buffer: buffer) }
    }
    if let result { return try result.get() }
    return try parse(Array(bytes))
  }

  package static func parse(buffer: UnsafeBufferPointer<UInt8>) throws(Fault) -> JSON {
    var parser = JSONParser(bytes: buffer)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.place == buffer.count else { throw parser.fault("more than one value") }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func fault(_ reason: String) -> Fault { Fault(reason: reason, byte: place) }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func expect(_ byte: UInt8) throws(Fault) {
    skipSpace()
    guard next == byte else {
      throw fault("【\(String(UnicodeScalar(byte)))】 is missing")
    }
    place += 1
  }

  private mutating func value() throws(Fault) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try nested { parser throws(Fault) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(Fault) in try parser.array() }
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case nil: throw fault("the value is missing")
    case let byte? where JSONNumber.mayBegin(with: byte): return try number()
    default: throw fault("this is no JSON")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(Fault) -> JSON
  ) throws(Fault) -> JSON {
    depth += 1
    guard depth <= Self.deepest else { throw fault("nested too deep") }
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Fault) -> JSON {
    place += 1
    var members: [JSON.Member] = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      place += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes is missing") }
      let name = try string()
      try expect(UInt8(ascii: ":"))
      members.append(JSON.Member(name, try value()))
      skipSpace()
      guard next == UInt8(ascii: ",") else { break }
      place += 1
    }
    try expect(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array() throws(Fault) -> JSON {
    place += 1
    var elements: [JSON] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      place += 1
      return .array(elements)
    }
    while true {
      elements.append(try value())
      skipSpace()
      guard next == UInt8(ascii: ",") else { break }
      place += 1
    }
    try expect(UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(Fault) -> JSON {
    let count = word.utf8CodeUnitCount
    guard place + count <= bytes.count,
      UnsafeBufferPointer(start: word.utf8Start, count: count)
        .elementsEqual(bytes[place..<place + count])
    else { throw fault("this is no JSON") }
    place += count
    return value
  }

  /// As it is written: 1.50 stays 1.50.
  private mutating func number() throws(Fault) -> JSON {
    do throws(JSONNumber.Fault) {
      let end = place + (try JSONNumber(bytes, at: place)).length
      defer { place = end }
      return .number(String(decoding: bytes[place..<end], as: UTF8.self))
    } catch {
      throw Fault(reason: error.reason, byte: error.place)
    }
  }

  // MARK: Strings

  private mutating func string() throws(Fault) -> String {
    place += 1
    let start = place
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      try pass(byte)
    }
    guard next != nil else { throw fault("the closing quote is missing") }
    defer { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func pass(_ byte: UInt8) throws(Fault) {
    guard byte >= 0x20 else { throw fault("a control character is not written as an escape") }
    place += 1
  }

  private mutating func escapedString(from start: Int) throws(Fault) -> String {
    var text = Array(bytes[start..<place])
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        try pass(byte)
        continue
      }
      let scalar = try escape()
      text.append(contentsOf: String(Character(scalar)).utf8)
    }
    guard next != nil else { throw fault("the closing quote is missing") }
    place += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// The character of the escape at this place, which is passed. Half of a surrogate pair is U+FFFD.
  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let start = place
    place += 1
    guard let letter = next else { throw fault("the closing quote is missing") }
    place += 1
    guard let escape = JSONEscape(bytes, at: start) else {
      throw fault(
        letter == UInt8(ascii: "u") ? "four hexadecimal digits are missing" : "no such escape")
    }
    place = start + escape.length
    return escape.scalar ?? "\u{FFFD}"
  }
}
