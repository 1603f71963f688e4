// SPDX-License-Identifier: Apache-2.0

/// Days told on from a year of a reign are of the lunar calendar too: 康熙六十一年十一月十三日…十一月二十日.
extension DateContext {
  /// What was told last of a year of a reign.
  struct Reign: Sendable {
    /// The year before its first, from which its years are counted.
    var base: Int?
    /// None, where several reigns share the name.
    var year: Int?
    var month: Int?
    var day: Int?
    var place: DatePlace
  }

  /// Remembers a date of a reign; a year of the Republic, or a word like 今年, ends its story.
  mutating func noteReign(_ parts: DateParts, at place: DatePlace) {
    if parts.year.map({ $0 >= 1912 }) ?? false || parts.offset?.from == .published {
      reign = nil
    } else if parts.calendar == .lunar, parts.isOfReign {
      reign = Reign(
        base: parts.reign ?? reign?.base, year: parts.year, month: parts.month, day: parts.day,
        place: place)
    }
  }

  /// No reign was longer than that of 康熙.
  private static let longestReign = 61

  /// The beginning of the reign that 二十七年七月 after 光绪二十六年 is counted from, within its paragraph.
  func reignBase(ofYear number: Int, at place: DatePlace) -> Int? {
    guard let reign, let base = reign.base, let year = reign.year,
      reign.place.block == place.block, number <= Self.longestReign, base + number >= year
    else { return nil }
    return base
  }

  /// The reign that a date of Chinese figures goes on with; 8月14日 is of the solar calendar. A mere
  /// year holds for its sentence, a month for its paragraph.
  func reign(for parts: DateParts, at place: DatePlace) -> Reign? {
    guard let reign, parts.isOfLunarFigures,
      parts.month != nil || (parts.day != nil && reign.month != nil)
    else { return nil }
    let isNear =
      reign.month == nil
      ? place.sentence == reign.place.sentence : place.block == reign.place.block
    return isNear ? reign : nil
  }
}

extension DateParts {
  /// The end of 康熙二十年至三十年 is counted from the beginning of the reign too.
  mutating func countYear(asOf start: DateParts, writtenAs numeral: Numeral?) {
    guard let base = start.reign, reign == nil, let from = start.year,
      let number = numeral?.value?.integer, number < 100, base + number > from
    else { return }
    (year, reign, namesYear, countsMinguo) = (base + number, base, true, false)
  }

  /// Whether its year is counted from the beginning of a reign, or goes on with such a year.
  var isOfReign: Bool { (year != nil && namesYear) || isYearUnknown || followsReign }

  fileprivate var isOfLunarFigures: Bool {
    !isInDigits && !isNamed && !isPlanned && dateline == nil
  }

  /// 初二日 after 十一月二十日 is of the month behind it.
  mutating func follow(_ reign: DateContext.Reign) {
    (calendar, followsReign) = (.lunar, true)
    (year, isYearUnknown) = (reign.year, reign.year == nil)
    guard month == nil, let day, let last = reign.month else { return }
    month = last
    guard let before = reign.day, day < before else { return }
    (month, year) = last == 12 ? (1, reign.year.map { $0 + 1 }) : (last + 1, reign.year)
  }
}
