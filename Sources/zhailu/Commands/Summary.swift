// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuRecords
import ZhailuScore
import ZhailuText
import ZhailuValues

struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract:
      "Say what stands in files of records: how many of what, and a few of them in a table.",
    discussion: """
      Example:
        zhailu summary Output/example.jsonl
        zhailu summary Output/dev --rows 2
      """)

  @Argument(help: "Files of records, or folders of them.", completion: .file())
  var inputs: [String]
  @Option(help: "How many records of each type to show.")
  var rows = 3

  func run() throws {
    var records: [Record] = []
    for input in inputs {
      guard FileSystem.exists(input) else {
        throw Failure("\(input): there is no such file or folder")
      }
      for path in try RecordFiles.paths(input) {
        records += try read(path)
      }
    }
    try Console.print(SummaryText(records: records, rows: rows).text)
  }

  private func read(_ path: String) throws -> [Record] {
    let lines = try FileSystem.read(path).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    return try lines.enumerated().filter { !$0.element.isEmpty }.map { number, line in
      do {
        return try Record(jsonLine: line)
      } catch {
        throw Failure("\(path):\(number + 1): \(error)")
      }
    }
  }
}

/// Counts and a table of a few records.
struct SummaryText {
  let records: [Record]
  let rows: Int

  var text: String {
    let documents = Set(records.map(\.document)).count
    let articles = Set(records.compactMap(\.article)).count
    let head =
      "\(RulesCheck.count(records.count, "record")) in \(RulesCheck.count(documents, "document")), "
      + RulesCheck.count(articles, "article")
    return ([head, ""] + counts.lines + [""] + samples.lines).joined(separator: "\n")
  }

  private var types: [MentionType] {
    MentionType.allCases.filter { type in records.contains { $0.type == type } }
  }

  private var counts: TextTable {
    var table = TextTable(header: ["type", "records", "different"])
    for type in types {
      let found = records.filter { $0.type == type }
      let different = Set(found.map { Self.value($0) }).count
      table.add([type.rawValue, "\(found.count)", "\(different)"])
    }
    return table
  }

  private var samples: TextTable {
    var table = TextTable(
      header: ["type", "in the text", "value", "rule"], words: [0, 1, 2, 3])
    for type in types {
      // The longest say most; of equal ones the first.
      let found = records.filter { $0.type == type }.enumerated().sorted {
        ($1.element.text.count, $0.offset) < ($0.element.text.count, $1.offset)
      }
      var shown: Set<[String]> = []
      for record in found.map(\.element) where shown.count < rows {
        let row = [
          type.rawValue, record.text.replacing("\n", with: "").cut(to: 40),
          Self.value(record, without: ["mentions"]).cut(to: 60), record.rule ?? "",
        ]
        // What stands in many documents is shown once.
        if shown.insert(row).inserted { table.add(row) }
      }
    }
    return table
  }

  private static func value(_ record: Record, without silent: [String] = []) -> String {
    let silent = silent + ["entity", "dimension"]
    // The kind says what the rest is about, and long values are cut.
    let names =
      record.value.names.filter { $0 == "kind" } + record.value.names.filter { $0 != "kind" }
    return names.filter { !silent.contains($0) }.compactMap { name in
      switch record.value[name]! {
      case .text(let text): "\(name) \(text)"
      case .list(let list): list.isEmpty ? nil : "\(name) \(list.joined(separator: "、"))"
      }
    }.joined(separator: ", ")
  }
}
