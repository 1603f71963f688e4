// SPDX-License-Identifier: Apache-2.0
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A run of the program that gets no more than so much memory, and the time of the processor that it
/// takes. Where memory does not suffice it falls.
struct BoundedProgram {
  let status: Int32
  let errors: String
  let seconds: Double

  /// `bytes` of addresses, and so no more of memory.
  init(_ arguments: String..., in folder: TemporaryFolder, bytes: Int) throws {
    let errors = folder.file("errors.txt").path()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The shell goes to the folder, sets the bound and becomes the program.
    let shell = "/bin/sh"
    let line = [
      shell, "-c", "ulimit -v \(bytes / 1024) && cd \"$0\" && exec \"$@\"", folder.url.path(),
      Program.path.path(),
    ]
    var words: [UnsafeMutablePointer<CChar>?] = (line + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, shell, &actions, nil, &words, environ) == 0 else {
      throw CocoaError(.executableLoad)
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child else { throw CocoaError(.featureUnsupported) }
    seconds = [usage.ru_utime, usage.ru_stime].reduce(0.0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
    // A program that fell was ended by a signal.
    self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    self.errors = try String(contentsOfFile: errors, encoding: .utf8)
  }
}
