// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestClock
import Testing
import ZhailuText
import ZhailuValues

@Suite struct NumeralReaderTests {
  /// What is read of `text`: the numeral and what it stands for, 五六百 = 500..600 more_than.
  private func reading(_ text: String) -> String? {
    NumeralReader.read(text).map { numeral in
      var line = String(decoding: FoldTable.fold(text)[numeral.extent.range], as: UTF16.self)
      line += " = \(numeral.low)"
      if let high = numeral.high { line += "..\(high)" }
      if let modifier = numeral.modifier { line += " \(modifier.rawValue)" }
      return line
    }
  }

  // MARK: Exact numbers

  static let exact: [(text: String, value: String)] = [
    ("0", "0"), ("7", "7"), ("1200", "1200"), ("1,200.5", "1200.5"), ("1,234,567.89", "1234567.89"),
    ("１２００", "1200"), ("１，２００．５", "1200.5"), ("1 200 000", "1200000"), ("0.5", "0.5"),
    ("0.050", "0.05"),
    ("3·14", "3.14"), ("00", "0"), ("007", "7"),
    ("零", "0"), ("〇", "0"), ("一", "1"), ("两", "2"), ("俩", "2"), ("仨", "3"), ("十", "10"),
    ("十二", "12"),
    ("一十二", "12"), ("二十", "20"), ("九十九", "99"), ("一百", "100"), ("一百零二", "102"), ("一百一十", "110"),
    ("一百二", "120"), ("两百五", "250"), ("一百二十三", "123"), ("三百六十五", "365"), ("一千零一", "1001"),
    ("一千零一十", "1010"), ("一千零十", "1010"), ("一千一", "1100"), ("三千五", "3500"), ("一千三百四", "1340"),
    ("一万零五", "10005"), ("一万零十二", "10012"), ("一万零五百", "10500"), ("两万五", "25000"), ("两万五千", "25000"),
    ("二万五千六", "25600"), ("两万零五十", "20050"), ("二十二万", "220000"), ("一百零二万三千", "1023000"),
    ("一百二十万三千", "1203000"), ("一千二百万零五十", "12000050"), ("一亿五千万", "150000000"), ("一亿二", "120000000"),
    ("十亿零五百", "1000000500"), ("一万五千万", "150000000"), ("一万万", "100000000"),
    ("一万亿", "1000000000000"), ("一万五千亿", "1500000000000"), ("两万亿", "2000000000000"),
    ("两万亿三千亿", "2300000000000"), ("3万亿2千亿", "3200000000000"), ("一万亿零八百亿", "1080000000000"),
    ("两万亿五百亿零六百万", "2050006000000"), ("三万亿五亿", "3000500000000"), ("二万万五千万", "250000000"),
    ("四万万零三百万", "403000000"), ("三千万亿", "3000000000000000"),
    ("一万二千三百四十五亿六千七百八十九万零一百二十三", "1234567890123"), ("一亿亿", "10000000000000000"),
    ("一兆两千亿", "1200000000000"),
    ("廿三", "23"), ("廿", "20"), ("卅六", "36"), ("卅万", "300000"), ("一百廿三", "123"),
    ("壹拾贰万叁仟", "123000"), ("叁佰肆拾伍万陆仟柒佰捌拾玖", "3456789"), ("壹佰貳拾參萬", "1230000"),
    ("伍仟億", "500000000000"),
    ("二〇二〇", "2020"), ("二○二○", "2020"), ("一九九七", "1997"), ("二零一一", "2011"), ("一二三四五", "12345"),
    ("二〇二〇万", "20200000"),
    ("3.5亿", "350000000"), ("4.81万亿", "4810000000000"), ("0.05万", "500"), ("1400万", "14000000"),
    ("1万2", "12000"), ("1亿2", "120000000"), ("1万5千", "15000"), ("1万5千6百", "15600"),
    ("3千8百", "3800"),
    ("1万零5", "10005"), ("1万零五百", "10500"), ("1亿零5万", "100050000"), ("12亿3456万7890", "1234567890"),
    ("1亿2千万", "120000000"), ("1.2亿3000万", "150000000"), ("5百万", "5000000"), ("１２０萬", "1200000"),
    ("三点一四", "3.14"), ("零点五", "0.5"), ("十点五", "10.5"), ("三点五亿", "350000000"), ("三点一四万", "31400"),
    ("五百零三点二五", "503.25"), ("陆 点 五", "6.5"), ("三 点 一 四", "3.14"), ("三千 五百", "3500"), ("半", "0.5"),
    ("百", "100"), ("百万", "1000000"), ("千八", "1800"), ("万八千", "18000"),
    // Signs, exponents, spaces, and short forms of speech.
    ("-5", "-5"), ("-312.7万", "-3127000"), ("负三十二", "-32"), ("负 1200000", "-1200000"),
    ("-.5", "-0.5"), (".5", "0.5"), ("2e5", "200000"), ("-12e-1", "-1.2"), ("1E3", "1000"),
    ("7万 5千 4百", "75400"), ("177.1 亿", "17710000000"), ("三百 五", "350"), ("半百", "50"),
    ("卌", "40"), ("一万零卌", "10040"), ("零点77", "0.77"), ("千三", "1300"), ("万九", "19000"),
    ("百二", "120"), ("百二万", "1200000"), ("一千六点五", "1600.5"), ("三个亿", "300000000"),
    ("2千零30万", "20300000"), ("一万零一十二", "10012"), ("五十五兆壹十二亿四万五千二", "55001200045200"),
    ("陆拾", "60"), ("伍佰参拾肆", "534"), ("拾万零五十六点叁叁", "100056.33"), ("肆", "4"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    // Fractions of one character, alone and behind digits.
    ("½", "0.5"), ("1½", "1.5"), ("2 ¾", "2.75"), ("-3⅛", "-3.125"), ("½万", "5000"),
    // Powers, groups with points, and a smaller sum in digits behind 亿.
    ("2^10", "1024"), ("1.5^2", "2.25"), ("10^6", "1000000"), ("10^-2", "0.01"), ("10⁶", "1000000"),
    ("10⁻³", "0.001"), ("2.5×10^3", "2500"), ("3 × 10⁸", "300000000"), ("-2×10^2", "-200"),
    ("1.234.567", "1234567"), ("12亿9,200.5万", "1292005000"),
    ("半个亿", "50000000"), ("一个半亿", "150000000"), ("2个半亿", "250000000"), ("1亿2.5千万", "125000000"),
  ]

  @Test(arguments: exact)
  func reads(text: String, value: String) {
    #expect(reading(text) == "\(FoldTable.folded(text)) = \(value)")
  }

  // MARK: Ranges and vague numbers

  static let ranges: [(text: String, low: String, high: String)] = [
    ("五六百", "500", "600"), ("三四十亿", "3000000000", "4000000000"), ("十七八", "17", "18"),
    ("二三十", "20", "30"),
    ("七八", "7", "8"), ("三五", "3", "5"), ("三五百", "300", "500"), ("两三百万", "2000000", "3000000"),
    ("一两万", "10000", "20000"), ("三十五六", "35", "36"), ("三十五六万", "350000", "360000"),
    ("八九十", "80", "90"),
    ("一百二三十", "120", "130"), ("三百五六", "350", "360"), ("三四千万", "30000000", "40000000"),
    ("两三个亿", "200000000", "300000000"), ("一两个亿", "100000000", "200000000"),
  ]

  @Test(arguments: ranges)
  func readsRanges(text: String, low: String, high: String) {
    #expect(reading(text) == "\(text) = \(low)..\(high)")
  }

  static let vague: [(text: String, value: String, modifier: Modifier)] = [
    ("十几", "10", .moreThan), ("二十几万", "200000", .moreThan), ("20几万", "200000", .moreThan),
    ("几百", "100", .moreThan), ("几十万", "100000", .moreThan), ("好几万", "10000", .moreThan),
    ("好几百", "100", .moreThan), ("几千几百", "1100", .moreThan), ("一百几十万", "1100000", .moreThan),
    ("一万几千", "11000", .moreThan), ("上百", "100", .atLeast), ("上千万", "10000000", .atLeast),
    ("上亿", "100000000", .atLeast), ("数千", "1000", .moreThan), ("数十亿", "1000000000", .moreThan),
    ("数百余万", "1000000", .moreThan), ("20余万", "200000", .moreThan), ("15余万", "150000", .moreThan),
    ("35多万", "350000", .moreThan), ("3.5余亿", "350000000", .moreThan), ("15万余", "150000", .moreThan),
    ("一千多万", "10000000", .moreThan), ("1000多万", "10000000", .moreThan),
    ("二十五多万", "250000", .moreThan),
    ("一百五十余万", "1500000", .moreThan), ("10多亿", "1000000000", .moreThan), ("三十多", "30", .moreThan),
    ("1,000余", "1000", .moreThan), ("25余", "25", .moreThan), ("百余", "100", .moreThan),
    ("万余", "10000", .moreThan), ("两千多", "2000", .moreThan), ("十来", "10", .approx),
    ("三十来", "30", .approx), ("十来万", "100000", .approx),
    ("三个多亿", "300000000", .moreThan), ("五百 余万", "5000000", .moreThan),
    ("40 多亿", "4000000000", .moreThan), ("500 余万", "5000000", .moreThan),
    ("一百零几", "100", .moreThan), ("一千五百零几万", "15000000", .moreThan),
    ("一百 二 十 几亿", "12000000000", .moreThan), ("3亿几", "300000000", .moreThan),
    ("七亿八千余万", "780000000", .moreThan), ("1亿2千多万", "120000000", .moreThan),
    ("过亿", "100000000", .moreThan), ("过百万", "1000000", .moreThan),
    ("十几个亿", "1000000000", .moreThan), ("几十个亿", "1000000000", .moreThan),
    ("二十好几万", "200000", .moreThan), ("三十多个亿", "3000000000", .moreThan),
    ("负二十几", "-20", .moreThan), ("三点几", "3", .moreThan), ("三点几亿", "300000000", .moreThan),
    ("5点几万", "50000", .moreThan),
  ]

  @Test(arguments: vague)
  func readsVagueNumbers(text: String, value: String, modifier: Modifier) {
    #expect(reading(text) == "\(text) = \(value) \(modifier.rawValue)")
  }

  /// No vague word is dropped: the record would equal that of the exact number (users.md, 1).
  @Test(arguments: ["十", "百", "千", "万", "亿", "十万", "百万", "千万", "十亿", "百亿", "千亿", "万亿"])
  func everyMagnitudeWithEveryVagueWord(magnitude: String) throws {
    let exact = try #require(NumeralReader.read("一" + magnitude))
    #expect(exact.modifier == nil)
    let forms = [
      "一\(magnitude)余", "一\(magnitude)多", "上\(magnitude)", "数\(magnitude)", "几\(magnitude)",
      "好几\(magnitude)",
    ]
    for form in forms {
      let vague = try #require(NumeralReader.read(form))
      #expect(vague.extent.end == form.utf16.count, "\(form)")
      #expect(vague.low == exact.low, "\(form)")
      #expect(vague.modifier != nil, "\(form)")
    }
  }

  // MARK: Where a numeral ends

  static let endings: [(text: String, reading: String?)] = [
    ("⅓", nil), ("5 千元", "5 千 = 5000"), ("3 万 5 千元", "3 万 5 千 = 35000"),
    ("6 千余人", "6 千余 = 6000 more_than"), ("2 百万", "2 百万 = 2000000"),
    ("6 千 5 百 元", "6 千 5 百 = 6500"), ("3 千 5", "3 = 3"), ("伍亩", "伍 = 5"), ("佰分之伍的", "佰 = 100"),
    ("5 千克", "5 = 5"),
    ("5 千米", "5 = 5"), ("5 千", "5 千 = 5000"), ("5 千。", "5 千 = 5000"), ("3 千方百计", "3 = 3"),
    ("4 百货大楼", "4 = 4"), ("5 十大新闻", "5 = 5"),
    ("三万五千瓦", "三万五千 = 35000"), ("3万5千克", "3万5千 = 35000"), ("1万5千米", "1万5千 = 15000"),
    ("一百零五千米", "一百零五 = 105"), ("一万零五千米", "一万零五千 = 15000"), ("十二千字节", "十二 = 12"),
    ("1.5万千瓦", "1.5万 = 15000"), ("五千瓦", "五 = 5"),
    ("1.234.567.8", "1.234 = 1.234"), ("1.234", "1.234 = 1.234"), ("1.23.456", "1.23 = 1.23"),
    ("5²", "5 = 5"), ("30¹⁰", "30 = 30"), ("3×4", "3 = 3"), ("2^-3", "2 = 2"), ("3×10个", "3 = 3"),
    ("9^99", "9 = 9"), ("半个月", "半 = 0.5"), ("一个半月", "一 = 1"), ("二十好几个", "二十 = 20"),
    ("两四钱", "两 = 2"), ("两零零八", "两零零八 = 2008"), ("十两五钱", "十 = 10"), ("两三百", "两三百 = 200..300"),
    ("10^", "10 = 10"), ("3万2.5万", "3万 = 30000"), ("1亿3.5元", "1亿 = 100000000"),
    ("三点几分", "三 = 3"), ("20多于", "20 = 20"), ("~-5", nil),
    ("2 011年", "2 011 = 2011"), ("20 11年", "20 11 = 2011"), ("2 011人", "2 011 = 2011"),
    ("5 2011年", "5 = 5"),
    ("12 34", "12 = 12"), ("1,2345", "1 = 1"), ("1,200,3", "1,200 = 1200"), ("12,34", "12 = 12"),
    ("1234,567", "1234 = 1234"), ("5\t200", "5 = 5"), ("3.14.15", "3.14 = 3.14"), ("3.", "3 = 3"),
    ("3.5.", "3.5 = 3.5"), ("3点5", "3 = 3"), ("三点", "三 = 3"), ("三点钟", "三 = 3"), ("三点半", "三 = 3"),
    ("一 个", "一 = 1"),
    ("五六百多", "五六百 = 500..600"), ("二〇二〇余万", "二〇二〇 = 2020"), ("三点五多万", "三点五 = 3.5"),
    ("5多", "5 = 5"), ("五多", "五 = 5"), ("30来", "30 = 30"),
    ("30来座桥", "30来 = 30 approx"), ("50来艘船", "50来 = 50 approx"), ("20来万", "20来万 = 200000 approx"),
    ("30来看", "30 = 30"), ("2000来自", "2000 = 2000"), ("30来,", "30 = 30"), ("一个半", "一 = 1"),
    ("三万几乎", "三万 = 30000"),
    ("一百分", "一百 = 100"), ("5百分点", "5 = 5"), ("600兆瓦", "600 = 600"), ("3兆电子伏", "3 = 3"),
    ("20余兆瓦", "20余 = 20 more_than"),
    ("3000万千瓦", "3000万 = 30000000"), ("5千克", "5 = 5"), ("两千克", "两 = 2"), ("1.5千米", "1.5 = 1.5"),
    ("三千米", "三千 = 3000"), ("十二千米", "十二 = 12"), ("三十千米", "三十 = 30"), ("30千牛", "30 = 30"),
    ("三千牛", "三千 = 3000"), ("40 多家", "40 = 40"),
    ("100 多天", "100 多 = 100 more_than"), ("40 多分钟", "40 多 = 40 more_than"),
    ("40 余人", "40 余 = 40 more_than"), ("40 多云", "40 = 40"), ("5 多天", "5 = 5"),
    ("24点5度", "24点5 = 24.5"), ("15点七%", "15点七 = 15.7"), ("三点10分", "三 = 3"), ("8点5个", "8 = 8"),
    ("五千克朗", "五千 = 5000"), ("1013百帕", "1013 = 1013"),
    ("1万2万", "1万 = 10000"), ("25万26万", "25万 = 250000"), ("二十五万二十六万", "二十五万 = 250000"),
    ("一百二百", "一百 = 100"), ("三百五千", "三百 = 300"), ("三亿五亿", "三亿 = 300000000"),
    ("一万零五万", "一万 = 10000"), ("一九九十", "一九九 = 199"), ("十十", "十 = 10"),
    ("近百", nil), ("几", nil), ("数", nil), ("上", nil), ("好几", nil), ("余", nil), ("多", nil),
    ("点五", nil),
    ("-", nil), ("负", nil), ("负责", nil), ("- 5", nil), ("--9", nil),
    ("1千5月底", "1千 = 1000"), ("3万5月初", "3万 = 30000"), ("三千五月租", "三千五 = 3500"),
    ("十二月底", "十二 = 12"), ("12 500吨", "12 500 = 12500"), ("12 256GB", "12 = 12"),
    ("13 128 G", "13 = 13"), ("2 512mb", "2 = 2"), ("12 500 kg", "12 500 = 12500"),
    ("7万 5", "7万 = 70000"), ("二两", "二 = 2"), ("三十两", "三十 = 30"), ("十六两天", "十六 = 16"),
    ("上千一线", "上千 = 1000 at_least"), ("陆地", nil), ("伍仁", nil), ("肆意", nil), ("拾取", nil),
    ("零点30分", "零 = 0"), ("2e5a", "2 = 2"), ("一个月", "一 = 1"), ("万万", "万万 = 100000000"),
    (",5", nil), ("年", nil), ("", nil), ("几个", nil), ("上年", nil), ("数字", nil),
    ("几千克", nil),
    ("😷", nil), (" 5", nil), ("100000000000000000000000000000000000000", nil),
    ("一亿亿亿亿亿亿", nil), (String(repeating: "九", count: 39), nil),
    ("三点" + String(repeating: "九", count: 60), nil),
    ("0." + String(repeating: "9", count: 60), nil),
  ]

  @Test(arguments: endings)
  func ends(text: String, expected: String?) {
    #expect(reading(text) == expected)
  }

  /// 比20多 says on which side of 20 something is; in 占比20多 and 比20多个 there are more than 20.
  @Test(arguments: [
    ("比20多", 1, "20"), ("比20多一点", 1, "20"), ("比一百多,", 1, "一百"), ("比20多个", 1, "20多"),
    ("比50多的数", 1, "50"),
    ("占比20多", 2, "20多"), ("有20多", 1, "20多"),
  ])
  func endsBeforeComparison(text: String, start: Int, expected: String) {
    let units = FoldTable.fold(text)
    let numeral = units.withUnsafeBufferPointer { NumeralReader.read($0, at: start) }
    #expect(numeral.map { String(decoding: units[$0.extent.range], as: UTF16.self) } == expected)
  }

  @Test func beginsAtItsPlace() {
    let units = FoldTable.fold("共计一百二十万元，每人3,000元")
    units.withUnsafeBufferPointer { text in
      #expect(NumeralReader.read(text, at: 0) == nil)
      #expect(NumeralReader.read(text, at: 2)?.extent == Extent(2, 7))
      #expect(NumeralReader.read(text, at: 2)?.low == ExactDecimal(1_200_000))
      #expect(NumeralReader.read(text, at: 11)?.extent == Extent(11, 16))
      // Not inside a run of digits.
      #expect(NumeralReader.read(text, at: 14) == nil)
      #expect(NumeralReader.read(text, at: units.count) == nil)
    }
  }

  /// The number of a model, behind a Latin word, begins no groups of three.
  @Test(arguments: [
    ("Mate 60 512万", 5, Extent(5, 7)), ("X50 12 256", 4, Extent(4, 6)),
    ("约 12 500", 2, Extent(2, 8)),
    ("GDP 12,500", 4, Extent(4, 10)),
  ])
  func endsBehindAName(text: String, place: Int, expected: Extent) {
    FoldTable.fold(text).withUnsafeBufferPointer {
      #expect(NumeralReader.read($0, at: place)?.extent == expected)
    }
  }

  /// A hyphen between numbers is no sign, and 负, 上, 数 and 过 may end a word.
  @Test(arguments: [
    ("3-5", 1), ("Y-25T", 1), ("5月-6月", 2), ("20 -100", 3), ("自负30%", 1), ("正负30度", 1),
    ("3胜2负5", 3), ("3度-5度", 2), ("三折-5折", 2), ("歼-20", 1), ("今年五-6%", 3),
    ("以上千人", 1), ("零上十二度", 1), ("人数十万", 1), ("超过百人", 1), ("a.5", 1), ("3.14.15", 4), ("收拾", 1),
    ("队伍", 1), ("队伍整齐", 1), ("登陆成功", 1), ("大陆个别城市", 1), ("收拾一下", 1), ("入伍十年", 1), ("人参三两", 1),
  ])
  func doesNotBeginInside(text: String, place: Int) {
    FoldTable.fold(text).withUnsafeBufferPointer {
      #expect(NumeralReader.read($0, at: place) == nil)
    }
  }

  /// Behind a word a hyphen is a sign before a temperature and a percentage, and behind a comparison.
  @Test(arguments: [
    ("夜间-5℃", 2, "-5"), ("沈阳-3.5度", 2, "-3.5"), ("今年-2%", 2, "-2"), ("温度-20~60℃", 2, "-20"),
    ("-15~-5℃", 4, "-5"), ("范围-20~20", 2, "-20"), ("共有-5", 2, "-5"),
    ("-10与-5", 4, "-5"), ("从-5到5", 1, "-5"), ("x=-5", 2, "-5"), ("x≥-5", 2, "-5"),
    ("x>-5", 2, "-5"),
    ("x<=-5", 3, "-5"),
  ])
  func isSigned(text: String, place: Int, value: String) {
    FoldTable.fold(text).withUnsafeBufferPointer {
      #expect(NumeralReader.read($0, at: place)?.low.description == value)
    }
  }

  /// A capital numeral that is common in words is one behind 第.
  @Test(arguments: [("第伍名", 1, "5"), ("第拾贰届", 1, "12"), ("第陆大道", 1, "6")])
  func isOrdinal(text: String, place: Int, value: String) {
    FoldTable.fold(text).withUnsafeBufferPointer {
      #expect(NumeralReader.read($0, at: place)?.low.description == value)
    }
  }

  /// The same with money or a magnitude behind it, whatever stands before it.
  @Test(arguments: [
    ("收入伍拾元", 2, "50"), ("实收拾万元", 2, "100000"), ("实收拾伍元", 2, "15"),
    ("收入陆成", 2, "6"),
  ])
  func isNumberOfMoney(text: String, place: Int, value: String) {
    FoldTable.fold(text).withUnsafeBufferPointer {
      #expect(NumeralReader.read($0, at: place)?.low.description == value)
    }
  }

  /// A number may begin with its point behind a mark.
  @Test(arguments: [("备注:.75", 3, "0.75"), ("(.5)", 1, "0.5")])
  func beginsWithAPoint(text: String, place: Int, value: String) {
    FoldTable.fold(text).withUnsafeBufferPointer {
      #expect(NumeralReader.read($0, at: place)?.low.description == value)
    }
  }

  // MARK: Style

  static let styles: [(text: String, style: Numeral.Style, digits: Int, power: Int)] = [
    ("2020", .arabic, 4, 0), ("2020.5", [.arabic, .point], 5, 0),
    ("3.5万", [.arabic, .han, .point, .large], 2, 4),
    ("1400万", [.arabic, .han, .large], 4, 4), ("二〇二〇", [.han, .positional], 4, 0),
    ("三千五", .han, 2, 0),
    ("三千", .han, 1, 3), ("五六百", [.han, .pair], 2, 2), ("百", [.han, .bare], 0, 2),
    ("万", [.han, .bare, .large], 0, 4), ("百万", [.han, .large], 0, 4), ("上百", .han, 0, 2),
    ("半", .half, 0, 0),
    ("09", [.arabic, .leadingZero], 2, 0), ("0.5", [.arabic, .point], 2, 0),
    ("〇八", [.han, .positional, .leadingZero], 2, 0),
    ("三点五", [.han, .point], 2, 0), ("4.81万亿", [.arabic, .han, .point, .large], 3, 8),
    ("20余万", [.arabic, .large], 2, 4),
    ("1万2万", [.arabic, .han, .large], 1, 4), ("1997", .arabic, 4, 0),
    ("一九九七", [.han, .positional], 4, 0),
  ]

  @Test(arguments: styles)
  func style(text: String, style: Numeral.Style, digits: Int, power: Int) throws {
    let numeral = try #require(NumeralReader.read(text))
    #expect(numeral.style == style)
    #expect(numeral.digits == digits)
    #expect(numeral.power == power)
  }

  // MARK: Any text

  private static let characters = Array(
    "0123456789.,·-eE 负过个〇零一二三四五六七八九十百千万亿兆两廿卅半几数上好余多来点壹拾佰仟年克瓦分".utf16)

  @Test func anyTextIsRead() {
    var random = SplitMix64(seed: 20)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...20, using: &random)
      let text = (0..<count).map { _ in Self.characters.randomElement(using: &random)! }
      text.withUnsafeBufferPointer { units in
        for start in text.indices {
          guard let numeral = NumeralReader.read(units, at: start) else { continue }
          let isSound =
            numeral.extent.start == start && numeral.extent.end > start
            && numeral.extent.end <= count
            && numeral.high.map { numeral.low < $0 } ?? true
          #expect(isSound, "\(String(decoding: text, as: UTF16.self)) at \(start): \(numeral)")
        }
      }
    }
  }

  /// Every place of a text that is all numerals is looked at in time that does not grow with it.
  @Test(arguments: [
    "一", "九", "9", "1,200,", "1 200 ", "亿", "万", "一万", "一亿亿", "三点一四", "零", "十", "二十几", "1 ", "一 ",
    "多", "-", "负", "负一", "-1", "一个亿", "1e", "2e5", ".", ".5", "上", "百", "几", "7万 5",
  ])
  func linearTime(piece: String) {
    func read(_ count: Int) {
      Array(String(repeating: piece, count: count).utf16).withUnsafeBufferPointer { units in
        var place = 0
        while place < units.count {
          place = NumeralReader.read(units, at: place)?.extent.end ?? place + 1
        }
      }
    }
    let ratio = ProcessorTime.ratio(
      of: { read(10_000) }, to: { read(1000) }, below: 40)
    #expect(ratio < 40)
  }
}
