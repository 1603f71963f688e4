// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import Glibc
import ZhailuRules

/// Does something once, or again whenever a file of some folders is saved.
///
/// It looks at the times and sizes of the files five times a second, which works on every system and
/// every kind of disk, and waits until they have been still for one look: editors save in steps.
struct Watch {
  /// `nil` where nothing is watched.
  let folders: [String]?

  private static let pause: UInt32 = 200_000

  func run(_ body: () throws -> Void) throws {
    guard let folders else { return try body() }
    guard !folders.isEmpty else {
      throw ValidationError(
        "--watch needs a folder to watch: --rules my-rules. The shipped rules do not change.")
    }
    var seen = snapshot(of: folders)
    attempt(body)
    Console.note("Watching \(folders.joined(separator: ", ")); Ctrl-C ends.")
    while true {
      usleep(Self.pause)
      var now = snapshot(of: folders)
      guard now != seen else { continue }
      let changed = Self.changes(from: seen, to: now)
      while true {
        usleep(Self.pause)
        let later = snapshot(of: folders)
        if later == now { break }
        now = later
      }
      seen = now
      try Console.print("\n— \(changed.joined(separator: ", ")) —")
      attempt(body)
    }
  }

  /// What goes wrong is told; the watching goes on.
  private func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch is ExitCode {
    } catch let faulty as FaultyRules {
      Console.note(faulty.description)
    } catch {
      Console.note("\(error)")
    }
  }

  private struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let node: UInt64
  }

  private func snapshot(of folders: [String]) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for folder in folders {
      for path in (try? FileSystem.files(below: folder)) ?? [] {
        var status = stat()
        // A lexicon in the wrong place is a fault, which ends when it goes.
        guard path.hasSuffix(".yaml") || path.hasSuffix(".tsv"),
          stat("\(folder)/\(path)", &status) == 0
        else { continue }
        stamps["\(folder)/\(path)"] = Stamp(
          seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
          size: Int(status.st_size), node: UInt64(status.st_ino))
      }
    }
    return stamps
  }

  /// The files that are new, gone or different.
  private static func changes(from old: [String: Stamp], to new: [String: Stamp]) -> [String] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }
}
