// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Lengths of time, and times that come again.
extension DateResolver {
  /// 一年零三个月: counts and units in step; 两三年 is P2Y/P3Y.
  mutating func duration(
    _ fields: Fields, modifier: Modifier?, at place: DatePlace
  ) throws -> DateValue {
    let duration = try DurationParts(fields)
    // 六两日 of 星期五、六两日: digits side by side are no count of days.
    if duration.parts.count == 1, let count = duration.firstCount,
      count.style.contains(.positional), count.digits == 2, duration.parts[0].unit != .year
    {
      throw NormalizationFailure("two digits that are no number")
    }
    if duration.parts.count == 1, duration.parts[0].unit == .year, !fields.has("anniversary"),
      let count = duration.firstCount, count.isWrittenYear(of: context.years)
    {
      // 零八年, 七六年 are years.
      var parts = try DateParts(fields.adding("year", .numeral(count)), context.years)
      let point = try point(&parts, at: place)
      context.note(point, parts, modifier: modifier, at: place)
      return point.value(modifier: modifier)
    }
    var timex = try Timex.duration(duration.parts)
    if let high = duration.parts.first?.high, duration.parts.count == 1 {
      var upper = duration.parts[0]
      upper.count = high
      timex += "/" + (try Timex.duration([upper]))
    }
    let own = duration.modifier
    if duration.parts.count == 1, duration.parts[0].unit == .month,
      let months = duration.parts[0].count.integer
    {
      context.figures.notePeriod(months: months, at: place)
    }
    return DateValue(
      timex: timex, kind: .duration,
      modifier: modifier.map { own.map($0.combined(with:)) ?? $0 } ?? own)
  }

  /// 2:11:08 as the time that a race took.
  func elapsed(_ fields: Fields, modifier: Modifier?) throws -> DateValue {
    var timex = "PT"
    for (name, letter) in [("hour" as FieldName, "H"), ("minute", "M"), ("second", "S")] {
      guard let count = fields.integer(name) else { continue }
      timex += "\(count)\(letter)"
    }
    guard timex != "PT" else { throw NormalizationFailure("a duration without a number") }
    return DateValue(timex: timex, kind: .duration, modifier: modifier)
  }

  /// 一至三个月, 6至12个月, 三个月到半年.
  func durationRange(
    from start: Fields, to end: Fields, of fields: Fields, modifier: Modifier?
  ) throws -> DateValue {
    if start.text("duration") != nil {
      let lower = try Timex.duration(try DurationParts(start).parts)
      let upper = try Timex.duration(try DurationParts(end).parts)
      return DateValue(timex: "\(lower)/\(upper)", kind: .duration, modifier: modifier)
    }
    // 五至十分钟: 十分钟 is a word of its own.
    let named = fields.text("duration") ?? end.text("duration")
    guard let unit = named.flatMap(DurationUnit.init),
      let low = start.numeral("count")?.value,
      let high = end.numeral("count")?.value ?? end.integer("count").map(ExactDecimal.init)
    else { throw NormalizationFailure("a duration whose numbers and units do not match") }
    let lower = try Timex.duration([DurationParts.Part(count: low, unit: unit)])
    let upper = try Timex.duration([DurationParts.Part(count: high, unit: unit)])
    return DateValue(timex: "\(lower)/\(upper)", kind: .duration, modifier: modifier)
  }

  /// 五三年到五八年, and 104年至106年 of a text that counts from 1912, are years.
  func writtenYears(
    from start: Fields, to end: Fields, of fields: Fields, _ modifier: Modifier?
  ) throws -> DateValue? {
    let unit = start.text("duration") ?? fields.text("duration")
    guard unit.flatMap(DurationUnit.init) == .year,
      let low = start.numeral("count"), let high = end.numeral("count"),
      low.isWrittenYear(of: context.years), high.isWrittenYear(of: context.years),
      let first = try DateParts(fields.adding("year", .numeral(low)), context.years).year,
      let last = try DateParts(fields.adding("year", .numeral(high)), context.years).year,
      first < last, let days = days(first, 1, last, 12)
    else { return nil }
    return DatePoint(range: days, grain: .part).value(modifier: modifier)
  }

  // MARK: Sets

