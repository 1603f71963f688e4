// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuShipped
import ZhailuText

@testable import ZhailuExtract

@Suite("Entities")
struct EntityResolverTests {
  private let endsOfNames: NameForms

  init() throws { endsOfNames = try RuleSet.shipped().nameForms }

  /// The canonical name of each of `names`, which stand in the order of the text; `declared` are
  /// pairs of places in them, of the short name and the full one.
  private func bodies(
    of names: [String], declared: [(short: Int, full: Int)] = []
  ) -> [String] {
    var resolver = EntityResolver(endsOfNames)
    defer { resolver.free() }
    // What an earlier document left must not show.
    for old in [["石景山区工商联", "市第一人民医院"], names] {
      resolver.reset()
      let numbers = old.map { name -> Int32 in
        let folded = FoldTable.fold(name)
        return Array(name.utf16).withUnsafeBufferPointer { original in
          folded.withUnsafeBufferPointer { resolver.add($0, original, kind: .company) }
        }
      }
      for (short, full) in declared where old == names {
        resolver.declare(numbers[short], shortFor: numbers[full])
      }
      resolver.resolve()
      if old == names { return numbers.map { resolver.body(of: $0, in: "d").name } }
    }
    return []
  }

  @Test(
    "short forms by structure",
    arguments: [
      ("区工商联", "石景山区工商联"), ("工商联", "石景山区工商联"), ("城管办", "城市管理办公室"), ("北康医院", "北京康复医院"),
      ("综合执法组", "城市综合执法工作组"), ("城管执法局", "区城管执法局"),
      ("海曙法院", "宁波市海曙区人民法院"), ("华屿环境", "江苏华屿环境科技股份有限公司"), ("世行", "世界银行"),
      ("恒信担保", "宁波东钱湖恒信融资担保有限公司"), ("瑞坤集团", "瑞坤集团有限公司"),
      ("丰田", "丰田汽车公司"), ("足协", "中国足协"), ("市府", "台北市政府"), ("五中", "江平市第五中学"),
      ("青禾控股", "青禾控股集团"),
    ])
  func shortForms(short: String, full: String) {
    #expect(bodies(of: [full, short]) == [full, full])
    #expect(bodies(of: [short, full]) == [full, full])
  }

  @Test("a body has all its forms")
  func forms() {
    let full = "石景山区工商联"
    #expect(
      bodies(of: ["区工商联", "物美集团", full, "工商联", "区工商联"])
        == [full, "物美集团", full, full, full])
  }

  @Test("of several full names the last before the short form, else the first behind it")
  func nearest() {
    let names = ["北京市教育局", "教育局", "上海市教育局", "教育局"]
    #expect(bodies(of: names) == [names[0], names[0], names[2], names[0]])
    #expect(bodies(of: ["教育局", "北京市教育局", "上海市教育局"])[0] == "北京市教育局")
  }

  @Test("a short form is of the body, not of its branch")
  func branch() {
    let names = ["沁水县信用联社", "沁水县信用联社土沃信用社", "县信用社"]
    #expect(bodies(of: names) == [names[0], names[1], names[0]])
  }

  @Test("a declared name belongs to the full one, whatever its characters")
  func declared() {
    let names = ["国际货币基金组织", "IMF"]
    #expect(bodies(of: names, declared: [(short: 1, full: 0)])[1] == names[0])
    #expect(bodies(of: names)[1] == "IMF")
  }

  @Test("a name in two spellings is two names")
  func spellings() {
    #expect(bodies(of: ["臺灣銀行", "台湾银行"]) == ["臺灣銀行", "台湾银行"])
  }

  @Test("many names are kept apart, and found again")
  func many() {
    let names = (0..<1200).map { "第\(Numerals.spelled($0))公司" }
    let bodies = self.bodies(of: names + names.reversed())
    #expect(bodies == names + names.reversed())
  }

  private enum Numerals {
    static func spelled(_ number: Int) -> String {
      String("\(number)".map { Array("零一二三四五六七八九")[$0.wholeNumberValue ?? 0] })
    }
  }

  @Test(
    "what only looks alike stays apart",
    arguments: [
      ("区卫计委", "区卫健委"), ("丽贝亚集团", "物美集团"), ("北京银行", "南京银行"), ("武汉大学", "武汉科技学院"),
      ("市人民医院", "市第一人民医院"), ("东江大学", "东江大学附属中学"), ("市物价局", "市物价局检查分局"),
      ("青禾财险", "青禾财险文昌支公司"), ("丰田", "丰田汽车分公司"),
    ])
  func apart(one: String, other: String) {
    #expect(bodies(of: [one, other]) == [one, other])
  }
}
