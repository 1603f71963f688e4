// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuShipped

@testable import ZhailuExtract

@Suite("Examples of the shipped rules")
struct ExamplesTests {
  static let results: [ExampleRunner.Result] = {
    guard let rules = try? RuleSet.shipped(), let extractor = try? Extractor(rules: rules) else {
      return []
    }
    return ExampleRunner(extractor: extractor).run()
  }()

  @Test("all hold", arguments: results)
  func holds(result: ExampleRunner.Result) {
    #expect(result.failure == nil, "\(result.place): \(result.text)")
  }

  @Test("there are some, of both kinds")
  func some() {
    #expect(Self.results.count { $0.kind == .example } > 60)
    #expect(Self.results.count { $0.kind == .counterexample } > 60)
  }
}
