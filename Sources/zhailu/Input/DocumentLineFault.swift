// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

/// What is wrong with a line of JSON, so that its writer can mend it.
enum DocumentLineFault {
  /// The id of a line that is no document for another reason.
  static func id(of line: UnsafeBufferPointer<UInt8>) -> String? {
    guard line.count <= longest, let id = (try? JSONParser.parse(buffer: line))?["id"]?.text
    else { return nil }
    return id.isEmpty ? nil : id
  }

  /// What a line is that is no object; `nil` where it is no JSON either.
  private static func kind(of line: UnsafeBufferPointer<UInt8>) -> String? {
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    let rest = line.drop(while: isSpace)
    switch rest.first {
    case UInt8(ascii: "["): return "an array"
    case UInt8(ascii: "\""): return "a text"
    default:
      let isNull = rest.starts(with: "null".utf8) && rest.dropFirst(4).allSatisfy(isSpace)
      return isNull ? "null" : nil
    }
  }

  /// Why a line is no object of JSON.
  static func reason(of line: UnsafeBufferPointer<UInt8>) -> String {
    guard String(validating: line, as: UTF8.self) != nil else {
      return "this line is not UTF-8, which JSON Lines always are; --encoding is for other texts"
    }
    guard let first = line.first(where: { $0 > 0x20 }) else { return "this line is no JSON object" }
    guard first == UInt8(ascii: "{") else {
      guard let kind = kind(of: line) else { return "this line is no JSON object" }
      return "this line is \(kind); \(document)"
    }
    guard line.count <= longest else { return "this line is no well-formed JSON" }
    do {
      _ = try JSONParser.parse(buffer: line)
    } catch {
      return "this line is no well-formed JSON: \(error)"
    }
    return "this line is no JSON that can be read; half of a pair such as \\ud83d may stand alone"
  }

  private static let document = "a document is an object with id and text"

  /// Longer lines are not parsed again.
  private static let longest = 1 << 24
}
