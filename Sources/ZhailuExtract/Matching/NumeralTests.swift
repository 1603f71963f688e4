// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What rules ask of numerals, and what the numerals of a text answer: all is asked at once, and of
/// numerals that are alike, such as 3 and 5, only where it was not known from an earlier text.
///
/// Numerals that answer all tests alike have the same *signature*, a small number, by which other
/// tables tell what may begin at them or read them.
struct NumeralTests {
  /// What a numeral answers.
  struct Answer: BitwiseCopyable {
    /// A bit for each of the first 64 tests.
    let passed: UInt64
    let signature: Int32
  }

  /// What is known of numerals that are alike.
  private struct Known: BitwiseCopyable {
    let facts: NumeralFacts
    let answer: Answer
    var isKnown = true
  }

  /// Not an array, so that this may be passed on without being counted.
  private let tests: UnsafeMutableBufferPointer<Program.EdgeTest>
  /// By numeral.
  private(set) var answers = Buffer<Answer>()
  private var facts = Buffer<NumeralFacts>()
  /// By signature: what its numerals passed. The first is that of all for which there was no room.
  private(set) var signatures = Buffer<UInt64>()
  private let known: UnsafeMutablePointer<Known>

  /// So many tests have a bit.
  private static var mostBits: Int32 { Machine.mostTestBits }
  private static let mostSignatures = 1024
  private static let mostKnown = 1024

  init(_ tests: [Program.EdgeTest]) {
    self.tests = .allocate(capacity: tests.count)
    _ = self.tests.initialize(fromContentsOf: tests)
    signatures.append(~0)
    known = .allocate(capacity: Self.mostKnown)
    let none = Known(
      facts: NumeralFacts.none, answer: Answer(passed: 0, signature: 0), isKnown: false)
    known.initialize(repeating: none, count: Self.mostKnown)
  }

  func free() {
    tests.deinitialize()
    tests.deallocate()
    answers.free()
    facts.free()
    signatures.free()
    known.deallocate()
  }

  /// Begins a text with these numerals.
  mutating func reset(_ numerals: Buffer<Numeral>) {
    answers.removeAll()
    facts.removeAll()
    for index in 0..<numerals.count {
      let own = NumeralFacts(numerals.base[index])
      facts.append(own)
      answers.append(answer(of: own))
    }
  }

  /// Whether an edge passes the test number `test`, of which 0 asks nothing.
  @inline(__always)
  func accepts(_ edge: Lattice.Edge, _ test: Int32) -> Bool {
    if test == 0 { return true }
    guard edge.source == .numeral else { return false }
    guard test < Self.mostBits else { return ask(edge.payload, test) }
    return answers[Int(edge.payload)].passed &>> UInt64(test) & 1 != 0
  }

  @inline(never)
  private func ask(_ number: Int32, _ test: Int32) -> Bool {
    tests[Int(test)].accepts(facts[Int(number)])
  }

  private mutating func answer(of own: NumeralFacts) -> Answer {
    let place = known + own.hash & (Self.mostKnown &- 1)
    if place.pointee.isKnown, place.pointee.facts.isSame(as: own) { return place.pointee.answer }
    var passed: UInt64 = 0
    for test in 0..<min(tests.count, Int(Self.mostBits)) where tests[test].accepts(own) {
      passed |= 1 << UInt64(test)
    }
    let answer = Answer(passed: passed, signature: signature(of: passed))
    place.pointee = Known(facts: own, answer: answer)
    return answer
  }

  private mutating func signature(of passed: UInt64) -> Int32 {
    for index in 1..<max(signatures.count, 1) where signatures[index] == passed {
      return Int32(truncatingIfNeeded: index)
    }
    guard signatures.count < Self.mostSignatures else { return 0 }
    signatures.append(passed)
    return Int32(truncatingIfNeeded: signatures.count - 1)
  }
}
