// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A headless Chromium, if the machine has one.
enum Browser {
  static let path: String? = ["chromium", "chromium-browser", "google-chrome"].lazy
    .flatMap { name in ["/usr/bin/\(name)", "/usr/local/bin/\(name)"] }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The page as the browser has it after its scripts ran, and what was said on the console.
  static func open(_ page: String, at fragment: String = "") throws -> (dom: String, log: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(page.utf8).write(to: file)
    let (output, errors) = (folder.appending(path: "out"), folder.appending(path: "err"))
    try Data().write(to: output)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000",
      "--enable-logging=stderr", "--user-data-dir=\(folder.path())profile", "--dump-dom",
      file.absoluteString + fragment,
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return (
      try String(contentsOf: output, encoding: .utf8),
      try String(contentsOf: errors, encoding: .utf8)
    )
  }
}

@Suite(
  "Pages in a browser",
  .enabled(
    if: Browser.path != nil,
    "no Chromium is installed (apt-get install chromium), so the pages are opened in no browser"),
  .serialized)
struct BrowserTests {
  private static func names(_ dom: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for piece in dom.components(separatedBy: "<").dropFirst() {
      let name = piece.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if !name.isEmpty { counts[name, default: 0] += 1 }
    }
    return counts
  }

  @Test(
    "payloads are shown as text: no element, script or title of theirs",
    arguments: [
      "extract #articles", "extract #events", "extract #charts", "diff #changes", "diff #articles",
    ])
  func payloads(_ place: String) throws {
    let words = place.split(separator: " ")
    let page =
      words[0] == "diff" ? try HTMLPageTests.diffPage() : HTMLPageTests.extractPage()
    let (dom, log) = try Browser.open(page, at: String(words[1]))
    #expect(dom.contains("<div class=\"brand\">"), "the script did not run: \(log.suffix(600))")
    #expect(!dom.contains("<title>owned"))
    let names = Self.names(dom)
    for foreign in ["img", "iframe", "base"] { #expect(names[foreign] == nil, "\(foreign)") }
    for word in ["Uncaught", "Content Security Policy"] {
      let isSaid = log.contains(word)
      #expect(!isSaid, "\(log.suffix(600))")
    }
  }

  @Test("mentions are marked, and say their value where the address points at them")
  func mentions() throws {
    let id = HTMLPageTests.source.id.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    let (dom, _) = try Browser.open(HTMLPageTests.extractPage(), at: "#articles/\(id ?? "")/0")
    #expect(dom.contains("<mark class=\"t-organization on\""))
    #expect(dom.contains("role=\"tooltip\" id=\"tip\" style="))
    #expect(dom.contains("<dt>place</dt><dd>0–39</dd>"))
  }

  @Test("the event table sorts by each of its columns")
  func events() throws {
    let (dom, _) = try Browser.open(HTMLPageTests.extractPage(), at: "#events")
    #expect(dom.contains("aria-sort=\"none\""))
    #expect(dom.components(separatedBy: "<tr class=\"go\"").count == 3)
    #expect(dom.components(separatedBy: "<td class=\"serif words\"").count == 3)
  }
}
