// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Dates of one article to TIMEX3, in the order of the text: from the publication date and from the
/// article's own thread, never from the clock.
///
/// A date that names its year (1997年5月8日) sets the thread: the next without one (5月14日) is of the
/// same year. Without a thread and a publication date nothing is guessed: XXXX-03-18.
package struct DateResolver {
  var context: DateContext
  private let isTraditional: () -> Bool

  package init(
    published: PublicationDate?, isTraditional: @escaping () -> Bool = { false }
  ) {
    context = DateContext(published: published)
    self.isTraditional = isTraditional
  }

  /// Resolves the fields of one mention, which stands at `place`.
  package mutating func resolve(_ fields: Fields, at place: DatePlace) throws -> DateValue {
    context.turn(to: place)
    let modifier = fields.dateModifier
    if fields.text("told") == "republic", let counted = ofReign(fields, at: place) {
      return try single(counted, modifier: modifier, at: place)
    }
    if let told = fields.text("told"), !tells(told, fields, at: place) {
      // 18年9月 of a text that does not count from 1912.
      let plain = fields.without("era")
      guard told == "republic", plain.numeral("year")?.digits == 2 else {
        throw NormalizationFailure("a date that another must stand before")
      }
      return try single(plain, modifier: modifier, at: place)
    }
    if fields.text("era") == "1911" { noteMinguo() }
    if fields.text("each") != nil || isWeekly(fields, at: place) {
      // A time after 每晚18:30 is of no day.
      context.toldDays.last = nil
      context.recurring.time = place.sentence
      if fields.has("weekday") || fields.group("start")?.has("weekday") ?? false {
        context.recurring.week = place.sentence
      }
      return try set(fields, modifier: modifier)
    }
    if let timex = fields.text("timex"), let kind = fields.text("kind").flatMap(DateValue.Kind.init)
    {
      return DateValue(timex: timex, kind: kind, modifier: modifier)
    }
    if fields.text("elapsed") != nil { return try elapsed(fields, modifier: modifier) }
    if let (near, far) = fields.pairOfDistances,
      let range = try distances(near, far, modifier: modifier, at: place)
    {
      return range
    }
    if let start = fields.group("start"), let end = fields.group("end") {
      let isLength = start.numeral("count") != nil || start.text("duration") != nil
      if isLength, !start.has("direction") {
        if let years = try writtenYears(from: start, to: end, of: fields, modifier) {
          return years
        }
        return try durationRange(from: start, to: end, of: fields, modifier: modifier)
      }
      return try range(from: start, to: end, of: fields, modifier: modifier, at: place)
    }
    if fields.text("direction") == nil, fields.has("duration") {
      return try duration(fields, modifier: modifier, at: place)
    }
    if fields.text("same-period") != nil {
      return try samePeriod(fields, modifier: modifier, at: place)
    }
    return try single(fields, modifier: modifier, at: place)
  }

  mutating func single(
    _ fields: Fields, modifier: Modifier?, at place: DatePlace
  ) throws -> DateValue {
    var parts = try DateParts(fields, context.years)
    parts.isBound = modifier == .before
    if parts.countsMinguo { noteMinguo() }
    do {
      let point = try point(&parts, at: place)
      context.note(point, parts, modifier: modifier, at: place)
      return point.value(modifier: modifier)
    } catch is TimeUnknown {
      // 两小时后: from when is not known, how long is.
      return DateValue(
        timex: try Timex.duration(try DurationParts(fields).parts), kind: .duration,
        modifier: parts.shift.map { $0.seconds < 0 ? .before : .after })
    }
  }

  private mutating func noteMinguo() {
    guard !context.minguo.isUsed else { return }
    context.minguo.isUsed = true
    context.minguo.countsTwoDigits = isTraditional()
  }

  /// Whether what a date leaves out was told before it: a lunar day, or a year of the Republic, which
  /// the mainland counted up to its 38th.
  private func tells(_ what: String, _ fields: Fields, at place: DatePlace) -> Bool {
    guard what == "lunar" else {
      let year = fields.numeral("year")?.value?.integer ?? 0
      return context.minguo.isUsed && (context.minguo.countsTwoDigits || year <= 38)
    }
    return context.toldDays.lunar.map { place.block - $0.place.block <= 1 } ?? false
  }

  /// 二十七年七月 after 光绪二十六年 is of that reign.
  private func ofReign(_ fields: Fields, at place: DatePlace) -> Fields? {
    guard context.reign != nil, let year = fields.integer("year"),
      let base = context.reignBase(ofYear: year, at: place)
    else { return nil }
    var counted = fields.without("era")
    counted.append("era", .text("\(base)"))
    counted.append("calendar", .text("lunar"))
    return counted
  }

  /// 周一休息 after 周二至周日9:00—17:00 of its sentence comes again too.
  private func isWeekly(_ fields: Fields, at place: DatePlace) -> Bool {
    guard context.recurring.week == place.sentence, fields.has("weekday"), !fields.has("unit")
    else {
      return false
    }
    return (try? DateParts(fields, context.years).isBareWeekday) ?? false
  }

  /// The point that parts name. Fills in what they leave out, as far as it is known.
  func point(_ parts: inout DateParts, at place: DatePlace) throws -> DatePoint {
    guard !parts.isEmpty else { throw NormalizationFailure("a date without any part") }
    if parts.isNow { return try now() }
    if parts.isBareTime { return try bareTime(parts, at: place) }
    var point = try stretch(&parts, at: place)
    if parts.nth != nil || parts.firstCount != nil { point = try within(point, parts) }
    if let shift = parts.shift, parts.hasBase {
      let years = parts.isNamed || parts.month == nil ? nil : shift.years
      point = try years.map { try moved(point, years: $0) } ?? shifted(point, by: shift)
    }
    if parts.hasTime { try addTime(parts, to: &point) }
    return point
  }

  /// The days that the parts name, without their time.
  private func stretch(_ parts: inout DateParts, at place: DatePlace) throws -> DatePoint {
    if let shift = parts.shift {
      guard parts.hasBase else { return try distance(shift, parts, at: place) }
      if let day = try settle(shift, in: &parts, at: place) { return day }
    }
    if parts.isBareWeekday { return try bareWeekday(parts, at: place) }
    if let day = sameDay(parts) { return DatePoint(day) }
    if let offset = parts.offset, offset.unit == .day || offset.unit == .week {
      return try offsetPoint(offset, parts, at: place)
    }
    try completeYear(&parts, at: place)
    guard parts.year.map({ $0 <= 9999 && ($0 > 0 || parts.isBeforeCommonEra) }) ?? true else {
      throw NormalizationFailure("no such year")
    }
    return try calendarPoint(parts)
  }

  /// 去年今日, 下个月的今天, 上周的今天, 2020年的今天: this day of another stretch.
  private func sameDay(_ parts: DateParts) -> CalendarDate? {
    guard parts.endsToday, let anchor = context.anchor else { return nil }
    if parts.namesYear, let year = parts.year {
      return anchor.adding(months: 12 * (year - anchor.year))
    }
    guard let offset = parts.offset else { return nil }
    switch offset.unit {
    case .year: return anchor.adding(months: 12 * offset.count)
    case .month: return anchor.adding(months: offset.count)
    case .week: return anchor.adding(days: 7 * offset.count)
    default: return nil
    }
  }
}

extension DateParts {
  /// Whether a distance counts from something that is named: 中秋前两天, not 两天前.
  var hasBase: Bool {
    var rest = self
    rest.shift = nil
    return rest.hasDay || weekday != nil
  }
}

extension Fields {
  /// What stands outside of a mention goes before what it ends in, and what bounds it before what
  /// blurs it: 截至6月底 is until, 大约10点以后 is after.
  var dateModifier: Modifier? {
    var first: Modifier?
    for case ("modifier", .text(let text)) in entries {
      guard let modifier = Modifier(rawValue: text) else { continue }
      guard let known = first else {
        first = modifier
        continue
      }
      if known == .approx || (known == .until && modifier == .since) { first = modifier }
    }
    return first ?? modifier("edge")
  }
}
