// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import Testing
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuShipped
import ZhailuText
import ZhailuValues

/// Events of a text by the shipped rules, said shortly.
enum EventRoad {
  static let rules = try! RuleSet.shipped()
  /// One for all sentences: to make one takes longer than to read them.
  private static let extractor = Mutex(try! Extractor(rules: rules))

  static func records(_ text: String, published: String? = "2020-03-20") throws -> [Record] {
    let source = SourceText(
      id: "d", text: text, published: published.flatMap { PublicationDate($0) })
    return extractor.withLock { $0.records(of: source, types: [.event]) }
  }

  /// `donation 甲集团→武汉慈善总会 2000000 CNY`: kind, parties, numbers, item, date.
  static func events(_ text: String, published: String? = "2020-03-20") throws -> [String] {
    try records(text, published: published).map { record in
      let names = ["actor", "recipient"].map {
        (record.value.list($0) ?? []).joined(separator: "、")
      }
      let values = ["amount", "currency", "quantity", "unit", "item", "date"].compactMap {
        record.value.text($0)
      }
      return ([record.value.text("kind") ?? "", names.joined(separator: "→")] + values)
        .joined(separator: " ")
    }
  }

  /// Fails where the events of a text are others than these.
  static func expect(
    _ text: String, _ events: [String], at place: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try self.events(text) == events, "\(text)", sourceLocation: place)
  }
}
