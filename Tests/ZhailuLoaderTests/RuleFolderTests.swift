// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules

@testable import ZhailuLoader

@Suite("Folders of rules")
struct RuleFolderTests {
  @Test("a folder that cannot be listed is a fault of the pack, with the reason")
  func unlisted() throws {
    let source = try RuleFolder.read("/nowhere")
    #expect(source.files.map(\.path) == [])
    #expect(
      source.faults.map(\.description) == [
        "/nowhere/:1:1: this folder cannot be listed: No such file or directory"
      ])
  }
}
