// SPDX-License-Identifier: Apache-2.0

/// Calls `body` with the number of each bit that is set, the least first.
@inlinable @inline(__always)
public func forEachBit(of bits: UInt64, _ body: (Int) -> Void) {
  var rest = bits
  while rest != 0 {
    body(rest.trailingZeroBitCount)
    rest &= rest &- 1
  }
}
