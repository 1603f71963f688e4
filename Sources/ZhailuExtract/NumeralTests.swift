// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuValues

/// What rules ask of numerals, and what was answered: a numeral is asked the same by many rules.
struct NumeralTests {
  /// For the first 64 tests a bit each: whether it was asked, and whether the numeral passed.
  private struct Answers: BitwiseCopyable {
    var known: UInt64 = 0
    var passed: UInt64 = 0
    let facts: NumeralFacts
  }

  private let tests: [Program.EdgeTest]
  private var answers = Buffer<Answers>()

  init(_ tests: [Program.EdgeTest]) { self.tests = tests }

  func free() { answers.free() }

  /// Begins a text with these numerals.
  mutating func reset(_ numerals: Buffer<Numeral>) {
    answers.removeAll()
    for index in 0..<numerals.count {
      answers.append(Answers(facts: NumeralFacts(numerals[index])))
    }
  }

  /// Whether an edge passes the test number `test`, of which 0 asks nothing.
  @inline(__always)
  func accepts(_ edge: Lattice.Edge, _ test: Int32) -> Bool {
    if test == 0 { return true }
    guard edge.source == .numeral else { return false }
    guard test < 64 else { return ask(edge.payload, test) }
    let bit: UInt64 = 1 &<< UInt64(test)
    let answer = answers.base + Int(edge.payload)
    return answer.pointee.known & bit != 0
      ? answer.pointee.passed & bit != 0 : ask(edge.payload, test)
  }

  @inline(never)
  private func ask(_ number: Int32, _ test: Int32) -> Bool {
    let answer = answers.base + Int(number)
    let passes = tests[Int(test)].accepts(answer.pointee.facts)
    guard test < 64 else { return passes }
    answer.pointee.known |= 1 &<< UInt64(test)
    if passes { answer.pointee.passed |= 1 &<< UInt64(test) }
    return passes
  }
}
