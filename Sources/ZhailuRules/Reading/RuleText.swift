// SPDX-License-Identifier: Apache-2.0

/// The bytes of a rule file or lexicon as text, or the place at which they are none.
///
/// Nothing is replaced here, as it is in articles: a rule must mean what its file says.
package enum RuleText {
  /// How long a file may be, in bytes: five hundred rules, a million words.
  package static let longestRules = 512 << 10
  package static let longestLexicon = 16 << 20

  package static func limit(path: String) -> Int {
    path.hasSuffix(".tsv") ? longestLexicon : longestRules
  }

  /// What is said of a file of `count` bytes that is too long to be read.
  package static func tooLong(_ count: Int, path: String, displayPath: String) -> Diagnostic {
    return Diagnostic(
      Diagnostic.Place(file: displayPath, line: 1),
      "this file has 【\(count)】 bytes; a "
        + (path.hasSuffix(".tsv")
          ? "lexicon has at most \(longestLexicon >> 20) MB"
          : "rule file has at most \(longestRules >> 10) KB") + ": split it")
  }

  package static func read(
    _ bytes: [UInt8], path: String, displayPath: String
  ) -> Result<String, Fault> {
    func fault(_ message: String, before count: Int = 0) -> Result<String, Fault> {
      .failure(Fault(Diagnostic(place(bytes[..<count], in: displayPath), message)))
    }
    guard bytes.count <= limit(path: path) else {
      return .failure(Fault(tooLong(bytes.count, path: path, displayPath: displayPath)))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return fault("this file is 【UTF-16】; save it as UTF-8")
    }
    if let zero = bytes.firstIndex(of: 0) {
      return fault("【NUL】 stands here, which no text has; is this a text file?", before: zero)
    }
    if let control = bytes.firstIndex(where: { $0 < 0x20 && !(9...13).contains($0) || $0 == 0x7F })
    {
      return fault(
        "the control character 【\(Unicode.Scalar(bytes[control]))】 has no place in a rule file",
        before: control)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = validCount(bytes)
      let byte = valid < bytes.count ? String(bytes[valid], radix: 16, uppercase: true) : ""
      return fault("the byte 【\(byte)】 is not UTF-8; save the file as UTF-8", before: valid)
    }
    if let lone = loneReturn(bytes) {
      return fault("a line ends in 【CR】 alone; save the file with LF or CRLF", before: lone)
    }
    return .success(text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text)
  }

  package struct Fault: Error {
    package let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  /// The place after `bytes`, which are whole characters.
  private static func place(_ bytes: ArraySlice<UInt8>, in file: String) -> Diagnostic.Place {
    var (line, column) = (1, 1)
    for byte in bytes {
      if byte == 0x0A { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
    }
    return Diagnostic.Place(file: file, line: line, column: column)
  }

  /// How many bytes from the start are whole characters.
  private static func validCount(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      count += UTF8.width(scalar)
    }
    return count
  }

  private static func loneReturn(_ bytes: [UInt8]) -> Int? {
    bytes.indices.first { index in
      bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }
}
