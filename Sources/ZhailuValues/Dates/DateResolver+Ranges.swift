// SPDX-License-Identifier: Apache-2.0

/// Ranges: 1月25日-29日, 正月初一至初九.
extension DateResolver {
  mutating func range(
    from start: Fields, to end: Fields, of fields: Fields, modifier: Modifier?, at place: DatePlace
  ) throws -> DateValue {
    var first = try DateParts(start, context.years)
    // 2019年1至9月: what stands before both belongs to both.
    let shared = try DateParts(fields, context.years)
    first.take(shared)
    var last = try DateParts(end, years(after: first, era: start.integer("era")))
    last.countYear(asOf: first, writtenAs: end.numeral("year"))
    last.pointFromPublication(behind: first)
    if shared.isDayless { (first.isDayless, last.isDayless) = (true, true) }
    share(&first, &last, at: place)
    first.year = first.year ?? yearOfFirstMonths(first, to: last, at: place)
    let startPoint = try point(&first, at: place)
    let (told, until) = (context.toldDays.last, context.figures.until)
    noteStart(startPoint, first, at: place)
    context.figures.until = until
    if first.shift != nil, startPoint.grain == .time, let day = startPoint.days?.lowerBound {
      first.settle(on: day)
    }
    // 1月1日晚8点至次日凌晨2点 ends on the day after its start.
    if let day = startPoint.days?.lowerBound, startPoint.grain >= .day {
      context.toldDays.last = DateContext.Day(date: day, secondOfDay: nil, place: place)
    }
    var isOneDay = false
    var isOfDays = false
    defer {
      if !isOneDay { context.toldDays.last = told }
      if isOfDays { context.toldDays.last?.isBehind = true }
    }
    last.inherit(from: first)
    last.takeEnds(shared)
    let endPoint = try endPoint(&last, end, from: startPoint, first, at: place)
    if end.numeral("year") != nil {
      if first.namesYear {
        context.noteRange(endingIn: endPoint, at: place)
      } else {
        context.noteEnd(endPoint, at: place)
      }
    }
    if startPoint.grain >= .day, endPoint.grain >= .day, let from = startPoint.days?.lowerBound,
      let to = endPoint.days?.upperBound, from <= to
    {
      // 8时至17时 of one day: the story goes on with that day.
      isOneDay = from == to && startPoint.grain == .time
      if !isOneDay { context.toldDays.stretch = Placed(from...to, at: place) }
      isOfDays = from < to && startPoint.grain == .day && endPoint.grain == .day
    }
    return try range(
      from: startPoint, to: endPoint, isToNow: last.isNow, modifier: modifier, at: place)
  }

  /// How the end of a range reads its year: 19 of 2018-19, 18 of 98年3月到18年3月; not 19 of 2020年至19年,
  /// which is long to come, nor 30 of 康熙二十年至三十年, which `era` counts.
  private func years(after first: DateParts, era: Int?) -> YearReading {
    var years = context.years
    guard let year = first.year else { return years }
    let latest = (years.anchor ?? 2000) + 50
    if era ?? 0 == 0, year <= latest { years.span = year...latest }
    years.anchor = year
    return years
  }

  /// A story is told on from the start of a range, but not from that of whole years: “十一五”前四年.
  private mutating func noteStart(_ point: DatePoint, _ parts: DateParts, at place: DatePlace) {
    let (thread, year) = (context.thread, context.toldYears.last)
    context.note(point, parts, modifier: .until, at: place)
    guard point.grain == .year, year != nil else { return }
    (context.thread, context.toldYears.last) = (thread, year)
  }

