// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuValues

/// What rules ask of numerals, and what was answered: a numeral is asked the same by many rules.
struct NumeralTests {
  /// For the first 64 tests a bit each: whether it was asked, and whether the numeral passed.
  private struct Answers: BitwiseCopyable {
    var known: UInt64 = 0
    var passed: UInt64 = 0
  }

  private let tests: [Program.EdgeTest]
  private var answers = Buffer<Answers>()
  private var numerals: UnsafePointer<Numeral>?

  init(_ tests: [Program.EdgeTest]) { self.tests = tests }

  func free() { answers.free() }

  /// Begins a text with these numerals.
  mutating func reset(_ numerals: Buffer<Numeral>) {
    self.numerals = UnsafePointer(numerals.base)
    answers.fill(Answers(), count: numerals.count)
  }

  /// Whether an edge passes the test number `test`, of which 0 asks nothing.
  @inline(__always)
  func accepts(_ edge: Lattice.Edge, _ test: Int32) -> Bool {
    if test == 0 { return true }
    guard edge.source == .numeral else { return false }
    guard test < 64 else { return ask(edge.payload, test) }
    let bit: UInt64 = 1 &<< UInt64(test)
    let answer = answers[Int(edge.payload)]
    return answer.known & bit != 0 ? answer.passed & bit != 0 : ask(edge.payload, test)
  }

  @inline(never)
  private func ask(_ number: Int32, _ test: Int32) -> Bool {
    guard let numerals else { return false }
    let passes = tests[Int(test)].accepts(numerals[Int(number)])
    guard test < 64 else { return passes }
    var answer = answers[Int(number)]
    answer.known |= 1 &<< UInt64(test)
    if passes { answer.passed |= 1 &<< UInt64(test) }
    answers[Int(number)] = answer
    return passes
  }
}
