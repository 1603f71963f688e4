// SPDX-License-Identifier: Apache-2.0
import ZhailuLoader
import ZhailuRules
import ZhailuSegment

/// What `--version` and `run.json` say.
enum Version {
  static let program = Release.version
  /// The version of the record contract.
  static let contract = Release.contract
  static var description: String {
    "zhailu \(program), records version \(contract), ICU \(Breaker.icuVersion)"
  }

  /// Which program and rules made a page.
  static func made(by rules: RuleDigests) -> String {
    "zhailu \(program), rules \(rules.pack.prefix(12))"
  }
}
