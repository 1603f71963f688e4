// SPDX-License-Identifier: Apache-2.0
//
// The examples of the library's documentation; Scripts/test-consumer builds and runs them in a package
// of its own, and a test looks that the documentation has them as they stand here.
import Foundation
import Zhailu

let extractor = try Extractor()
let text = "3月18日,石景山区工商业联合会捐款200万元,区工商联减免金额超过40亿元。"
let records = extractor.records(of: text, published: PublicationDate("2020-03-20"))
for record in records {
  print(record.type, record.text, record.start, record.end)
}

for case .amount(let sum) in records.map(\.value) {
  print(sum.amount ?? "a range", sum.currency, sum.modifier ?? "exactly")
}

for (record, range) in zip(records, records.ranges(in: text)) {
  if let range { print(text[range] == record.text) }
}

for entity in records.entities {
  print(entity.name, entity.mentions.count)
}
for event in records.events {
  print(event.kind, event.actor, event.amount ?? "no sum", event.date ?? "some day")
}

let encoder = JSONEncoder()
encoder.outputFormatting = .sortedKeys
print(String(decoding: try encoder.encode(records[0]), as: UTF8.self))
print(extractor.jsonLines(of: "捐款5元", document: "page-1"), terminator: "")

let numbers = try Extractor(options: .init(types: [.number, .ordinal]))
print(numbers.records(of: "第三名得了300。").map(\.text))

do {
  let mine = try Rules(folders: ["my-rules"])
  print(try Extractor(rules: mine).records(of: text).count)
} catch {
  for fault in error.faults { print(fault) }
}
