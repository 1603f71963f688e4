// SPDX-License-Identifier: Apache-2.0

/// Sorting in place, without memory of its own.
enum Sorting {
  /// Insertion for short lists, which most are; else by halves, merged through a copy.
  static func sortStably<Element: BitwiseCopyable>(
    _ elements: UnsafeMutableBufferPointer<Element>, by precedes: (Element, Element) -> Bool
  ) {
    guard elements.count > 24 else { return insert(elements, precedes) }
    let middle = elements.count / 2
    sortStably(.init(rebasing: elements[..<middle]), by: precedes)
    sortStably(.init(rebasing: elements[middle...]), by: precedes)
    merge(elements, middle, precedes)
  }

  @inline(__always)
  private static func insert<Element: BitwiseCopyable>(
    _ elements: UnsafeMutableBufferPointer<Element>, _ precedes: (Element, Element) -> Bool
  ) {
    var next = 1
    while next < elements.count {
      let element = elements[next]
      var place = next
      while place > 0, precedes(element, elements[place - 1]) {
        elements[place] = elements[place - 1]
        place -= 1
      }
      elements[place] = element
      next += 1
    }
  }

  private static func merge<Element: BitwiseCopyable>(
    _ elements: UnsafeMutableBufferPointer<Element>, _ middle: Int,
    _ precedes: (Element, Element) -> Bool
  ) {
    guard precedes(elements[middle], elements[middle - 1]) else { return }
    withUnsafeTemporaryAllocation(of: Element.self, capacity: middle) { first in
      _ = first.initialize(fromContentsOf: elements[..<middle])
      var (left, right, target) = (0, middle, 0)
      while left < middle {
        if right < elements.count, precedes(elements[right], first[left]) {
          elements[target] = elements[right]
          right += 1
        } else {
          elements[target] = first[left]
          left += 1
        }
        target += 1
      }
    }
  }
}

extension Array {
  /// Sorted; itself where it is so already, as most lists of places are.
  func inOrder(by precedes: (Element, Element) -> Bool) -> [Element] {
    let isSorted = indices.dropFirst().allSatisfy { precedes(self[$0 - 1], self[$0]) }
    return isSorted ? self : sorted(by: precedes)
  }
}
