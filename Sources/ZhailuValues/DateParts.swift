// SPDX-License-Identifier: Apache-2.0

/// What a date expression says, before it is resolved: 3月18日 has a month and a day and no year.
struct DateParts: Sendable {
  /// 今年, 上周, 昨日: so many units from the anchor.
  struct Offset: Sendable {
    var unit: DurationUnit
    var count: Int
  }

  /// How a month and a day are counted.
  enum Calendar: String, Sendable { case solar, lunar }

  var decade: Int?
  var century: Int?
  var year: Int?
  var half: Int?
  var quarter: Int?
  var month: Int?
  /// 上旬, 中旬, 下旬: 1 to 3.
  var tenth: Int?
  var day: Int?
  var isLeapMonth = false
  var calendar = Calendar.solar
  var term: String?
  var weekday: Int?
  var offset: Offset?
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// TMO, TAF, TEV, TNI, TMI, TDW.
  var dayPart: String?

  init(_ fields: Fields, anchorYear: Int?) throws {
    func part(_ name: String, in range: ClosedRange<Int> = 0...9999) throws -> Int? {
      guard let part = fields.integer(name) ?? fields.numeral(name).map({ _ in -1 }) else {
        return nil
      }
      guard range.contains(part) else { throw NormalizationFailure("no such \(name)") }
      return part
    }
    decade = try part("decade", in: 0...99)
    century = try part("century", in: 1...99)
    year = try part("year").map { try Self.year($0, fields, anchorYear: anchorYear) }
    half = try part("half")
    quarter = try part("quarter")
    month = try part("month")
    tenth = try part("tenth", in: 1...3)
    day = try part("day")
    isLeapMonth = fields.text("leap") != nil
    calendar = fields.text("calendar").flatMap(Calendar.init) ?? .solar
    term = fields.text("term")
    weekday = try part("weekday", in: 1...7)
    dayPart = fields.text("part")
    minute = try part("minute")
    second = try part("second")
    let shift = try part("hour-shift") ?? 0
    hour = try part("hour").map { hour in
      return hour < 12 && hour + shift <= 24 ? hour + shift : hour
    }
    if let unit = fields.text("unit").flatMap(DurationUnit.init),
      let count = fields.integer("offset")
    {
      guard (-100_000...100_000).contains(count) else {
        throw NormalizationFailure("a date too far from the publication date")
      }
      offset = Offset(unit: unit, count: count)
    }
  }

  var isEmpty: Bool { weekday == nil && hour == nil && dayPart == nil && !hasDay }
  private var hasDay: Bool {
    day != nil || month != nil || year != nil || term != nil || offset != nil || quarter != nil
      || half != nil || decade != nil || century != nil
  }
  var isBareWeekday: Bool { weekday != nil && !hasDay }
  var isBareTime: Bool { (hour != nil || dayPart != nil) && weekday == nil && !hasDay }

  /// 2020, 20 (of this century or the last), 民国109.
  private static func year(_ written: Int, _ fields: Fields, anchorYear: Int?) throws -> Int {
    if let era = fields.integer("era") {
      guard (-9999...9999).contains(era) else { throw NormalizationFailure("no such era") }
      return era + written
    }
    let digits = fields.numeral("year")?.digits ?? 4
    guard digits == 2, written < 100 else { return written }
    // The latest that is not more than ten years ahead.
    let latest = (anchorYear ?? 2000) + 10
    return latest - ((latest - written) % 100 + 100) % 100
  }

  /// Takes what the later end of a range leaves out from its start: 1月25日-29日, 正月初一至初九.
  mutating func inherit(from start: DateParts) {
    if weekday != nil, day == nil, offset == nil { offset = start.offset }
    let hasOwn = offset != nil || term != nil || weekday != nil
    guard !hasOwn else { return }
    if year == nil { year = start.year }
    if offset == nil, year == nil { offset = start.offset }
    if quarter != nil || half != nil { return }
    if month == nil, day != nil || hour != nil {
      month = start.month
      calendar = start.calendar
      isLeapMonth = start.isLeapMonth
    } else if month != nil, start.calendar == .lunar {
      calendar = .lunar
    }
    if day == nil, hour != nil {
      day = start.day
      if weekday == nil { weekday = start.weekday }
      if let shift = start.dayPart, dayPart == nil, shift == "TAF", let hour, hour < 12 {
        self.hour = hour + 12
      }
    }
  }
}
