// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuRecords
import ZhailuText
import ZhailuValues

@testable import ZhailuScore

/// Strict and overlap scores against a scorer that others wrote, nervaluate 1.2 (`pip install
/// nervaluate`). Says nothing where it is not installed.
///
/// nervaluate compares a found mention with the first gold one that it overlaps, exact or not; so
/// the mentions here lie apart, and each found one meets one gold mention at most.
@Suite struct NervaluateTests {
  @Test(
    "strict and overlap scores are those of nervaluate",
    .enabled(if: python("import nervaluate", input: "") != nil),
    arguments: 1...5 as ClosedRange<UInt64>)
  func agrees(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var gold: [Record] = []
    var found: [Record] = []
    for number in 0..<20 { add(document: "page-\(number)", &gold, &found, &random) }
    let documents = (0..<20).map { "page-\($0)" }
    let input = documents.map { id in
      [gold, found].map { side in side.filter { $0.document == id }.map(Self.json) }
    }
    let data = try JSONSerialization.data(withJSONObject: input)
    let output = try #require(python(Self.program, input: String(decoding: data, as: UTF8.self)))
    #expect(output.split(separator: "\n").map(String.init) == lines(gold, found))
  }

  /// What the program in Python prints, by our score.
  private func lines(_ gold: [Record], _ found: [Record]) -> [String] {
    let score = Score(Comparison(gold, found), bootstrap: Bootstrap(rounds: 1))
    return [MentionType.amount, .date].map { type in
      let tally = score[.type(type)]!.tally
      let figures = [tally[.strict], tally[.overlap]].map { counts in
        let (precision, recall) = (counts.rates.precision!, counts.rates.recall!)
        return "\(counts.truePositives) \(precision.places(6)) \(recall.places(6))"
      }
      return "\(type.rawValue) \(figures.joined(separator: " "))"
    }
  }

  /// Ten places, in each perhaps a gold mention, and perhaps a found one that may be off by one
  /// or of another type.
  private func add(
    document: String, _ gold: inout [Record], _ found: inout [Record], _ random: inout SplitMix64
  ) {
    for place in 0..<10 {
      let type = random.next(below: 2)
      if random.next(below: 5) > 0 {
        gold.append(mention(document, start: place * 10 + 3, count: 4, type))
      }
      guard random.next(below: 5) > 0 else { continue }
      let shift = max(0, random.next(below: 4) - 2)
      let other = random.next(below: 6) == 0 ? 1 - type : type
      found.append(
        mention(
          document, start: place * 10 + 3 - shift, count: 4 + random.next(below: 2), other))
    }
  }

  private func mention(_ document: String, start: Int, count: Int, _ type: Int) -> Record {
    let marked =
      String(repeating: "字", count: start) + "【" + String(repeating: "数", count: count) + "】"
    return records(marked, type == 0 ? .amount("1") : .date("2020"), document: document)[0]
  }

  /// Its ends are the last characters.
  private static func json(_ record: Record) -> [String: any Sendable] {
    ["label": record.type.rawValue, "start": record.span.start, "end": record.span.end - 1]
  }

  private static let program = """
    import json, sys
    from nervaluate import Evaluator
    documents = json.load(sys.stdin)
    types = ["amount", "date"]
    for type in types:
        only = [[[m for m in side if m["label"] == type] for side in d] for d in documents]
        gold, found = [d[0] for d in only], [d[1] for d in only]
        result = Evaluator(gold, found, tags=[type], loader="dict").evaluate()["overall"]
        def show(r):
            return f"{r.correct} {r.precision:.6f} {r.recall:.6f}"
        print(type, show(result["strict"]), show(result["ent_type"]))
    """
}

/// What a program in Python prints, or `nil` where it fails.
private func python(_ program: String, input: String) -> String? {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "-c", program]
  let (stdin, stdout) = (Pipe(), Pipe())
  process.standardInput = stdin
  process.standardOutput = stdout
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return nil }
  try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try? stdin.fileHandleForWriting.close()
  let output = stdout.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
}
