// SPDX-License-Identifier: Apache-2.0

/// Hours are counted from a time that is not known: 两小时后 in a daily paper.
struct TimeUnknown: Error {}

/// 三天前, 两年后, 中秋前两天.
extension DateResolver {
  /// A distance that names no other day: 前 counts from the day of publication, 后 from the day that
  /// the article told last, where it is not told of what is to come.
  func distance(
    _ shift: DateShift, _ parts: DateParts, at place: DatePlace
  ) throws -> DatePoint {
    let isForth = shift.months > 0 || shift.days > 0 || shift.seconds > 0
    var base = context.anchor
    var second = context.publication.dateline == nil ? context.publication.second : nil
    if isForth, !parts.isPlanned, !shift.isTimed, let festival = pastFestival(at: place) {
      base = festival
    } else if isForth, let last = context.toldDays.last, !parts.isPlanned,
      place.block - last.place.block <= 2, counts(from: last, shift, at: place)
    {
      base = last.date
      second = last.secondOfDay
    } else if isForth, context.toldDays.last?.place.block ?? -1 < place.block - 2,
      let thread = context.thread,
      thread.place.block == place.block, !thread.isStrong,
      let middle = CalendarDate(year: thread.year, month: 7, day: 1)
    {
      // Of a mere year only the year is known.
      var years = shift
      years.grain = .year
      return try shifted(middle, nil, by: years)
    }
    if isForth, !parts.isPlanned, let told = context.told, told.grain < .day, told.grain >= .year,
      told.place.block == place.block, place.sentence - told.place.sentence <= 1,
      context.toldDays.last.map({ $0.place.sentence < told.place.sentence }) ?? true,
      told.place.sentence == place.sentence || told.start < context.anchor ?? told.start
        || context.anchor == nil
    {
      // 1986年7月申请;15年后的今天
      if parts.endsToday, let anchor = context.anchor,
        told.start.year + shift.months / 12 == anchor.year
      {
        return DatePoint(anchor)
      }
      return try shifted(told, by: shift)
    }
    if !isForth, shift.grain.isWithinYear, let past = context.pastDay(at: place) {
      return try shifted(past, nil, by: shift)
    }
    if shift.months < 0, shift.grain == .year, !parts.endsToday,
      let past = context.pastYear(at: place)
    {
      return try shifted(past, nil, by: shift)
    }
    guard let base else { return unanchored(shift) }
    let endsToday = parts.endsToday || (parts.countsFromEvent && base == context.anchor)
    if endsToday, let anchor = context.anchor {
      // 40年前的今天 is that day; 4年后的今天, counted from what was told, is today.
      if !isForth || base == anchor, parts.endsToday, let day = anchor.adding(months: shift.months)
      {
        return DatePoint(day.adding(days: shift.days))
      }
      guard isForth else { return try shifted(base, second, by: shift) }
      var none = DateShift()
      none.grain = parts.endsToday ? .day : shift.grain
      return try shifted(anchor, nil, by: none)
    }
    return try shifted(base, second, by: shift)
  }

  /// 除夕他还在值班,三天后就病倒了: a festival of the sentence that is past.
  private func pastFestival(at place: DatePlace) -> CalendarDate? {
    guard let anchor = context.anchor, let day = context.toldDays.festival(before: place),
      day < anchor
    else { return nil }
    return day
  }

  /// What is told after a day that is past, or of the same sentence, counts from it; hours also from a
  /// time of the day of publication.
  private func counts(
    from last: DateContext.Day, _ shift: DateShift, at place: DatePlace
  ) -> Bool {
    guard let anchor = context.anchor, last.date >= anchor else { return true }
    if shift.isTimed { return last.secondOfDay != nil && isNear(last.place, place) }
    return isNear(last.place, place) && last.date > anchor
  }

  private func isNear(_ told: DatePlace, _ place: DatePlace) -> Bool {
    told.block == place.block && place.sentence - told.sentence <= 1
  }

  /// 三年后 after 2003年12月 is 2006, 三个月后 after 今年3月 is in June; of a mere year only the year is
  /// known.
  private func shifted(_ told: DateContext.Told, by shift: DateShift) throws -> DatePoint {
    var coarse = shift
    let isYear = told.grain < .month
    if shift.grain != .year, !(shift.grain == .month && !isYear) {
      coarse.grain = isYear ? .year : .month
    }
    let middle = told.start.adding(days: told.grain == .year ? 181 : 14)
    return try shifted(middle, nil, by: coarse)
  }

