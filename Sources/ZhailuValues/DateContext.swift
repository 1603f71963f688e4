// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Where a date stands: the numbers of its paragraph and of its sentence in the article.
package struct DatePlace: Sendable {
  package var block: Int
  package var sentence: Int
  /// Whether it begins its paragraph.
  package var isFirst = false
  /// Whether it begins its sentence; or a later clause of it, behind a comma.
  package var leadsSentence = false
  package var leadsClause = false
  package init(block: Int, sentence: Int, isFirst: Bool = false) {
    self.block = block
    self.sentence = sentence
    self.isFirst = isFirst
  }
}

/// What an article has said so far that later dates of it are read by.
struct DateContext: Sendable {
  /// A date that named its year: 5月14日 after 1997年5月8日 is of 1997.
  struct Thread: Sendable {
    var year: Int
    var month: Int?
    var place: DatePlace
    /// Whether it is a day or a month: a mere year (建于2019年) carries less far.
    var isStrong: Bool
    /// Whether its year was written, 2009年5月; not 去年5月, whose 年初 in the next paragraph is again
    /// of this year.
    var isWritten: Bool
    /// Whether its year was taken from the day of publication: 3月18日.
    var isPartial = false
  }

  /// A day named last, which 当日, 次日 and times without a day belong to.
  struct Day: Sendable {
    var date: CalendarDate
    var secondOfDay: Int?
    var place: DatePlace
    /// Whether something begins with it: 5月1日起.
    var isStart = false
    /// The part of the day that was told with it: 晚7时半, 周四晚.
    var part: String?
  }

  /// What was told last, however exactly: 三年后 after 2003年12月 is 2006.
  struct Told: Sendable {
    var start: CalendarDate
    var grain: DatePoint.Grain
    var place: DatePlace
    /// Whether it was told as a distance in years: 两年后.
    var isDistance: Bool
  }

  struct Month: Sendable {
    var year: Int
    var month: Int
    var place: DatePlace
    /// Whether the whole month was named: 6月份.
    var isWhole: Bool
    /// Whether its year was written.
    var isWritten: Bool
  }

  /// A stretch that figures are given for: 上半年, 1至9月; the day, where a day is.
  struct Period: Sendable {
    var point: DatePoint
    var place: DatePlace
  }

  let published: CalendarDate?
  let publishedSecond: Int?
  /// 本报北京7月9日讯: the day that 今天 is, where it is before that of print.
  var dateline: CalendarDate?
  var thread: Thread?
  var day: Day?
  var month: Month?
  var year: Int?
  var yearPlace = DatePlace(block: -9, sentence: -9)
  var told: Told?
  /// The first day that is told, which 震后第二天 counts from.
  var firstDay: Day?
  /// A festival, which a time of the same sentence is of: 元宵节当晚…17时.
  var namedDay: Day?
  /// The last day of the lunar calendar: 初六 after 正月初五.
  var lunarDay: Day?
  /// 康熙六十一年十一月十三日, which 十一月二十日 goes on with.
  var reign: Reign?
  /// Whether days about that of publication have been told.
  var tellsHome = false
  /// The latest of them: what 当日 that begins another paragraph is, after one that looked back.
  var homeDay: CalendarDate?
  /// The year ahead that was pointed to last: 明年除夕.
  var yearAhead: (year: Int, place: DatePlace)?
  /// The day that bounds what is told: 截至正月初十.
  var until: Day?
  var boundsDay = false
  /// The year that was written out last: 1981 of 1981年春.
  var writtenYear: Int?
  var writtenPlace = DatePlace(block: -9, sentence: -9)
  /// The one day that the article has told so far, which its times are of; none after another.
  var onlyDay: CalendarDate?
  var tellsDays = false
  /// The range of days that was told last, which 1日上午 and 次日 after it are of.
  var stretch: (days: ClosedRange<CalendarDate>, place: DatePlace)?
  var period: Period?
  /// The season that was told after it: 2019年夏季, which 去年同期 of this sentence or the next is of.
  var season: Period?
  /// Whether a word has pointed from the publication date: 今年, 昨日.
  var pointsFromPublication = false
  var usesMinguo = false
  /// Whether its years of two digits are counted so too: 98年 of a text of Taiwan.
  var countsShortMinguo = false
  /// The last month of the year of publication that was told.
  var homeMonth: Int?
  /// The sentence of the last days of a week that come again: 周二至周日9:00—17:00.
  var weekly: Int?
  /// The sentence of the last time that comes again: 每日上午6时.
  var recurring: Int?
  /// Whether 今天 is the day of the dateline; a daily paper may date a report and count 昨天 from print.
  var saysToday = false

