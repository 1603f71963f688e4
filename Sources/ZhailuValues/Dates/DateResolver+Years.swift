// SPDX-License-Identifier: Apache-2.0

/// Which year, where the text does not say it.
extension DateResolver {
  /// Fills in the year, and the month of a bare day, from offset, thread or publication date.
  func completeYear(_ parts: inout DateParts, at place: DatePlace) throws {
    defer { settleEve(&parts) }
    pointBack(&parts, at: place)
    if let offset = parts.offset { return try apply(offset, to: &parts, at: place) }
    if let cycle = parts.cycle, parts.year == nil, !parts.isYearUnknown {
      parts.year = try year(ofCycle: cycle, since: parts.reign)
      parts.namesYear = parts.reign != nil
      return
    }
    guard parts.year == nil, parts.decade == nil, parts.century == nil else { return }
    guard !parts.isYearUnknown else { return }
    if let zodiac = parts.zodiac {
      parts.year = try year(ofZodiac: zodiac)
      return
    }
    if parts.isNamed, let last = context.toldDays.last, last.place.sentence == place.sentence,
      parts.calendar == .solar, parts.month == last.date.month, parts.day == last.date.day
    {
      // 明年5月18日国际博物馆日
      parts.year = last.date.year
      return
    }
    if let reign = context.reign(for: parts, at: place) { return parts.follow(reign) }
    if parts.calendar == .lunar, parts.month == nil, parts.day != nil {
      return try completeLunarMonth(&parts, at: place)
    }
    if isCyclic(parts) {
      parts.year = nearestYear(parts, at: place)
      return
    }
    if parts.month == nil, parts.tenth != nil || parts.day != nil || parts.monthHalf != nil {
      return try completeMonth(&parts, at: place)
    }
    if parts.season != nil { return try completeSeason(&parts, at: place) }
    if let thread = context.thread(for: parts, at: place) {
      parts.year = year(after: thread, parts, at: place)
    } else if let thread = context.thread, parts.quarter != nil || parts.half != nil,
      thread.place.block == place.block, place.sentence - thread.place.sentence <= 1,
      !thread.isLookedBackFrom(by: parts, context.anchor)
    {
      // 2021年营收50亿元,其中第四季度14亿元
      parts.year = thread.year
    } else if let anchor = context.anchor {
      parts.year = year(near: anchor, parts, at: place)
    } else {
      parts.year = context.thread?.year
    }
  }

  /// 去年高考6月7日开始: the year that its phrase points to is that of 去年6月7日.
  private func pointBack(_ parts: inout DateParts, at place: DatePlace) {
    guard parts.offset == nil, parts.year == nil, parts.cycle == nil, !parts.isYearUnknown,
      !parts.isPlanned, !parts.hasGoneOn,
      parts.month != nil || parts.quarter != nil || parts.half != nil,
      let count = context.toldYears.back(at: place)
    else { return }
    parts.offset = DateParts.Offset(unit: .year, count: count)
  }

  /// 秋天 after 1992年春天 is of that year; elsewhere it is of none.
  private func completeSeason(_ parts: inout DateParts, at place: DatePlace) throws {
    guard let thread = context.thread, thread.place.sentence == place.sentence else {
      throw NormalizationFailure("a season, and no year near it")
    }
    parts.year = thread.year
  }

  /// 去年除夕 is the eve that fell in last year, though its lunar year is the one before.
  private func settleEve(_ parts: inout DateParts) {
    guard parts.isNamed, parts.calendar == .lunar, parts.month == 12, let year = parts.year,
      parts.offset?.unit == .year,
      let day = try? lunarPoint(parts).days?.lowerBound, day.year > year
    else { return }
    parts.year = year - 1
  }

