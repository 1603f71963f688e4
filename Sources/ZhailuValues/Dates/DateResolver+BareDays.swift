// SPDX-License-Identifier: Apache-2.0

/// Which month and year, where a day says neither: 25日, 初六.
extension DateResolver {
  /// The month and year of a bare day: the thread's, or the nearest to the day of publication.
  func completeMonth(_ parts: inout DateParts, at place: DatePlace) throws {
    if let day = parts.day, let told = context.toldDays.month(ofDay: day, inStretchAt: place) {
      (parts.year, parts.month) = told
      return
    }
    if let day = parts.day, let ahead = monthAhead(ofDay: day, at: place) {
      (parts.year, parts.month) = ahead
      return
    }
    if let month = context.month, isMonthToCome(month, ofDay: parts.day, at: place) {
      (parts.year, parts.month) = (month.year, month.month)
      return
    }
    if let last = context.toldDays.last, last.place.block == place.block, let day = parts.day,
      place.sentence - last.place.sentence <= 2,
      let told = month(of: day, after: last.date, near: last.place.sentence == place.sentence)
    {
      (parts.year, parts.month) = told
      return
    }
    if let thread = context.thread(for: parts, at: place), let month = thread.month,
      !isOfToday(parts, after: thread, at: place), !context.hasLookedBack(to: thread, at: place)
    {
      (parts.year, parts.month) = (thread.year, month)
      return
    }
    if let month = context.month, context.anchor == nil || isWholeMonth(month, at: place) {
      (parts.year, parts.month) = (month.year, month.month)
      return
    }
    if parts.tenth != nil {
      // 下旬 after 3月12日
      guard let month = context.month, month.place.block == place.block,
        place.sentence - month.place.sentence <= 1
      else { throw NormalizationFailure("a third of a month, and no month near it") }
      (parts.year, parts.month) = (month.year, month.month)
      return
    }
    guard let anchor = context.anchor else { return }
    (parts.year, parts.month) = (anchor.year, anchor.month)
    guard let day = parts.day else { return }
    let candidate = CalendarDate(year: anchor.year, month: anchor.month, day: day)
    if parts.isPlanned {
      // 提醒我5号交房租: the one to come.
      if let candidate, anchor.dayNumber - candidate.dayNumber > 3,
        let next = CalendarDate(year: anchor.year, month: anchor.month, day: 1)?.adding(months: 1)
      {
        (parts.year, parts.month) = (next.year, next.month)
      }
      return
    }
    if let candidate, place.isAll || candidate.dayNumber - anchor.dayNumber <= 15 { return }
    if let before = CalendarDate(year: anchor.year, month: anchor.month, day: 1)?
      .adding(months: -1), CalendarDate(year: before.year, month: before.month, day: day) != nil
    {
      (parts.year, parts.month) = (before.year, before.month)
    }
  }

  /// 26日 of a report of the 26th that began with 去年12月26日.
  private func isOfToday(
    _ parts: DateParts, after thread: DateContext.Thread, at place: DatePlace
  ) -> Bool {
    guard let anchor = context.anchor, let day = parts.day, !thread.isWritten,
      place.sentence > thread.place.sentence
    else { return false }
    return (max(1, anchor.day - 3)...anchor.day).contains(day)
  }

  /// 12月8日召开,7日报到: a day near one of its sentence that is to come; not 记者30日获悉 of the 30th.
  private func monthAhead(ofDay day: Int, at place: DatePlace) -> (Int, Int)? {
    guard let anchor = context.anchor, let told = context.told, told.grain >= .day,
      told.place.sentence == place.sentence, told.start > anchor,
      !(anchor.day - 2...anchor.day).contains(day),
      let date = CalendarDate(year: told.start.year, month: told.start.month, day: day),
      date > anchor, abs(date.dayNumber - told.start.dayNumber) <= 10
    else { return nil }
    return (date.year, date.month)
  }

  /// 11月还有两场,分别在4日和18日: not 记者28日 of the 28th.
  private func isMonthToCome(
    _ month: DateContext.Month, ofDay day: Int?, at place: DatePlace
  ) -> Bool {
    guard month.isWhole, month.place.sentence == place.sentence,
      let day, let anchor = context.anchor,
      (month.year, month.month) > (anchor.year, anchor.month)
    else { return false }
    return !(anchor.day - 1...anchor.day).contains(day)
  }

  /// 11月,…。15日,…: where no other day was told.
  private func isWholeMonth(_ month: DateContext.Month, at place: DatePlace) -> Bool {
    month.isWhole && month.place.block == place.block
      && place.sentence - month.place.sentence <= 1 && context.toldDays.last == nil
  }

  /// 25日 after 8月24日 is of August, 2日 after 8月30日 of September. After a day that is to come that
  /// holds within its sentence: 记者20日获悉 is told of today.
  private func month(of day: Int, after last: CalendarDate, near: Bool) -> (Int, Int)? {
    if let anchor = context.anchor, last.year != anchor.year {
      // 12月5日开幕,8日闭幕 of a text of January
      guard near, (0...100).contains(anchor.dayNumber - last.dayNumber) else { return nil }
    }
    if let anchor = context.anchor, last > anchor, !near || day <= last.day { return nil }
    guard day <= 10, last.day >= 20 else {
      return day < last.day
        || CalendarDate(year: last.year, month: last.month, day: day) == nil
        ? nil : (last.year, last.month)
    }
    return last.month == 12 ? (last.year + 1, 1) : (last.year, last.month + 1)
  }

  /// 初六 after 正月初五 is of the same month. 初一 to 初三, of no lunar day told, are as often years of
  /// school, unless it is New Year.
  func completeLunarMonth(_ parts: inout DateParts, at place: DatePlace) throws {
    var base = context.anchor
    if let last = context.toldDays.lunar, place.block - last.place.block <= 6 {
      base = last.value
    } else if let last = context.toldDays.last, place.block - last.place.block <= 2 {
      base = last.date
    }
    guard var lunar = base.flatMap(LunarCalendar.lunarDate(of:)) else { return }
    let isNewYear = lunar.month == 1 || (lunar.month == 12 && lunar.day > 10)
    if context.toldDays.lunar == nil, let day = parts.day, day <= 3, !isNewYear {
      throw NormalizationFailure("a year of school, or a day of a lunar month that is not told")
    }
    // 初六 in the weeks before 春节 is mostly of 正月.
    if context.toldDays.lunar == nil, lunar.month == 12, lunar.day > 10, (parts.day ?? 30) <= 10 {
      (parts.year, parts.month, parts.isLeapMonth) = (lunar.year + 1, 1, false)
      return
    }
    // 初一 after 腊月二十八 is of the month that begins, 初三 after 初五 not.
    if let base, base == context.toldDays.lunar?.value || base == context.toldDays.last?.date,
      let day = parts.day,
      lunar.day - day >= 4,
      let length = LunarCalendar.length(year: lunar.year, month: lunar.month, isLeap: lunar.isLeap),
      let next = LunarCalendar.lunarDate(of: base.adding(days: length - lunar.day + 1))
    {
      lunar = next
    }
    (parts.year, parts.month, parts.isLeapMonth) = (lunar.year, lunar.month, lunar.isLeap)
  }
}
