// SPDX-License-Identifier: Apache-2.0

/// Whether a story is told about the day of publication, or of a year long gone.
extension DateContext {
  /// What was told of the days about that of publication.
  struct Home: Sendable {
    /// Whether such days have been told.
    var isTold = false
    /// The latest of them: what 当日 that begins another paragraph is, after one that looked back.
    var day: CalendarDate?
    /// The last month of the year of publication that was told.
    var month: Int?

    mutating func note(_ date: NotedDate, anchor: CalendarDate?) {
      if date.grain >= .month, date.first.year == anchor?.year { month = date.first.month }
      guard date.grain >= .day, let anchor, isNear(date, anchor) else { return }
      isTold = true
      guard (anchor.adding(days: -10)...anchor).contains(date.first) else { return }
      day = max(day ?? date.first, date.first)
    }

    /// A day without its year, or 昨日, within six weeks of publication.
    private func isNear(_ date: NotedDate, _ anchor: CalendarDate) -> Bool {
      let parts = date.parts
      let pointsFromToday = parts.offset.map { $0.from == .published } ?? !parts.namesYear
      return (pointsFromToday || parts.dateline != nil)
        && abs(date.first.dayNumber - anchor.dayNumber) <= 42
    }
  }

  /// The thread, where a date without its year is told on from it. A report that has told of its own
  /// days returns to them with the paragraph after one that looked back: 21日 after 2003年12月….
  func thread(for parts: DateParts, at place: DatePlace) -> Thread? {
    guard let thread = strongThread(at: place) else { return nil }
    if let anchor, isAside(thread, parts, anchor, at: place) { return nil }
    if thread.isPartial, let anchor {
      // 11月16日 after 元旦, in a text of November, is not of the year that begins with it.
      return thread.year > anchor.year && parts.month ?? 0 < anchor.month ? thread : nil
    }
    if thread.place.block < place.block, isJustBefore(parts) { return nil }
    if thread.place.sentence < place.sentence, isSooner(parts, than: thread, at: place) {
      return nil
    }
    if thread.isLookedBackFrom(by: parts, anchor) || isPast(thread, parts, at: place) { return nil }
    guard home.isTold, let anchor, thread.place.block < place.block, thread.year != anchor.year,
      isAtHome(parts, anchor, from: thread)
    else { return thread }
    return nil
  }

  /// 1946年6月运回,将于5月18日展出: what is planned is of the year of publication; nor is what follows a
  /// far year to come, 2017年到期, of that year.
  private func isAside(
    _ thread: Thread, _ parts: DateParts, _ anchor: CalendarDate, at place: DatePlace
  ) -> Bool {
    let isHistory = thread.year < anchor.year - 20 && !home.isTold && !publication.isPointedFrom
    if parts.isPlanned, thread.year < anchor.year, !isHistory { return true }
    return thread.year > anchor.year + 1 && thread.place.sentence < place.sentence
  }

  /// 3月起诉。…2012年12月催要过。8月判决: what would go back within the year that was looked back to goes
  /// on with the months of the year of publication. So does, in a text that points from its own day, what
  /// is soon to come: 昨晚…。上一次是在2020年11月。最早4月初.
  private func isPast(_ thread: Thread, _ parts: DateParts, at place: DatePlace) -> Bool {
    guard let anchor, thread.year < anchor.year, place.sentence > thread.place.sentence else {
      return false
    }
    if let quarter = parts.quarter {
      return publication.isPointedFrom && quarter * 3 >= anchor.month
        && thread.year < anchor.year - 1
    }
    guard let month = parts.month, let last = thread.month, month < last else { return false }
    if let home = home.month, home <= month, month <= anchor.month { return true }
    return publication.isPointedFrom && (anchor.month...anchor.month + 2).contains(month)
  }

  /// 16日 in a report of its own days, after a sentence that looked back to a month of another year and
  /// told of no day of it.
  func hasLookedBack(to thread: Thread, at place: DatePlace) -> Bool {
    guard home.isTold, let anchor, thread.year < anchor.year, thread.place.sentence < place.sentence
    else { return false }
    return toldDays.last?.date.year != thread.year
  }