  /// The year of a date that no thread holds, by the day of publication: the first step that knows.
  private func year(
    near anchor: CalendarDate, _ parts: DateParts, at place: DatePlace
  ) -> Int {
    if let thread = context.thread, thread.year == anchor.year - 1,
      !context.publication.isPointedFrom || thread.place.sentence == place.sentence,
      isAhead(parts, of: anchor)
    {
      return thread.year
    }
    if let year = toldYear(of: place, near: anchor) { return year }
    if let quarter = parts.quarter, !parts.isPlanned, !place.isAll,
      isQuarterOfLastYear(quarter, anchor, at: place)
    {
      return anchor.year - 1
    }
    guard let month = parts.month else { return anchor.year }
    if !parts.isPlanned, !parts.hasGoneOn, parts.calendar == .solar, !parts.isNamed,
      let year = context.toldYears.pastYear(
        ofMonth: month, day: parts.day, near: anchor, at: place)
    {
      return year
    }
    if let year = context.reportedYear(of: parts) { return year }
    if goesOnFromLastYear(month, anchor, at: place) { return anchor.year - 1 }
    // A month of the end of a year, in a text of its beginning, is of the year before; a day of the
    // beginning, in a text of its end, is to come.
    if anchor.month <= 2, month >= 11, !place.isAll { return anchor.year - 1 }
    if anchor.month == 12, month == 1, parts.day != nil {
      // 2014年即将过去。1月2日,…
      let isThread = context.thread.map {
        $0.year == anchor.year && $0.place.block == place.block
      }
      return isThread ?? false ? anchor.year : anchor.year + 1
    }
    if let ahead = context.toldYears.ahead, ahead.place.block == place.block, !parts.hasGoneOn,
      place.sentence - ahead.place.sentence <= 1, month < anchor.month
    {
      return ahead.value
    }
    return anchor.year
  }

  /// 四季度 in March, and 三季度 in January, or in a report of spring that has spoken of last year.
  private func isQuarterOfLastYear(
    _ quarter: Int, _ anchor: CalendarDate, at place: DatePlace
  ) -> Bool {
    if quarter >= 3, anchor.month <= (quarter == 4 ? 3 : 2) { return true }
    return quarter * 3 - 2 > anchor.month && (anchor.month <= 4 || quarter < 4)
      && context.toldYears.isTold(anchor.year - 1, nearby: place)
  }

  /// 两年后的12月11日, 明年将移至9月: the year that the sentence told.
  private func toldYear(of place: DatePlace, near anchor: CalendarDate) -> Int? {
    guard let told = context.told, told.place.sentence == place.sentence else { return nil }
    if told.isDistance { return told.start.year }
    let isAhead =
      told.grain == .year && told.start.year == anchor.year + 1
      && context.toldYears.ahead?.value == told.start.year
    return isAhead ? told.start.year : nil
  }

  /// 6月 and 10月8日 in a report of January that goes on from last year's 12月.
  private func goesOnFromLastYear(
    _ month: Int, _ anchor: CalendarDate, at place: DatePlace
  ) -> Bool {
    guard anchor.month <= 4, month > anchor.month, let last = context.month else { return false }
    return last.year == anchor.year - 1 && context.toldYears.last?.value == last.year
      && !last.isWritten
      && place.block - last.place.block <= 1
  }

  /// 1月3日 after 2018年12月28日 is of 2019; 12月 after 2003年5月至2008年11月 is of its end.
  private func year(
    after thread: DateContext.Thread, _ parts: DateParts, at place: DatePlace
  ) -> Int {
    if let end = thread.rangeEnd, end.sentence == place.sentence, parts.month ?? 0 > end.month {
      return end.year
    }
    guard let month = parts.month, let last = thread.month, last >= 11, month <= 2,
      let anchor = context.anchor,
      thread.year < anchor.year || (anchor.month == 12 && thread.year == anchor.year)
    else { return thread.year }
    return thread.year + 1
  }

  private func isAhead(_ parts: DateParts, of anchor: CalendarDate) -> Bool {
    guard let month = parts.month else { return false }
    return month > anchor.month + 1
  }

  private func apply(
    _ offset: DateParts.Offset, to parts: inout DateParts, at place: DatePlace
  ) throws {
    switch offset.unit {
    case .year: try applyYears(offset, to: &parts, at: place)
    case .month: try applyMonths(offset, to: &parts, at: place)
    case .quarter:
      guard let anchor = context.anchor else { return }
      let index = anchor.year * 4 + (anchor.month - 1) / 3 + offset.count
      parts.year = index / 4
      parts.quarter = index % 4 + 1
    case .halfYear:
      guard let anchor = context.anchor else { return }
      let index = anchor.year * 2 + (anchor.month - 1) / 6 + offset.count
      parts.year = index / 2
      parts.half = index % 2 + 1
    default: break
    }
  }

