// SPDX-License-Identifier: Apache-2.0
import Glibc
import Testing

@testable import ZhailuLoader

@Suite("Files that rules are read from")
struct FilesTests {
  @Test(
    "a failure has the system's words, and what to do where that is known",
    arguments: [
      (ENOENT, "No such file or directory"), (EISDIR, "Is a directory"),
      (EACCES, "Permission denied; its owner can allow it with chmod a+rX"),
      (EMFILE, "Too many open files; close other programs, or allow more with ulimit -n"),
    ])
  func words(code: Int32, words: String) {
    #expect(Files.Failure(code).description == words)
  }
}
