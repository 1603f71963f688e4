// SPDX-License-Identifier: Apache-2.0

/// The week that a report is about.
extension DateContext {
  /// 上周 takes a report to its week, 本周, 昨日 and 下周一 take it back.
  mutating func noteWeek(_ point: DatePoint, _ parts: DateParts, at place: DatePlace) {
    guard let offset = parts.offset, offset.unit == .week || offset.unit == .day else {
      // 周三 and 6月28日 go on with the week that they are of.
      if let known = week, let day = point.days?.lowerBound, point.grain >= .day {
        let isOfWeek = (0...6).contains(day.dayNumber - known.value.dayNumber)
        week = isOfWeek ? Placed(known.value, at: place) : week
      }
      return
    }
    if offset.from == .told, offset.unit == .week { return }
    guard offset.unit == .week, point.grain == .week, let monday = point.days?.lowerBound,
      monday.weekday == 1
    else {
      week = nil
      return
    }
    week = Placed(monday, at: place)
  }

  /// The Monday of the week that a report tells of, which is over: 上周大盘缩量。周二反弹….
  func lastWeek(at place: DatePlace) -> CalendarDate? {
    guard let week, let anchor, week.value.adding(days: 6) < anchor,
      place.block - week.place.block <= 1, place.sentence - week.place.sentence <= 3
    else { return nil }
    return week.value
  }
}
