// SPDX-License-Identifier: Apache-2.0
import TestClock
import Testing
import ZhailuText

@Suite struct ArticleReaderTests {
  /// An outline: a line a block, with the letter of its role, | where pieces were joined, and the
  /// byline in 【】; articles are numbered.
  private func outline(_ text: String) -> String {
    let source = SourceText(id: "d", text: text)
    return ArticleReader.articles(of: source).flatMap { article in
      ["\(article.number)"]
        + article.blocks.map { block in
          let letter = ["headline": "H", "subheadline": "S", "paragraph": "P"][block.role.rawValue]!
          return "\(letter) "
            + block.pieces.map { piece in
              guard let byline = block.byline, piece.contains(byline) else { return source[piece] }
              return source[Extent(piece.start, byline.start)] + "【\(source[byline])】"
                + source[Extent(byline.end, piece.end)]
            }.joined(separator: "|")
        }
    }.joined(separator: "\n")
  }

  @Test("which words begin an article is said by whoever asks")
  func words() {
    let source = SourceText(id: "d", text: "题\n\n晚报讯昨日，学校如期开课，到校学生两万名。")
    let evening = LayoutSigns(datelines: [FoldTable.fold("晚报讯")], wires: [], sayings: [])
    func bylines(_ signs: LayoutSigns) -> [String] {
      ArticleReader.articles(of: source, signs: signs).flatMap(\.blocks).compactMap(\.byline)
        .map { source[$0] }
    }
    #expect(bylines(evening) == ["晚报讯"])
    #expect(bylines(.newspaper) == [])
  }

  @Test("fields of a form stay lines of their own, even where all lines are as wide")
  func fields() {
    let lines = [
      "河东县人民医院救护车采购项目成交结果公告", "项目名称：河东县人民医院救护车采购项目",
      "供应商名称：汉江鼎泰专用汽车销售有限公司", "采购人名称：河东县人民医院与第二人民医院院区",
    ]
    let blocks = outline(lines.joined(separator: "\n"))
    #expect(!blocks.contains("|"), "\(blocks)")
  }

