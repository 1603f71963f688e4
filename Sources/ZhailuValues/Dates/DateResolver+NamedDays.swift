// SPDX-License-Identifier: Apache-2.0

/// Days of the lunar calendar and of foreign ones, solar terms, Easter and statutory holidays.
extension DateResolver {
  func termPoint(_ term: String, year: Int?) throws -> DatePoint {
    guard let year else {
      return DatePoint(timex: Timex.day(nil, month: nil, year: nil), grain: .day)
    }
    guard let date = SolarTerm.date(of: term, year: year) else {
      return DatePoint(timex: Timex.day(nil, month: nil, year: year), grain: .day)
    }
    return DatePoint(date)
  }

  /// 三九: the third nine days from the winter solstice of the year on.
  func ninePoint(_ nine: Int, year: Int?) throws -> DatePoint {
    guard let year, let solstice = SolarTerm.date(of: "冬至", year: year) else {
      throw NormalizationFailure("days after a solstice of no known year")
    }
    let first = solstice.adding(days: (nine - 1) * 9)
    return DatePoint(range: first...first.adding(days: 8), grain: .tenth)
  }

  /// The hottest days: 初伏 from the third day 庚 after the summer solstice, 中伏 from the fourth, 末伏
  /// from the first after the beginning of autumn on.
  func dogDaysPoint(_ part: Int, year: Int?) throws -> DatePoint {
    guard let year, let solstice = SolarTerm.date(of: "夏至", year: year),
      let autumn = SolarTerm.date(of: "立秋", year: year)
    else { throw NormalizationFailure("days after a solstice of no known year") }
    let first = solstice.stemDay(6).adding(days: 20)
    let last = autumn.stemDay(6)
    switch part {
    case 0: return DatePoint(range: first...last.adding(days: 9), grain: .part)
    case 1: return DatePoint(range: first...first.adding(days: 9), grain: .tenth)
    case 2: return DatePoint(range: first.adding(days: 10)...last.adding(days: -1), grain: .tenth)
    default: return DatePoint(range: last...last.adding(days: 9), grain: .tenth)
    }
  }

  /// Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
  func easterPoint(_ shift: Int, year: Int?) -> DatePoint {
    guard let year, (1583...9998).contains(year) else {
      return DatePoint(timex: Timex.day(nil, month: nil, year: year), grain: .day)
    }
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let (month, day) = ((h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1)
    guard let sunday = CalendarDate(year: year, month: month, day: day) else {
      return DatePoint(timex: Timex.year(year), grain: .year)
    }
    return DatePoint(sunday.adding(days: shift))
  }

  /// 开斋节, 逾越节: by the calendar of a religion; of its month without a day, 斋月, the first.
  func feastPoint(_ parts: DateParts) -> DatePoint {
    guard let year = parts.year, let month = parts.month else { return vaguePoint(parts) }
    let day = parts.day ?? 1
    let date =
      parts.calendar == .islamic
      ? LunarCalendar.islamicDate(year: year, month: month, day: day)
      : HebrewCalendar.date(year: year, month: month, day: day)
    return date.map { DatePoint($0) } ?? vaguePoint(parts)
  }

  /// 排灯节, 藏历新年: so many days from the last new moon up to a day of the solar calendar.
  func moonPoint(_ shift: Int, _ parts: DateParts) -> DatePoint {
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let moon = CalendarDate(year: year, month: month, day: day)
        .flatMap(LunarCalendar.newMoon(upTo:))
    else { return vaguePoint(parts) }
    return DatePoint(moon.adding(days: shift))
  }

  /// Day 0 of a lunar month is its last: 除夕 is day 0 of the twelfth.
  func lunarPoint(_ parts: DateParts) throws -> DatePoint {
    // The month and the day of the lunar calendar are not those of TIMEX3.
    guard let year = parts.year, let month = parts.month else {
      return vaguePoint(parts)
    }
    // 同治七年七月: only the year is known.
    guard LunarCalendar.holds(year) else { return vaguePoint(parts) }
    guard let length = LunarCalendar.length(year: year, month: month, isLeap: parts.isLeapMonth),
      let first = LunarCalendar.date(year: year, month: month, day: 1, isLeap: parts.isLeapMonth)
    else { throw NormalizationFailure("no such month in the lunar year \(year)") }
    guard let day = parts.day else { return lunarMonth(first, length, parts) }
    let number = day == 0 ? length : day
    guard number <= length else {
      throw NormalizationFailure("no day \(day) in that lunar month of \(year)")
    }
    var point = DatePoint(first.adding(days: number - 1))
    if parts.isAmbiguous, let solar = CalendarDate(year: year, month: month, day: number) {
      point.alternatives = [solar.description]
    }
    return point
  }

  private func vaguePoint(_ parts: DateParts) -> DatePoint {
    let isMonth = parts.day == nil && parts.month != nil
    let timex =
      isMonth
      ? Timex.year(parts.year) + "-XX" : Timex.day(nil, month: nil, year: parts.year)
    return DatePoint(timex: timex, grain: isMonth ? .month : .day)
  }

  private func lunarMonth(_ first: CalendarDate, _ length: Int, _ parts: DateParts) -> DatePoint {
    guard let tenth = parts.tenth else {
      return DatePoint(range: first...first.adding(days: length - 1), grain: .month)
    }
    let last = parts.lastTenth ?? tenth
    let end = last == 3 ? length - 1 : last * 10 - 1
    let start = min((tenth - 1) * 10, end)
    return DatePoint(range: first.adding(days: start)...first.adding(days: end), grain: .tenth)
  }

  /// The days off, where the state has announced them; else the day of the festival itself.
  func holidayPoint(_ holiday: String, _ parts: DateParts) throws -> DatePoint {
    if let year = parts.year, let days = StatutoryHoliday.daysOff(holiday, year: year) {
      return DatePoint(range: days, grain: .tenth)
    }
    var day = parts
    day.holiday = nil
    return try calendarPoint(day)
  }
}