  /// What both ends of a range say of each other's day.
  private func share(_ first: inout DateParts, _ last: inout DateParts, at place: DatePlace) {
    // 2点-明天4点: a time alone before a day that is counted from today is of today.
    if first.isBareTime, last.offset?.from == .last, last.hasTime, !context.tellsDay(at: place) {
      // 22时至次日6时 of no day.
      last.offset = nil
      (first.isDayless, last.isDayless) = (true, true)
    }
    if first.isBareTime, let offset = last.offset, offset.unit == .day, offset.count > 0 {
      first.offset = DateParts.Offset(unit: .day, count: 0)
    }
    // 5-7pm: both in the afternoon.
    if last.isBareTime, last.meridiem == .pm, first.meridiem == nil, first.dayPart == nil,
      let start = first.hour, let end = last.hour, start > 0, start + 12 <= end
    {
      first.hour = start + 12
    }
    // 30日至7月2日: of the month before that of its end.
    if let day = first.day, first.month == nil, first.offset == nil, first.calendar == .solar,
      let month = last.month, last.calendar == .solar, day > last.day ?? 31
    {
      first.month = month == 1 ? 12 : month - 1
      first.year = last.year.map { month == 1 ? $0 - 1 : $0 }
      // 30日至1月2日 in a text of spring is past.
      if month == 1, last.year == nil, let anchor = context.anchor {
        first.year = anchor.month < 10 ? anchor.year - 1 : anchor.year
      }
    }
    // 周六到下周二: of the week before that of the end.
    if first.isBareWeekday, let week = last.offset, week.unit == .week, week.count > 0 {
      first.offset = DateParts.Offset(unit: .week, count: week.count - 1)
    }
    // 周一至周五: of one week; 周六至周一 behind 5月18日至20日 is of these days.
    if first.isBareWeekday, last.isBareWeekday {
      if let from = first.weekday.flatMap({ context.toldDays.day(onWeekday: $0, at: place) }),
        let to = last.weekday.flatMap({ context.toldDays.day(onWeekday: $0, at: place) })
      {
        (first.weekday, first.year, first.month, first.day) = (nil, from.year, from.month, from.day)
        (last.weekday, last.year, last.month, last.day) = (nil, to.year, to.month, to.day)
        return
      }
      first.offset = DateParts.Offset(unit: .week, count: 0)
    }
  }

  /// The end, which is behind the start where it can be.
  private func endPoint(
    _ last: inout DateParts, _ end: Fields, from startPoint: DatePoint, _ first: DateParts,
    at place: DatePlace
  ) throws -> DatePoint {
    let endPoint = try point(&last, at: place)
    if let startDays = startPoint.days, let endDays = endPoint.days {
      if endDays.upperBound < startDays.lowerBound {
        // 周六到周一: the end is of the week behind.
        if first.weekday != nil, last.weekday != nil, let week = last.offset, week.unit == .week {
          last.offset = DateParts.Offset(unit: .week, count: week.count + 1)
          return try point(&last, at: place)
        }
        return try later(&last, as: end, at: place)
      }
      if last.isSameDay(as: first), let from = startPoint.secondOfDay,
        let to = endPoint.secondOfDay, to < from, endDays.lowerBound == startDays.lowerBound
      {
        return try later(&last, as: endPoint, than: first, at: place)
      }
    }
    return endPoint
  }

  /// 1至11月 of a text of January is of the year before, and so is 前三季度 in a report of spring that has
  /// told of it.
  private func yearOfFirstMonths(
    _ first: DateParts, to last: DateParts, at place: DatePlace
  ) -> Int? {
    guard first.month == 1, first.day == nil, first.tenth == nil, first.offset == nil,
      first.cycle == nil, first.calendar == .solar, last.year == nil, last.day == nil,
      let end = last.month, let anchor = context.anchor, end > anchor.month,
      anchor.month <= 2
        || context.toldYears.isTold(anchor.year - 1, nearby: place),
      context.thread(for: first, at: place) == nil
    else { return nil }
    return anchor.year - 1
  }

