// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import ZhailuStages

struct Adversarial: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time texts that are made to be slow, at lengths that double.",
    discussion: """
      The whole road from bytes to records is timed, one document of each length. The exit code is 1
      where twice the text takes more than --ratio times as long, or a family is slower than --speed.

        benchmarks adversarial --largest 4
        benchmarks adversarial --family "nested brackets" --largest 100
        benchmarks adversarial --largest 100 --readme ../README.md
      """)

  @Option(help: "Million bytes of the longest text.")
  var largest = 4.0

  @Option(help: "Bytes of the shortest text.")
  var smallest = 1000

  @Option(help: "Only these families; repeatable.")
  var family: [String] = []

  @Option(help: "A family's longer texts are left out once one takes half so many seconds.")
  var patience = 120.0

  @Option(help: "The most that twice the text may take, as a multiple.")
  var ratio = 2.3

  @Option(help: "The least speed in MB/s at the longest text.")
  var speed = 0.0

  @Flag(help: "Make records of numbers and ordinals too.")
  var whole = false

  @Option(help: "Write the table into this file, between its markers.")
  var readme: String?

  func run() throws {
    let families = try family.map { name in
      guard let family = AdversarialFamily(rawValue: name) else {
        throw ValidationError(
          "no family is called 【\(name)】; there are \(AdversarialFamily.allCases.map(\.rawValue))")
      }
      return family
    }
    let road = try Road(isWhole: whole)
    let rows = try (families.isEmpty ? AdversarialFamily.allCases : families).map { family in
      let row = try AdversarialRow(
        family, road: road, from: smallest, to: Int(largest * 1e6), patience: patience)
      print(AdversarialTable.line(row))
      fflush(nil)
      return row
    }
    let table = AdversarialTable(rows: rows)
    if let readme { try MarkedTable.write(table.markdown, named: "adversarial", into: readme) }
    let faults = table.faults(ratio: ratio, speed: speed)
    for fault in faults { print(fault) }
    if !faults.isEmpty { throw ExitCode(1) }
  }
}

/// A stretch of a file between `<!-- begin NAME -->` and `<!-- end NAME -->`.
enum MarkedTable {
  static func write(_ table: String, named name: String, into file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    guard let begin = text.range(of: "<!-- begin \(name)"),
      let line = text[begin.upperBound...].range(of: "-->"),
      let end = text.range(of: "<!-- end \(name) -->"), line.upperBound <= end.lowerBound
    else { throw Failure("\(file): the markers 【<!-- begin \(name) … -->】 or its end are missing") }
    let new = text[..<line.upperBound] + "\n" + table + "\n" + text[end.lowerBound...]
    try new.write(toFile: file, atomically: true, encoding: .utf8)
  }
}