  /// 记者8月18日来到…, a few days before publication, whatever the paragraph before was told of.
  private func isJustBefore(_ parts: DateParts) -> Bool {
    guard let anchor, let month = parts.month, let day = parts.day, parts.calendar == .solar,
      let date = CalendarDate(year: anchor.year, month: month, day: day)
    else { return false }
    return (anchor.adding(days: -7)...anchor).contains(date)
  }

  /// 秋季学期9月1日开学,2023年1月13日结束。新生8月29日报到: a day of the two months to come, or just past,
  /// behind a sentence that came to the next year.
  private func isSooner(
    _ parts: DateParts, than thread: Thread, at place: DatePlace
  ) -> Bool {
    guard let anchor, thread.year == anchor.year + 1, let month = parts.month, let day = parts.day,
      parts.calendar == .solar,
      let date = CalendarDate(year: anchor.year, month: month, day: day)
    else { return false }
    // The next paragraph may go farther back.
    let reach = thread.place.block < place.block ? 120 : 60
    return (-14...reach).contains(date.dayNumber - anchor.dayNumber)
  }

  /// 去年末…比年初: the year that the sentence is of.
  func comparedYear(at place: DatePlace) -> Int? {
    guard let year = toldYears.last, let anchor, year.place.sentence == place.sentence,
      year.value == anchor.year - 1, !toldYears.isLastCompared
    else { return nil }
    return year.value
  }

  /// The day that a paragraph is of which begins with 当日, after one that told of `last`.
  func day(afterLookingBackTo last: CalendarDate) -> CalendarDate {
    guard let day = home.day, let anchor, anchor.dayNumber - last.dayNumber > 20 else {
      return last
    }
    return day
  }

  /// The year that 三年前 counts from in a sentence of long ago: 1958年…比三年前. A clause that begins with it
  /// counts from the day of publication, where the year only says something of somebody:
  /// 老人生于1935年,两年前….
  func pastYear(at place: DatePlace) -> CalendarDate? {
    guard let thread, let anchor, thread.isWritten, !thread.isPartial,
      thread.place.sentence == place.sentence,
      thread.year < anchor.year - 3, !home.isTold, !publication.isPointedFrom,
      !place.leadsClause || thread.place.leadsSentence
    else { return nil }
    return CalendarDate(year: thread.year, month: 7, day: 1)
  }

  /// The day that 两天前 counts from within a story of long ago; else it is that of publication.
  func pastDay(at place: DatePlace) -> CalendarDate? {
    guard let day = toldDays.last, let anchor, day.place.block == place.block,
      place.sentence - day.place.sentence <= 1,
      anchor.dayNumber - day.date.dayNumber > 120
    else { return nil }
    return day.date
  }

  /// 2018年全部完工。周五验收: a mere year is over with its sentence in a text that points from its own day.
  func isOver(_ year: Placed<Int>, at place: DatePlace) -> Bool {
    year.place.sentence < place.sentence && told?.grain == .year && publication.isPointedFrom
  }

  /// Whether the paragraph that looked back to a day of another year is over.
  func hasReturned(from day: Day, at place: DatePlace) -> Bool {
    guard home.isTold, let anchor else { return false }
    return day.place.block < place.block && day.date.year != anchor.year
  }

  /// Whether a date without its year may be one of the two months before publication, or soon after.
  private func isAtHome(
    _ parts: DateParts, _ anchor: CalendarDate, from thread: Thread
  ) -> Bool {
    guard let month = parts.month else { return true }
    if thread.year < anchor.year - 1, month <= anchor.month { return true }
    let months = ((anchor.month - month) % 12 + 12) % 12
    return months <= 2 || months == 11
  }
}

extension DateContext.Thread {
  /// 报名去年11月结束,考试6月7日举行: what is earlier in its year is told of this one, if it is not too
  /// far ahead.
  func isLookedBackFrom(by parts: DateParts, _ anchor: CalendarDate?) -> Bool {
    guard !isWritten, let anchor, year == anchor.year - 1, let month,
      let other = parts.month ?? parts.quarter.map({ $0 * 3 - 2 }) ?? parts.half.map({ $0 * 6 - 5 })
    else { return false }
    return other < month && other <= anchor.month + 1
  }
}
