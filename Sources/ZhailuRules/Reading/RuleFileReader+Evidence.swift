// SPDX-License-Identifier: Apache-2.0
import Yams

extension RuleFileReader {
  /// The widest reach: no mention is longer.
  private static let longestReach = 40
  private static let greatestThreshold = 10_000

  mutating func evidence(_ keys: [String: Node]) -> Rule.Evidence? {
    guard let node = keys["evidence"] else {
      for key in ["reach", "threshold"] {
        guard let node = keys[key] else { continue }
        yaml.report(
          yaml.place(node),
          "【\(key)】 says nothing without 【evidence】, which names the lexicon with the weights")
      }
      return nil
    }
    let reach = number(keys["reach"], "【reach】", 0...Self.longestReach)
    let bounds = -Self.greatestThreshold...Self.greatestThreshold
    let threshold = number(keys["threshold"], "【threshold】", bounds)
    guard let table = yaml.text(node, "【evidence】") else { return nil }
    return Rule.Evidence(
      table: table, reach: reach, threshold: threshold, place: yaml.place(node))
  }

  mutating func telling(_ keys: [String: Node]) -> Rule.Telling? {
    guard let node = keys["tells"], let table = yaml.text(node, "【tells】") else { return nil }
    if keys["evidence"] != nil {
      yaml.report(
        yaml.place(node),
        "what a rule with 【evidence】 finds is not sure, so that it tells nothing; leave 【tells】 out"
      )
    }
    return Rule.Telling(table: table, place: yaml.place(node))
  }

  /// A whole number; 0 where nothing is written.
  private mutating func number(_ node: Node?, _ what: String, _ range: ClosedRange<Int>) -> Int {
    guard let node, let text = yaml.text(node, what) else { return 0 }
    guard let number = Int(text), range.contains(number) else {
      yaml.report(
        yaml.place(node),
        "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound), not 【\(text)】")
      return 0
    }
    return number
  }
}