  init(published: PublicationDate?) {
    self.published = published.map(CalendarDate.init)
    publishedSecond = published?.secondOfDay
  }

  var anchor: CalendarDate? { dateline ?? published }

  /// The day that `offset` days are counted from.
  func anchor(for offset: DateParts.Offset) -> CalendarDate? {
    offset.unit == .day && offset.count < 0 && !saysToday ? published : anchor
  }

  var years: YearReading {
    YearReading(
      anchor: published?.year, usesMinguo: usesMinguo, countsShortMinguo: countsShortMinguo)
  }

  /// The thread, where it was taken up in this paragraph or the one before it.
  func strongThread(at place: DatePlace) -> Thread? {
    guard let thread, place.block - thread.place.block <= 2,
      thread.isStrong || holdsParagraph(thread, at: place)
    else { return nil }
    return thread
  }

  /// A mere year of long ago holds for its sentence, and one that begins a paragraph for all of it, in
  /// a text that tells of no days of its own: 1959年大坝筑至28米。7月21日,…
  private func holdsParagraph(_ thread: Thread, at place: DatePlace) -> Bool {
    guard let anchor, thread.isWritten, thread.year < anchor.year - 1, !tellsHome,
      !pointsFromPublication
    else { return false }
    return thread.place.isFirst
      ? thread.place.block == place.block : thread.place.sentence == place.sentence
  }

  /// Whether the sentence, or the one before it, tells a day.
  func tellsDay(at place: DatePlace) -> Bool {
    guard let day, day.place.block == place.block else { return false }
    return place.sentence - day.place.sentence <= 1
  }

  /// The year that 当年, 次年 count from: the one that was written last, where that is near, or else
  /// the one that the article is about.
  func lastYear(at place: DatePlace) -> Int? {
    guard let writtenYear, place.block - writtenPlace.block > 2 else { return writtenYear }
    return frameYear(at: place) ?? writtenYear
  }

  /// The month and year of a day of the range that was told last: 6日 after 10月1日至7日.
  func month(ofDay day: Int, inStretchAt place: DatePlace) -> (year: Int, month: Int)? {
    guard let stretch, place.block - stretch.place.block <= 1,
      place.sentence - stretch.place.sentence <= 3
    else { return nil }
    for bound in [stretch.days.lowerBound, stretch.days.upperBound] {
      guard let date = CalendarDate(year: bound.year, month: bound.month, day: day),
        stretch.days.contains(date)
      else { continue }
      return (date.year, date.month)
    }
    return nil
  }

  /// 年底 after the sentence that told of 1855, in a text that points from its own day.
  private func isLongGone(_ thread: Thread, at place: DatePlace) -> Bool {
    guard let anchor, thread.place.sentence < place.sentence else { return false }
    return !thread.isStrong && thread.year < anchor.year - 10
  }

  /// The year that 年底, 上年 and the like count from.
  func frameYear(at place: DatePlace) -> Int? {
    if let strong = strongThread(at: place),
      strong.isWritten || strong.place.block == place.block
    {
      return strong.year
    }
    if let thread,
      !pointsFromPublication
        || (place.block == thread.place.block && place.sentence - thread.place.sentence <= 1
          && !isLongGone(thread, at: place))
    {
      return thread.year
    }
    return anchor?.year ?? thread?.year
  }
}

