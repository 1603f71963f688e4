// SPDX-License-Identifier: Apache-2.0

/// Times of day, with and without their day.
extension DateResolver {
  /// 15时30分 without a day is of the day that the sentence, or the one before it, gives.
  func bareTime(_ parts: DateParts, at place: DatePlace) throws -> DatePoint {
    var point = DatePoint(timex: "", grain: .time)
    if parts.isDayless {
      // 开放时间9:00至17:00 is of every day.
    } else if let festival = context.toldDays.festival(before: place) {
      point = DatePoint(festival)
    } else if let day = context.toldDays.last, isOf(day, at: place) {
      // 5月1日起…8:00上课 is of every day.
      if !day.isStart {
        let isNextDay = parts.isPastMidnight(of: day, at: place)
        point = DatePoint(isNextDay ? day.date.adding(days: 1) : day.date)
      }
      let parts = parts.late(after: day, at: place)
      try addTime(parts, to: &point)
      return point
    } else if parts.hour != nil, context.recurring.time != place.sentence,
      let day = context.toldDays.only, let anchor = context.anchor,
      abs(day.dayNumber - anchor.dayNumber) <= 2,
      context.toldYears.last.map({ abs($0.value - day.year) <= 1 }) ?? true
    {
      // A report of one day.
      point = DatePoint(day)
    } else if parts.hour == nil {
      throw NormalizationFailure("a part of a day, and no day")
    }
    try addTime(parts, to: &point)
    return point
  }

  /// Whether a time is of a day: of its sentence or the one before, or below it as its heading, a line
  /// of a programme such as 14日（周六） with lines that begin with times.
  private func isOf(_ day: DateContext.Day, at place: DatePlace) -> Bool {
    if day.isBehind { return false }
    let (blocks, sentences) = (
      place.block - day.place.block, place.sentence - day.place.sentence
    )
    guard blocks > 0 else { return sentences <= 1 || day.secondOfDay != nil }
    return place.isFirst && day.place.isFirst && blocks == sentences && blocks <= 12
  }

  func addTime(_ parts: DateParts, to point: inout DatePoint) throws {
    guard let hour = parts.hour else {
      if let part = parts.dayPart { point.timex += part }
      point.kind = .time
      point.grain = .time
      return
    }
    let minute = parts.minute ?? 0
    if parts.isOfNextDay { return try addTime(pastMidnight: parts, to: &point) }
    point.secondOfDay = hour * 3600 + minute * 60 + (parts.second ?? 0)
    let day = point.timex
    point.timex = day + Timex.time(hour: hour, minute: minute, second: parts.second)
    if let last = parts.lastHour {
      point.until = day + Timex.time(hour: last, minute: 0, second: nil)
    }
    point.kind = .time
    point.grain = .time
  }

  /// 昨晚12点半 and 昨晚1点 are of the next day.
  private func addTime(pastMidnight parts: DateParts, to point: inout DatePoint) throws {
    var early = parts
    early.hour = parts.hour.map { $0 - 24 }
    early.lastHour = parts.lastHour.map { $0 - 24 }
    if let day = point.days?.lowerBound { point = DatePoint(day.adding(days: 1)) }
    try addTime(early, to: &point)
  }

  /// 现在, where it begins or ends a range.
  func now() throws -> DatePoint {
    guard let anchor = context.anchor else { return DatePoint(timex: "PRESENT_REF", grain: .day) }
    var point = DatePoint(anchor)
    if let second = context.publication.second {
      point.secondOfDay = second
      point.timex += Timex.time(secondOfDay: second)
      point.kind = .time
      point.grain = .time
    }
    return point
  }
}

extension DateParts {
  /// 零点 after 23时30分 of its sentence begins the next day, as does 凌晨1时 after 周四晚.
  fileprivate func isPastMidnight(of day: DateContext.Day, at place: DatePlace) -> Bool {
    guard day.place.sentence == place.sentence, let hour else { return false }
    let isDawn = dayPart == "TDW" && hour < 7
    guard let last = day.secondOfDay else { return day.part == "TEV" && isDawn }
    return (last >= 20 * 3600 || day.part == "TEV") && (hour == 0 || isDawn)
  }

  /// 演到11点 after 晚7时半 of its sentence is 23:00, 12点 is 24:00; in the next sentence a time soon after it
  /// is of that half of the day too.
  fileprivate func late(after day: DateContext.Day, at place: DatePlace) -> DateParts {
    guard day.part == "TAF" || day.part == "TEV", dayPart == nil, meridiem == nil,
      let last = day.secondOfDay, let hour, (1...(day.part == "TEV" ? 12 : 11)).contains(hour),
      hour * 3600 < last
    else { return self }
    let passed = (hour + 12) * 3600 + (minute ?? 0) * 60 - last
    guard passed > 0, place.sentence == day.place.sentence || passed <= 3 * 3600 else {
      return self
    }
    var late = self
    late.hour = hour + 12
    late.dayPart = "TEV"
    return late
  }
}
