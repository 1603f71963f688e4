// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Keeps the files that are read from being written over.
struct InputGuard {
  private let paths: Set<String>

  init(_ files: [InputReader.File]) { self.init(paths: files.map(\.path)) }

  init(paths: [String]) { self.paths = Set(paths.map(Self.standardized)) }

  func check(_ path: String) throws(Failure) {
    guard !paths.isEmpty, paths.contains(Self.standardized(path)) else { return }
    throw Failure("\(path): is an input and was not written over; name another place with -o")
  }

  private static func standardized(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path()
  }
}
