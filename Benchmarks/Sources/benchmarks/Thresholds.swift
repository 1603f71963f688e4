// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The least that each stage must reach, as a multiple of the yardstick's speed.
///
///     stage<TAB>times ICU
///     extract<TAB>2.0
struct Thresholds {
  private var least: [(stage: String, ratio: Double)] = []

  init(file: String) throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    for (number, line) in lines.enumerated().dropFirst() where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let ratio = Double(fields[1]) else {
        throw Failure("\(file):\(number + 1): a stage, a tab and a number are wanted: 【\(line)】")
      }
      least.append((String(fields[0]), ratio))
    }
  }

  /// Prints which stages are too slow; `false` where one is.
  func check(_ table: RatioTable) throws -> Bool {
    var isMet = true
    for (stage, ratio) in least {
      guard let row = table.rows.first(where: { $0.name == stage }) else {
        throw Failure("no stage is called 【\(stage)】; there are \(table.rows.map(\.name))")
      }
      let reached = RatioTable.median(row.ratios)
      if reached < ratio {
        isMet = false
        print(
          String(format: "%@ is %.2f times as fast as ICU; it must be %.2f", stage, reached, ratio))
      }
    }
    if isMet { print("Every stage is as fast as it must be.") }
    return isMet
  }
}
