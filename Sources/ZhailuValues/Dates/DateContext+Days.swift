// SPDX-License-Identifier: Apache-2.0

extension DateContext {
  /// A day named last, which 当日, 次日 and times without a day belong to.
  struct Day: Sendable {
    var date: CalendarDate
    var secondOfDay: Int?
    var place: DatePlace
    /// Whether something begins with it: 5月1日起.
    var isStart = false
    /// The part of the day that was told with it: 晚7时半, 周四晚.
    var part: String?
    /// Whether it was told as a day of a week that is pointed to, 本周一, and how many weeks away.
    var week: Int?
    /// Whether several days together were told after it: 9点 behind 10月1日至8日 is of each of them.
    var isBehind = false
  }

  /// Days that have been told.
  struct ToldDays: Sendable {
    var last: Day?
    /// The first one, which 震后第二天 counts from.
    private(set) var first: CalendarDate?
    /// A festival, which a time of the same sentence is of: 元宵节当晚…17时.
    private(set) var named: Placed<CalendarDate>?
    /// The last one of the lunar calendar: 初六 after 正月初五.
    private(set) var lunar: Placed<CalendarDate>?
    /// The range that was told last, which 1日上午 and 次日 after it are of.
    var stretch: Placed<ClosedRange<CalendarDate>>?
    private var number = Number.none

    /// How many have been told.
    private enum Number: Equatable {
      case none
      case one(CalendarDate)
      case several
    }

    /// The one day that the article has told so far, which its times are of; none after another.
    var only: CalendarDate? {
      if case .one(let day) = number { day } else { nil }
    }

    mutating func note(_ date: NotedDate) {
      let parts = date.parts
      // 初二 after 大年初一 is of its month; after 中秋 it is of none.
      let isOfNewYear = parts.month == 1 || parts.month == 12
      if parts.calendar == .lunar, parts.day != nil, !parts.isNamed || isOfNewYear {
        lunar = Placed(date.days.upperBound, at: date.place)
      }
      // 国庆假期…1日到3日有雨
      if parts.holiday != nil, date.point.isRange { stretch = Placed(date.days, at: date.place) }
      guard date.grain >= .day else { return }
      if parts.isNamed {
        named = Placed(date.first, at: date.place)
        return
      }
      if first == nil, parts.dateline == nil, parts.offset == nil { first = date.first }
      noteLast(date)
    }

    private mutating func noteLast(_ date: NotedDate) {
      let modifier = date.modifier
      // A time of a day is told on from, whatever it bounds: 截至昨天下午2点…到下午4时.
      guard
        modifier == nil || modifier == .since || modifier == .approx || date.grain == .time
      else { return }
      // 周六 of the heading 14日（周六） is of the day that begins the line.
      var place = date.place
      if let known = last, known.place.block == place.block, known.date == date.first,
        known.place.isFirst, date.grain == .day
      {
        place.isFirst = true
      }
      last = Day(
        date: date.first, secondOfDay: date.point.secondOfDay, place: place,
        isStart: modifier == .since && date.grain == .day, part: date.parts.dayPart,
        week: date.parts.offset.flatMap { $0.unit == .week ? $0.count : nil })
      // 18日 after 6月12日至27日 and 7月2日 is of July.
      if let told = stretch, !told.value.contains(date.first) { stretch = nil }
      number =
        number == .none || number == .one(date.first) ? .one(date.first) : .several
    }

    /// The festival that the sentence told after any other day.
    func festival(before place: DatePlace) -> CalendarDate? {
      guard let named, named.place.sentence == place.sentence,
        last.map({ $0.place.sentence < place.sentence }) ?? true
      else { return nil }
      return named.value
    }

    /// A range that the next paragraph still tells of: 10月1日至7日, not 6月1日至7月9日.
    private static func isShort(_ range: ClosedRange<CalendarDate>) -> Bool {
      range.upperBound.dayNumber - range.lowerBound.dayNumber <= 15
    }

    /// 5月18日至20日(周六至周一): the day of that range which is a Saturday.
    func day(onWeekday number: Int, at place: DatePlace) -> CalendarDate? {
      guard let stretch, stretch.place.sentence == place.sentence,
        case let length = stretch.value.upperBound.dayNumber - stretch.value.lowerBound.dayNumber,
        length < 7
      else { return nil }
      let day = stretch.value.lowerBound.adding(
        days: (number - stretch.value.lowerBound.weekday + 7) % 7)
      return stretch.value.contains(day) ? day : nil
    }

    /// The month and year of a day of the range that was told last: 6日 after 10月1日至7日.
    func month(ofDay day: Int, inStretchAt place: DatePlace) -> (year: Int, month: Int)? {
      guard let stretch, place.block - stretch.place.block <= 1,
        place.sentence - stretch.place.sentence <= 3,
        // 16日 behind 7月1日至8月31日 may be of either month.
        stretch.value.upperBound.dayNumber - stretch.value.lowerBound.dayNumber <= 31,
        place.block == stretch.place.block || Self.isShort(stretch.value)
      else { return nil }
      for bound in [stretch.value.lowerBound, stretch.value.upperBound] {
        guard let date = CalendarDate(year: bound.year, month: bound.month, day: day),
          stretch.value.contains(date)
        else { continue }
        return (date.year, date.month)
      }
      return nil
    }
  }
}
