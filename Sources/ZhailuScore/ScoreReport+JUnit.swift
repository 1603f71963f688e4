// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension ScoreReport {
  /// The report as JUnit XML, which every CI reads: a test case for each type and bar, one for
  /// each type without a bar, and one for the files.
  package func junit() -> String {
    let cases = [fileCase] + barCases + scoreCases
    let failures = cases.count { $0.failure != nil }
    let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\""
    let head = "<testsuite name=\"zhailu validate\" \(counts)>"
    let lines =
      ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>", "  \(head)"]
      + cases.map { "    \($0.xml)" } + ["  </testsuite>", "</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private struct TestCase {
    let suite: String
    let name: String
    let failure: String?

    var xml: String {
      let head = "<testcase classname=\"\(suite.xmlEscaped)\" name=\"\(name.xmlEscaped)\""
      guard let failure else { return "\(head)/>" }
      return "\(head)><failure message=\"\(failure.xmlEscaped)\"/></testcase>"
    }
  }

  private var fileCase: TestCase {
    let failure = faults.map(\.description).joined(separator: "\n")
    return TestCase(
      suite: "files", name: "every line can be used", failure: failure.isEmpty ? nil : failure)
  }

  private var barCases: [TestCase] {
    let missed = Dictionary(uniqueKeysWithValues: missedBars.map { ($0.bar, $0.description) })
    return (bars?.bars ?? []).map { bar in
      let by = if case .option(let name) = bar.origin { " (\(name))" } else { "" }
      return TestCase(
        suite: "\(bar.scope)",
        name: "\(bar.measure.rawValue) F1 at least \(bar.minimum.places(3))\(by)",
        failure: missed[bar])
    }
  }

  private var scoreCases: [TestCase] {
    let scopes = Set((bars?.bars ?? []).map(\.scope))
    return score.types.filter { !scopes.contains($0.scope) }.map { type in
      let f1 = (type.rates[.value]?.f1).shown
      return TestCase(suite: "\(type.scope)", name: "value F1 \(f1), no bar", failure: nil)
    }
  }
}
