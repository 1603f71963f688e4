// SPDX-License-Identifier: Apache-2.0
import ZhailuDiff
import ZhailuRecords
import ZhailuRules

/// A line of records: `line("a", "5万元", 2, #"{"amount":"50000"}"#)`.
func line(
  _ document: String, _ text: String, _ start: Int, _ value: String, type: String = "amount",
  rule: String = "amount.plain"
) -> String {
  let end = start + text.unicodeScalars.count
  return #"{"doc":"\#(document)","article":"\#(document)#1","type":"\#(type)","text":"\#(text)","#
    + #""start":\#(start),"end":\#(end),"value":\#(value),"rule":"\#(rule)","#
    + #""id":"\#(document):\#(start)-\#(end):\#(type)"}"#
}

func records(_ lines: [String]) -> [DiffRecord] {
  let block = RecordBlock(
    document: "a", bytes: Array(lines.joined(separator: "\n").utf8), lineCount: lines.count,
    file: "a.jsonl")
  return block.records { _ in }
}

/// A stream of the lines that gives a few bytes at a time.
func reader(_ lines: [String], piece: Int = 7, end: String = "\n") -> BlockReader {
  var bytes = Array((lines.joined(separator: "\n") + end).utf8)[...]
  return BlockReader(file: "a.jsonl", piece: piece) { buffer in
    let count = min(buffer.count, bytes.count)
    buffer.copyBytes(from: bytes.prefix(count))
    bytes = bytes.dropFirst(count)
    return count
  }
}

func report(_ old: [String], _ new: [String], limit: Int = .max) throws -> DiffReport {
  var report = DiffReport(oldName: "old", newName: "new", limit: limit)
  try report.compare(reader(old), reader(new))
  return report
}

func source(_ files: [(String, String)]) -> RuleSource {
  RuleSource(
    files: files.map { RuleSource.File(path: $0.0, displayPath: "Rules/\($0.0)", text: $0.1) })
}
