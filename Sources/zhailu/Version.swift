// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment

/// What `--version` and `run.json` say.
enum Version {
  static let program = "0.1.0"
  /// The version of the record contract.
  static let contract = 1
  static var description: String {
    "zhailu \(program), records version \(contract), ICU \(Breaker.icuVersion)"
  }

  /// Which program and rules made a page.
  static func made(by rules: RuleDigests) -> String {
    "zhailu \(program), rules \(rules.pack.prefix(12))"
  }
}
