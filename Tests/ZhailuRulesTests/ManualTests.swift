// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Whoever opens a lexicon with a column `class` finds each class explained.
@Suite("The manual of the rules")
struct ManualTests {
  static let rules = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rules")

  @Test(
    "explains every class of a lexicon of signs in a row of a table",
    arguments: [
      ("event-sign", "events"), ("event-word", "events"), ("event-party", "events"),
      ("table-column", "events"), ("item-sign", "stages"), ("heading-sign", "stages"),
      ("org-short", "stages"), ("list-sign", "stages"), ("layout-sign", "stages"),
    ])
  func classes(lexicon: String, page: String) throws {
    let lines = try Self.text("lexicon/\(lexicon).tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let column = try #require(lines.first?.firstIndex(of: "class"))
    let explained = try Set(
      Self.text("reference/\(page).md").split(separator: "\n").filter { $0.hasPrefix("| `") }
        .compactMap { $0.split(separator: "|").first?.split(separator: "`") }.joined())
    let classes = Set(lines.dropFirst().compactMap { column < $0.count ? $0[column] : nil })
    #expect(classes.count > 1)
    #expect(classes.subtracting(explained).isEmpty)
  }

  @Test(
    "leads to pages that are there",
    arguments: [
      "README.md", "reference/events.md", "reference/evidence.md", "reference/fields.md",
      "reference/stages.md",
    ])
  func links(page: String) throws {
    let folder = Self.rules.appending(path: page).deletingLastPathComponent()
    for link in try Self.text(page).matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
      let path = folder.appending(path: String(link.1)).path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: path), "\(link.1)")
    }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: rules.appending(path: path), encoding: .utf8)
  }
}
