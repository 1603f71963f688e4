// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import ZhailuRecords

@Suite("Values of JSON")
struct JSONTests {
  @Test("a value is laid out as Foundation lays it out, its keys sorted")
  func pretty() throws {
    let value: JSON = [
      "b": .array([.int(1), .string("摘\"/\n"), .null]), "a": ["empty": .array([]), "none": [:]],
      "is": .bool(true), "c": .number("0.5"),
    ]
    let object = try JSONSerialization.jsonObject(with: Data(value.pretty.utf8))
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    #expect(value.withSortedKeys.pretty == String(decoding: data, as: UTF8.self))
  }

  @Test("of two values of a key the added one stays")
  func adding() {
    let value: JSON = ["a": .int(1), "b": .int(2)]
    #expect(value.adding(["a": .int(3)]) == ["b": .int(2), "a": .int(3)])
  }
}
