// SPDX-License-Identifier: Apache-2.0
import Testing

@Suite("What the program says to who mistypes")
struct UsageTests {
  @Test(
    "what is not known is named, with what is meant or known; exit code 2",
    arguments: [
      (
        ["extrct", "a.txt"],
        "zhailu has no command 【extrct】; did you mean extract?\n"
      ),
      (
        ["extract", "--encoding", "klingon"],
        " knows no encoding 【klingon】; try UTF-8, GB18030, Big5 or UTF-16\n"
      ),
      (
        ["extract", "--types", "people"],
        "Error: no type is called 【people】; known are organization, amount, quantity, date, "
          + "number, ordinal, event, all\n"
      ),
      (
        ["extract", "-o", "records.json"],
        "records.json: a file of records ends in .jsonl, .csv, .db or .sqlite; for a folder of this "
          + "name write records.json/\n"
      ),
      (
        ["extract", "-o", "/dev/null/a.db"],
        "/dev/null: is a file, and no folder\n"
      ),
      (
        ["validate", "--min-event-f1", "90"],
        "Error: --min-event-f1 90.0: F1 is a number from 0 to 1, such as 0.6\n"
      ),
      (
        ["tune"],
        "Error: no texts to learn from; --corpus Corpus or --data FILE names them\n"
      ),
    ])
  func unknown(arguments: [String], message: String) throws {
    let run = try Program(arguments)
    #expect(run.status == 2)
    #expect(run.errors.hasSuffix(message))
  }

  @Test("an argument that looks like a file that is not there is read as a text, and that is said")
  func path() throws {
    let run = try Program("segment", "nothing.txt")
    #expect(run.status == 0)
    #expect(run.errors == "there is no file 【nothing.txt】; it is read as a text\n")
    #expect(try Program("segment", "卖了3.5万台").errors == "")
  }
}
