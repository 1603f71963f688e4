// SPDX-License-Identifier: Apache-2.0

/// The hash FNV-1a of 64 bits (Fowler, Noll, Vo), the same on every machine and in every run: for names
/// and texts of which only the hash is kept.
///
/// Public, since what is only of the package is not inlined in other modules of it.
public struct FNV1a {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable @inline(__always)
  public init() {}

  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(UInt64(byte)) }
  }

  @inlinable public var hash: UInt64 { @inline(__always) get { state } }

  /// Adds a byte or, where texts are hashed by these, a UTF-16 unit.
  @inlinable @inline(__always)
  public mutating func add(_ unit: UInt64) { state = (state ^ unit) &* 0x100_0000_01B3 }
}
