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

  /// Calls `found` with each boundary of `text[..<end]` after its start, in order.
  func forEachBoundary(of text: UnsafePointer<UInt16>, to end: Int, _ found: (Int) -> Void) {
    guard end > 0 else { return }
    if boundaries.count < end { boundaries = [Int32](repeating: 0, count: end + 1024) }
    var status: Int32 = 0
    let count = zicu_breaks(breaker, text, Int32(end), &boundaries, &status)
    // As above.
    guard status <= 0 else { return found(end) }
    for boundary in boundaries[..<Int(count)] { found(Int(boundary)) }
  }

  /// Cuts at each boundary of `text[start..<end]` after its start.
  func cut(_ text: UnsafePointer<UInt16>, from start: Int, to end: Int, into cuts: Cuts) {
    guard end > start else { return }
    if boundaries.count < end - start {
      boundaries = [Int32](repeating: 0, count: end - start + 1024)
    }
    var status: Int32 = 0
    let count = zicu_breaks(breaker, text + start, Int32(end - start), &boundaries, &status)
    // As above.
    if status <= 0 {
      for boundary in boundaries[..<Int(count)] { cuts.cut(start + Int(boundary)) }
    }
    cuts.cut(end)
  }

  package static var icuVersion: String { String(cString: zicu_version()) }

  /// Whether the tests have held the walks over ICU's rules and dictionary against this version of ICU:
  /// then nothing needs to be tried before they are used.
  package static let isProven = icuVersion.hasPrefix("72.")
}

/// Where cuts are noted: in bits of flags, an element a place, that belong to the caller.
struct Cuts {
  let flags: UnsafeMutablePointer<UInt8>
  let mark: UInt8

  @inline(__always)
  func cut(_ place: Int) { flags[place] |= mark }

  /// The same, with places that are counted from `place`.
  func from(_ place: Int) -> Cuts { Cuts(flags: flags + place, mark: mark) }
}
