// SPDX-License-Identifier: Apache-2.0
import TestClock
import Testing
import ZhailuStages

/// What grows with the square of the text does so within a part of an article, which holds about 190,000
/// bytes; what goes on from part to part shows in longer texts.
#if DEBUG
  private let byteCounts = [4_000]
#else
  private let byteCounts = [60_000, 500_000]
#endif

/// Texts that are made to be slow take no longer for each character than shorter ones of their kind.
///
/// This is the short form, which notices work that grows with the square of the text; `make
/// bench-adversarial` measures long texts and is stricter.
@Suite("Texts that are made to be slow", .serialized)
struct AdversarialTests {
  // The suite runs one test after the other.
  nonisolated(unsafe) private static let road = Result { try Road() }

  @Test(
    "three times the text takes about three times the time", arguments: AdversarialFamily.allCases,
    byteCounts)
  func linear(family: AdversarialFamily, length: Int) throws {
    let road = try Self.road.get()
    let (short, long) = (family.bytes(length), family.bytes(length * 3))
    let ratio = try ProcessorTime.ratio(
      of: { _ = try road.run(long) }, to: { _ = try road.run(short) }, below: 5)
    #expect(ratio < 5)
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
