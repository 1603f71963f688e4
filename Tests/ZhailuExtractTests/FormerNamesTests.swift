// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuShipped
import ZhailuText

@testable import ZhailuExtract
@testable import ZhailuRules

@Suite("Names that a body had before")
struct FormerNamesTests {
  private let former: FormerNames

  init() throws { former = FormerNames(forms: try RuleSet.compiled().nameForms) }

  /// Whether the names in 《》 are said to be of one body.
  private func joins(_ marked: String) -> Bool {
    var (units, marks) = ([UInt16](), [Int]())
    for unit in marked.utf16 {
      if "《》".utf16.contains(unit) { marks.append(units.count) } else { units.append(unit) }
    }
    return FoldTable.fold(String(decoding: units, as: UTF16.self)).withUnsafeBufferPointer {
      former.join(Extent(marks[0], marks[1]), Extent(marks[2], marks[3]), in: $0)
    }
  }

  @Test(
    "the text says so between them",
    arguments: [
      "《云岭大学》的前身是《求实书院》", "《云岭大学》前身为1902年创办的《求实书院》", "《云岭大学》的前身——《求实书院》",
      "《东陵机械厂》1998年改制为《东陵重工有限公司》", "《东陵机械厂》，即今《东陵重工有限公司》", "《云岭银行》原名《云岭信用社》",
    ])
  func one(text: String) { #expect(joins(text)) }

  @Test(
    "another act stands between, or another body",
    arguments: [
      "《云岭大学》与《求实书院》", "《云岭银行》前身为由《东陵集团》", "《县教育局》审批备案改名为《云岭学院》",
      "《县教育局》拨款。前身是《求实书院》", "《东陵机械厂》由县政府接办，改称《云岭机械厂》",
    ])
  func two(text: String) { #expect(!joins(text)) }
}
