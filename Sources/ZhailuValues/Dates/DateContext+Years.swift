// SPDX-License-Identifier: Apache-2.0

extension DateContext {
  /// Years that have been told.
  struct ToldYears: Sendable {
    /// The year of the last date.
    var last: Placed<Int>?
    /// The one that was written out last: 1981 of 1981年春.
    private(set) var written: Placed<Int>?
    /// The one ahead that was pointed to last: 明年除夕.
    private(set) var ahead: Placed<Int>?
    /// The one that the headline names and nothing more: 2014年度工作报告.
    private(set) var title: Int?

    /// Whether the last date is of a year and stands in the paragraph of `place` or the one before it.
    func isTold(_ year: Int, nearby place: DatePlace) -> Bool {
      last.map { $0.value == year && place.block - $0.place.block <= 1 } ?? false
    }

    /// `goesOn`: whether there is a thread that a date may go on with.
    mutating func note(_ date: NotedDate, goesOn: Bool) {
      let (parts, year) = (date.parts, date.first.year)
      if last == nil, date.place.block == 0, date.grain == .year, parts.namesYear { title = year }
      if let offset = parts.offset, offset.unit == .year, offset.count > 0 {
        ahead = Placed(year, at: date.place)
      }
      guard date.grain >= .year else { return }
      last = Placed(year, at: date.place)
      let pointsToYear = parts.offset.map { $0.unit == .year && $0.count != 0 } ?? false
      let namesYear = parts.namesYear || parts.cycle != nil || pointsToYear
      let countsFromTold = parts.offset?.from == .last || parts.shift != nil
      guard namesYear || (countsFromTold && goesOn) else { return }
      // 次年 after 1938年腊月, which ends in 1939, is 1939.
      written = (parts.calendar == .lunar ? parts.year : year).map { Placed($0, at: date.place) }
    }
  }
}
