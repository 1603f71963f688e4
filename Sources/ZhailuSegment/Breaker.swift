// SPDX-License-Identifier: Apache-2.0
import CICU
import ZhailuText

/// ICU's break iterator for Chinese, for words or for sentences.
///
/// One is made for each worker and used for all its texts; it is not safe to share.
package final class Breaker {
  package enum Kind: Int32, Sendable {
    case words = 0
    case sentences = 1
  }

  package struct Failure: Error, CustomStringConvertible {
    package let status: Int32
    package var description: String {
      "ICU \(String(cString: zicu_version())) could not break Chinese text: "
        + "\(String(cString: zicu_status_name(status))); is its data package installed?"
    }
  }

  private let breaker: OpaquePointer
  private var boundaries: [Int32] = []

  package init(_ kind: Kind) throws(Failure) {
    var status: Int32 = 0
    guard let opened = zicu_breaker_open(kind.rawValue, &status) else {
      throw Failure(status: status)
    }
    breaker = opened
  }

  deinit { zicu_breaker_close(breaker) }

  /// The boundaries of `text[extent]` after its start, ascending, as offsets of `text`.
  package func boundaries(of text: [UInt16], in extent: Extent) -> [Int] {
    guard extent.count > 0 else { return [] }
    if boundaries.count < extent.count {
      boundaries = [Int32](repeating: 0, count: extent.count + 1024)
    }
    var status: Int32 = 0
    let count = text.withUnsafeBufferPointer { units in
      zicu_breaks(
        breaker, units.baseAddress! + extent.start, Int32(extent.count), &boundaries, &status)
    }
    // ICU breaks any UTF-16 text; only a lack of memory stops it, and then the whole is one piece.
    guard status <= 0 else { return [extent.end] }
    return boundaries[..<Int(count)].map { Int($0) + extent.start }
  }

  package static var icuVersion: String { String(cString: zicu_version()) }
}
