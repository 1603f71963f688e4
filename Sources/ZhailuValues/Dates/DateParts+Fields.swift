// SPDX-License-Identifier: Apache-2.0

/// What an article has said so far that its written years are read by.
struct YearReading: Sendable {
  /// The year of publication: 98年 is 1998 or 1898 by it.
  var anchor: Int?
  /// Whether the article counts from 1912: 一○四年 is 2015 in it.
  var usesMinguo = false
  /// Whether 98年 is counted so too.
  var countsShortMinguo = false
  /// The years that the end of a range may be of: 18年 behind 1998年 is 2018.
  var span: ClosedRange<Int>?

  /// 104年度 in a text of 2016 is counted from 1912, whether it says 民國 or not.
  func readsMinguo(_ written: Int) -> Bool {
    usesMinguo || anchor.map { abs(1911 + written - $0) <= 8 } ?? false
  }

  /// The first year of two figures from the start of its range on: 78 of 1949—78年.
  func end(_ figures: Int) -> Int? {
    guard let span, case let year = DateParts.last(figures, upTo: span.lowerBound + 99) else {
      return nil
    }
    return span.contains(year) ? year : nil
  }
}

extension DateParts {
  /// Reads the fields of a mention. Of several by one name the first counts.
  init(_ fields: Fields, _ years: YearReading) throws {
    var era: Int?
    var writtenYear: Numeral?
    isYearUnknown = fields.text("era") == "unknown"
    for (name, field) in fields.entries {
      try read(name, field)
      if name == "era", era == nil { era = Self.integer(field) }
      if name == "year", case .numeral(let numeral) = field, writtenYear == nil {
        writtenYear = numeral
      }
      if name == "month" || name == "day", case .numeral(let numeral) = field {
        isInDigits = isInDigits || numeral.style.contains(.arabic)
      }
    }
    if let written = year {
      year = try Self.year(written, era: era, numeral: writtenYear, years)
      isBeforeCommonEra = era == -1 || era.map { $0 + written <= 0 } ?? false
      countsMinguo = era == nil && year == 1911 + written
      namesYear = true
    }
    if isYearUnknown { year = nil }
    reign = era.flatMap { (1...9999).contains($0) ? $0 : nil }
    if fields.text("direction") != nil { shift = try DateShift(fields) }
    offset = try Self.offset(fields)
    if let hour { try settle(hour) }
  }

  private mutating func read(_ name: FieldName, _ field: Fields.Field) throws {
    func set(_ part: inout Int?, _ range: ClosedRange<Int>) throws {
      guard part == nil else { return }
      guard let number = Self.integer(field), range.contains(number) else {
        throw NormalizationFailure("no such \(name)")
      }
      part = number
    }
    switch name {
    case "decade": try readDecade(field)
    case "century": try set(&century, 1...99)
    case "year": try set(&year, 0...9999)
    case "cycle": try set(&cycle, 1...60)
    case "zodiac": try set(&zodiac, 1...12)
    case "half": try set(&half, 1...2)
    case "quarter": try set(&quarter, 1...4)
    case "month": try readMonth(field)
    case "tenth": try set(&tenth, 1...3)
    case "last-tenth": try set(&lastTenth, 1...3)
    case "month-half": try set(&monthHalf, 1...2)
    case "day": try set(&day, 0...31)
    case "nine": try set(&nine, 1...9)
    case "dog-days": try set(&dogDays, 0...3)
    case "easter": try set(&easter, -100...100)
    case "moon": try set(&moon, -30...60)
    case "weekday": try set(&weekday, 1...7)
    case "nth": try set(&nth, -5...366)
    case "first-count": try set(&firstCount, 1...366)
    case "school-term": try set(&schoolTerm, 1...2)
    case "minute": try set(&minute, 0...59)
    case "second": try set(&second, 0...60)
    case "hour": try readHour(field)
    default: readWord(name, field)
    }
  }

  /// 80年代, and 1950年代, which says its century.
  private mutating func readDecade(_ field: Fields.Field) throws {
    guard decade == nil else { return }
    if case .numeral(let pair) = field, let low = pair.low.integer, let high = pair.high?.integer,
      (10...90).contains(low), (10...90).contains(high), low % 10 == 0, high % 10 == 0
    {
      (decade, lastDecade) = (low, high)
      return
    }
    guard let number = Self.integer(field), (0...2990).contains(number), number % 10 == 0 else {
      throw NormalizationFailure("no such decade")
    }
    decade = number % 100
    if number >= 100 { century = number / 100 + 1 }
  }

