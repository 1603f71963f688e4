// SPDX-License-Identifier: Apache-2.0

/// The folded characters that the reader of numerals knows by name.
extension NumeralReader {
  static let half = unit("半")
  static let couple = unit("两")
  static let one = unit("一")
  static let ten = unit("十")
  static let hundred = unit("百")
  static let comma = unit(",")
  static let space = unit(" ")
  static let point = unit(".")
  static let middleDot = unit("·")
  static let minus = unit("-")
  static let plus = unit("+")
  static let exponent = unit("e")
  /// ^ and × of 2.5×10^3.
  static let caret = unit("^")
  static let times = unit("×")
  static let year = unit("年")
  /// 月底, 月初, 月末 and 月份, which a month stands before.
  static let month = unit("月")
  static let behindMonth = Array("底初末份".utf16)
  /// 三个亿
  static let ge = unit("个")
  /// 分 in 百分之五 and 百分点, and of a clock.
  static let fen = unit("分")
  /// 份 in 三份之一.
  static let fenOfPeople = unit("份")
  /// 之 in 百分之五.
  static let partOf = unit("之")
  /// 点 in 三点几, 百分点 and of a clock.
  static let dian = unit("点")

  /// 第 in 第伍名.
  static let ordinal = unit("第")

  // MARK: About as much

  /// Before a magnitude: 几万, 好几万, 数千, 过亿, 上百. Inside and behind: 二十几, 三万几.
  static let several = unit("几")
  static let quite = unit("好")
  static let severalOf = unit("数")
  static let over = unit("过")
  static let atLeast = unit("上")
  /// Behind a number: 20余, 1000多, 十来个.
  static let remainder = unit("余")
  static let many = unit("多")
  static let roughly = unit("来")
  /// 几乎 and 多于 are words of their own.
  static let almost = unit("乎")
  static let than = unit("于")
  /// 多 is more than so much in 比20多, before a mark or these: 比20多一点, 比20多得多. 占比 and 同比 compare nothing.
  static let compared = unit("比")
  static let wordsInCompared = Array("占同环对均配相性百评".utf16)
  static let behindCompared = Array("一些得了很出的".utf16)

  // MARK: Words that only look so

  /// With 数 they are a word: 人数十万, 总数, 倍数, 指数.
  static let wordsInSeveralOf = Array("人总倍指系户件分次函参基岁席读多少无约票点位".utf16)
  /// With 过: 超过百人, 通过, 经过.
  static let wordsInOver = Array("超通经不透见路穿度渡再太难".utf16)
  /// With 上: 以上千人, 晚上, 早上, 网上, 海上, 零上十度.
  static let wordsInAtLeast = Array("以晚早网线身马加车路之及在世海零".utf16)
  /// With 负: 自负30%, 担负, 肩负, 胜负, 正负.
  static let negative = unit("负")
  static let wordsInNegative = Array("自担肩背抱胜辜欺承身不减重正所".utf16)
  /// 来 begins a word with them, behind any number: 一百万来自矿上, 来到, 来源, 来访.
  static let wordsFromLai = Array("自到源访".utf16)
  /// And with these behind digits, which stand alone more often: 从30来看, 15来说, 20来做; with others it is
  /// 30来座, 50来艘.
  static let wordsFromLaiBehindDigits =
    wordsFromLai
    + Array("看说讲谈算计推估衡测表形描判论定做作进应对华京沪港临往得不了过着袭宾客由历势意此这那我你他她它信电函".utf16)

  // MARK: Magnitudes that belong to a unit

  /// 兆 with them: 兆瓦, 兆赫, 兆帕, 兆字节, 兆电子伏.
  static let megaUnits = Array("瓦赫帕伏安焦欧字比位牛电".utf16)
  /// 千 with them: 5千克, 千瓦, 千卡; and 千米, 千升, 千牛 behind digits, since 三千米 is 3000 m.
  static let kiloUnits = Array("克瓦帕卡伏赫焦".utf16)
  static let kiloUnitsBehindDigits = Array("米升牛乏".utf16)
  /// 千字节
  static let byteUnit = Array("字节".utf16)
  /// 百帕
  static let pascal = unit("帕")
  /// 克 begins a word with them: 五千克朗, 五千克拉, 五千克什米尔人.
  static let wordsFromGram = Array("朗拉什".utf16)
  /// The prefixes of storage, 256G and 2T, and those that need their B: 512MB, 64gb.
  static let giga = Array("GT".utf16)
  static let mega = Array("MmKkgt".utf16)
  static let byte = unit("b")
  /// Units and magnitudes behind a spaced 百 or 千: 5 千元, 3 百万, 6 千余人.
  static let afterSpacedMagnitude = Array("万亿余多元块人名台件只辆吨亩户座斤".utf16)
  /// Measures behind a spaced 多, 100 多天, 40 多分钟, and what else is counted behind a spaced 余, 40 余人.
  static let behindSpacedMore = Array("天年月周日分秒小岁公吨亩米里斤".utf16)
  static let behindSpacedRemainder = Array("人名家个位户所座件只辆台种项次条篇元".utf16)

  // MARK: Capital numerals

  /// Those that are common in words: 陆地, 队伍, 放肆, 收拾, 参与.
  static let commonCapitals = Array("陆伍肆拾参".utf16)
  /// What stands before each in a word, whatever follows it: 登陆成功, 队伍正在, 收拾整齐, 人参三两.
  static func wordsInCapital(_ capital: UInt16) -> [UInt16] {
    switch capital {
    case commonCapitals[0]: beforeLand
    case commonCapitals[1]: beforeRanks
    case commonCapitals[2]: beforeWanton
    case commonCapitals[3]: beforePickUp
    default: beforeGinseng
    }
  }
  private static let beforeLand = Array("大登着内水海".utf16)
  private static let beforeRanks = Array("队入退落".utf16)
  private static let beforeWanton = Array("大放酒恣书茶".utf16)
  private static let beforePickUp = Array("收捡掇".utf16)
  private static let beforeGinseng = Array("人海党丹洋红".utf16)
  /// Behind one in such a place they say that it is a number: 收入伍拾元, 实收拾万元, 实收拾伍元.
  static let behindCapital = Array("元圆块万亿佰仟拾壹贰叁肆伍柒捌玖".utf16)
  /// Before these they are numbers all the same: 伍元, 拾岁, 陆亩.
  static let afterCommonCapital = Array("元圆角分整正块折成个亩岁吨斤".utf16)

  // MARK: Signs and points

  /// Words that lead to a number: 是-5, 为伍, 气温-5, 跌幅-3, 范围-5～5, 共有-5, 与-5, 从-5到5.
  static let leadIns = Array("是为于至到约达值润率额长幅比损益温低产流利差示拔围有得加减乘与和跟入从由".utf16)
  /// Marks of a range or of a comparison behind which a hyphen is a sign: -15~-5, x=-5, x≥-5.
  static let beforeSign = Array("~—=≠≈<>≤≥".utf16)
  static let rangeMarks = Array("~—-至到".utf16)
  /// Units of numbers that may be below zero, -5℃, and words behind which a hyphen joins two of them:
  /// 3度-5度.
  static let signedUnits = Array("℃℉°度%‰".utf16)
  static let beforeHyphen = Array("度折成".utf16)
  /// Units that no clock has: 24点5度.
  static let afterDecimal = Array("度折倍%".utf16)
  /// Units that a clock has: 三点几分, 几时.
  static let clockUnits = Array("分钟时".utf16)
  /// Units of money in a price: 四块五一斤.
  static let priceUnits = Array("块毛角元".utf16)

  private static func unit(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(scalar.value) }
}
