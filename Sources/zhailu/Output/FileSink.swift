// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Records to one file, which has its name when it is whole. Until then it grows as `FILE.part`, and a
/// journal says how far it is.
struct FileSink: RecordSink {
  private let path: String
  private let key: String
  /// What comes before the records.
  private let head: [UInt8]
  private let descriptor: Int32
  /// What an earlier run has written to the part, and how much of it this run came to as well.
  private let earlier: [Journal.Entry]
  private var kept = 0
  private var keptSize: Int
  private var isFollowing = true
  private var journal: Journal?
  private var bytes: [UInt8] = []

  static func journal(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return "\(path[..<name]).\(path[name...]).journal"
  }

  /// `shown` is what is made of the file, where it is not the output itself.
  init(
    path: String, guarded: InputGuard, key: String, head: [UInt8], earlier: Journal.Earlier,
    shown: String? = nil
  ) throws(Failure) {
    self.path = path
    self.key = key
    self.head = head
    keptSize = head.count
    self.earlier = earlier.entries
    try guarded.check(path)
    try FileSystem.makeFolder(of: path)
    descriptor = try Self.open(path, shown: shown ?? path)
  }

  /// The part, for this run alone: another that writes to it is not done, and would take it away.
  private static func open(_ path: String, shown: String) throws(Failure) -> Int32 {
    while true {
      let descriptor = Glibc.open("\(path).part", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
      // File systems that know no locks are taken as they are.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        Glibc.close(descriptor)
        throw Failure("\(shown): another run is writing it; wait for that, or name another file")
      }
      // The other may have ended in between, and what was the part is its file now.
      var (own, named) = (stat(), stat())
      if fstat(descriptor, &own) == 0, stat("\(path).part", &named) == 0,
        own.st_ino == named.st_ino
      {
        return descriptor
      }
      Glibc.close(descriptor)
    }
  }

  mutating func keeps(_ document: Finished.Document) throws(Failure) -> Bool {
    guard isFollowing, kept < earlier.count, earlier[kept].document == document.digest,
      keptSize + earlier[kept].size <= FileSystem.size(of: "\(path).part")
    else { return false }
    keptSize += earlier[kept].size
    kept += 1
    return true
  }

  mutating func take(_ document: Finished.Document) throws(Failure) {
    try endFollowing()
    let records = document.records ?? []
    bytes += records
    guard let digest = document.digest else { return }
    journal?.append(
      Journal.Entry(
        document: digest, size: records.count, counts: document.counts, path: digest))
  }

  /// From here on this run writes.
  private mutating func endFollowing() throws(Failure) {
    guard isFollowing else { return }
    isFollowing = false
    if kept == 0 { (keptSize, bytes) = (0, head) }
    guard ftruncate(descriptor, off_t(keptSize)) == 0,
      lseek(descriptor, off_t(keptSize), SEEK_SET) >= 0
    else { throw failure() }
    journal = try Journal(path: Self.journal(of: path), key: key, kept: earlier[..<kept])
  }

  /// The records first: the journal must not say more than there is.
  mutating func flush() throws(Failure) {
    do {
      try Console.write(bytes, to: descriptor)
    } catch {
      throw Failure("\(path): cannot be written: \(error)")
    }
    bytes.removeAll(keepingCapacity: true)
    try journal?.flush()
  }

  mutating func finish() throws(Failure) {
    let part = try seal()
    guard fsync(descriptor) == 0, rename(part, path) == 0 else { throw failure() }
    try close()
  }

  /// All was taken: the path of the part, for who makes something else of it.
  mutating func seal() throws(Failure) -> String {
    try endFollowing()
    try flush()
    return "\(path).part"
  }

  /// Instead of `finish`, when something else was made of the part: nothing is left.
  mutating func discard() throws(Failure) {
    unlink("\(path).part")
    try close()
  }

  private mutating func close() throws(Failure) {
    guard Glibc.close(descriptor) == 0 else { throw failure() }
    try journal?.finish(stays: false)
    unlink(Self.journal(of: path))
  }

  private func failure() -> Failure {
    Failure("\(path): cannot be written: \(String(cString: strerror(errno)))")
  }
}