  private func applyYears(
    _ offset: DateParts.Offset, to parts: inout DateParts, at place: DatePlace
  ) throws {
    let base: Int?
    switch offset.from {
    case .published: base = context.anchor?.year
    case .last:
      let last = context.lastYear(at: place)
      if last == nil, parts.month == nil {
        throw NormalizationFailure("that year, and no year before it")
      }
      base = last ?? context.toldYears.last?.value ?? context.anchor?.year
    case .frame, .event:
      base =
        parts.isCompared
        ? context.comparedYear(at: place) ?? context.frameYear(at: place)
        : context.frameYear(at: place)
    case .told: base = context.toldYears.written?.value ?? context.anchor?.year
    }
    parts.year = base.map { $0 + offset.count }
    // 前十一个月 of a text of January.
    if offset.from == .frame, parts.firstUnit == .month, let count = parts.firstCount,
      let anchor = context.anchor, anchor.month <= 2, count > anchor.month,
      parts.year == anchor.year
    {
      parts.year = anchor.year - 1
    }
  }

  private func applyMonths(
    _ offset: DateParts.Offset, to parts: inout DateParts, at place: DatePlace
  ) throws {
    var base = context.anchor
    let isMonth = parts.day == nil && parts.tenth == nil
    if !parts.isPlanned, let last = context.month,
      offset.from == .last
        || (isMonth && isToldOf(last, offset, isCompared: parts.isCompared, at: place))
        || (offset.from == .frame && last.place.sentence == place.sentence)
    {
      base = CalendarDate(year: last.year, month: last.month, day: 1)
    }
    let date = base.flatMap { $0.adding(months: offset.count) }
    if base != nil, date == nil { throw NormalizationFailure("no such year") }
    if let date { (parts.year, parts.month) = (date.year, date.month) }
  }

  /// 6月份…比上月回落: the month before the one that the sentence is about; 至上月 after it is not, unless
  /// the story is of the month before its publication.
  private func isToldOf(
    _ month: DateContext.Month, _ offset: DateParts.Offset, isCompared: Bool, at place: DatePlace
  ) -> Bool {
    if offset.count == 0 { return isOfStory(month.year, month.place, at: place) }
    if let anchor = context.anchor, !isCompared,
      (anchor.year - month.year) * 12 + anchor.month - month.month > 1
    {
      return false
    }
    return offset.count < 0 && month.isWhole && month.place.block == place.block
      && place.sentence - month.place.sentence <= 2
  }

  /// 本月 in a story of long ago is the month that it is in; a report that tells of its own days, or
  /// points from them, means its own.
  func isOfStory(_ year: Int, _ told: DatePlace, at place: DatePlace) -> Bool {
    guard let anchor = context.anchor, year < anchor.year - 1, !context.home.isTold,
      !context.publication.isPointedFrom
    else { return false }
    return told.block == place.block && place.sentence - told.sentence <= 1
  }

  /// 丙戌年: the nearest to the year that the article is about, not more than ten years ahead; the first
  /// of a reign in 道光庚子年.
  private func year(ofCycle cycle: Int, since reign: Int?) throws -> Int {
    if let reign { return Self.last(cycle, upTo: reign + 60) }
    guard let base = context.anchor?.year ?? context.thread?.year else {
      throw NormalizationFailure("a year of the cycle of sixty, and no year near it")
    }
    return Self.last(cycle, upTo: base + 10)
  }

  /// 龙年春节: the nearest to the year of publication.
  private func year(ofZodiac zodiac: Int) throws -> Int {
    guard let base = context.anchor?.year ?? context.thread?.year else {
      throw NormalizationFailure("a year of the cycle of twelve, and no year near it")
    }
    // Year 4 was 鼠年.
    let latest = base + 6
    return latest - ((latest - 3 - zodiac) % 12 + 12) % 12
  }

  /// The last year of a name that is not behind `latest`; year 4 was 甲子.
  private static func last(_ cycle: Int, upTo latest: Int) -> Int {
    latest - ((latest - 3 - cycle) % 60 + 60) % 60
  }
}
