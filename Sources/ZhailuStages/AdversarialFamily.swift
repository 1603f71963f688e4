// SPDX-License-Identifier: Apache-2.0

/// Texts of any length that are made to be slow: each repeats what some part of the road has most
/// work with. The time they take must grow in step with their length.
public enum AdversarialFamily: String, CaseIterable, Sendable {
  case digits = "one digit"
  case numerals = "一二三四五六七八九"
  case currency = "元"
  case festival = "初一至"
  case commas = "、"
  case heads = "heads of organizations"
  case brackets = "nested brackets"
  case aliases = "declared short names"
  case spaces = "spaces in numbers"
  case lines = "empty lines"
  case news = "one line of news"
  case astral = "astral characters"
  case verbs = "verbs of events"
  case sums = "sums with commas"
  case parties = "givers and things"
  case nouns = "verbs that are nouns"
  case counts = "counted parties"
  case labels = "labels of forms"

  /// Text of this family in UTF-8: `length` bytes, or less by a part of a character.
  public func bytes(_ length: Int) -> [UInt8] {
    switch self {
    case .digits: Self.repeated("8", length)
    case .numerals: Self.repeated(rawValue, length)
    case .currency: Self.repeated("元", length)
    case .festival: Self.repeated("初一至", length)
    case .commas: Self.repeated("、", length)
    case .heads: Self.repeated("公司集团有限公司委员会办公室研究院大学中学医院银行协会商会联合会", length)
    case .brackets: Self.repeated("（", length / 2) + Self.repeated("）", length / 2)
    case .aliases: Self.aliases(length)
    case .spaces: Self.repeated("1 2 3 ", length)
    case .lines: Self.repeated("\n", length)
    case .news: Self.repeated(Self.article, length)
    case .astral: Self.repeated("𠮷", length)
    case .verbs: Self.repeated("捐赠购买投资", length, behind: "永辉超市")
    case .sums: Self.repeated("捐款5万元,3万元,", length)
    case .parties: Self.repeated("市财政局、市教育局分别捐赠口罩5箱、", length)
    case .nouns: Self.repeated("贷款", length, behind: "永辉超市 ")
    case .counts: Self.repeated("三家发放", length)
    case .labels: Self.repeated("）：", length)
    }
  }

  /// A body at the beginning gives the verbs behind it somebody who acts.
  private static func repeated(
    _ text: String, _ length: Int, behind start: String = ""
  ) -> [UInt8] {
    let piece = Array(text.utf8)
    var bytes = Array(start.utf8)
    bytes.reserveCapacity(length + piece.count)
    while bytes.count < length { bytes += piece }
    return cut(bytes, to: length)
  }

  /// No character is cut in two.
  private static func cut(_ bytes: [UInt8], to length: Int) -> [UInt8] {
    var end = min(length, bytes.count)
    while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }

  /// 恒恒信科技有限公司(以下简称“恒恒信”)与…: thousands of names, none twice at first.
  private static func aliases(_ length: Int) -> [UInt8] {
    let letters = "恒信达源嘉兴旺鑫诚泰润和汇通顺福安北长东丰广海华金景康隆明宁瑞盛".map(String.init)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length + 100)
    var number = 0
    while bytes.count < length {
      let name = [1024, 32, 1].map { letters[number / $0 % letters.count] }.joined()
      bytes += "\(name)科技有限公司（以下简称“\(name)”）与".utf8
      number += 1
    }
    return cut(bytes, to: length)
  }

  /// A notice with all types of records, without the end of a line.
  private static let article =
    "本报北京3月20日讯，石景山区工商联收到古城街道商会捐赠的军大衣170件和防护服2000套，折合人民币1400万元，"
    + "其中永辉超市、首钢集团有限公司各捐款50万元，八角街道办事处负责分发，预计下周一至周五分三批送到20多家养老机构，"
    + "比去年同期增长百分之三十五，"
}