extension DateContext {
  /// 截至6月底止六个月: the months that the figures are of.
  mutating func notePeriod(months count: Int, at place: DatePlace) {
    guard let last = until, last.place.sentence == place.sentence, [3, 6, 9, 12].contains(count),
      last.date.adding(days: 1).day == 1,
      let first = last.date.adding(days: 1).adding(months: -count)
    else { return }
    var point = DatePoint(range: first...last.date, grain: .part)
    if count == 6, first.month % 6 == 1 {
      point.timex = "\(Timex.year(first.year))-H\(first.month / 6 + 1)"
      (point.kind, point.isRange) = (.date, false)
    }
    period = Period(point: point, place: place)
    until = nil
  }

  /// Remembers a resolved date.
  mutating func note(
    _ point: DatePoint, _ parts: DateParts, modifier: Modifier?, at place: DatePlace
  ) {
    noteDateline(point, parts)
    noteReign(parts, at: place)
    // 为2012年3月以来首次, 比2012年3月: the story is not of then.
    let looksBack = modifier == .since || parts.isCompared
    let tellsNow =
      tellsHome
      || (modifier == .since && point.grain < .day && (homeMonth != nil || pointsFromPublication))
    let pointsHere = parts.offset.map { $0.from == .published && $0.count == 0 } ?? false
    if !(tellsNow && looksBack) || pointsHere {
      noteThread(point, parts, at: place)
    }
    guard let days = point.days, point.grain != .week else { return }
    if point.grain >= .year {
      year = days.lowerBound.year
      yearPlace = place
    }
    if modifier == .until, point.grain >= .month {
      until = Day(date: days.upperBound, place: place)
      boundsDay = point.grain >= .day
    }
    let pointsToYear = parts.offset.map { $0.unit == .year && $0.count != 0 } ?? false
    let namesYear = parts.namesYear || parts.cycle != nil || pointsToYear
    let countsFromTold = parts.offset?.from == .last || parts.shift != nil
    if namesYear || (countsFromTold && thread != nil), point.grain >= .year {
      // 次年 after 1938年腊月, which ends in 1939, is 1939.
      writtenYear = parts.calendar == .lunar ? parts.year : days.lowerBound.year
      writtenPlace = place
    }
    noteTold(point, parts, days, at: place)
    if point.grain >= .month {
      if days.lowerBound.year == anchor?.year { homeMonth = days.lowerBound.month }
      month = Month(
        year: days.lowerBound.year, month: days.lowerBound.month, place: place,
        isWhole: point.grain == .month, isWritten: parts.namesYear)
    }
    // A time of a day is told on from, whatever it bounds: 截至昨天下午2点…到下午4时.
    let isPlain =
      modifier == nil || modifier == .since || modifier == .approx || point.grain == .time
    if point.grain >= .day, isPlain, !parts.isNamed {
      day = Day(
        date: days.lowerBound, secondOfDay: point.secondOfDay, place: place,
        isStart: modifier == .since && point.grain == .day,
        part: parts.dayPart)
      // 18日 after 6月12日至27日 and 7月2日 is of July.
      if let told = stretch, !told.days.contains(days.lowerBound) { stretch = nil }
      onlyDay = tellsDays && onlyDay != days.lowerBound ? nil : days.lowerBound
      tellsDays = true
    }
    if modifier == nil, point.grain >= .part, !parts.isNamed, parts.shift == nil,
      !parts.isCompared
    {
      if parts.season != nil {
        season = Period(point: point, place: place)
      } else {
        season = nil
        notePeriod(point, at: place)
      }
    }
  }

