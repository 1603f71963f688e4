// SPDX-License-Identifier: Apache-2.0

/// Days and weeks that are counted from another day.
extension DateResolver {
  func offsetPoint(
    _ offset: DateParts.Offset, _ parts: DateParts, at place: DatePlace
  ) throws -> DatePoint {
    var base = context.publication.anchor(for: offset)
    if offset.count > 0, offset.from == .last, let stretch = context.toldDays.stretch,
      stretch.place.block == place.block,
      context.toldDays.last.map({ $0.place.sentence < stretch.place.sentence }) ?? true
    {
      // 次日 after 25日至27日 is the day after its end.
      base = stretch.value.upperBound
    } else if offset.count > 0 || parts.hour != nil, offset.from == .last,
      let festival = context.toldDays.festival(before: place)
    {
      // 次日 and 当晚8点 after 除夕 of its sentence
      base = festival
    } else if offset.from == .told, offset.unit == .week, let week = context.week,
      place.block - week.place.block <= 1
    {
      base = week.value
    } else if offset.from == .last || offset.from == .told {
      guard let last = context.toldDays.last else {
        // 当晚十时, and 同日 after 今天, of no other day are of that of the report, 次日8时 of the next.
        if parts.hour != nil || parts.dayPart != nil || context.publication.saysToday,
          let day = context.publication.dateline ?? context.anchor
        {
          return DatePoint(day.adding(days: offset.count))
        }
        throw NormalizationFailure("that day, and no day before it")
      }
      if offset.from == .told, place.sentence - last.place.sentence > 2 {
        throw NormalizationFailure("the next day, and no day near it")
      }
      // 同日 that begins another paragraph is the day of the report.
      let isAnew = offset.count == 0 && last.place.block != place.block
      base =
        isAnew
        ? context.publication.dateline ?? context.day(afterLookingBackTo: last.date) : last.date
    } else if offset.from == .event {
      guard let first = context.toldDays.first else {
        throw NormalizationFailure("a day after an event, and no day of it")
      }
      base = first
    }
    if offset.from == .published, offset.unit == .week, offset.count == 0,
      let day = context.toldDays.last,
      isOfStory(day.date.year, day.place, at: place)
    {
      base = day.date
    }
    guard let base else {
      return try unanchored(parts.weekday == nil ? offset : .init(unit: .day, count: 0))
    }
    // A week away from both ends of the calendar.
    let target = base.adding(days: offset.count * (offset.unit == .week ? 7 : 1))
    guard (2...9998).contains(target.year) else { throw NormalizationFailure("no such year") }
    if offset.unit == .day { return DatePoint(target) }
    let monday = target.adding(days: 1 - target.weekday)
    if let weekday = parts.weekday { return DatePoint(monday.adding(days: weekday - 1)) }
    return week(from: monday, isWeekend: parts.isWeekend)
  }

  /// A week by the number that ISO 8601 gives it.
  func week(from monday: CalendarDate, isWeekend: Bool = false) -> DatePoint {
    // A week belongs to the year of its Thursday.
    let thursday = monday.adding(days: 3)
    let first = CalendarDate(year: thursday.year, month: 1, day: 1)?.dayNumber ?? 0
    let week = (thursday.dayNumber - first) / 7 + 1
    let timex = "\(Timex.year(thursday.year))-W\(Timex.padded(week, 2))"
    return DatePoint(
      timex: isWeekend ? timex + "-WE" : timex, grain: .week,
      days: monday.adding(days: isWeekend ? 5 : 0)...monday.adding(days: 6))
  }

