// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("The library's documentation")
struct DocumentationTests {
  /// Each build of the tests compiles that file; the next test runs it.
  @Test("has the examples that are built and run")
  func examples() throws {
    let project = ExtractorTests.project
    let program = try String(
      contentsOf: project.appending(path: "Bindings/swift/main.swift"), encoding: .utf8)
    let article = try String(
      contentsOf: project.appending(path: "Sources/ZhailuLibrary/Zhailu.docc/Extracting.md"),
      encoding: .utf8)
    let examples = article.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(examples.count == 7)
    for example in examples { #expect(program.contains(example)) }
  }

  @Test("has examples that say what Bindings/swift/output.txt shows")
  func output() throws {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let beside = bundle ?? URL(filePath: CommandLine.arguments[0])
    let process = Process()
    process.executableURL = beside.deletingLastPathComponent().appending(path: "library-example")
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let shown = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let expected = try String(
      contentsOf: ExtractorTests.project.appending(path: "Bindings/swift/output.txt"),
      encoding: .utf8)
    #expect(String(decoding: shown, as: UTF8.self) == expected)
  }
}