  /// Of the days of a sentence the first is what figures are given for; a stretch goes before them.
  private mutating func notePeriod(_ point: DatePoint, at place: DatePlace) {
    // 明年上半年 has no figures yet.
    if let anchor, let days = point.days, days.lowerBound > anchor { return }
    if point.grain >= .day {
      if let known = period, known.place.sentence == place.sentence { return }
      if let known = period, known.point.grain < .day { return }
      period = Period(
        point: point.days.map { DatePoint($0.lowerBound) } ?? point, place: place)
    } else {
      period = Period(point: point, place: place)
    }
  }

  private mutating func noteDateline(_ point: DatePoint, _ parts: DateParts) {
    if parts.offset?.from == .published, parts.offset?.unit == .day, parts.offset?.count == 0 {
      saysToday = true
    }
    guard let kind = parts.dateline, let date = point.days?.upperBound, let published,
      (0...10).contains(published.dayNumber - date.dayNumber)
    else { return }
    dateline = date
    saysToday = kind == "agency"
  }

  /// A date that leaves out its year goes on with the thread, or begins one that others only seem to
  /// follow: their years too are those nearest to publication.
  private mutating func noteContinuation(
    _ point: DatePoint, isFine: Bool, at place: DatePlace
  ) {
    guard let days = point.days, point.grain >= .year, point.grain != .week else { return }
    if thread?.year == days.lowerBound.year {
      thread?.place = place
      if isFine {
        thread?.month = days.lowerBound.month
        thread?.isStrong = true
      }
    } else {
      thread = Thread(
        year: days.lowerBound.year, month: isFine ? days.lowerBound.month : nil, place: place,
        isStrong: isFine, isWritten: true, isPartial: true)
    }
  }

  private mutating func noteThread(_ point: DatePoint, _ parts: DateParts, at place: DatePlace) {
    let isFine = point.grain >= .month && point.grain != .week
    if let offset = parts.offset {
      if offset.from == .last, offset.unit == .year {
        return noteThreadGoesOn(point, isFine: isFine, at: place)
      }
      guard offset.from == .published else { return }
      guard published != nil else { return }
      pointsFromPublication = true
      // 去年2月 takes the story to last year; 今年, 昨日 and 去年 alone bring it back.
      thread = nil
      guard offset.unit == .year, isFine, offset.count < 0 else { return }
    } else if !parts.namesYear, parts.cycle == nil {
      return noteContinuation(point, isFine: isFine, at: place)
    }
    guard let days = point.days, point.grain >= .year, point.grain != .week else { return }
    // 2009年 … 2008年: the year before stands there to compare.
    if let known = thread, !isFine, !known.isStrong, days.lowerBound.year == known.year - 1 {
      return
    }
    thread = Thread(
      year: days.lowerBound.year, month: isFine ? days.lowerBound.month : nil, place: place,
      isStrong: isFine, isWritten: parts.offset == nil)
  }

  /// 12月31日至2023年1月2日、1月21日: the story goes on in the year that a range ends in.
  mutating func noteEnd(_ point: DatePoint, at place: DatePlace) {
    guard let days = point.days, point.grain >= .month, point.grain != .week,
      let known = thread, known.year < days.upperBound.year,
      days.upperBound.year <= (anchor?.year ?? 9999) + 1
    else { return }
    thread = Thread(
      year: days.upperBound.year, month: days.upperBound.month, place: place, isStrong: true,
      isWritten: true)
  }

  /// 当年3月 and 次年 after 2016年初: the story goes on in that year.
  private mutating func noteThreadGoesOn(
    _ point: DatePoint, isFine: Bool, at place: DatePlace
  ) {
    guard let known = thread, let days = point.days, point.grain >= .year else { return }
    if known.year == days.lowerBound.year, !isFine {
      thread?.place = place
      return
    }
    thread = Thread(
      year: days.lowerBound.year, month: isFine ? days.lowerBound.month : nil, place: place,
      isStrong: isFine, isWritten: known.isWritten)
  }
}
