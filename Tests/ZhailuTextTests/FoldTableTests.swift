// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct FoldTableTests {
  @Test(
    "a character is folded to half width and to its simplified form",
    arguments: [
      ("１２０萬圓（約）", "120万圆(约)"), ("ＡＢＣｘｙｚ", "ABCxyz"), ("！＂＃＄％＆", "!\"#$%&"), ("～", "~"),
      ("，：；？", ",:;?"), ("。、", "。、"), ("￥￡￠", "¥£¢"), ("「甲」『乙』", "“甲”‘乙’"), ("〔２０２０〕", "(2020)"),
      ("甲\u{3000}乙\u{A0}丙", "甲 乙 丙"), ("２０１９−２０２０", "2019-2020"), ("──", "——"), ("阿里・巴巴", "阿里·巴巴"),
      ("二○二○", "二〇二〇"), ("臺灣", "台湾"), ("捐贈醫療設備", "捐赠医疗设备"), ("壹佰貳拾參萬", "壹佰贰拾参万"),
      ("陸仟億兩", "陆仟亿两"), ("後裡麵", "后里面"),
      ("衞生署、滙豐", "卫生署、汇丰"), ("經濟復甦", "经济复苏"), ("諮詢、谘询", "咨询、咨询"), ("慈善總會", "慈善总会"),
      ("石景山区", "石景山区"), ("", ""),
      ("😷𠮷e\u{301}", "😷𠮷e\u{301}"), ("a\r\nb", "a\r\nb"),
    ])
  func folds(text: String, folded: String) {
    #expect(FoldTable.folded(text) == folded)
    #expect(FoldTable.fold(text) == Array(folded.utf16))
  }

  /// A fold of a fold is the fold, or a rule folded once would miss a text folded twice.
  @Test func foldingTwiceIsFoldingOnce() {
    let table = FoldTable.units
    let unsettled = table.indices.filter { table[Int(table[$0])] != table[$0] }
    #expect(unsettled.map { String(UnicodeScalar(UInt16($0)) ?? "?") } == [])
  }

  @Test func surrogatesAndControlsStay() {
    #expect(FoldTable.units.count == 0x10000)
    #expect((0xD800...0xDFFF).allSatisfy { FoldTable.units[$0] == $0 })
    #expect((0x00...0x7F).allSatisfy { FoldTable.units[$0] == $0 })
    #expect(
      FoldTable.units.indices.allSatisfy {
        !(0xD800...0xDFFF).contains(FoldTable.units[$0]) || $0 == FoldTable.units[$0]
      })
  }

  /// Lines are split in the folded text; they are those of the source.
  @Test func lineBreaksAreTheSame() {
    let others = FoldTable.units.indices.filter {
      CharacterClass.of(UInt16($0)).contains(.lineBreak)
        != CharacterClass.of(FoldTable.units[$0]).contains(.lineBreak)
        || ([0x0A, 0x0D].contains(FoldTable.units[$0]) && FoldTable.units[$0] != $0)
    }
    #expect(others == [])
  }

  /// A tab parts the cells of a table: 5, tab, 200 is not 5 200.
  @Test func tabsStay() {
    #expect(FoldTable.folded("口罩\t５\t２００") == "口罩\t5\t200")
  }

  /// Numerals in both scripts, and what stands around them.
  @Test(
    arguments: zip(
      "壹貳參肆伍陸柒捌玖拾佰仟萬億兆圓兩個隻餘幾過約點雙塊錢歲倆".unicodeScalars,
      "壹贰参肆伍陆柒捌玖拾佰仟万亿兆圆两个只余几过约点双块钱岁俩".unicodeScalars))
  func wordsOfNumbers(traditional: Unicode.Scalar, simplified: Unicode.Scalar) {
    #expect(FoldTable.folded(String(traditional)) == String(simplified))
  }
}
