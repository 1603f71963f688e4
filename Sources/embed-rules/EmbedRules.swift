// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Writes the files of a folder into one Swift source, so that the program carries its rules.
///
///     embed-rules RULES-FOLDER OUTPUT.swift
///
/// Run by the build; the output is an array of (path, text) of all `.yaml` and `.tsv` files.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw Failure(description: "usage: embed-rules RULES-FOLDER OUTPUT.swift")
    }
    let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
    var source = "// Generated from the folder Rules by embed-rules.\n\n"
    source +=
      "extension ShippedRules {\n  static let files: [(path: StaticString, text: StaticString)] = [\n"
    for path in try paths(in: folder) {
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      guard !text.contains("\"\"\"###") else {
        throw Failure(description: "\(path): holds \"\"\"###, which ends a Swift literal")
      }
      source += "    (path: \"\(path)\", text: ###\"\"\"\n\(text)\n\"\"\"###),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func paths(in folder: URL) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return all.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }.sorted()
  }
}
