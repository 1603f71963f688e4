// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import Zhailu

@Suite("The library beside the program")
struct LibraryTests {
  static let articles = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/articles/dev")

  @Test("writes the program's lines, byte for byte")
  func sameLines() throws {
    let folder = try TemporaryFolder()
    let run = try Program("extract", Self.articles.path(), "-o", folder.file("out").path())
    try #require(run.status == 0, "\(run.errors)")
    let extractor = try Extractor()
    var compared = 0
    for (name, date) in try Self.dates() {
      let file = Self.articles.appending(path: name)
      // Of other files the program reads the encoding and the marks.
      guard name.hasSuffix(".txt"), let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let document = String(name.dropLast(4))
      let lines = extractor.jsonLines(
        of: text, document: document, published: PublicationDate(date))
      let written = try String(
        contentsOf: folder.file("out/\(document).jsonl"), encoding: .utf8)
      #expect(lines == written, "\(name)")
      compared += 1
    }
    #expect(compared > 30)
  }

  private static func dates() throws -> [(name: String, date: String)] {
    let table = try String(contentsOf: articles.appending(path: "metadata.tsv"), encoding: .utf8)
    return table.split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false)
      return (String(cells[0]), String(cells[1]))
    }
  }
}
