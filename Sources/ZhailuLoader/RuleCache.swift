// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuRules

/// Compiled images of the user's folders of rules, by what the folders hold.
///
/// It only saves time: what is missing, damaged or cannot be written is compiled again without a
/// word. Files are written in full or not at all and never changed, so that many programs may use
/// the folder at once.
struct RuleCache {
  let folder: String

  /// So many are kept; whoever edits rules makes a new one with each change.
  static let mostImages = 8
  private static let longestImage = 1 << 30

  /// `zhailu/rules` in the user's folder for such things; nothing where there is none.
  static var ofUser: RuleCache? {
    func path(_ variable: String) -> String? {
      getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    guard let caches = path("XDG_CACHE_HOME") ?? path("HOME").map({ "\($0)/.cache" }) else {
      return nil
    }
    return RuleCache(folder: "\(caches)/zhailu/rules")
  }

  /// The rules of an image that is there, sound and of these files.
  func rules(key: String, _ digests: RuleDigests) -> RuleSet? {
    let path = path(of: key)
    guard let memory = Self.read(path) else { return nil }
    guard let image = try? RuleImage(UnsafeRawBufferPointer(memory.bytes), owner: memory),
      let known = try? image.digests(), known == digests, let rules = try? image.rules()
    else {
      unlink(path)
      return nil
    }
    // The one that was used last is the last to go.
    utimensat(AT_FDCWD, path, nil, 0)
    return rules
  }

  func store(_ bytes: [UInt8], key: String) {
    guard (try? Files.makeFolder(folder)) != nil else { return }
    var draft = Array("\(folder)/\(key).XXXXXX".utf8CString)
    let file = mkstemp(&draft)
    guard file >= 0 else { return }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    let isWritten = (try? Files.write(bytes, to: file)) != nil
    close(file)
    guard isWritten, rename(draft, path(of: key)) == 0 else {
      unlink(draft)
      return
    }
    removeOldest()
  }

  private func path(of key: String) -> String { "\(folder)/\(key).image" }

  /// The whole file in memory of our own: one that is cut while it is mapped would end the program.
  private static func read(_ path: String) -> ImageMemory? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      status.st_size <= longestImage
    else { return nil }
    let memory = ImageMemory(count: Int(status.st_size))
    guard (try? Files.read(file, into: memory.bytes)) == memory.bytes.count else { return nil }
    return memory
  }

  /// Drafts that a program left behind when it was killed go the same way.
  private func removeOldest() {
    let names = (try? Files.names(in: folder)) ?? []
    let files = names.compactMap { name -> (path: String, seconds: Int, nanoseconds: Int)? in
      var status = stat()
      let path = "\(folder)/\(name)"
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return (path, status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
    let newestFirst = files.sorted {
      ($1.seconds, $1.nanoseconds, $1.path) < ($0.seconds, $0.nanoseconds, $0.path)
    }
    for file in newestFirst.dropFirst(Self.mostImages) { unlink(file.path) }
  }
}