  /// 三年前的春节, 两年后的5月, 两年前的第三季度 are of the year that the distance leads to, 一个月前的15号 of its month,
  /// 两周前的周三 of its week. 中秋前两天 is none of these: it counts from the festival.
  func settle(
    _ shift: DateShift, in parts: inout DateParts, at place: DatePlace
  ) throws -> DatePoint? {
    guard parts.year == nil, parts.offset == nil, parts.cycle == nil else { return nil }
    let isOfYear = shift.years != nil && (parts.isNamed || parts.isWithinYear)
    let isOfMonth = shift.grain == .month && parts.month == nil && parts.day != nil
    let isOfWeek = shift.grain == .week && parts.weekday != nil && parts.month == nil
    guard isOfYear || isOfMonth || isOfWeek else { return nil }
    guard let there = try distance(shift, parts, at: place).days?.lowerBound else { return nil }
    parts.shift = nil
    if isOfWeek, let weekday = parts.weekday {
      return DatePoint(there.adding(days: weekday - there.weekday))
    }
    parts.year = there.year
    if isOfMonth { parts.month = there.month }
    return nil
  }

  private func unanchored(_ shift: DateShift) -> DatePoint {
    switch shift.grain {
    case .century, .decade, .year: DatePoint(timex: "XXXX", grain: .year)
    case .halfYear, .quarter, .month: DatePoint(timex: "XXXX-XX", grain: .month)
    default: DatePoint(timex: "XXXX-XX-XX", grain: .day)
    }
  }

  /// A stretch moved: 中秋前两天, 国庆后一周.
  func shifted(_ point: DatePoint, by shift: DateShift) throws -> DatePoint {
    guard let days = point.days else { return point }
    let isForth = shift.months > 0 || shift.days > 0
    let base = isForth ? days.upperBound : days.lowerBound
    return try shifted(base, point.secondOfDay, by: shift)
  }

  private func shifted(
    _ base: CalendarDate, _ second: Int?, by shift: DateShift
  ) throws -> DatePoint {
    if [.century, .decade, .year].contains(shift.grain), shift.months % 12 == 0, shift.days == 0,
      shift.seconds == 0
    {
      // 3000多年前 may be before the common era.
      let year = base.year + shift.months / 12
      guard (-9998...9998).contains(year) else {
        throw NormalizationFailure("a date that no calendar holds")
      }
      return DatePoint(timex: Timex.year(year), grain: .year, days: days(year, 1, year, 12))
    }
    guard let month = base.adding(months: shift.months) else {
      throw NormalizationFailure("a date that no calendar holds")
    }
    let moment = (second ?? 0) + shift.seconds
    let days = shift.days + (moment >= 0 ? moment / 86_400 : -((86_399 - moment) / 86_400))
    let day = month.adding(days: days)
    guard (1...9998).contains(day.year) else {
      throw NormalizationFailure("a date that no calendar holds")
    }
    switch shift.grain {
    case .century, .decade, .year:
      return DatePoint(
        timex: Timex.year(day.year), grain: .year, days: self.days(day.year, 1, day.year, 12))
    case .halfYear, .quarter, .month:
      return DatePoint(
        timex: Timex.month(day.month, of: day.year), grain: .month,
        days: self.days(day.year, day.month, day.year, day.month))
    case .tenDays, .week, .day: return DatePoint(day)
    case .hour, .quarterHour, .minute, .fiveMinutes, .second:
      guard second != nil else { throw TimeUnknown() }
      var point = DatePoint(day)
      point.secondOfDay = ((moment % 86_400) + 86_400) % 86_400
      point.timex += Timex.time(secondOfDay: point.secondOfDay ?? 0)
      point.kind = .time
      point.grain = .time
      return point
    }
  }
}

extension DateParts {
  /// Whether it says a stretch of a year: a month, a quarter, a half, a season.
  fileprivate var isWithinYear: Bool {
    month != nil || quarter != nil || half != nil || season != nil
  }
}
