// SPDX-License-Identifier: Apache-2.0
import TestClock
import Testing
import ZhailuStages

/// Texts that are made to be slow take no longer for each character than shorter ones of their kind.
///
/// This is the short form, which notices work that grows with the square of the text; `make
/// bench-adversarial` measures long texts and is stricter.
@Suite("Texts that are made to be slow", .serialized)
struct AdversarialTests {
  // The suite runs one test after the other.
  nonisolated(unsafe) private static let road = Result { try Road() }

  #if DEBUG
    private static let length = 4_000
  #else
    private static let length = 500_000
  #endif

  @Test("twice the text takes about twice the time", arguments: AdversarialFamily.allCases)
  func linear(family: AdversarialFamily) throws {
    let road = try Self.road.get()
    let (short, long) = (family.bytes(Self.length), family.bytes(Self.length * 2))
    let ratio = try ProcessorTime.ratio(
      of: { _ = try road.run(long) }, to: { _ = try road.run(short) }, below: 3)
    #expect(ratio < 3)
  }

  @Test("a family has texts of any length", arguments: AdversarialFamily.allCases)
  func lengths(family: AdversarialFamily) throws {
    for length in [0, 1, 5, 100, 1001] {
      let bytes = family.bytes(length)
      #expect(bytes.count <= length && bytes.count > length - 8)
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
  }
}
