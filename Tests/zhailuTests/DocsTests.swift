// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Runs what the pages tell their readers to run.
@Suite("Commands of the pages", .serialized)
struct DocsTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func page(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// A clone with the rules and a few articles of the corpus, on the branch main.
  private static func clone() throws -> TemporaryFolder {
    let files = try TemporaryFolder()
    let manager = FileManager.default
    try manager.copyItem(at: root.appending(path: "Rules"), to: files.file("Rules"))
    for half in ["dev", "test"] {
      for folder in ["articles", "gold"] {
        let place = "Corpus/\(folder)/\(half)"
        let from = root.appending(path: place)
        try manager.createDirectory(at: files.file(place), withIntermediateDirectories: true)
        let names = try manager.contentsOfDirectory(atPath: from.path()).sorted()
        // The same articles on both sides: texts and gold have the same names in order.
        let chosen =
          names.filter { $0 != "metadata.tsv" }.prefix(3) + names.filter { $0 == "metadata.tsv" }
        for name in chosen {
          try manager.copyItem(
            at: from.appending(path: name), to: files.file("\(place)/\(name)"))
        }
      }
    }
    let setup = """
      git init -q -b main && git config user.name t && git config user.email t@example.org
      git config commit.gpgsign false && git add . && git commit -q -m start
      """
    let run = try bash(setup, in: files)
    #expect(run.status == 0, "\(run.output)")
    return files
  }

  private static func bash(
    _ script: String, in folder: TemporaryFolder
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-e", "-o", "pipefail", "-c", script]
    process.currentDirectoryURL = folder.url
    let programs = Program.path.deletingLastPathComponent().path()
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PATH": "\(programs):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"]
    ) { $1 }
    let files = try TemporaryFolder()
    try Data().write(to: files.file("out"))
    let output = try FileHandle(forWritingTo: files.file("out"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: files.file("out"), encoding: .utf8))
  }

  private struct Block {
    let kind: Substring
    let text: String
  }

  /// The fenced blocks of a page.
  private static func blocks(_ page: String) -> [Block] {
    page.components(separatedBy: "\n```").dropFirst().enumerated().compactMap { index, piece in
      guard index % 2 == 0, let end = piece.firstIndex(of: "\n") else { return nil }
      return Block(kind: piece[..<end], text: String(piece[piece.index(after: end)...]))
    }
  }

  /// Whether a line of the page is a line of the output; `…` stands for anything.
  private static func has(_ output: String, _ line: Substring) -> Bool {
    let parts = line.components(separatedBy: "…")
    return output.split(separator: "\n").contains { other in
      var rest = other[...]
      for part in parts {
        guard let range = rest.firstRange(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
      return true
    }
  }

  @Test("tune a rule in ten minutes: every command runs, and prints what the page says")
  func tuning() throws {
    let files = try Self.clone()
    var output = ""
    var count = 0
    for block in Self.blocks(try Self.page("Docs/tune-a-rule.md")) {
      switch block.kind {
      case "sh":
        let run = try Self.bash(block.text, in: files)
        #expect(run.status == 0, "\(block.text)\n\(run.output)")
        output = run.output
        count += 1
      default:
        for line in block.text.split(separator: "\n") {
          #expect(Self.has(output, line), "【\(line)】 is not in\n\(output)")
        }
      }
    }
    #expect(count == 9)
    #expect(output.contains("| added | amount | 【200万】 4-8"))
    for page in ["diff.html", "articles.html"] {
      #expect(FileManager.default.fileExists(atPath: files.file(page).path()))
    }
  }

  @Test("gold of your own: every command runs, and the gold has no fault")
  func goldOfYourOwn() throws {
    let files = try TemporaryFolder()
    try files.write("3月18日,青禾集团捐款200万元。", to: "articles/a.txt")
    let page = try Self.page("Docs/gold-of-your-own.md").replacing("\n   ", with: "\n")
    let commands = Self.blocks(page).filter { $0.kind == "sh" }
    #expect(commands.count == 5)
    for command in commands {
      let run = try Self.bash(command.text, in: files)
      #expect(run.status == 0, "\(command.text)\n\(run.output)")
    }
  }

  @Test("every script says what it does, and does not do it")
  func scripts() throws {
    let folder = Self.root.appending(path: "Scripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .filter { FileManager.default.isExecutableFile(atPath: folder.appending(path: $0).path()) }
    #expect(names.count > 20)
    let files = try TemporaryFolder()
    for name in names {
      let script = folder.appending(path: name).path()
      let isPython = try String(contentsOfFile: script, encoding: .utf8).prefix(40).contains(
        "python3")
      let asked = isPython ? "if command -v python3 >/dev/null; then" : "if true; then"
      let run = try Self.bash("\(asked) '\(script)' --help; else echo none; fi", in: files)
      #expect(run.status == 0 && !run.output.isEmpty, "\(name)\n\(run.output)")
    }
  }

  @Test("the workflow for pull requests: its commands run on a branch with an edit")
  func workflow() throws {
    let files = try Self.clone()
    try files.write("社区义卖200万。", to: "Corpus/articles/dev/sale.txt")
    let edit = "printf '义卖\\tCNY\\timplied: 义卖\\n' >> Rules/lexicon/money-trigger.tsv"
    #expect(try Self.bash(edit, in: files).status == 0)
    let commands = try Self.page("Docs/ci/rules.yml").split(separator: "\n").map { line in
      line.drop { $0 == " " }.replacing("run: ", with: "", maxReplacements: 1)
    }.filter { $0.hasPrefix("zhailu ") || $0.hasPrefix("cat ") }
    #expect(commands.count == 7)
    let script = "base=$(git merge-base main HEAD)\nGITHUB_STEP_SUMMARY=summary.md\n"
    for command in commands {
      let run = try Self.bash(script + command, in: files)
      #expect(run.status == 0, "\(command)\n\(run.output)")
    }
    let summary = try String(contentsOf: files.file("summary.md"), encoding: .utf8)
    #expect(summary.contains("entry 义卖 of money-trigger added"))
    for page in ["validate.html", "diff.html"] {
      #expect(FileManager.default.fileExists(atPath: files.file(page).path()))
    }
  }
}
