// SPDX-License-Identifier: Apache-2.0
import Foundation
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

  private static func seconds(_ bytes: [UInt8]) throws -> Double {
    let road = try road.get()
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
    _ = try road.run(bytes)
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
  }

  @Test("twice the text takes about twice the time", arguments: AdversarialFamily.allCases)
  func linear(family: AdversarialFamily) throws {
    let (short, long) = (family.bytes(Self.length), family.bytes(Self.length * 2))
    _ = try Self.seconds(long)
    // A machine that does other work too is uneven: the best of some rounds counts.
    var (once, twice) = (Double.infinity, Double.infinity)
    for round in 0..<20 where round < 3 || twice > 3 * once {
      once = min(once, try Self.seconds(short))
      twice = min(twice, try Self.seconds(long))
    }
    #expect(twice < 3 * once)
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
