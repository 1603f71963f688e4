// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuShipped

@testable import ZhailuExtract

@Suite("Why a short name belongs to a body")
struct EntityLinkTests {
  private let link: EntityLink

  init() throws { link = EntityLink(try RuleSet.compiled().nameForms) }

  @Test(
    "its characters show it",
    arguments: [
      ("工商联", "石景山区工商联", "ends in it"),
      ("青禾集团", "青禾集团有限公司", "without its legal form"),
      ("南康医院", "南京康复医院", "picked"),
      ("联合巡查组", "流域联合巡查工作组", "picked"),
      ("青禾种业", "湖南青禾种业科技集团", "last words"),
    ])
  func structure(short: String, full: String, says: String) {
    #expect(link.structure(of: short, in: full)?.contains(says) == true)
  }

  @Test("or another of its names does, or nothing does")
  func others() {
    #expect(link.structure(of: "中国海油", in: "国家石油公司") == nil)
    let evidence = link.evidence(
      of: "区工商联", for: "石景山工商界联盟", others: ["石景山区工商联"])
    #expect(evidence == "the full name ends in it, 石景山区工商联")
  }
}
