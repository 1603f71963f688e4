// SPDX-License-Identifier: Apache-2.0

/// What characters and words of two beside a count say, by the lexicon `item-sign`: each class is a bit.
///
///     名 in 20名      person-unit: persons are counted
///     店 in 小吃店    body-end: an unknown word that ends in it is a body
package struct ItemSign: OptionSet, Sendable, BitwiseCopyable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // MARK: Units

  /// They count persons, bodies, vehicles, machines: 名 家 辆 台.
  package static let personUnit = Self(bit: 0)
  package static let bodyUnit = Self(bit: 1)
  package static let vehicleUnit = Self(bit: 2)
  package static let machineUnit = Self(bit: 3)
  /// Counts homes and firms as well as persons: 户.
  package static let householdUnit = Self(bit: 4)
  /// Is itself what is counted: 人.
  package static let headUnit = Self(bit: 5)
  /// Counts persons only before 人, and wells and pots: 口.
  package static let mouthUnit = Self(bit: 6)
  /// Counts occasions, which verbs follow: 三次夺得冠军.
  package static let occasionUnit = Self(bit: 7)
  /// Counts acts: 三场演出.
  package static let actUnit = Self(bit: 8)
  /// Counts things only, no acts: 台.
  package static let thingUnit = Self(bit: 9)
  /// Counts what things have as well as things: 三种关系.
  package static let qualityUnit = Self(bit: 10)
  /// Counts anything: 件.
  package static let generalUnit = Self(bit: 11)
  /// Counts anything but acts that stand before it: 个.
  package static let pieceUnit = Self(bit: 12)

  // MARK: Ends of words

  /// Nouns for persons, bodies, vehicles and machines end in them.
  package static let personEnd = Self(bit: 13)
  package static let bodyEnd = Self(bit: 14)
  package static let vehicleEnd = Self(bit: 15)
  package static let machineEnd = Self(bit: 16)
  /// A firm, behind a character for what it makes: 鞋企.
  package static let firmEnd = Self(bit: 17)
  /// Persons that count as firms: 经销商.
  package static let traderEnd = Self(bit: 18)
  /// What a percentage is itself: 涨幅.
  package static let rateEnd = Self(bit: 19)
  /// With it a known word is what a percentage is itself: 抵押率.
  package static let rateNext = Self(bit: 20)
  /// What a number itself is called: 客流量.
  package static let measureEnd = Self(bit: 21)
  /// What a number says of a thing: 年收入.
  package static let measuredEnd = Self(bit: 22)
  /// What persons and things have: 实力.
  package static let abstractEnd = Self(bit: 23)
  /// What things have, which is counted itself where nothing stands before it: 两种情况.
  package static let stateEnd = Self(bit: 24)
  /// How many of them there are or of which class, not what they are: 1000万套销量, 电器类.
  package static let totalEnd = Self(bit: 25)
  /// What things belong to, and no head before 的: 5套石窟艺术方面的书籍.
  package static let scope = Self(bit: 26)
  /// What make a thing is: 五人制场地.
  package static let makeEnd = Self(bit: 27)
  /// An unknown word that ends in it is a verb: 做了; a long one too: 缩编为.
  package static let verbEnd = Self(bit: 28)
  package static let longVerbEnd = Self(bit: 29)

  /// Ends as what a number is called, and is counted itself: 名额.
  package static let measuredThing = Self(bit: 52)
  /// Who acts, before a clause that ends in 的: 社会各界捐赠的设备.
  package static let actor = Self(bit: 53)
  /// What is paid for what is weighed, and is not weighed itself: 水费.
  package static let charge = Self(bit: 54)

  // MARK: Grammar

  /// 的, before which something is said of the noun behind it.
  package static let of = Self(bit: 30)
  /// 第, behind which stands which one it is.
  package static let ordinal = Self(bit: 31)
  /// 每: how many there are of each.
  package static let each = Self(bit: 32)
  /// 一, and the measures with which it is no noun: 一套.
  package static let one = Self(bit: 33)
  package static let measureOfOne = Self(bit: 34)
  /// Joins two nouns: 和.
  package static let joiner = Self(bit: 35)
  /// No noun begins with it: 把军车.
  package static let particle = Self(bit: 36)
  /// A predicate begins with it, no clause that ends in 的: 后3章则主要论述.
  package static let adverb = Self(bit: 37)
  /// Behind an adverb, which the segmenter takes with it: 均未.
  package static let afterAdverb = Self(bit: 38)
  /// What is done is said before it: 百分之百地满意.
  package static let adverbEnd = Self(bit: 39)
  /// Who stands behind it gets what is counted: 给学校3台.
  package static let receiverMark = Self(bit: 40)
  /// Behind it stands the end of a change: 为.
  package static let aim = Self(bit: 41)
  /// Where something is: 建设中的项目.
  package static let place = Self(bit: 42)
  /// A place before a verb, which the segmenter takes together: 席位中将留出.
  package static let inside = Self(bit: 43)
  package static let afterInside = Self(bit: 44)
  /// What bounds a number: 50户以上农户.
  package static let bound = Self(bit: 45)
  /// An unknown word that has it inside is a verb: 要.
  package static let innerVerb = Self(bit: 46)
  /// An unknown word that begins with it is a clause: 不完全.
  package static let clauseStart = Self(bit: 47)
  /// What is done with things that a count follows: 安排项目14个.
  package static let governing = Self(bit: 48)
  /// A verb whose object the segmenter takes with it: 供水6万瓶.
  package static let objectVerb = Self(bit: 49)
  /// How big or how old a thing is, 大幡; and how old it is, or of which kind, before a word that is
  /// known: 新书, 土鸡蛋, 女教师.
  package static let size = Self(bit: 50)
  package static let age = Self(bit: 51)

  /// Two do it with each other, the one before 与 and the one behind it: 企业与学校签订.
  package static let with = Self(bit: 55)
  package static let mutual = Self(bit: 56)
  /// A clause that ends in 的 may begin with it: 没有父母的孩子.
  package static let negation = Self(bit: 57)

  /// Words that are no part of the noun behind them: 目前, 全村, 共计.
  package static let apart = Self(bit: 58)

  /// A verb whose object is not counted: 36个来自农村, 12名成为教师.
  package static let transitive = Self(bit: 59)

  /// It sums up what stands before it: 学生共36名.
  package static let tally = Self(bit: 60)

  /// Counts what a thing is made of: 全书共36章.
  package static let partUnit = Self(bit: 61)

  /// A unit that never has an item: 番.
  package static let bareUnit = Self(bit: 62)

  /// The percentage behind it is said of what stands behind that: 持股55%的公司.
  package static let shareVerb = Self(bit: 63)

  /// By the names of the classes.
  package static let byName: [String: ItemSign] = [
    "person-unit": .personUnit,
    "body-unit": .bodyUnit,
    "vehicle-unit": .vehicleUnit,
    "machine-unit": .machineUnit,
    "household-unit": .householdUnit,
    "head-unit": .headUnit,
    "mouth-unit": .mouthUnit,
    "occasion-unit": .occasionUnit,
    "act-unit": .actUnit,
    "thing-unit": .thingUnit,
    "quality-unit": .qualityUnit,
    "general-unit": .generalUnit,
    "piece-unit": .pieceUnit,
    "person-end": .personEnd,
    "body-end": .bodyEnd,
    "vehicle-end": .vehicleEnd,
    "machine-end": .machineEnd,
    "firm-end": .firmEnd,
    "trader-end": .traderEnd,
    "rate-end": .rateEnd,
    "rate-next": .rateNext,
    "measure-end": .measureEnd,
    "measured-end": .measuredEnd,
    "abstract-end": .abstractEnd,
    "state-end": .stateEnd,
    "total-end": .totalEnd,
    "scope": .scope,
    "make-end": .makeEnd,
    "verb-end": .verbEnd,
    "long-verb-end": .longVerbEnd,
    "of": .of,
    "ordinal": .ordinal,
    "each": .each,
    "one": .one,
    "measure-of-one": .measureOfOne,
    "joiner": .joiner,
    "particle": .particle,
    "adverb": .adverb,
    "after-adverb": .afterAdverb,
    "adverb-end": .adverbEnd,
    "receiver-mark": .receiverMark,
    "aim": .aim,
    "place": .place,
    "inside": .inside,
    "after-inside": .afterInside,
    "bound": .bound,
    "inner-verb": .innerVerb,
    "clause-start": .clauseStart,
    "governing": .governing,
    "object-verb": .objectVerb,
    "size": .size,
    "age": .age,
    "measured-thing": .measuredThing,
    "actor": .actor,
    "charge": .charge,
    "with": .with,
    "mutual": .mutual,
    "negation": .negation,
    "apart": .apart,
    "transitive": .transitive,
    "tally": .tally,
    "part-unit": .partUnit,
    "bare-unit": .bareUnit,
    "share-verb": .shareVerb,
  ]
}
