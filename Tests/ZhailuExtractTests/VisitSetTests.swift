// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuExtract

@Suite("States visited at places")
struct VisitSetTests {
  @Test("each key is new once, however many there are, until all are forgotten")
  func insert() {
    var visited = VisitSet()
    defer { visited.free() }
    for round in 0..<3 {
      for key in 0..<5000 as Range<UInt64> {
        let isNew = visited.insert(key << 32 | key)
        #expect(isNew, "round \(round), key \(key)")
      }
      for key in 0..<5000 as Range<UInt64> {
        let isNew = visited.insert(key << 32 | key)
        #expect(!isNew, "round \(round), key \(key)")
      }
      visited.removeAll()
    }
  }

  @Test("zero is a key as any other")
  func zero() {
    var visited = VisitSet()
    defer { visited.free() }
    let isNew = [visited.insert(0), visited.insert(0)]
    #expect(isNew == [true, false])
  }
}

@Suite("Numbers of which few are set")
struct SparseNumbersTests {
  @Test("what was not set is -1, beside what was set too")
  func rows() {
    let numbers = SparseNumbers(count: 1000)
    defer { numbers.free() }
    numbers[255] = 7
    numbers[999] = 0
    for index in 0..<1000 {
      #expect(numbers[index] == (index == 255 ? 7 : index == 999 ? 0 : -1))
    }
  }
}
