// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Paths whose bytes are not UTF-8, such as the GBK names of old archives, as strings and back.
///
/// The byte D6 of such a path is U+10FFD6 in the string, a scalar that no other path has, and `%D6`
/// where people read it: in messages, in the ids of documents and in `errors.jsonl`.
extension String {
  private static let escapes: UInt32 = 0x10FF00

  /// The path of these bytes, without the zero that ends it.
  init(path bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self), !text.hasPathEscapes {
      self = text
      return
    }
    self.init()
    var parser = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    var place = 0
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar.isPathEscape {
          appendEscapes(of: bytes[place..<place + encoded.count])
        } else {
          unicodeScalars.append(scalar)
        }
        place += encoded.count
      case .error(let length):
        appendEscapes(of: bytes[place..<place + length])
        place += length
      case .emptyInput: return
      }
    }
  }

  /// The path as the system gives it, with a zero at its end.
  init(cPath: UnsafePointer<CChar>) {
    self.init(path: UnsafeRawBufferPointer(start: cPath, count: strlen(cPath)))
  }

  /// The path in the form in which it is shown: `a/%D6%D0.txt`.
  init(shownPath text: String) {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16),
        code >= 0x80
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    self.init(path: bytes)
  }

  private mutating func appendEscapes(of bytes: ArraySlice<UInt8>) {
    for byte in bytes { unicodeScalars.append(Unicode.Scalar(Self.escapes | UInt32(byte))!) }
  }

  /// Whether it is a path that is not UTF-8.
  var hasPathEscapes: Bool {
    utf8.contains(0xF4) && unicodeScalars.contains(where: \.isPathEscape)
  }

  /// The path as the system knows it, with a zero at its end.
  var pathBytes: [CChar] {
    guard hasPathEscapes else { return Array(utf8CString) }
    var bytes: [UInt8] = []
    for scalar in unicodeScalars {
      if scalar.isPathEscape {
        bytes.append(UInt8(scalar.value & 0xFF))
      } else {
        bytes += UTF8.encode(scalar)!
      }
    }
    return (bytes + [0]).map(CChar.init(bitPattern:))
  }

  /// A text with paths in it, for people.
  var showingPaths: String {
    guard hasPathEscapes else { return self }
    return unicodeScalars.map { scalar in
      scalar.isPathEscape
        ? "%" + String(scalar.value & 0xFF, radix: 16, uppercase: true) : String(scalar)
    }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var isPathEscape: Bool { value >= 0x10FF80 }
}