  /// 每天 is P1D, 每半年 P6M, 每周三 XXXX-WXX-3, 每天上午9:00—12:00 two times with the day left open.
  func set(_ fields: Fields, modifier: Modifier?) throws -> DateValue {
    if let start = fields.group("start"), let end = fields.group("end") {
      if start.has("count") {
        // 每3至5天
        var value = try durationRange(from: start, to: end, of: fields, modifier: modifier)
        value.kind = .set
        return value
      }
      var first = try DateParts(start, context.years)
      first.take(try DateParts(fields, context.years))
      var last = try DateParts(end, context.years)
      if last.isBareTime {
        last.inherit(from: first)
      } else if last.weekday != nil, !last.hasTime {
        last.inheritTime(from: first)
      } else if last.day != nil, last.month == nil {
        last.month = first.month
      }
      return DateValue(
        timex: "\(try recurring(first, fields))/\(try recurring(last, fields))", kind: .set,
        modifier: modifier)
    }
    if fields.has("duration"), fields.text("direction") == nil {
      let timex = try Timex.duration(try DurationParts(fields).parts)
      return DateValue(timex: timex, kind: .set, modifier: modifier)
    }
    let parts = try DateParts(fields, context.years)
    if parts.isEmpty, let unit = fields.text("each").flatMap(DurationUnit.init) {
      // 每年年底, 每个工作日
      return DateValue(timex: "P\(unit.multiple)\(unit.letter)", kind: .set, modifier: modifier)
    }
    return DateValue(timex: try recurring(parts, fields), kind: .set, modifier: modifier)
  }

  /// 每年九月下旬 is XXXX-09-21/XXXX-09-30.
  private static func tenth(_ first: Int, upTo last: Int, of month: Int) -> String {
    // February of any year may have 29 days.
    let end = last == 3 ? PublicationDate.days(inMonth: month, of: 2000) : last * 10
    let start = Timex.day(first * 10 - 9, month: month, year: nil)
    return "\(start)/\(Timex.day(end, month: month, year: nil))"
  }

  /// A date of which only what comes again is said: XXXX-08-12, XXXX-XX-04, XXXX-WXX-3T14:00.
  private func recurring(_ parts: DateParts, _ fields: Fields) throws -> String {
    var timex: String
    if parts.nth != nil {
      // 每年母亲节, 每月第一个周一: each time another day.
      timex = parts.month == nil && fields.text("each") != "year" ? "P1M" : "P1Y"
    } else if let weekday = parts.weekday {
      timex = "XXXX-WXX-\(weekday)"
    } else if parts.isWeekend {
      timex = "XXXX-WXX-WE"
    } else if parts.calendar != .solar || parts.term != nil || parts.easter != nil
      || parts.moon != nil
    {
      // 每年腊月廿三, 每月初一: each year, each month another day.
      timex = parts.calendar == .lunar && parts.month == nil ? "P1M" : "P1Y"
    } else if let season = parts.season {
      timex = "XXXX-\(season.rawValue)"
    } else if let quarter = parts.quarter {
      timex = "XXXX-Q\(quarter)"
    } else if let half = parts.half {
      timex = "XXXX-H\(half)"
    } else if let month = parts.month, let tenth = parts.tenth {
      timex = Self.tenth(tenth, upTo: parts.lastTenth ?? tenth, of: month)
    } else if parts.day != nil || parts.month == nil {
      timex = Timex.day(parts.day, month: parts.month, year: nil)
    } else {
      timex = Timex.month(parts.month ?? 1, of: nil)
      // 每年四五月
      if let last = parts.lastMonth { timex += "/" + Timex.month(last, of: nil) }
    }
    guard parts.hasTime, !timex.hasPrefix("P") else { return timex }
    if let hour = parts.hour {
      // 每晚12点半 comes again on each day all the same.
      let written = parts.isOfNextDay ? hour - 24 : hour
      timex += Timex.time(hour: written, minute: parts.minute ?? 0, second: parts.second)
    } else {
      timex += parts.dayPart ?? ""
    }
    return timex
  }
}

extension Numeral {
  /// 七六 and 零八: digits that make a year and no count; so do 一○三 and 104 where years count from
  /// 1912.
  fileprivate func isWrittenYear(of years: YearReading) -> Bool {
    guard high == nil, modifier == nil else { return false }
    if style.contains(.positional) || style.contains(.leadingZero) {
      return digits == 2 || (digits == 3 && years.usesMinguo)
    }
    return years.usesMinguo && digits == 3 && low.integer.map((101...130).contains) ?? false
  }
}

extension Fields {
  fileprivate func adding(_ name: String, _ field: Field) -> Fields {
    var fields = Fields()
    fields.append(name, field)
    return fields
  }
}
