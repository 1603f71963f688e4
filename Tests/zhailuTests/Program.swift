// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Runs the built program as a user would.
struct Program {
  let status: Int32
  let output: String
  let errors: String

  /// Beside the tests' own bundle.
  static let path: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder =
      bundle?.bundleURL.deletingLastPathComponent()
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "zhailu")
  }()

  /// Tests keep nothing in the user's own folder.
  static let cache = FileManager.default.temporaryDirectory.appending(path: "zhailu-tests-cache")

  init(_ arguments: String..., input: Data = Data(), in folder: TemporaryFolder? = nil) throws {
    try self.init(arguments, input: input, in: folder)
  }

  /// `blocks`: no file may grow over so many times 1024 bytes, as if the disk were full.
  init(
    _ arguments: [String], input: Data = Data(), in folder: TemporaryFolder? = nil,
    environment: [String: String] = [:], blocks: Int? = nil
  ) throws {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment
      .merging(["XDG_CACHE_HOME": Self.cache.path()]) { $1 }.merging(environment) { $1 }
    if let blocks {
      process.executableURL = URL(filePath: "/bin/bash")
      let script =
        "trap '' XFSZ; ulimit -f \(blocks); LLVM_PROFILE_FILE=/dev/null exec \"$0\" \"$@\""
      process.arguments = ["-c", script, Self.path.path()] + arguments
    } else {
      process.executableURL = Self.path
      process.arguments = arguments
    }
    if let folder { process.currentDirectoryURL = folder.url }
    let files = try TemporaryFolder()
    let (stdin, stdout, stderr) = (files.file("in"), files.file("out"), files.file("err"))
    try input.write(to: stdin)
    try Data().write(to: stdout)
    try Data().write(to: stderr)
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: stdout)
    process.standardError = try FileHandle(forWritingTo: stderr)
    try process.run()
    // The folder must not be gone before the program has ended.
    withExtendedLifetime(folder) { process.waitUntilExit() }
    status = process.terminationStatus
    output = try String(contentsOf: stdout, encoding: .utf8)
    errors = try String(contentsOf: stderr, encoding: .utf8)
  }

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A program that goes on until it is stopped; its output and errors are one text.
final class RunningProgram {
  private let process = Process()
  private let files: TemporaryFolder
  private let folder: TemporaryFolder
  private var seen = 0

  init(_ arguments: String..., in folder: TemporaryFolder) throws {
    files = try TemporaryFolder()
    self.folder = folder
    try Data().write(to: files.file("out"))
    process.executableURL = Program.path
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["XDG_CACHE_HOME": Program.cache.path()]) { $1 }
    process.currentDirectoryURL = folder.url
    let handle = try FileHandle(forUpdating: files.file("out"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
  }

  /// Whether `text` comes within five minutes, after what was waited for before.
  func waits(for text: String) -> Bool {
    for _ in 0..<3000 {
      let output = (try? String(contentsOf: files.file("out"), encoding: .utf8)) ?? ""
      let rest = output.dropFirst(seen)
      if let range = rest.firstRange(of: text) {
        seen += rest.distance(from: rest.startIndex, to: range.upperBound)
        return true
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }

  func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

/// A folder that is gone when nobody holds it.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "zhailu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appending(path: name) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> URL {
    let place = file(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: place)
    return place
  }
}

extension String.Encoding {
  /// GB18030 among Foundation's string encodings.
  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}
