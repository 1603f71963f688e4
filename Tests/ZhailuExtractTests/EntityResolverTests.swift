// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuShipped
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

@Suite("Entities")
struct EntityResolverTests {
  private let endsOfNames: NameForms

  init() throws { endsOfNames = try RuleSet.compiled().nameForms }

  /// The canonical name of each of `names`, which stand in the order of the text; `declared` are
  /// pairs of places in them, of the short name and the full one.
  private func bodies(
    of names: [String], declared: [(short: Int, full: Int)] = [], kind: BodyKind = .company,
    known: [String: String] = [:]
  ) -> [String] {
    var resolver = EntityResolver(endsOfNames)
    defer { resolver.free() }
    // What an earlier document left must not show.
    for old in [["石景山区工商联", "市第一人民医院"], names] {
      resolver.reset()
      let numbers = old.map { name -> Int32 in
        let folded = FoldTable.fold(name)
        return Array(name.utf16).withUnsafeBufferPointer { original in
          folded.withUnsafeBufferPointer {
            resolver.add($0, original, kind: kind, full: known[name])
          }
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
      ("青禾控股", "青禾控股集团"), ("人行温川中支", "中国人民银行温川市中心支行"), ("建行", "中国建设银行"),
      ("农行", "中国农业银行青阳县支行"), ("足总", "香港足球总会"), ("省体委", "河东省体育运动委员会"),
      ("禾岭银行", "浙江禾岭商业银行股份有限公司"), ("天鹅厂", "安徽天鹅羽绒制品有限公司"), ("珠影", "珠江电影制片厂"),
      ("行署", "川南人民行政公署"), ("广宁街道", "广宁街道办事处"), ("无国界医生", "无国界医生组织"),
      ("天衡诚信", "天衡诚信会计师事务所（特殊普通合伙）"), ("市肉联厂", "临江肉类联合加工厂"), ("县医院", "县人民医院"),
    ])
  func shortForms(short: String, full: String) {
    #expect(bodies(of: [full, short]) == [full, full])
    #expect(bodies(of: [short, full]) == [full, full])
  }

  @Test(
    "clubs are known by what stands behind their place",
    arguments: [("申花", "上海申花"), ("铁狮", "北山铁狮足球俱乐部"), ("铁狮队", "北山铁狮足球俱乐部")])
  func clubs(short: String, full: String) {
    #expect(bodies(of: [full, short], kind: .sport) == [full, full])
  }

  @Test("a body that only its part is named with lends its name")
  func owners() {
    #expect(bodies(of: ["江平市财政局国库科", "市财政局"])[1] == "江平市财政局")
    #expect(bodies(of: ["五中", "市第五中学女队"])[0] == "市第五中学")
    #expect(bodies(of: ["江平市政府办公室", "市府"])[1] == "江平市政府")
    #expect(bodies(of: ["江平市财政局国库科", "省财政局"])[1] == "省财政局")
  }

  @Test(
    "a firm is known without its trade",
    arguments: [("格澜", "格澜科技"), ("格澜", "厦门格澜科技"), ("厦门格澜", "厦门格澜科技"), ("格澜德", "格澜德生物")])
  func trades(short: String, full: String) {
    #expect(bodies(of: [full, short]) == [full, full])
  }

  @Test("names belong to the full one that a lexicon gives them, or to each other")
  func known() {
    let known = ["国足": "中国国家足球队", "国家足球队": "中国国家足球队", "青禾公司": "青禾医疗"]
    #expect(bodies(of: ["国足", "中国国家足球队"], known: known)[0] == "中国国家足球队")
    #expect(bodies(of: ["国足", "国家足球队"], known: known)[0] == "国家足球队")
    #expect(bodies(of: ["青禾公司", "青禾医疗"], known: known) == ["青禾公司", "青禾公司"])
    #expect(bodies(of: ["国足", "青禾公司"], known: known) == ["国足", "青禾公司"])
    // What the text itself says goes before.
    let declared = bodies(
      of: ["国字号足球俱乐部", "国足", "中国国家足球队"], declared: [(short: 1, full: 0)], known: known)
    #expect(declared[1] == "国字号足球俱乐部")
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
      ("青禾财险", "青禾财险文昌支公司"), ("丰田", "丰田汽车分公司"), ("浙江大学", "浙江师范大学"),
      ("县医院", "青阳县中医院"), ("中国银行", "中国建设银行"), ("市体育局", "江平体育局"), ("农行", "中国农业发展银行"),
    ])
  func apart(one: String, other: String) {
    #expect(bodies(of: [one, other]) == [one, other])
  }
}
