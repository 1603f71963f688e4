// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Dates of one article to TIMEX3, in the order of the text: from the publication date and from the
/// article's own thread, never from the clock.
///
/// A date that names its year (1997年5月8日) sets the thread: the next without one (5月14日) is of the
/// same year. Without a thread and a publication date nothing is guessed: XXXX-03-18.
package struct DateResolver {
  private let anchor: CalendarDate?
  /// The last date of this block whose year the text gives.
  private var thread: (year: Int, month: Int?)?
  private var block = -1

  package init(published: PublicationDate?) {
    anchor = published.map(CalendarDate.init)
  }

  /// Resolves the fields of one mention, which stands in the block number `block`.
  package mutating func resolve(_ fields: Fields, block: Int) throws -> DateValue {
    if block != self.block {
      self.block = block
      thread = nil
    }
    let modifier = fields.modifier()
    if let timex = fields.text("timex"), let kind = fields.text("kind").flatMap(DateValue.Kind.init)
    {
      return DateValue(timex: timex, kind: kind, modifier: modifier)
    }
    if !fields.all("count").isEmpty { return try duration(fields) }
    if let start = fields.group("start"), let end = fields.group("end") {
      return try range(from: start, to: end, of: fields, modifier: modifier)
    }
    var parts = try DateParts(fields, anchorYear: anchor?.year)
    let point = try point(&parts)
    return value(of: point, modifier: modifier)
  }

  // MARK: Points

  /// A resolved stretch of the calendar: its value, and its days where they are known.
  struct Point {
    var timex: String
    var kind = DateValue.Kind.date
    var days: ClosedRange<CalendarDate>?
    /// Whether the days are shown: true of stretches that TIMEX3 has no value for (上旬).
    var isRange = false
  }

  private func value(of point: Point, modifier: Modifier?) -> DateValue {
    guard point.isRange, let days = point.days else {
      return DateValue(timex: point.timex, kind: point.kind, modifier: modifier)
    }
    return DateValue(
      timex: point.timex, kind: .range, start: days.lowerBound.description,
      end: days.upperBound.description, modifier: modifier)
  }

  private mutating func point(_ parts: inout DateParts) throws -> Point {
    guard !parts.isEmpty else { throw NormalizationFailure("a date without any part") }
    let hasOwnYear = parts.year != nil
    if parts.offset == nil, parts.isBareWeekday { parts.offset = .init(unit: .week, count: 0) }
    if parts.isBareTime { return try bareTime(parts) }
    if let offset = parts.offset, offset.unit == .day || offset.unit == .week {
      return try offsetPoint(offset, parts)
    }
    completeYear(&parts)
    guard parts.year.map((1...9999).contains) ?? true else {
      throw NormalizationFailure("no such year")
    }
    var point = try calendarPoint(parts)
    if parts.hour != nil || parts.dayPart != nil { try addTime(parts, to: &point) }
    if hasOwnYear || parts.offset != nil, let year = parts.year { thread = (year, parts.month) }
    return point
  }

  /// Fills in the year, and the month of a bare day, from offset, thread or publication date.
  private func completeYear(_ parts: inout DateParts) {
    if let offset = parts.offset {
      guard let anchor else { return }
      switch offset.unit {
      case .year: parts.year = anchor.year + offset.count
      case .month:
        let date = anchor.adding(months: offset.count)
        parts.year = date?.year ?? 0
        parts.month = date?.month
      case .quarter:
        let index = anchor.year * 4 + (anchor.month - 1) / 3 + offset.count
        parts.year = index / 4
        parts.quarter = index % 4 + 1
      default: break
      }
      return
    }
    guard parts.year == nil, parts.decade == nil, parts.century == nil else { return }
    let isBareDay = parts.month == nil && parts.day != nil
    if isBareDay { parts.month = thread?.month ?? anchor?.month }
    if let thread {
      parts.year = thread.year
    } else if let anchor {
      // 腊月 and 除夕 fall in January or February: until the summer, those that have just been.
      let isSoonAfter = anchor.month <= (parts.calendar == .lunar ? 6 : 2)
      parts.year = isSoonAfter && (parts.month ?? 0) >= 11 ? anchor.year - 1 : anchor.year
    }
  }

  private func calendarPoint(_ parts: DateParts) throws -> Point {
    if let term = parts.term { return try termPoint(term, year: parts.year) }
    if parts.calendar == .lunar, parts.month != nil || parts.day != nil {
      return try lunarPoint(parts)
    }
    if let decade = parts.decade { return decadePoint(decade, parts) }
    if let century = parts.century { return Point(timex: "\(century - 1)") }
    if let quarter = parts.quarter { return try yearPart("Q", quarter, of: 4, parts.year) }
    if let half = parts.half { return try yearPart("H", half, of: 2, parts.year) }
    if let day = parts.day { return try dayPoint(day, month: parts.month, year: parts.year) }
    if let month = parts.month { return try monthPoint(month, parts) }
    guard let year = parts.year else { return try unanchored(parts.offset) }
    return Point(timex: Timex.year(year), days: days(year, 1, year, 12))
  }

  private func days(
    _ startYear: Int, _ startMonth: Int, _ endYear: Int, _ endMonth: Int
  ) -> ClosedRange<CalendarDate>? {
    guard let start = CalendarDate(year: startYear, month: startMonth, day: 1),
      let end = CalendarDate(
        year: endYear, month: endMonth,
        day: PublicationDate.days(inMonth: endMonth, of: endYear))
    else { return nil }
    return start...end
  }

  private func dayPoint(_ day: Int, month: Int?, year: Int?) throws -> Point {
    // A leap year allows 29 February where the year is not known.
    guard CalendarDate(year: year ?? 2000, month: month ?? 1, day: day) != nil else {
      throw NormalizationFailure("no such day in the calendar")
    }
    let date = year.flatMap { year in
      month.flatMap { CalendarDate(year: year, month: $0, day: day) }
    }
    return Point(
      timex: Timex.day(day, month: month, year: year), days: date.map { $0...$0 })
  }

  private func monthPoint(_ month: Int, _ parts: DateParts) throws -> Point {
    guard (1...12).contains(month) else { throw NormalizationFailure("no such month") }
    let timex = Timex.month(month, of: parts.year)
    let days = parts.year.flatMap { self.days($0, month, $0, month) }
    guard let tenth = parts.tenth, let days else { return Point(timex: timex, days: days) }
    let first = days.lowerBound.adding(days: (tenth - 1) * 10)
    let last = tenth == 3 ? days.upperBound : first.adding(days: 9)
    return Point(timex: "\(first)/\(last)", kind: .range, days: first...last, isRange: true)
  }

  private func yearPart(_ letter: String, _ part: Int, of count: Int, _ year: Int?) throws -> Point
  {
    guard (1...count).contains(part) else { throw NormalizationFailure("no such part of a year") }
    let months = 12 / count
    return Point(
      timex: "\(Timex.year(year))-\(letter)\(part)",
      days: year.flatMap { days($0, (part - 1) * months + 1, $0, part * months) })
  }

  /// 上世纪90年代 is 199; 80年代 alone is of the last century.
  private func decadePoint(_ decade: Int, _ parts: DateParts) -> Point {
    let century = parts.century.map { $0 - 1 } ?? (decade >= 30 ? 19 : 20)
    return Point(timex: "\(century)\(decade / 10)")
  }

  private func termPoint(_ term: String, year: Int?) throws -> Point {
    guard let year, let date = SolarTerm.date(of: term, year: year) else {
      return Point(timex: "\(Timex.year(year))-XX-XX")
    }
    return Point(timex: date.description, days: date...date)
  }

  /// Day 0 of a lunar month is its last: 除夕 is day 0 of the twelfth.
  private func lunarPoint(_ parts: DateParts) throws -> Point {
    // The month and the day of the lunar calendar are not those of TIMEX3.
    guard let year = parts.year, let month = parts.month else {
      return Point(timex: "\(Timex.year(parts.year))-XX-XX")
    }
    guard let length = LunarCalendar.length(year: year, month: month, isLeap: parts.isLeapMonth)
    else { throw NormalizationFailure("no such month in the lunar year \(year)") }
    func date(_ day: Int) -> CalendarDate? {
      LunarCalendar.date(year: year, month: month, day: day, isLeap: parts.isLeapMonth)
    }
    guard let day = parts.day else {
      let days = date(1)!...date(length)!
      return Point(
        timex: "\(days.lowerBound)/\(days.upperBound)", kind: .range, days: days, isRange: true)
    }
    guard let date = date(day == 0 ? length : day) else {
      throw NormalizationFailure("no day \(day) in that lunar month of \(year)")
    }
    return Point(timex: date.description, days: date...date)
  }

  private func offsetPoint(_ offset: DateParts.Offset, _ parts: DateParts) throws -> Point {
    guard let anchor else {
      return try unanchored(parts.weekday == nil ? offset : .init(unit: .day, count: 0))
    }
    // A week away from both ends of the calendar.
    let target = anchor.adding(days: offset.count * (offset.unit == .week ? 7 : 1))
    guard (2...9998).contains(target.year) else { throw NormalizationFailure("no such year") }
    if offset.unit == .day {
      let date = target
      var point = Point(timex: date.description, days: date...date)
      if parts.hour != nil || parts.dayPart != nil { try addTime(parts, to: &point) }
      return point
    }
    let monday = target.adding(days: 1 - target.weekday)
    if let weekday = parts.weekday {
      let date = monday.adding(days: weekday - 1)
      var point = Point(timex: date.description, days: date...date)
      if parts.hour != nil || parts.dayPart != nil { try addTime(parts, to: &point) }
      return point
    }
    // ISO 8601: a week belongs to the year of its Thursday.
    let thursday = monday.adding(days: 3)
    let newYear = CalendarDate(year: thursday.year, month: 1, day: 1)!
    let week = (thursday.dayNumber - newYear.dayNumber) / 7 + 1
    return Point(
      timex: "\(Timex.year(thursday.year))-W\(Timex.padded(week, 2))",
      days: monday...monday.adding(days: 6))
  }

  /// 15时30分 without a day is of the day of publication.
  private func bareTime(_ parts: DateParts) throws -> Point {
    var point = Point(
      timex: anchor?.description ?? Timex.day(nil, month: nil, year: nil),
      days: anchor.map { $0...$0 })
    try addTime(parts, to: &point)
    return point
  }

  /// A relative date in a document without a publication date: what it is, not which.
  private func unanchored(_ offset: DateParts.Offset?) throws -> Point {
    switch offset?.unit {
    case .day: return Point(timex: "XXXX-XX-XX")
    case .week: return Point(timex: "XXXX-WXX")
    case .month: return Point(timex: "XXXX-XX")
    case .quarter: return Point(timex: "XXXX-QX")
    case .year: return Point(timex: "XXXX")
    default: throw NormalizationFailure("a date without any part")
    }
  }

  private func addTime(_ parts: DateParts, to point: inout Point) throws {
    if let hour = parts.hour {
      guard (0...24).contains(hour), (0...59).contains(parts.minute ?? 0),
        (0...60).contains(parts.second ?? 0)
      else { throw NormalizationFailure("no such time of day") }
      point.timex += Timex.time(hour: hour, minute: parts.minute ?? 0, second: parts.second)
    } else if let part = parts.dayPart {
      point.timex += part
    }
    point.kind = .time
  }

  // MARK: Ranges and durations

  private mutating func range(
    from start: Fields, to end: Fields, of fields: Fields, modifier: Modifier?
  ) throws -> DateValue {
    var first = try DateParts(start, anchorYear: anchor?.year)
    // 2019年1至9月: what stands before both belongs to both.
    let shared = try DateParts(fields, anchorYear: anchor?.year)
    if first.year == nil, first.offset == nil {
      (first.year, first.offset) = (shared.year, shared.offset)
    }
    if first.month == nil, first.term == nil { first.month = shared.month }
    var last = try DateParts(end, anchorYear: anchor?.year)
    let startPoint = try point(&first)
    last.inherit(from: first)
    var endPoint = try point(&last)
    if let startDays = startPoint.days, let endDays = endPoint.days,
      endDays.upperBound < startDays.lowerBound, end.integer("year") == nil
    {
      last.year = last.year.map { $0 + 1 }
      endPoint = try point(&last)
    }
    let isTimed = startPoint.kind == .time && endPoint.kind == .time
    guard let startDays = startPoint.days, let endDays = endPoint.days, !isTimed else {
      return DateValue(
        timex: "\(startPoint.timex)/\(endPoint.timex)", kind: .range, start: startPoint.timex,
        end: endPoint.timex, modifier: modifier)
    }
    guard startDays.lowerBound <= endDays.upperBound else {
      throw NormalizationFailure("a range whose end is before its start")
    }
    let (from, to) = ("\(startDays.lowerBound)", "\(endDays.upperBound)")
    return DateValue(
      timex: "\(from)/\(to)", kind: .range, start: from, end: to, modifier: modifier)
  }

  /// 一年零三个月: counts and units in step; 6天6夜 names its days twice and counts them once.
  private func duration(_ fields: Fields) throws -> DateValue {
    var counts: [Numeral] = []
    for case .numeral(let count) in fields.all("count") { counts.append(count) }
    var units: [DurationUnit] = []
    for case .text(let unit) in fields.all("duration") {
      guard let unit = DurationUnit(rawValue: unit) else {
        throw NormalizationFailure("no unit of time is called 【\(unit)】")
      }
      units.append(unit)
    }
    guard !units.isEmpty, counts.count == units.count else {
      throw NormalizationFailure("a duration whose numbers and units do not match")
    }
    var parts: [(count: ExactDecimal, unit: DurationUnit)] = []
    var modifier = fields.modifier()
    for (count, unit) in zip(counts, units) where !parts.contains(where: { $0.unit == unit }) {
      let half =
        fields.text("half") != nil && parts.count == units.count - 1
        ? ExactDecimal(mantissa: 5, scale: 1) : .zero
      guard let number = count.low.plus(half)?.times(ExactDecimal(unit.multiple)) else {
        throw NormalizationFailure("a duration too long to hold exactly")
      }
      parts.append((number, unit))
      // 三五天 is one number only roughly.
      let own = count.modifier ?? (count.high == nil ? nil : .approx)
      modifier = modifier?.combined(with: own) ?? own
    }
    return DateValue(timex: Timex.duration(parts), kind: .duration, modifier: modifier)
  }
}
