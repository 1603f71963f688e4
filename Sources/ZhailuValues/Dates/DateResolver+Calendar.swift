// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// From parts whose year is known, or is not to be known, to days.
extension DateResolver {
  func calendarPoint(_ parts: DateParts) throws -> DatePoint {
    if let term = parts.term { return try termPoint(term, year: parts.year) }
    if let nine = parts.nine { return try ninePoint(nine, year: parts.year) }
    if let part = parts.dogDays { return try dogDaysPoint(part, year: parts.year) }
    if let easter = parts.easter { return easterPoint(easter, year: parts.year) }
    if let moon = parts.moon { return moonPoint(moon, parts) }
    if let holiday = parts.holiday { return try holidayPoint(holiday, parts) }
    if parts.schoolTerm != nil || parts.isSchoolYear { return try schoolPoint(parts) }
    if parts.calendar == .lunar, parts.month != nil || parts.day != nil {
      return try lunarPoint(parts)
    }
    if parts.calendar == .islamic || parts.calendar == .hebrew { return feastPoint(parts) }
    if let month = parts.month, let weekday = parts.weekday, let nth = parts.nth,
      parts.nthUnit == nil
    {
      return try weekdayPoint(weekday, nth, ofMonth: month, year: parts.year)
    }
    if let decade = parts.decade { return decadePoint(decade, parts) }
    if let century = parts.century {
      return DatePoint(
        timex: Timex.padded(century - 1, 2), grain: .century,
        days: days((century - 1) * 100, 1, century * 100 - 1, 12))
    }
    if let quarter = parts.quarter { return try yearPart("Q", quarter, of: 4, parts.year) }
    if let half = parts.half { return try yearPart("H", half, of: 2, parts.year) }
    if let season = parts.season { return seasonPoint(season, year: parts.year) }
    if let day = parts.day {
      return try dayPoint(
        day, month: parts.month, year: parts.year, isAmbiguous: parts.isAmbiguous)
    }
    if let month = parts.month { return try monthPoint(month, parts) }
    if parts.isYearUnknown { return DatePoint(timex: Timex.year(nil), grain: .year) }
    guard let year = parts.year else { return try unanchored(parts.offset) }
    return DatePoint(timex: Timex.year(year), grain: .year, days: days(year, 1, year, 12))
  }

  func days(
    _ startYear: Int, _ startMonth: Int, _ endYear: Int, _ endMonth: Int
  ) -> ClosedRange<CalendarDate>? {
    guard let start = CalendarDate(year: startYear, month: startMonth, day: 1),
      let end = CalendarDate(
        year: endYear, month: endMonth,
        day: PublicationDate.days(inMonth: endMonth, of: endYear)), start <= end
    else { return nil }
    return start...end
  }

  private func dayPoint(
    _ day: Int, month: Int?, year: Int?, isAmbiguous: Bool
  ) throws -> DatePoint {
    // A leap year allows 29 February where the year is not known, or is before the common era.
    let counted = year.flatMap { $0 > 0 ? $0 : nil } ?? 2000
    guard CalendarDate(year: counted, month: month ?? 1, day: day) != nil else {
      throw NormalizationFailure("no such day in the calendar")
    }
    let date = year.flatMap { year in
      month.flatMap { CalendarDate(year: year, month: $0, day: day) }
    }
    var point = DatePoint(
      timex: Timex.day(day, month: month, year: year), grain: .day, days: date.map { $0...$0 })
    // 10/1/2017: the day may stand before the month.
    if isAmbiguous, let year, let month, month != day,
      let other = CalendarDate(year: year, month: day, day: month)
    {
      point.alternatives = [other.description]
    }
    return point
  }

  private func monthPoint(_ month: Int, _ parts: DateParts) throws -> DatePoint {
    guard (1...12).contains(month) else { throw NormalizationFailure("no such month") }
    let timex = Timex.month(month, of: parts.year)
    let days = parts.year.flatMap { self.days($0, month, $0, parts.lastMonth ?? month) }
    if let last = parts.lastMonth {
      guard let days else {
        throw NormalizationFailure("months \(month) to \(last) of no known year")
      }
      return DatePoint(range: days, grain: .part)
    }
    if let half = parts.monthHalf, let days {
      let middle = days.lowerBound.adding(days: 14)
      return DatePoint(
        range: half == 1 ? days.lowerBound...middle : middle.adding(days: 1)...days.upperBound,
        grain: .tenth)
    }
    guard let tenth = parts.tenth, let days else {
      return DatePoint(timex: timex, grain: .month, days: days)
    }
    let last = parts.lastTenth ?? tenth
    guard last >= tenth else { throw NormalizationFailure("thirds of a month out of order") }
    let from = days.lowerBound.adding(days: (tenth - 1) * 10)
    let to = last == 3 ? days.upperBound : days.lowerBound.adding(days: last * 10 - 1)
    return DatePoint(range: from...to, grain: .tenth)
  }

