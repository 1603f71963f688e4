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
