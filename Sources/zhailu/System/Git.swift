// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuRules

/// Reads a folder of rules as it was at a revision, without touching the work tree.
enum Git {
  /// Whether git knows the name as a commit.
  static func isRevision(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("-") else { return false }
    let run = try? output(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    return run?.status == 0
  }

  /// The rules in `folder` at a revision.
  static func rules(at revision: String, folder: String) throws(Failure) -> RuleSource {
    let run = try output(["archive", "--format=tar", "\(revision):./\(folder)"])
    guard run.status == 0 else {
      throw Failure("\(revision): git has no folder \(folder) at this revision")
    }
    let source = RuleSource(Tar.files(run.bytes).map { ($0.path, $0.bytes) }, in: folder)
    guard !source.isEmpty else {
      throw Failure("\(revision): the folder \(folder) had no rules at this revision")
    }
    return source
  }

  /// Runs git and gives what it wrote.
  private static func output(
    _ arguments: [String]
  ) throws(Failure) -> (status: Int32, bytes: [UInt8]) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure("git: \(String(cString: strerror(errno)))") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    let spawned = posix_spawnp(&process, "git", &actions, nil, words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard spawned == 0 else { throw Failure("git cannot be run; is it installed?") }
    let bytes = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let isExit = status & 0x7F == 0
    return (isExit ? (status >> 8) & 0xFF : 255, bytes)
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
