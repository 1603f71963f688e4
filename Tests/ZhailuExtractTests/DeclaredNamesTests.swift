// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuShipped
import ZhailuText

@testable import ZhailuExtract
@testable import ZhailuRules

@Suite("Short names that a text declares")
struct DeclaredNamesTests {
  private let declared: DeclaredNames

  init() throws { declared = DeclaredNames(forms: try RuleSet.compiled().nameForms) }

  /// The names that are declared behind the first `count` characters.
  private func names(_ text: String, after count: Int) -> [String] {
    let units = FoldTable.fold(text)
    return units.withUnsafeBufferPointer { buffer in
      declared.names(after: Extent(0, count), in: buffer).map {
        String(decoding: units[$0.range], as: UTF16.self)
      }
    }
  }

  @Test(
    "quoted, unquoted, picked from the name, or letters",
    arguments: [
      ("云岭有限公司（以下简称“云矿”）", 6, ["云矿"]),
      ("云岭有限公司（下称“云矿”或“本公司”）", 6, ["云矿", "本公司"]),
      ("云岭有限公司（简称为云矿，下同）", 6, ["云矿"]),
      ("云岭有限公司（简称: 云矿）", 6, ["云矿"]),
      ("青山大学（青大）", 4, ["青大"]), ("私立青山大学（青大山）", 6, ["青大山"]), ("国际茶叶组织（ITO）", 6, ["ITO"]),
    ])
  func found(text: String, count: Int, expected: [String]) {
    #expect(names(text, after: count) == expected)
  }

  @Test(
    "no other parenthesis declares anything",
    arguments: [
      ("云岭有限公司，以下简称“云矿”", 6), ("云岭有限公司（乙方）", 6), ("云岭有限公司（以下简称“云矿”", 6),
      ("云岭有限公司（王小某在昨天的会上称，云矿赢了）", 6), ("云岭有限公司（ito）", 6), ("云岭有限公司", 6),
    ])
  func none(text: String, count: Int) {
    #expect(names(text, after: count) == [])
  }

  /// Whether the name in 【】 is declared for the one in 《》.
  private func declares(_ marked: String) -> Bool {
    var (units, marks) = ([UInt16](), [Int]())
    for unit in marked.utf16 {
      if "《》【】".utf16.contains(unit) { marks.append(units.count) } else { units.append(unit) }
    }
    return FoldTable.fold(String(decoding: units, as: UTF16.self)).withUnsafeBufferPointer {
      declared.declares(
        Extent(marks[2], marks[3]), shortFor: Extent(marks[0], marks[1]), in: $0)
    }
  }

  @Test("a known name is declared farther on in the parenthesis too, not behind it")
  func known() {
    #expect(declares("《云岭有限公司》（以下简称“【云矿】”）"))
    #expect(declares("《云岭有限公司》（股票代码：600000，下称“【云矿】”）"))
    #expect(declares("《云岭有限公司》（“【云矿】”）"))
    #expect(!declares("《云岭有限公司》（位于【云矿】）"))
    #expect(!declares("《云岭有限公司》（下称甲方）和【云矿】"))
    #expect(!declares("《云岭有限公司》下称【云矿】"))
  }

  @Test("a tax office is no firm, whose name may stand without its end; a firm of lawyers is one")
  func brands() throws {
    let brands = declared.forms.brands
    func isFirm(_ name: String) -> Bool {
      brands.contains { FoldTable.fold(name).suffix($0.count).elementsEqual($0) }
    }
    #expect(isFirm("云岭律师事务所") && isFirm("云岭有限公司") && isFirm("云岭集团"))
    #expect(!isFirm("云岭镇税务所") && !isFirm("云岭镇财务所") && !isFirm("云岭银行"))
  }
}