  @Test("the first cell of a row may be empty; tabs before a paragraph are none")
  func emptyCells() {
    #expect(
      outline("题目\n\n\t东区\t西区\n\t\t这一段话缩进两格，\t没有单元格。")
        == "1\nH 题目\nS \t东区\t西区\nP \t\t这一段话缩进两格，\t没有单元格。")
    #expect(outline("题目\n\n\t这一段话缩进一格，没有单元格。") == "1\nH 题目\nP 这一段话缩进一格，没有单元格。")
  }

  // MARK: A page

  @Test func aPageOfSeveralArticles() {
    let page = """
      风雨同舟守家园 点滴善举暖人心

      ——清河区慈善协会抗洪救灾纪实

      连日来,清河区普降暴雨,多处村庄受灾。清河区慈善协会闻令而动,第一时间启动应急响应,组织会员单位筹款筹物,与受灾群众站在一起。

      众人拾柴,捐款捐物。云岭食品有限公司向区慈善协会捐款50万元,又连夜调运方便面3000箱、饮用水2万瓶,委托志愿者送到安置点。长风物流集团腾出车辆12台,6天5夜往返于省城与灾区之间,行程超过1万公里,把一批批物资送

      到群众手中。启明灯具厂捐赠应急灯800盏,价值约16万元。

      互帮互助,共渡难关。各村村民自发腾出空房,接待转移群众1200余人。协会负责人表示,将管好用好每一分善款。 周明远

      东门街道:三项举措 保障供水

      本报讯(通讯员李小禾)东门街道辖区共有3个小区停水,街道启动三项举措,保障居民用水。

      一是加强调度。街道协调水务集团派出送水车4辆,每日送水60吨,并在小区门口设置取水点,由专人值守,确保老人、孩子也能

      及时取到水。

      二是公开信息。街道通过微信群每2小时通报一次抢修进度,居民反映的问题做到件件有回音、事事有着落。

      学校如期开课

      本报讯昨日,记者从区教育局获悉,全区46所中小学如期开课,到校学生2.3万名。受灾严重的3所学校借用附近场地上课,教学秩序平稳。 王雨



      企业有序复产

      经过一周抢修,清河工业园内的积水全部排干。截至目前,园区87家企业中已有79家恢复生产,到岗员工5600人,占九成以上。
      """
    #expect(
      outline(page) == """
        1
        H 风雨同舟守家园 点滴善举暖人心
        S ——清河区慈善协会抗洪救灾纪实
        P 连日来,清河区普降暴雨,多处村庄受灾。清河区慈善协会闻令而动,第一时间启动应急响应,组织会员单位筹款筹物,与受灾群众站在一起。
        P 众人拾柴,捐款捐物。云岭食品有限公司向区慈善协会捐款50万元,又连夜调运方便面3000箱、饮用水2万瓶,委托志愿者送到安置点。长风物流集团腾出车辆12台,6天5夜往返于省城与灾区之间,行程超过1万公里,把一批批物资送|到群众手中。启明灯具厂捐赠应急灯800盏,价值约16万元。
        P 互帮互助,共渡难关。各村村民自发腾出空房,接待转移群众1200余人。协会负责人表示,将管好用好每一分善款。 【周明远】
        2
        H 东门街道:三项举措 保障供水
        P 【本报讯(通讯员李小禾)】东门街道辖区共有3个小区停水,街道启动三项举措,保障居民用水。
        P 一是加强调度。街道协调水务集团派出送水车4辆,每日送水60吨,并在小区门口设置取水点,由专人值守,确保老人、孩子也能|及时取到水。
        P 二是公开信息。街道通过微信群每2小时通报一次抢修进度,居民反映的问题做到件件有回音、事事有着落。
        3
        H 学校如期开课
        P 【本报讯】昨日,记者从区教育局获悉,全区46所中小学如期开课,到校学生2.3万名。受灾严重的3所学校借用附近场地上课,教学秩序平稳。 王雨
        4
        H 企业有序复产
        P 经过一周抢修,清河工业园内的积水全部排干。截至目前,园区87家企业中已有79家恢复生产,到岗员工5600人,占九成以上。
        """)
  }

  @Test(
    "a line that says who wrote stands below the headline of an article, or ends the one before")
  func bylinesOfTheirOwn() {
    #expect(
      outline("正文在此。\n\n运动会开幕\n本报记者 周婷\n昨日,运动会开幕。")
        == "1\nP 正文在此。\n2\nH 运动会开幕\nS 本报记者 周婷\nP 昨日,运动会开幕。")
    #expect(
      outline("正文在此。\n\n本报记者 周婷\n小标题\n昨日,运动会开幕。")
        == "1\nP 正文在此。\nS 本报记者 周婷\nS 小标题\nP 昨日,运动会开幕。")
  }

  // MARK: Single articles

  static let single: [(text: String, outline: String)] = [
    ("", ""), ("\n \n\u{3000}\n", ""),
    ("捐款200万", "1\nP 捐款200万"),
    ("标题\n甲公司捐款200万元。", "1\nH 标题\nP 甲公司捐款200万元。"),
    ("甲公司捐款200万元。\n乙公司捐款100万元。", "1\nP 甲公司捐款200万元。\nP 乙公司捐款100万元。"),
    ("标题\n副题\n第三行题\n正文在此。", "1\nH 标题\nS 副题\nS 第三行题\nP 正文在此。"),
    ("为什么要捐款？\n因为需要。", "1\nH 为什么要捐款？\nP 因为需要。"),
    ("众志成城！\n大家一起。", "1\nH 众志成城！\nP 大家一起。"),
    ("正文在此。\n小标题\n正文又在此。", "1\nP 正文在此。\nS 小标题\nP 正文又在此。"),
    ("正文在此。\n完", "1\nP 正文在此。\nP 完"),
    ("　　标题　\r\n\r\n　　正文在此。\r\n", "1\nH 标题\nP 正文在此。"),
    ("\u{FEFF}标题\u{2028}正文在此。\u{2029}又一段。", "1\nH 标题\nP 正文在此。\nP 又一段。"),
    ("他说：\n“我们捐款。”", "1\nP 他说：\nP “我们捐款。”"),
    ("附近的人们；\n附近的物。", "1\nP 附近的人们；\nP 附近的物。"),
  ]

  @Test(arguments: single)
  func oneArticle(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  // MARK: Lines cut in mid-sentence

  static let cut: [(text: String, outline: String)] = [
    (
      "题\n清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送\n到群众手中。",
      "1\nH 题\nP 清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送|到群众手中。"
    ),
    (
      "题\r\n清河区慈善协会闻令而动，组织会员单位筹款筹物，共计1\r\n\r\n200万元。",
      "1\nH 题\nP 清河区慈善协会闻令而动，组织会员单位筹款筹物，共计1|200万元。"
    ),
    (
      "题\n清河区慈善协会闻令而动，组织会员单位筹款筹物，\n\n又捐款50万元。",
      "1\nH 题\nP 清河区慈善协会闻令而动，组织会员单位筹款筹物，|又捐款50万元。"
    ),
    // In three pieces.
    (
      "题\n清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者\n\n送到群众手中，又从省城调来方便面三千箱、饮用水两万瓶，分给\n\n各村。",
      "1\nH 题\nP 清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者|送到群众手中，又从省城调来方便面三千箱、饮用水两万瓶，分给|各村。"
    ),
    // A paragraph that is done is done, whatever ends it.
    (
      "题\n清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送到……\n下一段在此。",
      "1\nH 题\nP 清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送到……\nP 下一段在此。"
    ),
    (
      "题\n会长说：“清河区慈善协会闻令而动，组织会员单位筹款筹物。”\n下一段在此。",
      "1\nH 题\nP 会长说：“清河区慈善协会闻令而动，组织会员单位筹款筹物。”\nP 下一段在此。"
    ),
    // What begins something of its own is not the rest of a sentence.
    (
      "题\n清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送\n（一）捐款。",
      "1\nH 题\nS 清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送\nP （一）捐款。"
    ),
    (
      "题\n清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送\n3.5万元到灾区。",
      "1\nH 题\nP 清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送|3.5万元到灾区。"
    ),
    (
      "题\n清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送\n——记者手记。",
      "1\nH 题\nS 清河区慈善协会闻令而动，组织会员单位筹款筹物，委托志愿者送\nP ——记者手记。"
    ),
  ]

  @Test(arguments: cut)
  func linesCutInMidSentence(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  // MARK: Lines that only look cut

  /// Each is two blocks: a field ends with its line, and two numerals are not one.
  static let whole: [(line: String, next: String)] = [
    ("采购人:杭州市民政局  合同编号:20250418", "300万元由财政拨付。"),
    ("采购人:杭州市民政局  联系电话:0571-85256666", "2025年4月18日"),
    ("采购人：绵阳市游仙区教育和体育局　联系人：蒲老师", "采购方式公开招标"),
    ("清河区慈善协会闻令而动，组织会员单位筹款筹物，合同20250418", "300万元由财政拨付。"),
    ("清河区慈善协会闻令而动，组织会员单位筹款筹物，共计二百五十", "三百六十万元由财政拨付。"),
    ("清河区东风汽车零部件制造有限公司　100,000", "清河区工商业联合会　30,000"),
    ("灯会每晚18:30亮灯，22:00熄灯，儿童和老人免票", "地点:彩灯公园、恐龙博物馆旁"),
  ]

  @Test(arguments: whole)
  func completeLinesAreNotJoined(line: String, next: String) {
    #expect(blocks("七、公告期限为五天。\n\(line)\n\(next)") == ["七、公告期限为五天。", line, next])
  }

  /// The same where the column says that all lines were cut at one width.
  @Test func aColumnJoinsNumerals() {
    let lines = [
      "清河区慈善协会闻令而动，组织会员单位筹款筹物，委托", "志愿者送到各村群众手中，又从省城调来方便面和饮用水",
      "并连夜分给受灾的村庄，各村都已收到，总共有123456", "78元由区财政拨付给各个街道，由街道分给每一户受灾的",
      "居民，直到水退为止。",
    ]
    let page = (["题目"] + lines).joined(separator: "\n")
    #expect(blocks(page) == ["题目", lines.joined(separator: "|")])
    let short = (["题目"] + lines[2...]).joined(separator: "\n")
    #expect(blocks(short) == ["题目", lines[2], lines[3] + "|" + lines[4]])
  }

  // MARK: Bylines

  static let bylines: [(text: String, byline: String?)] = [
    ("本报讯(通讯员李小禾)东门街道停水。", "本报讯(通讯员李小禾)"),
    ("本报讯（记者 王雨 通讯员 李小禾）东门街道停水。", "本报讯（记者 王雨 通讯员 李小禾）"),
    ("本报讯 （记者 王雨）东门街道停水。", "本报讯 （记者 王雨）"),
    ("本报讯昨日，东门街道停水。", "本报讯"),
    ("本报訊（記者 王雨）東門街道停水。", "本报訊（記者 王雨）"),
    ("（记者 王雨）东门街道停水。", "（记者 王雨）"),
    ("(通讯员李小禾)东门街道停水。", "(通讯员李小禾)"),
    ("本报讯（记者 王雨", "本报讯"),
    ("东门街道停水。 王雨", "王雨"),
    ("东门街道停水。　　欧阳小禾", "欧阳小禾"),
    ("他说：“停水了。” 王雨", "王雨"),
    ("东门街道停水。王雨", nil),
    ("东门街道 停水", nil),
    ("东门街道停水。 王雨说停水", nil),
    ("东门街道停水。", nil),
  ]

  @Test("a byline is what stands before or behind the text, and no part of it", arguments: bylines)
  func byline(text: String, byline: String?) {
    let source = SourceText(id: "d", text: text)
    let found = ArticleReader.articles(of: source).flatMap(\.blocks).compactMap(\.byline).map {
      source[$0]
    }
    #expect(found == (byline.map { [$0] } ?? []))
  }

  /// A signature ends its article: the headline after it begins another.
  @Test func aSignatureEndsAnArticle() {
    #expect(
      outline("题一\n正文在此。 王雨\n题二\n正文又在此。\n小标题\n还是正文。")
        == "1\nH 题一\nP 正文在此。 【王雨】\n2\nH 题二\nP 正文又在此。\nS 小标题\nP 还是正文。")
  }

  static let openings: [(text: String, outline: String)] = [
    ("本报讯在此。", "1\nH 题一\nP 正文在此。\n2\nH 题二\nP 【本报讯】在此。"),
    ("本台讯（记者 王雨）在此。", "1\nH 题一\nP 正文在此。\n2\nH 题二\nP 【本台讯（记者 王雨）】在此。"),
    ("新华社北京3月5日电（记者王雨）在此。", "1\nH 题一\nP 正文在此。\n2\nH 题二\nP 新华社北京3月5日电（记者王雨）在此。"),
    ("中新网成都5月9日电 四川在此。", "1\nH 题一\nP 正文在此。\n2\nH 题二\nP 中新网成都5月9日电 四川在此。"),
    ("全市3月停电", "1\nH 题一\nP 正文在此。\nS 题二\nP 全市3月停电"),
    ("电 3月在此。", "1\nH 题一\nP 正文在此。\nS 题二\nP 电 3月在此。"),
    ("全市3月用电量在此。", "1\nH 题一\nP 正文在此。\nS 题二\nP 全市3月用电量在此。"),
    ("正文又在此。", "1\nH 题一\nP 正文在此。\nS 题二\nP 正文又在此。"),
  ]

  @Test(arguments: openings)
  func anArticleBeginsBeforeItsDateline(opening: String, expected: String) {
    #expect(outline("题一\n正文在此。\n题二\n\(opening)") == expected)
  }

  @Test func twoEmptyLinesPartArticles() {
    #expect(outline("题一\n正文在此。\n\n题二\n正文。") == "1\nH 题一\nP 正文在此。\nS 题二\nP 正文。")
    #expect(outline("题一\n正文在此。\n\n\n题二\n正文。") == "1\nH 题一\nP 正文在此。\n2\nH 题二\nP 正文。")
    #expect(
      outline("题一\n正文在此。\r\n\r\n\r\n题二\n——副题\n正文。")
        == "1\nH 题一\nP 正文在此。\n2\nH 题二\nS ——副题\nP 正文。")
  }

  // MARK: Tables and lists

  /// The blocks alone, whatever their roles.
  private func blocks(_ text: String) -> [String] {
    outline(text).split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) }
  }

  @Test func listsAreNotJoined() {
    let items = [
      "1、云岭食品有限公司，方便面3000箱，饮用水2万瓶，已送达安置点", "2、长风物流集团有限公司，车辆12台，已投入运输，行程1万公里",
      "3、启明灯具厂，应急灯800盏，价值约16万元，已分发至各村委会",
    ]
    #expect(blocks((["名单"] + items).joined(separator: "\n")) == ["名单"] + items)
  }

  @Test(arguments: ["（一）", "(2)", "三、", "4.", "５．", "①", "● ", "■", "• ", "* "])
  func listItemsOpenBlocks(mark: String) {
    let lines = ["题目", "各单位捐款情况如下，具体金额以到账为准，详情请见清河区慈善协会公告", "\(mark)甲公司捐款。"]
    #expect(blocks(lines.joined(separator: "\n")) == lines)
  }

  @Test(arguments: ["\t", "　　", "　", " | ", "│", "    "])
  func rowsOfTablesAreNotJoined(gap: String) {
    let rows = [
      ["序号", "捐赠单位", "物资名称", "数量", "单位", "价值（万元）", "接收单位", "备注"],
      ["1", "云岭食品有限公司", "方便面、饮用水", "23000", "箱、瓶", "18.5", "清河区慈善协会东门街道工作站", "已送达"],
      ["2", "长风物流集团有限公司", "运输车辆", "12", "台", "0", "清河区慈善协会西门街道工作站", "六天五夜"],
      ["3", "启明灯具厂", "应急灯、手电筒", "800", "盏、支", "16", "清河区慈善协会南门街道工作站", "已分发"],
    ].map { $0.joined(separator: gap) }
    let lines = ["捐赠明细表"] + rows
    #expect(blocks(lines.joined(separator: "\n")) == lines)
  }

  // MARK: Any text

  @Test func everyCharacterThatIsNoSpaceIsInOnePiece() {
    var random = SplitMix64(seed: 8)
    let words =
      salts + ["，", "。", "：", " 王雨", "本报讯", "（记者 王雨）", "——", "1、", "电 ", "3月", "正文很长很长很长很长很长很长很长"]
    for _ in 0..<500 {
      let text = (0..<60).map { _ in
        (Int.random(in: 0..<4, using: &random) == 0 ? lineBreaks : words)
          .randomElement(using: &random)!
      }.joined()
      let source = SourceText(id: "d", text: text)
      let articles = ArticleReader.articles(of: source)
      let pieces = articles.flatMap(\.blocks).flatMap(\.pieces)
      #expect(pieces == pieces.sorted())
      #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.end < $1.start })
      #expect(articles.map(\.number) == Array(1..<(articles.count + 1)))
      var covered = [Bool](repeating: false, count: source.units.count)
      for piece in pieces { for unit in piece.range { covered[unit] = true } }
      let lost = covered.indices.filter { index in
        let kind = CharacterClass.of(FoldTable.units[Int(source.units[index])])
        return !covered[index] && kind.isDisjoint(with: [.space, .lineBreak])
      }
      #expect(lost.isEmpty, "\(text.debugDescription)")
      for block in articles.flatMap(\.blocks) {
        #expect(
          block.byline.map { byline in block.pieces.contains { $0.contains(byline) } } ?? true)
      }
    }
  }

  @Test func aLongLineTakesLinearTime() {
    for piece in ["捐", "，", "捐款\n", "本报讯（", "。 王雨\n", "1、\n"] {
      let short = SourceText(id: "d", text: String(repeating: piece, count: 4000))
      let long = SourceText(id: "d", text: String(repeating: piece, count: 40_000))
      let ratio = ProcessorTime.ratio(
        of: { _ = ArticleReader.articles(of: long) },
        to: { _ = ArticleReader.articles(of: short) }, below: 40)
      #expect(ratio < 40, "\(piece)")
    }
  }
}
