// SPDX-License-Identifier: Apache-2.0
import ZhailuText

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
    /// The last month of the range that it began: 2008年11月 of 2003年5月至2008年11月.
    var rangeEnd: End?

    struct End: Sendable {
      var year: Int
      var month: Int
      var sentence: Int
    }
  }

  /// What was told last, however exactly: 三年后 after 2003年12月 is 2006.
  struct Told: Sendable {
    var start: CalendarDate
    var grain: DatePoint.Grain
    var place: DatePlace
    /// Whether it was told as a distance in years: 两年后.
    var isDistance: Bool

    init(_ date: NotedDate) {
      (start, grain, place) = (date.first, date.grain, date.place)
      isDistance = (date.parts.shift?.months ?? 0) > 0 && date.grain == .year
    }
  }

  struct Month: Sendable {
    var year: Int
    var month: Int
    var place: DatePlace
    /// Whether the whole month was named: 6月份.
    var isWhole: Bool
    /// Whether its year was written.
    var isWritten: Bool

    init(_ date: NotedDate) {
      (year, month, place) = (date.first.year, date.first.month, date.place)
      isWhole = date.grain == .month
      isWritten = date.parts.namesYear
    }
  }

  var publication: Publication
  var minguo = Minguo()
  var recurring = Recurring()
  var thread: Thread?
  var told: Told?
  var month: Month?
  var toldDays = ToldDays()
  var toldYears = ToldYears()
  var figures = Figures()
  var home = Home()
  /// The week that was pointed to last, 上周, which 周三 after it is of.
  var week: Placed<CalendarDate>?
  /// What the story goes on with behind the brackets that a date is told in.
  var outside: Outside?
  /// 康熙六十一年十一月十三日, which 十一月二十日 goes on with.
  var reign: Reign?

  init(published: PublicationDate?) {
    publication = Publication(
      date: published.map(CalendarDate.init), second: published?.secondOfDay)
  }

  /// The day that 今天 is.
  var anchor: CalendarDate? { publication.anchor }

  var years: YearReading {
    YearReading(
      anchor: publication.date?.year, usesMinguo: minguo.isUsed,
      countsShortMinguo: minguo.countsTwoDigits)
  }

  /// Remembers a date that was read. Each group takes of it what it is about, and reads of the others
  /// nothing but the thread and the day of publication.
  mutating func note(
    _ point: DatePoint, _ parts: DateParts, modifier: Modifier?, at place: DatePlace
  ) {
    publication.note(point, parts)
    noteReign(parts, at: place)
    noteWeek(point, parts, at: place)
    if !looksBack(point, parts, modifier) { noteThread(point, parts, at: place) }
    guard let days = point.days, point.grain != .week else { return }
    let date = NotedDate(
      point: point, parts: parts, days: days, modifier: modifier, place: place)
    told = Told(date)
    toldYears.note(date, goesOn: thread != nil)
    if date.grain >= .month { month = Month(date) }
    toldDays.note(date)
    home.note(date, anchor: anchor)
    figures.note(date, anchor: anchor)
  }

  /// 为2012年3月以来首次, 比2012年3月: in a report of its own days the story is not of then.
  private func looksBack(_ point: DatePoint, _ parts: DateParts, _ modifier: Modifier?) -> Bool {
    if parts.isAside, let anchor, let year = parts.year, year < anchor.year { return true }
    guard modifier == .since || parts.isCompared else { return false }
    let tellsNow =
      home.isTold
      || (modifier == .since && point.grain < .day
        && (home.month != nil || publication.isPointedFrom))
    let pointsHere = parts.offset.map { $0.from == .published && $0.count == 0 } ?? false
    return tellsNow && !pointsHere
  }

  /// Whether the sentence, or the one before it, tells a day.
  func tellsDay(at place: DatePlace) -> Bool {
    guard let day = toldDays.last, day.place.block == place.block else { return false }
    return place.sentence - day.place.sentence <= 1
  }

  /// The year that 当年, 次年 count from: the one that was written last, where that is near, or else
  /// the one that the article is about.
  func lastYear(at place: DatePlace) -> Int? {
    guard let year = toldYears.written, place.block - year.place.block > 2 else {
      return toldYears.written?.value
    }
    return frameYear(at: place) ?? year.value
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
      !publication.isPointedFrom
        || (place.block == thread.place.block && place.sentence - thread.place.sentence <= 1
          && !isLongGone(thread, at: place))
    {
      return thread.year
    }
    return anchor?.year ?? thread?.year
  }
}
