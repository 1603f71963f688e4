// SPDX-License-Identifier: Apache-2.0
import Foundation
import ZhailuStages

/// The time that texts of a family take, at lengths that double.
struct AdversarialRow {
  let family: AdversarialFamily
  /// Seconds of the processor by length in bytes.
  private(set) var times: [(bytes: Int, seconds: Double)] = []
  /// Why the greatest lengths were left out.
  private(set) var isCut = false

  /// Shorter times than this are not compared: the clock and the caches say more than the text.
  private static let shortest = 0.005
  private static let rounds = 5

  /// Lengths double from `smallest` to `largest`, as long as a text takes less than `patience` seconds.
  init(
    _ family: AdversarialFamily, road: Road, from smallest: Int, to largest: Int, patience: Double
  ) throws {
    self.family = family
    var length = largest
    var lengths: [Int] = []
    while length >= smallest {
      lengths.append(length)
      length /= 2
    }
    for length in lengths.reversed() {
      if let last = times.last, last.seconds > patience / 2 {
        isCut = true
        return
      }
      times.append((length, try Self.seconds(of: family.bytes(length), road)))
      try measureAgain(road)
    }
  }

  /// Other work on the machine only ever adds to a time: where the last two are far apart, both are
  /// taken again.
  private mutating func measureAgain(_ road: Road) throws {
    guard times.count > 1 else { return }
    for _ in 0..<3 {
      let (half, whole) = (times[times.count - 2], times[times.count - 1])
      guard whole.seconds > Self.suspicious * half.seconds, whole.seconds < 5 else { return }
      for index in times.count - 2..<times.count {
        let again = try Self.seconds(of: family.bytes(times[index].bytes), road)
        times[index].seconds = min(times[index].seconds, again)
      }
    }
  }

  private static let suspicious = 2.2

  /// The least of some rounds, of which the first makes room; short texts are run over and over in
  /// each.
  private static func seconds(of bytes: [UInt8], _ road: Road) throws -> Double {
    var best = Double.infinity
    for round in 0..<rounds {
      var count = 0
      let start = RatioTable.processorTime()
      var time = 0.0
      repeat {
        _ = try road.run(bytes)
        count += 1
        time = RatioTable.processorTime() - start
      } while time < shortest * 2
      best = min(best, time / Double(count))
      if round > 0, best > 1 { break }
    }
    return best
  }

  /// The greatest ratio of the time at twice a length to that at the length.
  var worst: (ratio: Double, bytes: Int)? {
    zip(times, times.dropFirst()).filter { $0.0.seconds > Self.shortest / 50 }
      .map { ($0.1.seconds / $0.0.seconds, $0.1.bytes) }.max { $0.0 < $1.0 }
  }

  /// Million bytes a second at the greatest length.
  var speed: Double { times.last.map { Double($0.bytes) / 1e6 / $0.seconds } ?? 0 }
}

/// All families, as text, and as the table of README.md.
struct AdversarialTable {
  let rows: [AdversarialRow]

  static let header =
    "| text | longest | MB/s there | time at twice the length, at most |\n|---|--:|--:|--:|"

  var markdown: String {
    let lines = rows.map { row in
      let longest = row.times.last?.bytes ?? 0
      let worst = row.worst.map { String(format: "%.2f times", $0.ratio) } ?? "–"
      return "| \(row.family.rawValue) | \(Self.size(longest)) | "
        + String(format: "%.1f", row.speed) + " | \(worst) |"
    }
    return ([Self.header] + lines).joined(separator: "\n")
  }

  static func line(_ row: AdversarialRow) -> String {
    let worst = row.worst.map { String(format: "%.2f at %@", $0.ratio, size($0.bytes)) } ?? "–"
    let longest = size(row.times.last?.bytes ?? 0)
    return row.family.rawValue.padding(toLength: 24, withPad: " ", startingAt: 0)
      + String(format: "%8.1f MB/s at %@, ratio at most %@", row.speed, longest, worst)
      + (row.isCut ? ", longer ones were left out" : "")
  }

  static func size(_ bytes: Int) -> String {
    switch bytes {
    case 1_000_000...: String(format: "%.3g MB", Double(bytes) / 1e6)
    default: String(format: "%.3g KB", Double(bytes) / 1e3)
    }
  }

  /// What is too slow; empty where nothing is.
  func faults(ratio: Double, speed: Double) -> [String] {
    rows.flatMap { row -> [String] in
      var faults: [String] = []
      if let worst = row.worst, worst.ratio > ratio {
        faults.append(
          String(
            format: "%@: %@ take %.2f times as long as half of it; at most %.2f are allowed",
            row.family.rawValue, Self.size(worst.bytes), worst.ratio, ratio))
      }
      if row.speed < speed {
        faults.append(
          String(
            format: "%@: %.1f MB/s; at least %.1f are wanted", row.family.rawValue, row.speed, speed
          ))
      }
      return faults
    }
  }
}