  /// An end that falls before its start is of the next year, 12月28日至1月3日, or where it names no
  /// month of the next month, 30日至2日.
  private func later(
    _ last: inout DateParts, as end: Fields, at place: DatePlace
  ) throws -> DatePoint {
    guard end.integer("year") == nil, let year = last.year else {
      throw NormalizationFailure("a range whose end is before its start")
    }
    if end.integer("month") != nil || end.text("term") != nil || last.month == nil {
      last.year = year + 1
    } else if let month = last.month, last.calendar == .solar, (last.day ?? 31) <= 10 {
      (last.year, last.month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    } else if let month = last.month, last.calendar == .lunar, (last.day ?? 31) <= 15 {
      (last.year, last.month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    } else {
      throw NormalizationFailure("a range whose end is before its start")
    }
    last.offset = nil
    return try point(&last, at: place)
  }

  /// 从现在到八点 ends at the eight o'clock that is to come, 晚上10点到凌晨2点 on the next day.
  private func later(
    _ last: inout DateParts, as end: DatePoint, than first: DateParts, at place: DatePlace
  ) throws -> DatePoint {
    guard first.isNow, last.dayPart == nil, let hour = last.hour, hour < 12 else {
      return try nextDay(end, last)
    }
    last.hour = hour + 12
    return try point(&last, at: place)
  }

  private func nextDay(_ point: DatePoint, _ parts: DateParts) throws -> DatePoint {
    guard let day = point.days?.lowerBound else { return point }
    var next = DatePoint(day.adding(days: 1))
    try addTime(parts, to: &next)
    return next
  }

  mutating func range(
    from start: DatePoint, to end: DatePoint, isToNow: Bool, modifier: Modifier?,
    at place: DatePlace
  ) throws -> DateValue {
    let isTimed = start.kind == .time && end.kind == .time
    let isSeason = start.timex.hasSeason && end.timex.hasSeason
    guard let startDays = start.days, let endDays = end.days, !isTimed else {
      return DateValue(
        timex: "\(start.timex)/\(end.timex)", kind: .range, start: start.timex, end: end.timex,
        modifier: modifier)
    }
    guard startDays.lowerBound <= endDays.upperBound else {
      guard isToNow else {
        throw NormalizationFailure("a range whose end is before its start")
      }
      // 至今 of a text that is told from later than its day of publication.
      return DateValue(
        timex: "\(start.timex)/PRESENT_REF", kind: .range, start: start.timex,
        end: "PRESENT_REF", modifier: modifier)
    }
    let point = DatePoint(range: startDays.lowerBound...endDays.upperBound, grain: .part)
    if modifier == nil, !isSeason {
      context.figures.period = DateContext.Period(point: point, place: place)
    }
    var value = point.value(modifier: modifier)
    // 去冬今春 keeps the names of its seasons.
    if isSeason { value.timex = "\(start.timex)/\(end.timex)" }
    return value
  }
}

extension DateParts {
  /// What points by itself does so from the day of publication, whatever the start tells: 2018年3月到这个月,
  /// and 2018年到本年; but 3月到年底 is of the year of its start.
  mutating func pointFromPublication(behind start: DateParts) {
    if offset?.from == .frame, offset?.unit == .year, start.isBareYear { offset?.from = .published }
    if offset?.from == .published { isPlanned = true }
  }

  /// Whether it names a year and nothing within it.
  private var isBareYear: Bool {
    var rest = self
    rest.year = nil
    return year != nil && !rest.hasDay
  }

  /// What stands before both ends of a range belongs to both.
  mutating func take(_ shared: DateParts) {
    if year == nil, offset == nil, cycle == nil {
      (year, offset, cycle) = (shared.year, shared.offset, shared.cycle)
      namesYear = shared.namesYear
    }
    if month == nil, term == nil, quarter == nil, half == nil, day != nil || hour == nil {
      month = shared.month
      if shared.calendar == .lunar { calendar = .lunar }
    }
    if day == nil, weekday == nil, hour != nil {
      (day, weekday, month) = (shared.day, shared.weekday, shared.month ?? month)
    }
    if dayPart == nil, let part = shared.dayPart, hour != nil {
      dayPart = part
      if let hour { try? settle(hour) }
    }
  }

  /// What stands after both ends of a range belongs to both: 1至3月.
  mutating func takeEnds(_ shared: DateParts) {
    if day != nil, month == nil { month = shared.month }
  }

  func isSameDay(as other: DateParts) -> Bool { day == other.day && month == other.month }
}

extension String {
  /// 2009-WI, 2010-SP.
  fileprivate var hasSeason: Bool {
    DateParts.Season.allCases.contains { hasSuffix("-\($0.rawValue)") }
  }
}
