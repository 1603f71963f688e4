// SPDX-License-Identifier: Apache-2.0

/// What a date expression says, before it is resolved: 3月18日 has a month and a day and no year.
///
/// The names of the fields are those of rules and lexicons; see `DateParts+Fields`.
package struct DateParts: Sendable {
  /// 今年, 上周, 昨日: so many units from a day that `from` names.
  struct Offset: Sendable {
    var unit: DurationUnit
    var count: Int
    var from = Reference.published
  }

  /// What an offset counts from.
  package enum Reference: String, Sendable, CaseIterable {
    /// The day of publication, or that of the dateline: 去年, 昨日.
    case published
    /// What the article named last: 当日, 次年, 同期.
    case last
    /// The year that the article is about: 上年, 年底.
    case frame
    /// What the article named last, or else the day of publication: 这一年.
    case told
    /// The day of the event that the article is about: 震后第二天.
    case event
  }

  /// How a month and a day are counted.
  package enum Calendar: String, Sendable, CaseIterable { case solar, lunar, islamic, hebrew }

  package enum Season: String, Sendable, CaseIterable {
    case spring = "SP"
    case summer = "SU"
    case autumn = "FA"
    case winter = "WI"
  }

  package enum Meridiem: String, Sendable, CaseIterable { case am, pm }

  var decade: Int?
  /// 五六十年代: the second of the two.
  var lastDecade: Int?
  var century: Int?
  var year: Int?
  /// Whether the text says the year: it is filled in where it does not.
  var namesYear = false
  /// 太和三年: a year of one of several reigns, and which one is not known.
  var isYearUnknown = false
  /// 公元前221年 is the year -220.
  var isBeforeCommonEra = false
  /// Whether the year was counted from 1912 though the text does not say so: 104年.
  var countsMinguo = false
  /// 甲子 is 1, 癸亥 is 60.
  var cycle: Int?
  /// 鼠年 is 1, 猪年 is 12.
  var zodiac: Int?
  /// The year before the first of a reign, from which its years are counted: 1820 of 道光.
  var reign: Int?
  var half: Int?
  var quarter: Int?
  var season: Season?
  var month: Int?
  /// 三四月: the second of the two.
  var lastMonth: Int?
  /// 上旬, 中旬, 下旬: 1 to 3; 上中旬 is from 1 to 2.
  var tenth: Int?
  var lastTenth: Int?
  /// 上半月, 下半月: 1 and 2.
  var monthHalf: Int?
  var day: Int?
  var isLeapMonth = false
  var calendar = Calendar.solar
  var term: String?
  /// 三九 is 3: nine days each from 冬至 on.
  var nine: Int?
  /// 初伏, 中伏, 末伏: 1 to 3; 三伏 is 0.
  var dogDays: Int?
  /// Days from Easter Sunday.
  var easter: Int?
  /// Days from the last new moon up to the month and day.
  var moon: Int?
  /// A statutory holiday as a period: 春节 of 春节假期.
  var holiday: String?
  var weekday: Int?
  var isWeekend = false
  /// 第二周, 最后一个星期一, 前三天: which ones of what, within what is said before. -1 is the last.
  var nth: Int?
  var nthUnit: DurationUnit?
  /// 前十个月: from the first on; -1 for 最后三天, 后三个月.
  var firstCount: Int?
  var firstUnit: DurationUnit?
  var countsFromEnd = false
  var schoolTerm: Int?
  var isSchoolYear = false
  var offset: Offset?
  /// 三天前, 4年后: so long before (negative) or after.
  var shift: DateShift?
  var hour: Int?
  /// 七八点: the second of the two.
  var lastHour: Int?
  var minute: Int?
  var second: Int?
  var meridiem: Meridiem?
  /// 差五分八点: the minutes are missing from the hour.
  var lacksMinutes = false
  /// TMO, TAF, TEV, TNI, TMI, TDW.
  var dayPart: String?
  var isNow = false
  /// 将在三个月后: counted from the day of publication, whatever the article told last.
  var isPlanned = false
  /// 上一个春节: the last one before the day of publication.
  var isBygone = false
  /// 分手两年后: counted from an event whose day is not told.
  var countsFromEvent = false
  /// 4年后的今天: what it counts to is today.
  var endsToday = false
  /// 本报北京7月9日讯: yes; of an agency's 电, agency.
  var dateline: String?
  /// A festival: it tells when, and seldom which day the story goes on with.
  var isNamed = false
  /// 开放时间9:00: the time of no single day.
  var isDayless = false
  /// 春节前: what it bounds is mostly to come.
  var isBound = false
  /// 9月以来: what began then is not to come.
  var hasGoneOn = false
  /// 环比二季度, 比上月: what is told is compared with it.
  var isCompared = false
  /// 1995年1月1日以后出生, 自2016年5月起的利息: it says something of somebody, or of a sum, and the story goes
  /// on as if it were not there.
  var isAside = false
  /// 八月十五: of the lunar calendar, but the other one is meant as often.
  var isAmbiguous = false
  /// 十一月二十日 after 康熙六十一年十一月十三日: the year of the reign was told before it.
  var followsReign = false
  /// 8月14日: its month or day is in digits, as days of the lunar calendar are not.
  var isInDigits = false

  var hasTime: Bool { hour != nil || dayPart != nil }

  /// Whether it says a day or a stretch of days by itself, and no mere time or day of a week.
  var hasDay: Bool {
    day != nil || month != nil || year != nil || isYearUnknown || term != nil || offset != nil
      || quarter != nil
      || half != nil || decade != nil || century != nil || season != nil || cycle != nil
      || easter != nil || holiday != nil || nine != nil || dogDays != nil || tenth != nil || isNow
      || shift != nil
      || schoolTerm != nil || monthHalf != nil
  }

  var isEmpty: Bool { weekday == nil && !isWeekend && !hasTime && !hasDay && nth == nil }
  var isBareWeekday: Bool { (weekday != nil || isWeekend) && !hasDay && nth == nil }
  var isBareTime: Bool { hasTime && weekday == nil && !hasDay && nth == nil && !isWeekend }
}

/// A length of time to go back or forth: 三年半前.
struct DateShift: Sendable {
  var months = 0
  var days = 0
  var seconds = 0
  /// The smallest unit that is written: it says how exact the result is.
  var grain = DurationUnit.year

  var isTimed: Bool { grain.isClock }
}
