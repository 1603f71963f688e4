// SPDX-License-Identifier: Apache-2.0

/// Stretches that are told by another: 去年同期.
extension DateResolver {
  /// 去年同期, 上年同期: the stretch or the day that the paragraph told last, a year before; the year,
  /// where it told none. 同期 alone is that stretch itself.
  mutating func samePeriod(
    _ fields: Fields, modifier: Modifier?, at place: DatePlace
  ) throws -> DateValue {
    if let year = fields.numeral("year")?.value?.integer ?? fields.integer("year") {
      return try samePeriod(of: year, fields, modifier: modifier, at: place)
    }
    let back = fields.integer("offset") ?? 0
    if let season = context.figures.season, back != 0, season.place.block == place.block,
      place.sentence - season.place.sentence <= 1
    {
      return try moved(season.point, years: back).value(modifier: modifier)
    }
    if let period = context.figures.period, period.fits(place), !isOfYear(period, at: place),
      back == 0 || !context.figures.boundsDay
        || context.figures.until?.place.sentence != place.sentence
    {
      return try moved(period.point, years: back).value(modifier: modifier)
    }
    guard back != 0 else { throw NormalizationFailure("the same period, and no period") }
    if let year = context.toldYears.last, year.place.sentence == place.sentence {
      // 2018年营收5亿元,去年同期3亿元: the year before that of the sentence.
      let other = year.value + back
      return DatePoint(timex: Timex.year(other), grain: .year, days: days(other, 1, other, 12))
        .value(modifier: modifier)
    }
    var parts = try DateParts(fields, context.years)
    let saved = context
    let point = try point(&parts, at: place)
    context = saved
    return point.value(modifier: modifier)
  }

  /// 预计2010年度亏损,上年同期盈利: the sentence is of a year, and no stretch of it.
  private func isOfYear(_ period: DateContext.Period, at place: DatePlace) -> Bool {
    guard let year = context.toldYears.last else { return false }
    return year.place.sentence == place.sentence && period.place.sentence < place.sentence
      && year.value != context.anchor?.year
  }

  /// 2019年同期: the stretch that was told last, in that year, or else the year.
  private mutating func samePeriod(
    of year: Int, _ fields: Fields, modifier: Modifier?, at place: DatePlace
  ) throws -> DateValue {
    if let period = context.figures.period, period.fits(place), period.point.grain < .day,
      year >= 1000,
      let known = period.point.days?.lowerBound.year, known > year
    {
      return try moved(period.point, years: year - known).value(modifier: modifier)
    }
    return try single(fields, modifier: modifier, at: place)
  }

  /// A stretch of another year: 去年同期, 50年前的6月15日.
  func moved(_ point: DatePoint, years: Int) throws -> DatePoint {
    // 十年前的3月10日 in an article of no day is of no year either.
    guard years != 0, point.days != nil || context.anchor != nil else { return point }
    guard let days = point.days,
      let start = days.lowerBound.adding(months: 12 * years),
      var end = days.upperBound.adding(months: 12 * years)
    else { throw NormalizationFailure("a date that no calendar holds") }
    // The last of February stays the last.
    if days.upperBound.adding(days: 1).day == 1,
      let month = self.days(
        end.year, end.month, end.year, end.month)
    {
      end = month.upperBound
    }
    if point.isRange { return DatePoint(range: start...end, grain: point.grain) }
    var moved = point
    moved.days = start...end
    // 2023-H1, 2023-06: the year stands first.
    moved.timex =
      point.grain == .day
      ? start.description : Timex.year(start.year) + point.timex.dropFirst(4)
    return moved
  }
}

extension DateContext.Period {
  /// A stretch serves the next paragraph too, a day its own sentence.
  func fits(_ place: DatePlace) -> Bool {
    point.grain >= .day
      ? place.sentence == self.place.sentence : place.block - self.place.block <= 2
  }
}
