// SPDX-License-Identifier: Apache-2.0

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// A copy of an array, which is read without a look at its bounds; `deallocate` it.
  static func copy(_ array: [Pointee]) -> Self {
    let base = allocate(capacity: Swift.max(array.count, 1))
    base.initialize(from: array, count: array.count)
    return base
  }
}
