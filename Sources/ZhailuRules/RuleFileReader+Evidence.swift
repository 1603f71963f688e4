// SPDX-License-Identifier: Apache-2.0
import Yams

extension RuleFileReader {
  mutating func evidence(_ keys: [String: Node]) -> Rule.Evidence? {
    guard let node = keys["evidence"], let table = yaml.text(node, "【evidence】") else { return nil }
    return Rule.Evidence(
      table: table, reach: number(keys["reach"], "【reach】"),
      threshold: number(keys["threshold"], "【threshold】"), place: yaml.place(node))
  }

  /// A whole number; 0 where nothing is written.
  private mutating func number(_ node: Node?, _ what: String) -> Int {
    guard let node, let text = yaml.text(node, what) else { return 0 }
    guard let number = Int(text), abs(number) <= 10_000 else {
      yaml.report(yaml.place(node), "\(what) is a whole number, not 【\(text)】")
      return 0
    }
    return number
  }
}
