// SPDX-License-Identifier: Apache-2.0

/// What stands in a tag behind its name: ` class="a" hidden colspan=2`.
struct HTMLAttributes {
  private let units: ArraySlice<UInt16>

  init(_ units: ArraySlice<UInt16>) { self.units = units }

  /// Calls `body` with each attribute, its name in small letters; names of other lengths are skipped.
  func forEach(ofLength lengths: ClosedRange<Int>, _ body: (String, ArraySlice<UInt16>) -> Void) {
    var rest = units
    while let attribute = Self.next(&rest) {
      guard lengths.contains(attribute.name.count) else { continue }
      body(String(units: attribute.name).lowercased(), attribute.value)
    }
  }

  private static func next(
    _ rest: inout ArraySlice<UInt16>
  ) -> (name: ArraySlice<UInt16>, value: ArraySlice<UInt16>)? {
    rest = rest.drop { isSpace($0) || $0 == Mark.slash }
    guard !rest.isEmpty else { return nil }
    // A name may begin with an equals sign.
    let end = rest.dropFirst().firstIndex { isSpace($0) || $0 == Mark.slash || $0 == equals }
    let name = rest[..<(end ?? rest.endIndex)]
    rest = rest[name.endIndex...].drop(while: isSpace)
    guard rest.first == equals else { return (name, []) }
    rest = rest.dropFirst().drop(while: isSpace)
    let quote = rest.first.flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
    if quote != nil { rest = rest.dropFirst() }
    let value = rest.prefix { unit in quote.map { unit != $0 } ?? !isSpace(unit) }
    rest = rest[value.endIndex...].dropFirst()
    return (name, value)
  }

  private static func isSpace(_ unit: UInt16) -> Bool {
    unit == Mark.space || (0x09...0x0D).contains(unit)
  }

  private static let equals: UInt16 = 0x3D
}