  /// 周五 alone is the nearest Friday; of a year long gone its week is not known.
  func bareWeekday(_ parts: DateParts, at place: DatePlace) throws -> DatePoint {
    let weekday = parts.weekday.map(String.init) ?? "WE"
    guard let anchor = context.anchor else {
      return DatePoint(timex: "XXXX-WXX-\(weekday)", grain: .day)
    }
    if let number = parts.weekday, let day = context.toldDays.last, day.date.weekday == number,
      day.place.sentence == place.sentence
    {
      // 10月13日,星期日
      return DatePoint(day.date)
    }
    if let number = parts.weekday, let day = context.toldDays.day(onWeekday: number, at: place) {
      return DatePoint(day)
    }
    if let number = parts.weekday, let day = context.toldDays.last,
      day.place.sentence == place.sentence, let week = day.week,
      week == 0 || (week < 0 && number > day.date.weekday)
    {
      // 本周一、三甲组值班,周二、周四乙组值班
      return DatePoint(day.date.adding(days: number - day.date.weekday))
    }
    if let number = parts.weekday, let day = context.toldDays.last,
      day.place.sentence == place.sentence,
      (0...7).contains(day.date.dayNumber - anchor.dayNumber),
      case let step = (number - day.date.weekday + 7) % 7, step <= 4 || day.date > anchor
    {
      // 周三恢复训练,周六客场比赛: the next one; not 周四 behind 周五 that is today.
      return DatePoint(day.date.adding(days: step))
    }
    if let number = parts.weekday, !parts.isBound, !parts.isPlanned,
      let monday = context.lastWeek(at: place)
    {
      return DatePoint(monday.adding(days: number - 1))
    }
    if let year = context.toldYears.last, year.value != anchor.year,
      year.place.block == place.block, place.sentence - year.place.sentence <= 1,
      !context.isOver(year, at: place)
    {
      return DatePoint(timex: "\(Timex.year(year.value))-WXX-\(weekday)", grain: .day)
    }
    guard let number = parts.weekday else {
      return week(from: anchor.adding(days: 1 - anchor.weekday), isWeekend: true)
    }
    var step = number - anchor.weekday
    if parts.isBound || parts.isPlanned {
      // 周五前, 提醒我周五开会: the Friday to come.
      step = (step + 7) % 7
    } else if step > 3, !place.isAll {
      step -= 7
    } else if step < -3 {
      step += 7
    }
    return DatePoint(anchor.adding(days: step))
  }

  // MARK: Within a stretch

  /// 十月的第一周, 2025年第一天, 前十个月: a part of a stretch, counted in units.
  func within(_ stretch: DatePoint, _ parts: DateParts) throws -> DatePoint {
    guard let days = stretch.days else { return stretch }
    if let count = parts.firstCount, let unit = parts.firstUnit {
      return try first(count, unit, of: days, fromEnd: parts.countsFromEnd)
    }
    guard let nth = parts.nth else { return stretch }
    guard let unit = parts.nthUnit else { return try weekly(nth, of: stretch, parts) }
    switch unit {
    case .day:
      let day =
        nth > 0 ? days.lowerBound.adding(days: nth - 1) : days.upperBound.adding(days: nth + 1)
      // 国庆第二天 is the day after the festival.
      guard days.contains(day) || days.lowerBound == days.upperBound else {
        throw NormalizationFailure("no such day in that stretch")
      }
      var point = DatePoint(day)
      // 震后第十天: the day of the quake may be counted as the first, or not.
      if parts.offset?.from == .event, nth > 2 {
        point.alternatives = [day.adding(days: 1).description]
      }
      return point
    case .week: return try week(nth, of: days, isYear: stretch.grain == .year, parts)
    case .month: return try month(nth, of: days)
    case .quarter: return try quarter(nth, of: days)
    default: throw NormalizationFailure("no such part of a stretch")
    }
  }

  /// 第二季度的第一个月, counted from the beginning of the stretch.
  private func month(_ nth: Int, of days: ClosedRange<CalendarDate>) throws -> DatePoint {
    guard nth > 0, let first = days.lowerBound.adding(months: nth - 1), days.contains(first) else {
      throw NormalizationFailure("no such month in that stretch")
    }
    return DatePoint(
      timex: Timex.month(first.month, of: first.year), grain: .month,
      days: self.days(first.year, first.month, first.year, first.month))
  }

