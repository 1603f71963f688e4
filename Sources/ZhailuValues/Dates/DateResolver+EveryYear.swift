// SPDX-License-Identifier: Apache-2.0

/// Days that come every year: festivals, solar terms, days of the lunar calendar.
extension DateResolver {
  /// Whether the parts name a day of each year that the calendar moves: the nearest is meant.
  func isCyclic(_ parts: DateParts) -> Bool {
    parts.isNamed || parts.term != nil || parts.easter != nil || parts.holiday != nil
      || parts.nine != nil || parts.dogDays != nil
      || (parts.calendar == .lunar && parts.month != nil)
      || (parts.month == 2 && parts.day == 29)
  }

  /// The year whose 正月初六 or 清明 is nearest to the last day of the article, or to publication.
  func nearestYear(_ parts: DateParts, at place: DatePlace) -> Int? {
    var base = context.anchor
    if parts.isPlanned, let base {
      // 将于中秋节前, whatever was looked back to.
      return yearAhead(of: base, parts)
    }
    if parts.isBygone, let base { return yearBehind(base, parts) }
    if let year = yearAtHome(parts, at: place) { return year }
    if let thread = context.thread(for: parts, at: place), let month = thread.month {
      base = CalendarDate(year: thread.year, month: month, day: 15)
    } else if let thread = context.thread, !thread.isStrong, place.block == thread.place.block,
      !context.publication.isPointedFrom
    {
      return thread.year
    }
    if let last = context.toldDays.last, place.block - last.place.block <= 2,
      !context.hasReturned(from: last, at: place),
      context.anchor == nil || abs(last.date.dayNumber - (base ?? last.date).dayNumber) < 400
    {
      if let year = yearAfter(last.date, parts) { return year }
    }
    guard let base else { return context.thread?.year }
    // Leap months and 2月29日 come more rarely.
    return nearestYear(parts, to: base, within: 1, looksBack: !place.isAll)
      ?? nearestYear(parts, to: base, within: 19, looksBack: true)
  }

  /// 中秋将至 in a report of its own days, a few days before the festival, whatever the sentence before
  /// it looked back to.
  private func yearAtHome(_ parts: DateParts, at place: DatePlace) -> Int? {
    guard context.home.isTold, let anchor = context.anchor, let thread = context.thread,
      thread.year < anchor.year, thread.place.sentence < place.sentence,
      let year = yearAhead(of: anchor.adding(days: -7), parts)
    else { return nil }
    var candidate = parts
    candidate.year = year
    let day = try? calendarPoint(candidate).days?.lowerBound
    return day.map { $0.dayNumber - anchor.dayNumber <= 14 } ?? false ? year : nil
  }

  /// The first such day from a day on.
  private func yearAhead(of base: CalendarDate, _ parts: DateParts) -> Int? {
    (base.year - 1...base.year + 20).first { year in
      var candidate = parts
      candidate.year = year
      return (try? calendarPoint(candidate).days?.lowerBound).map { $0 >= base } ?? false
    }
  }

  /// The last such day before a day.
  private func yearBehind(_ base: CalendarDate, _ parts: DateParts) -> Int? {
    (base.year - 20...base.year).reversed().first { year in
      var candidate = parts
      candidate.year = year
      return (try? calendarPoint(candidate).days?.lowerBound).map { $0 < base } ?? false
    }
  }

  /// The story goes on: the first such day from the last that was told on, if it has been.
  private func yearAfter(_ last: CalendarDate, _ parts: DateParts) -> Int? {
    for year in (last.year - 1)...(last.year + 1) {
      var candidate = parts
      candidate.year = year
      guard let day = try? calendarPoint(candidate).days?.lowerBound, day >= last else { continue }
      return context.anchor.map { day <= $0 } ?? true ? year : nil
    }
    return nil
  }

  /// A day of the same year is preferred, unless another is much nearer.
  private func nearestYear(
    _ parts: DateParts, to base: CalendarDate, within reach: Int, looksBack: Bool
  ) -> Int? {
    var best: (year: Int, distance: Int)?
    for year in (base.year - reach)...(base.year + reach) {
      var candidate = parts
      candidate.year = year
      guard let days = try? calendarPoint(candidate).days else { continue }
      if !looksBack, days.lowerBound.year < base.year { continue }
      // 春节前 in summer is before the one to come.
      if parts.isBound, base.dayNumber - days.lowerBound.dayNumber > 75 { continue }
      var distance = abs(days.lowerBound.dayNumber - base.dayNumber) * 5
      if days.lowerBound.year == base.year { distance = distance * 3 / 5 }
      if distance < best?.distance ?? Int.max { best = (year, distance) }
    }
    return best?.year
  }
}
