// SPDX-License-Identifier: Apache-2.0
import Foundation
import ZhailuRules

/// Compiles a folder of rules into an image, so that the program carries its rules ready for use.
///
///     compile-rules RULES-FOLDER OUTPUT.image STAMP.swift
///
/// Run by the build. The stamp is a Swift source with the image's checksum. Faulty rules fail the
/// build, each fault with its place.
@main
struct CompileRules {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard arguments.count == 3 else {
      throw Failure(description: "usage: compile-rules RULES-FOLDER OUTPUT.image STAMP.swift")
    }
    let source = try source(of: URL(fileURLWithPath: arguments[0], isDirectory: true))
    let bytes = RuleImage.bytes(
      of: try RuleSet(source), digests: RuleDigests(source), source: source)
    let memory = ImageMemory(bytes)
    let image = try RuleImage(UnsafeRawBufferPointer(memory.bytes), owner: memory)
    try write(Data(bytes), to: arguments[1])
    let stamp = """
      // Generated from the folder Rules by compile-rules.

      extension ShippedStamp {
        package static let checksum: UInt64 = \(image.checksum)
      }

      """
    try write(Data(stamp.utf8), to: arguments[2])
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func source(of folder: URL) throws -> RuleSource {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter(RuleSource.File.isRules)
    return RuleSource(
      try paths.map { ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) },
      in: "Rules")
  }

  /// In full or not at all: two builds may run at once.
  private static func write(_ data: Data, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url, options: .atomic)
  }
}
