// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("The library's documentation")
struct DocumentationTests {
  /// Scripts/test-consumer runs that file.
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
}
