// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuExtract

/// What is wrong with a line of JSON, so that its writer can mend it.
enum DocumentLineFault {
  /// The id of a line that is no document for another reason.
  static func id(of line: UnsafeBufferPointer<UInt8>) -> String? {
    guard line.count <= longest, case .object(let members)? = try? JSONParser.parse(buffer: line)
    else { return nil }
    for member in members {
      if member.name == "id", case .string(let id) = member.value, !id.isEmpty { return id }
    }
    return nil
  }

  static func reason(_ error: any Error, _ line: UnsafeBufferPointer<UInt8>) -> String {
    switch error {
    case let failure as Failure: failure.description
    case DecodingError.keyNotFound(let key, _):
      "the key 【\(key.stringValue)】 is missing; a document has id and text"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.last.map { "【\($0.stringValue)】 is no text" }
        ?? "this line is \(kind(of: line)); a document is an object with id and text"
    default: malformed(line)
    }
  }

  private static func kind(of line: UnsafeBufferPointer<UInt8>) -> String {
    let blank: (UInt8) -> Bool = { $0 <= 0x20 }
    let words = line.split(whereSeparator: blank)
    switch words.first?.first {
    case UInt8(ascii: "["): return "an array"
    case UInt8(ascii: "\""): return "a text"
    default:
      let isNull = words.count == 1 && words[0].elementsEqual("null".utf8)
      return isNull ? "null" : "no JSON object"
    }
  }

  private static func malformed(_ line: UnsafeBufferPointer<UInt8>) -> String {
    guard String(validating: line, as: UTF8.self) != nil else {
      return "this line is not UTF-8, which JSON Lines always are; --encoding is for other texts"
    }
    guard let first = line.first(where: { $0 > 0x20 }) else { return "this line is no JSON object" }
    guard first == UInt8(ascii: "{") else {
      let kind = kind(of: line)
      return kind == "no JSON object"
        ? "this line is \(kind)" : "this line is \(kind); a document is an object with id and text"
    }
    do {
      _ = try JSONParser.parse(buffer: line)
    } catch {
      return "this line is no well-formed JSON: \(error)"
    }
    return "this line is no JSON that can be read; half of a pair such as \\ud83d may stand alone"
  }

  /// Longer lines are not looked into again.
  private static let longest = 1 << 24
}