  private func yearPart(
    _ letter: String, _ part: Int, of count: Int, _ year: Int?
  ) throws -> DatePoint {
    guard (1...count).contains(part) else { throw NormalizationFailure("no such part of a year") }
    let months = 12 / count
    return DatePoint(
      timex: "\(Timex.year(year))-\(letter)\(part)", grain: .part,
      days: year.flatMap { days($0, (part - 1) * months + 1, $0, part * months) })
  }

  /// Spring is from March to May; winter runs into the next year.
  private func seasonPoint(_ season: DateParts.Season, year: Int?) -> DatePoint {
    let first = 3 + 3 * (DateParts.Season.allCases.firstIndex(of: season) ?? 0)
    return DatePoint(
      timex: "\(Timex.year(year))-\(season.rawValue)", grain: .part,
      days: year.flatMap { days($0, first, first == 12 ? $0 + 1 : $0, (first + 1) % 12 + 1) })
  }

  /// 上世纪90年代 is 199; 80年代 alone is of the last century.
  private func decadePoint(_ decade: Int, _ parts: DateParts) -> DatePoint {
    let century = parts.century.map { $0 - 1 } ?? (decade >= 30 ? 19 : 20)
    let year = century * 100 + decade / 10 * 10
    if let last = parts.lastDecade, let days = days(year, 1, century * 100 + last + 9, 12) {
      return DatePoint(range: days, grain: .decade)
    }
    return DatePoint(
      timex: "\(century)\(decade / 10)", grain: .decade, days: days(year, 1, year + 9, 12))
  }

  private func weekdayPoint(
    _ weekday: Int, _ nth: Int, ofMonth month: Int, year: Int?
  ) throws -> DatePoint {
    guard let year, let days = days(year, month, year, month) else {
      return DatePoint(timex: Timex.month(month, of: year), grain: .month)
    }
    let step =
      nth > 0
      ? (weekday - days.lowerBound.weekday + 7) % 7 + 7 * (nth - 1)
      : days.upperBound.day - 1 - (days.upperBound.weekday - weekday + 7) % 7 + 7 * (nth + 1)
    let date = days.lowerBound.adding(days: step)
    guard days.contains(date) else { throw NormalizationFailure("no such weekday in that month") }
    return DatePoint(date)
  }

  /// 上学期 runs from September to January, 下学期 from February to July; a school year from
  /// September to August.
  private func schoolPoint(_ parts: DateParts) throws -> DatePoint {
    guard let year = parts.year else { throw NormalizationFailure("a school year without a year") }
    let months: (Int, Int, Int, Int)
    switch parts.schoolTerm {
    case 1: months = (year, 9, year + 1, 1)
    case 2: months = (year + 1, 2, year + 1, 7)
    default: months = (year, 9, year + 1, 8)
    }
    guard let days = days(months.0, months.1, months.2, months.3) else {
      throw NormalizationFailure("no such year")
    }
    return DatePoint(range: days, grain: .part)
  }

  /// A relative date in a document without a publication date: what it is, not which.
  func unanchored(_ offset: DateParts.Offset?) throws -> DatePoint {
    switch offset?.unit {
    case .day: DatePoint(timex: "XXXX-XX-XX", grain: .day)
    case .week: DatePoint(timex: "XXXX-WXX", grain: .week)
    case .month: DatePoint(timex: "XXXX-XX", grain: .month)
    case .quarter: DatePoint(timex: "XXXX-QX", grain: .part)
    case .halfYear: DatePoint(timex: "XXXX-HX", grain: .part)
    case .year: DatePoint(timex: "XXXX", grain: .year)
    default: throw NormalizationFailure("a date without any part")
    }
  }
}
