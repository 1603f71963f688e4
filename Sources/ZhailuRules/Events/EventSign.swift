// SPDX-License-Identifier: Apache-2.0

/// The classes of `event-sign`: what a character, a unit or a word beside a verb of events says.
package enum EventSign: String, Sendable, CaseIterable {
  package static let lexicon = "event-sign"

  /// What names of bodies, persons and places that no lexicon knows end in.
  case bodyEnd = "body-end"
  /// What else is set up ends in it, though it does not act: 服务点.
  case siteEnd = "site-end"
  case personEnd = "person-end"
  case placeEnd = "place-end"
  /// A place where people live or learn together, who get what is brought there: 12个村.
  case settlement
  /// What joins names: 、 和.
  case joiner
  /// What does not belong to a description at whose edge it stands: 的, “.
  case edge
  /// No noun goes on over it: 的, 约.
  case nounStop = "noun-stop"
  /// A verb that ends in it gives to who stands behind it: 给.
  case givingEnd = "giving-end"
  /// Of these, what no place stands behind: 给, not 到.
  case receiverEnd = "receiver-end"
  /// Between who gets it and goods, they are provided with them: 给村小配了净水机.
  case equipping
  /// Names of bodies that collect gifts hold it: 慈善.
  case charity
  /// Dues end in it, which may be the item of a sum: 费.
  case dueEnd = "due-end"
  /// Units of people and firms, who receive and are not given: 家.
  case partyUnit = "party-unit"
  /// Units of what is not given: 次.
  case idleUnit = "idle-unit"
  /// A heading with it has lines of givers under it: 名单.
  case list
  /// A clause that ends in it says when somebody told of an act, not when it was: 昨日宣布.
  case saying
  /// Behind the end of a body's name, it means the body: 厂里, 院方.
  case within
  /// Joins two that act on each other: 甲与乙签约.
  case with
  /// No subject ends in it: 在.
  case leadEnd = "lead-end"
  /// Stands behind a subject and is no part of it: 也.
  case tail
  /// A clause with it and a colon is followed by what a court orders: 判决.
  case order
  /// A clause that ends in it tells a rule, which the next ones say: 《办法》规定.
  case ruling
  /// Behind a verb, it was done: 捐了. Before one: 已支付.
  case finished
  case done
  /// Between a verb that was done and 的: 收购到的玉米.
  case completing
  /// What is told is to be: 拟捐款; and 将, which moves things as well: 将80万元捐给.
  case planned
  case future
  /// Behind the date of a dispatch: 7月14日电.
  case wire
  /// Begins a clause about who was named before, and behind it stands who did it to him: 被.
  case passive
  /// 的: what stands before it says which one is meant.
  case of
  /// 等, behind the last of some that are named.
  case rest
  /// Behind a noun for persons, of whom there are more than one: 们.
  case plural
  /// Says that there are so many: 有 in 已有86家企业.
  case existence
  /// Says of a body what it is: 是 in 其前身是1958年成立的乙厂.
  case copula
  /// Behind it stands when or where a verb without an object was done: 于 in 成立于2009年.
  case circumstance
  /// Behind it stands whom something was done to: 对; and before that, that it was done: 完成, 进行.
  case target
  case carried = "carried-out"
  /// Behind it stands who acts through the person before it: 代表 in 董事长代表公司捐款.
  case proxy
  /// Behind whoever holds what is taken over: 手中 in 从甲手中买下.
  case hand
  /// A verb that ends in it gives buildings, so that counts of bodies are things: 捐建学校3所.
  case buildEnd = "build-end"
  /// A price that is no rate, behind 以: 底价.
  case asked
  /// A clause that ends in it tells where figures are from, and not who acts: 数据显示.
  case source
  /// Before a count that a sum is for: 每 in 每10股.
  case per
  /// Begins what somebody without a name is called: 某 in 某上市公司.
  case some
  /// Before the parts of a sum: 其中.
  case portion
  /// Between a sum and who gave it: 为 in 1000万元为甲基金会捐赠.
  case giver
  /// Two of a kind: 双 in 双方.
  case pair
  /// The name of a loan holds it: 贷 in “抗灾贷”.
  case loan
  /// So many names end in it that it says nothing of which is meant: 公司.
  case commonEnd = "common-end"
  /// Money to be given ends in it: 补助金.
  case moneyEnd = "money-end"
  /// A clause with it tells of a contract: 签.
  case contract
  /// Between who holds shares and the shares: 持有.
  case holding
  /// A clause that begins with it says what money is for: 用于.
  case purpose
  /// A rate that begins with it is a firm's capital: 注册.
  case capital
  /// Begins a clause about who gets it: 惠.
  case benefit
  /// Verbs that pay a price begin with it: 支付.
  case paying
  /// Makes a payment less than the price: 首期.
  case part
  /// What may stand between a verb of paying and the price, or behind the price: 房款.
  case price
  /// Says whom somebody goes to see, who gets what is brought: 走访.
  case visit
  /// Counts one that is named for the first time: 一台 before 掘进机.
  case article
  /// What money is put up for, that is no event of its own: 修建.
  case work
  /// Behind 由 and somebody, or behind somebody, it says that he got what was given: 签收, 分得.
  case receipt
  /// Behind the name of a person, it says how, where or with what he did it: 从 in 张三从家里拿来.
  case behindName = "behind-name"
  /// What a person is, before his name, ends in it too: 司机 in 司机张三.
  case titleEnd = "title-end"
  /// A heading with it is that of a firm's notice, whose 公司 is the firm named first: 证券代码.
  case notice
  /// Says that another one did the same: 也 in 乙也捐款3万元.
  case too
  /// Says that somebody gets ready what he gives: 腾出 in 腾出厢房三间借给甲.
  case brought
  /// What is made, and is no body, ends in it: 制度 in 建立干部考核制度.
  case frameworkEnd = "framework-end"
  /// Before a sum that was got by selling, for what the next verb says: 所得 in 义卖曲奇,所得7万元捐给甲.
  case proceeds
  /// Before the goods that others consist of: 包括 in 运来物资,包括帐篷300顶.
  case contents
  /// Begins verbs of giving that are said of services too: 提供 in 茶馆提供茶叶.
  case service
  /// For whom somebody acts, who need not receive: 替 in 替甲补交罚款.
  case behalf
  /// Between who calls on others and those who give: 组织 in 商会组织会员捐款.
  case mobilizing
  /// Begins a clause about whom was helped: 支持 in 发放贷款5000万元,支持32家企业.
  case help
  /// What he is who stands at the head of a body ends in it: 长 in 局长.
  case official
  /// Verbs that two or more do together begin with it: 合 in 合捐.
  case jointly
  /// Before who is still to get what is his: 拖欠 in 支付拖欠员工的工资.
  case owed
  /// Verbs of carrying hold it: 送 in 由民兵送到.
  case carrying
  /// Foreign names are written with it: 卡 洛 斯.
  case foreign
  /// Says of whom the clause before tells that he set up the body: 发起 in 由乙集团发起.
  case founding
  /// Behind a subject, it says why he did it: 因 in 甲因资金紧张向乙借款.
  case reason
  /// Begins a clause whose subject is nobody that was named before: 该团伙.
  case stranger
  /// Begins one whose subject is a person, and so no body that was named before: 他, 家人.
  case thirdPerson = "third-person"
  /// Who acts and whom no noun before it describes: 苹果|我买了两斤.
  case person
  /// Before a count of those who receive: 抽取 in 抽取10名观众赠送门票.
  case drawing
  /// Names of days and campaigns on which somebody gives end in it, which give nothing: 日.
  case activityEnd = "activity-end"
  /// Behind an act, it says that it was none: 系谣言.
  case denial
  /// Begins a clause that adds to a sum, which the next one tells again with both: 加上.
  case adding
  /// A clause that begins with it tells of whom a rule is: 对首次认定的企业.
  case ruled
  /// Who is addressed by a call and sells nothing: 社会 in 向社会公开采购.
  case publicly
  /// Receivers of what is bought for the house, which is no gift: 妻子.
  case kin
  /// A family name that is a word as well, and begins a name of three only where nothing else can be
  /// meant: 方 in 老兵方振海.
  case nameFirst = "name-first"
  /// Behind who acts in the next clause, it says why: 闻讯 in 旅沪商人闻讯,捐款5万元.
  case learning
  /// Before what a plan, a contract or a rule says, by which something was done: 按 in 已按合同支付.
  case accordance
  /// Nouns that say what a body is, before its name, end in it: 平台 in 电商平台青禾商城.
  case classEnd = "class-end"
  /// Begins a clause about one more act: 还 in 还赠送灭火器60具.
  case further
  /// Begins a clause about one act before another of somebody who is named behind it: 除 in
  /// 除捐款80万元外,甲公司还捐赠帐篷20顶.
  case besides
  /// Verbs of buying hold it: 买.
  case buying
  /// Behind the name of a body, a part of its own name: 公益 in 阿里巴巴公益.
  case nameTail = "name-tail"
  /// Before 自, it says where something is from: 来 in 来自甲公司的捐款.
  case origin
  /// Between a sum and 投资 or 融资, it says what kind it is: 战略, A轮.
  case round
  /// Begins a clause that says how much each of several acts was about: 分别为.
  case eachOf = "each-of"
  /// A firm gets money for a share of itself: 融资 in 完成3亿元A轮融资.
  case financing
  /// Says that a firm has got it: 完成, 获得.
  case raised
  /// Behind who put up the money of a round, 领投; and before them, 投资方为.
  case backing
  case backers
  /// What is paid for what was forbidden: 罚款.
  case fine
  /// Before the name of who buys, in a notice: 采购人.
  case buyer
  /// Around the name of for whom an agency calls for tenders: 受 and 委托.
  case charged
  case charging
  /// Ends a verb of putting money into somebody's account: 打入, 汇进.
  case intoEnd = "into-end"
  /// How an article says in parentheses that it calls a body: 公司 in (以下简称“公司”).
  case declared
}
