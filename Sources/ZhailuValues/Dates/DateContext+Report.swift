// SPDX-License-Identifier: Apache-2.0

/// Which time a text or a paragraph of it is of.
extension DateContext {
  /// The year that a report is of, until it speaks of its own day: below 2014年度工作报告 that came out in
  /// April 2015 5月18日, which no plan speaks of, is of 2014; not behind 展望2015年.
  func reportedYear(of parts: DateParts) -> Int? {
    guard let year = toldYears.title, let anchor, year == anchor.year - 1,
      !publication.isPointedFrom, publication.dateline == nil, !parts.isPlanned,
      toldYears.written?.value ?? year <= year,
      let month = parts.month, (month, parts.day ?? 0) > (anchor.month, anchor.day)
    else { return nil }
    return year
  }

  /// Whether a paragraph began with a year of the Republic: 1935年,….
  func isInRepublic(_ place: DatePlace) -> Bool {
    guard let thread, !home.isTold, thread.place.isFirst, thread.place.block == place.block else {
      return false
    }
    return Self.republic.contains(thread.year)
  }

  /// Whether the story has come to a year behind the Republic since.
  func isBehindRepublic(_ place: DatePlace) -> Bool {
    guard let thread, thread.place.block == place.block else { return false }
    return thread.year > Self.republic.upperBound
  }

  /// Its years on the mainland.
  private static let republic = 1912...1948
}

extension DateResolver {
  package func isInRepublic(_ place: DatePlace) -> Bool { context.isInRepublic(place) }
  package func isBehindRepublic(_ place: DatePlace) -> Bool { context.isBehindRepublic(place) }
}
