// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuExtract

@Suite("Sorting in place")
struct SortingTests {
  private struct Item: BitwiseCopyable, Equatable {
    let key: UInt8
    let place: Int
  }

  /// Of few keys, so that many are equal; of all lengths about those where insertion ends and merging
  /// begins.
  @Test("equal elements stay in their order", arguments: [0, 1, 2, 23, 24, 25, 26, 49, 100, 777])
  func stable(count: Int) {
    for keys in [1, 3, 200] as [UInt64] {
      var state: UInt64 = 1
      var items = (0..<count).map { place in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Item(key: UInt8(state >> 33 % keys), place: place)
      }
      let wanted = items.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
      items.withUnsafeMutableBufferPointer { Sorting.sortStably($0) { $0.key < $1.key } }
      #expect(items == wanted)
    }
  }

  @Test("what is in order already is not sorted; what is not, is")
  func inOrder() {
    #expect([1, 2, 5].inOrder(by: <) == [1, 2, 5])
    #expect([5, 1, 2].inOrder(by: <) == [1, 2, 5])
    #expect([Int]().inOrder(by: <).isEmpty)
  }
}
