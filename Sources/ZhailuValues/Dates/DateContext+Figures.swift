// SPDX-License-Identifier: Apache-2.0

extension DateContext {
  /// A stretch that figures are given for: 上半年, 1至9月; the day, where a day is.
  struct Period: Sendable {
    var point: DatePoint
    var place: DatePlace
  }

  /// What figures are given for.
  struct Figures: Sendable {
    var period: Period?
    /// The season that was told after it: 2019年夏季, which 去年同期 of this sentence or the next is of.
    var season: Period?
    /// The day that bounds what is told: 截至正月初十.
    var until: Placed<CalendarDate>?
    /// Whether what was told last as a bound is a day, or a time of one; the start of a range is a bound
    /// too.
    var boundsDay = false

    mutating func note(_ date: NotedDate, anchor: CalendarDate?) {
      if date.modifier == .until, date.grain >= .month {
        until = Placed(date.days.upperBound, at: date.place)
        boundsDay = date.grain >= .day
      }
      let parts = date.parts
      // 7月底存栏4.3亿头: the month is what figures are given for.
      let isOpen = date.modifier == nil || (date.modifier == .end && date.grain == .month)
      guard isOpen, date.grain >= .part, !parts.isNamed, parts.shift == nil,
        !parts.isCompared
      else { return }
      if parts.season != nil {
        season = Period(point: date.point, place: date.place)
      } else {
        season = nil
        notePeriod(date, anchor)
      }
    }

    /// Of the days of a sentence the first is what figures are given for; a stretch goes before them.
    private mutating func notePeriod(_ date: NotedDate, _ anchor: CalendarDate?) {
      // 明年上半年 has no figures yet.
      if let anchor, date.first > anchor { return }
      guard date.grain >= .day else {
        period = Period(point: date.point, place: date.place)
        return
      }
      if let known = period,
        known.place.sentence == date.place.sentence || known.point.grain < .day
      {
        return
      }
      period = Period(point: DatePoint(date.first), place: date.place)
    }

    /// 截至6月底止六个月: the months that the figures are of.
    mutating func notePeriod(months count: Int, at place: DatePlace) {
      guard let last = until, last.place.sentence == place.sentence, [3, 6, 9, 12].contains(count),
        last.value.adding(days: 1).day == 1,
        let first = last.value.adding(days: 1).adding(months: -count)
      else { return }
      var point = DatePoint(range: first...last.value, grain: .part)
      if count == 6, first.month % 6 == 1 {
        point.timex = "\(Timex.year(first.year))-H\(first.month / 6 + 1)"
        (point.kind, point.isRange) = (.date, false)
      }
      period = Period(point: point, place: place)
      until = nil
    }
  }
}
