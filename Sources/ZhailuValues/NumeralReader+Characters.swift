// SPDX-License-Identifier: Apache-2.0

/// The folded characters that the reader of numerals knows by name.
extension NumeralReader {
  static let half = unit("半")
  static let couple = unit("两")
  static let ten = unit("十")
  static let hundred = unit("百")
  static let comma = unit(",")
  static let space = unit(" ")
  static let point = unit(".")
  static let middleDot = unit("·")
  static let minus = unit("-")
  static let plus = unit("+")
  static let exponent = unit("e")
  static let negative = unit("负")
  static let year = unit("年")
  static let month = unit("月")
  static let behindMonth = Array("底初末份".utf16)
  static let several = unit("几")
  static let almost = unit("乎")
  static let number = unit("数")
  static let up = unit("上")
  static let past = unit("过")
  static let good = unit("好")
  static let remainder = unit("余")
  static let many = unit("多")
  static let than = unit("于")
  static let come = unit("来")
  static let one = unit("一")
  static let afterComing = Array("自到源访".utf16)
  /// Behind digits 来 begins a word with these: 从30来看, 2000来自; with others it is 30来座, 50来艘.
  static let afterDigitsComing = Array(
    "自到源访看说讲谈算计推估衡测表形描判论定做作进应对华京沪港临往得不了过着袭宾客由历势意此这那我你他她它信电函".utf16)
  /// Units of money in a price, 四块五一斤.
  static let priceUnits = Array("块毛角元".utf16)
  static let piece = unit("个")
  static let share = unit("分")
  static let copy = unit("份")
  static let of = unit("之")
  static let dotWord = unit("点")
  static let clockUnits = Array("分钟时".utf16)
  static let metre = unit("米")
  static let litre = unit("升")
  /// Units that no clock has: 24点5度.
  static let afterDecimal = Array("度折倍%".utf16)
  static let pascal = unit("帕")
  static let megaUnits = Array("瓦赫帕伏安焦欧字比位".utf16)
  static let kiloUnits = Array("克瓦帕卡伏赫焦".utf16)
  static let afterGram = Array("朗拉什".utf16)
  /// The prefixes of storage, 256G and 2T, and those that need their B: 512MB, 64gb.
  static let giga = Array("GT".utf16)
  static let mega = Array("MmKkgt".utf16)
  static let byte = unit("b")
  /// Units and magnitudes behind a spaced 百 or 千: 5 千元, 3 百万, 6 千余人.
  static let afterSpacedMagnitude = Array("万亿余多元块人名台件只辆吨亩户座斤".utf16)
  /// Capital numerals that are common in words: 陆地, 队伍, 放肆, 收拾, 参与.
  static let capitals = Array("陆伍肆拾参".utf16)
  static let afterCapital = Array("元圆角分整正块折成个亩岁吨斤".utf16)
  /// Words that lead to a number: 是-5, 为伍.
  static let leadIns = Array("是为于至到约达值润率额长幅比损益温低产流利差示拔".utf16)
  /// Marks of a range, behind some of which a hyphen is a sign: -15~-5.
  static let beforeSign = Array("~—".utf16)
  static let rangeMarks = Array("~—-至到".utf16)
  /// Units of numbers that may be below zero, and words behind which a hyphen joins two of them.
  static let signedUnits = Array("℃℉°度%‰".utf16)
  static let beforeHyphen = Array("度折成".utf16)
  static let beforeNegativeWord = Array("自担肩背抱胜辜欺承身不减重正所".utf16)
  static let beforeNumberWord = Array("人总倍指系户件分次函参基岁席读多少无约票点位".utf16)
  static let beforePastWord = Array("超通经不透见路穿度渡再太难".utf16)
  static let beforeUpWord = Array("以晚早网线身马加车路之及在世海".utf16)

  private static func unit(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(scalar.value) }
}
