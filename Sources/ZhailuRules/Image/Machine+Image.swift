// SPDX-License-Identifier: Apache-2.0

extension Machine {
  private typealias EdgeTest = ZhailuRules.Program.EdgeTest

  func write(to writer: inout ImageWriter) {
    writer.write(moves)
    writer.write(states)
    writer.write(programs)
    writer.write(units.flatMap(\.numbers))
    writer.write(literals)
    writer.write(tests.flatMap(\.numbers))
    writer.write(kindSets)
    writer.write(kindWords)
    writer.write(kindMasks)
    writer.write(setMasks)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    moves = try reader.elements()
    states = try reader.elements()
    programs = try reader.elements()
    units = try Self.rows(of: Unit.width, as: Int32.self, &reader).map { Unit($0) }
    literals = try reader.elements()
    var tests: [EdgeTest] = []
    for numbers in try Self.rows(of: EdgeTest.width, as: Int64.self, &reader) {
      guard let test = EdgeTest(numbers) else { throw DamagedImage() }
      tests.append(test)
    }
    self.tests = tests
    kindSets = try reader.elements()
    kindWords = try reader.number()
    kindMasks = try reader.elements()
    setMasks = try reader.elements()
  }

  /// Numbers in rows of `width`.
  private static func rows<Number: BitwiseCopyable & Sendable>(
    of width: Int, as type: Number.Type, _ reader: inout ImageReader
  ) throws(DamagedImage) -> [ArraySlice<Number>] {
    let numbers: [Number] = try reader.array()
    guard numbers.count % width == 0 else { throw DamagedImage() }
    return stride(from: 0, to: numbers.count, by: width).map { numbers[$0..<$0 + width] }
  }
}

extension Machine.Unit {
  fileprivate static let width = 13
  fileprivate var numbers: [Int32] {
    [programs, before, after, whole].flatMap { [$0.lowerBound, $0.upperBound] }
      + [kind, isDefinition ? 1 : 0, Int32(type), Int32(stage), Int32(rank)]
  }

  fileprivate init(_ numbers: ArraySlice<Int32>) {
    var next = numbers.makeIterator()
    func read() -> Int32 { next.next() ?? 0 }
    func range() -> Range<Int32> {
      let first = read()
      return first..<max(first, read())
    }
    programs = range()
    before = range()
    after = range()
    whole = range()
    kind = read()
    isDefinition = read() != 0
    type = Int8(truncatingIfNeeded: read())
    stage = UInt8(truncatingIfNeeded: read())
    rank = UInt16(truncatingIfNeeded: read())
  }
}

extension Program.EdgeTest {
  fileprivate static let width = 3
  /// Which case it is, and its range or part.
  fileprivate var numbers: [Int64] {
    switch self {
    case .any: [0, 0, 0]
    case .wholeNumber(nil): [1, 0, 0]
    case .wholeNumber(let range?): [2, Int64(range.lowerBound), Int64(range.upperBound)]
    case .largeNumber: [3, 0, 0]
    case .digitNumber: [4, 0, 0]
    case .bareNumber: [5, 0, 0]
    case .date(let part): [6, Int64(SlotKind.DatePart.allCases.firstIndex(of: part) ?? -1), 0]
    }
  }

  fileprivate init?(_ numbers: ArraySlice<Int64>) {
    let (low, high) = (numbers[numbers.startIndex + 1], numbers[numbers.startIndex + 2])
    switch numbers[numbers.startIndex] {
    case 0: self = .any
    case 1: self = .wholeNumber(nil)
    case 2 where low <= high: self = .wholeNumber(Int(low)...Int(high))
    case 3: self = .largeNumber
    case 4: self = .digitNumber
    case 5: self = .bareNumber
    case 6 where SlotKind.DatePart.allCases.indices.contains(Int(low)):
      self = .date(SlotKind.DatePart.allCases[Int(low)])
    default: return nil
    }
  }
}