  /// 3月, and 三四月, which is from the one to the other.
  private mutating func readMonth(_ field: Fields.Field) throws {
    guard month == nil else { return }
    if case .numeral(let pair) = field, let high = pair.high?.integer {
      (month, lastMonth) = (pair.low.integer, high)
    } else {
      month = Self.integer(field)
    }
    guard let month, (1...12).contains(month), (month...12).contains(lastMonth ?? month) else {
      throw NormalizationFailure("no such month")
    }
  }

  /// 七八点 is from seven to eight.
  private mutating func readHour(_ field: Fields.Field) throws {
    guard hour == nil else { return }
    if case .numeral(let numeral) = field, let low = numeral.low.integer,
      let high = numeral.high?.integer
    {
      (hour, lastHour) = (low, high)
    } else {
      hour = Self.integer(field)
    }
    guard let hour, (0...24).contains(hour), (0...24).contains(lastHour ?? hour) else {
      throw NormalizationFailure("no such hour")
    }
  }

  private mutating func readWord(_ name: FieldName, _ field: Fields.Field) {
    guard case .text(let text) = field else { return }
    switch name {
    case "season" where season == nil: season = Season(rawValue: text)
    case "leap": isLeapMonth = true
    case "calendar" where calendar == .solar: calendar = Calendar(rawValue: text) ?? .solar
    case "term" where term == nil: term = text
    case "holiday" where holiday == nil: holiday = text
    case "part" where dayPart == nil: dayPart = text
    case "meridiem" where meridiem == nil: meridiem = Meridiem(rawValue: text)
    case "nth-unit" where nthUnit == nil: nthUnit = DurationUnit(rawValue: text)
    case "first-unit" where firstUnit == nil: firstUnit = DurationUnit(rawValue: text)
    case "from-end": countsFromEnd = true
    case "weekend": isWeekend = true
    case "lack": lacksMinutes = true
    case "school-year": isSchoolYear = true
    case "now": isNow = true
    case "from-event": countsFromEvent = true
    case "planned": isPlanned = true
    case "bygone": isBygone = true
    case "today": endsToday = true
    case "dateline" where dateline == nil: dateline = text
    case "named": isNamed = true
    case "compared": isCompared = true
    case "past": hasGoneOn = true
    case "aside": isAside = true
    case "dayless": isDayless = true
    case "ambiguous": isAmbiguous = true
    default: break
    }
  }

  private static func offset(_ fields: Fields) throws -> Offset? {
    guard let unit = fields.text("unit").flatMap(DurationUnit.init),
      let count = fields.integer("offset")
    else { return nil }
    guard (-100_000...100_000).contains(count) else {
      throw NormalizationFailure("a date too far from the publication date")
    }
    let from = fields.text("from").flatMap(Reference.init) ?? .published
    return Offset(unit: unit, count: count, from: from)
  }

  static func integer(_ field: Fields.Field) -> Int? {
    switch field {
    case .numeral(let numeral): numeral.value?.integer
    case .text(let text): Fields.integer(of: text)
    case .group: nil
    }
  }

  /// The last year of two figures that is not behind `latest`: 97 up to 2030 is 1997.
  static func last(_ figures: Int, upTo latest: Int) -> Int {
    latest - ((latest - figures) % 100 + 100) % 100
  }

  /// 2020, 20 and 二十 (of this century or the last), 民国109, 前221.
  private static func year(
    _ written: Int, era: Int?, numeral: Numeral?, _ years: YearReading
  ) throws -> Int {
    if let era {
      guard (-9999...9999).contains(era) else { throw NormalizationFailure("no such era") }
      // Before the common era years are counted backwards; year 1 before it is 0.
      return era == -1 ? 1 - written : era + written
    }
    let digits = numeral?.digits ?? 4
    if digits == 3, (80...130).contains(written), years.readsMinguo(written) {
      return 1911 + written
    }
    let isTens = written >= 10 && numeral.map { $0.style.contains(.han) } ?? false
    guard digits == 2 || isTens, written < 100 else { return written }
    if years.countsShortMinguo, let anchor = years.anchor, 1911 + written <= anchor + 1 {
      return 1911 + written
    }
    if let end = years.end(written) { return end }
    // The latest that is not more than ten years ahead.
    return last(written, upTo: (years.anchor ?? 2000) + 10)
  }
}