  /// 上半年的第二个季度, counted from the beginning of the stretch.
  private func quarter(_ nth: Int, of days: ClosedRange<CalendarDate>) throws -> DatePoint {
    guard nth > 0, let first = days.lowerBound.adding(months: 3 * (nth - 1)), days.contains(first),
      first.month % 3 == 1
    else { throw NormalizationFailure("no such quarter in that stretch") }
    return DatePoint(
      timex: "\(Timex.year(first.year))-Q\(first.month / 3 + 1)", grain: .part,
      days: self.days(first.year, first.month, first.year, first.month + 2))
  }

  /// 3月第一个周末 begins with the first Saturday; 今年最后一个星期天. Days of a month are found with it.
  private func weekly(
    _ nth: Int, of stretch: DatePoint, _ parts: DateParts
  ) throws -> DatePoint {
    guard let days = stretch.days, stretch.grain == .year || stretch.grain == .month else {
      return stretch
    }
    if parts.isWeekend, let saturday = try nthWeekday(6, nth, of: days).days?.lowerBound {
      return week(from: saturday.adding(days: -5), isWeekend: true)
    }
    guard let weekday = parts.weekday else { return stretch }
    return try nthWeekday(weekday, nth, of: days)
  }

  /// The weeks of a month are those whose Monday it holds; those of a year are ISO's.
  private func week(
    _ nth: Int, of days: ClosedRange<CalendarDate>, isYear: Bool, _ parts: DateParts
  ) throws -> DatePoint {
    if let weekday = parts.weekday, !isYear {
      return try nthWeekday(weekday, nth, of: days)
    }
    let first = days.lowerBound
    var monday = first.adding(days: (8 - first.weekday) % 7)
    if isYear, first.weekday > 1, first.weekday <= 4 { monday = monday.adding(days: -7) }
    if nth > 0 {
      monday = monday.adding(days: 7 * (nth - 1))
    } else {
      // The last week of a year holds its 28 December, that of a month its last day.
      let last = isYear ? days.upperBound.adding(days: -3) : days.upperBound
      monday = last.adding(days: 1 - last.weekday + 7 * (nth + 1))
    }
    guard monday <= days.upperBound else { throw NormalizationFailure("no such week") }
    if let weekday = parts.weekday { return DatePoint(monday.adding(days: weekday - 1)) }
    return week(from: monday, isWeekend: parts.isWeekend)
  }

  private func nthWeekday(
    _ weekday: Int, _ nth: Int, of days: ClosedRange<CalendarDate>
  ) throws -> DatePoint {
    let day =
      nth > 0
      ? days.lowerBound.adding(
        days: (weekday - days.lowerBound.weekday + 7) % 7 + 7 * (nth - 1))
      : days.upperBound.adding(
        days: 7 * (nth + 1) - (days.upperBound.weekday - weekday + 7) % 7)
    guard days.contains(day) else { throw NormalizationFailure("no such weekday there") }
    return DatePoint(day)
  }

  private func first(
    _ count: Int, _ unit: DurationUnit, of days: ClosedRange<CalendarDate>, fromEnd: Bool
  ) throws -> DatePoint {
    func end(_ start: CalendarDate, _ sign: Int) -> CalendarDate? {
      switch unit {
      case .month, .quarter, .year, .decade:
        let months = unit.multiple * count * (unit.letter == "Y" ? 12 : 1)
        return sign > 0
          ? start.adding(months: months)?.adding(days: -1)
          : start.adding(days: 1).adding(months: -months)
      case .week: return start.adding(days: sign * (7 * count - 1))
      case .day: return start.adding(days: sign * (count - 1))
      case .tenDays: return start.adding(days: sign * (10 * count - 1))
      default: return nil
      }
    }
    let other = fromEnd ? end(days.upperBound, -1) : end(days.lowerBound, 1)
    guard let other, days.contains(other) else {
      throw NormalizationFailure("more of it than the stretch has")
    }
    let range = fromEnd ? other...days.upperBound : days.lowerBound...other
    if range.lowerBound == range.upperBound { return DatePoint(range.lowerBound) }
    return DatePoint(range: range, grain: .part)
  }
}
