// SPDX-License-Identifier: Apache-2.0
import Benchmark
import Foundation
import ZhailuStages

/// The stages by name, in the order of the road; the first is the yardstick.
enum StageList {
  static let yardstick = "ICU word break"

  static func all(_ stages: Stages) -> [(name: String, run: () -> Int)] {
    [
      (yardstick, stages.icuWords),
      ("decode UTF-8", stages.decode),
      ("articles and fold", stages.articlesAndFold),
      ("lexicon words", stages.lexiconWords),
      ("lexicon scan", stages.scan),
      ("words", stages.words),
      ("match", stages.match),
      ("extract", stages.extract),
      ("extract and write", stages.extractAndWrite),
    ]
  }

  static func stage(_ name: String, of stages: Stages) throws -> () -> Int {
    let all = all(stages)
    guard let found = all.first(where: { $0.name == name }) else {
      throw Failure("no stage is called 【\(name)】; there are \(all.map(\.name))")
    }
    return found.run
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Processor time of each stage in each round, and its ratio to the yardstick's.
struct RatioTable {
  struct Row {
    let name: String
    /// Seconds, by round.
    var seconds: [Double] = []
    /// How many times as fast as the yardstick of the same round.
    var ratios: [Double] = []
  }

  private(set) var rows: [Row]

  init(stages: Stages, rounds: Int) throws {
    let all = StageList.all(stages)
    rows = all.map { Row(name: $0.name) }
    for round in 0..<rounds {
      let suite = BenchmarkSuite(name: "")
      for stage in all {
        suite.benchmark(stage.name) { state in
          let start = Self.processorTime()
          if stage.run() == 0 { throw Failure("\(stage.name) made nothing") }
          state.counters["processor"] = Self.processorTime() - start
        }
      }
      var runner = BenchmarkRunner(
        suites: [suite],
        settings: [
          Iterations(1), WarmupIterations(round == 0 ? 1 : 0), Format(.none), Quiet(true),
        ])
      try runner.run()
      let seconds = runner.results.map { $0.counters["processor"] ?? .infinity }
      for (index, time) in seconds.enumerated() {
        rows[index].seconds.append(time)
        rows[index].ratios.append(seconds[0] / time)
      }
    }
  }

  /// Seconds that the processor spent on this thread.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func text(megabytes: Double, names: Int) -> String {
    var lines = [
      String(format: "%.1f MB of text, %d names of a user's own, one thread", megabytes, names),
      "stage                    MB/s   times ICU   (least to most)",
    ]
    for row in rows {
      let speed = megabytes / Self.median(row.seconds)
      lines.append(
        row.name.padding(toLength: 20, withPad: " ", startingAt: 0)
          + String(
            format: "%9.1f %11.2f   (%.2f to %.2f)", speed, Self.median(row.ratios),
            row.ratios.min()!, row.ratios.max()!))
    }
    return lines.joined(separator: "\n")
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
