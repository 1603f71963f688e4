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
    /// How many years back the last date pointed, where it was 去年 or 前年 alone.
    private var back: Placed<Int>?

    /// 去年高考6月7日开始: how many years back the date before points, in the same phrase.
    func back(at place: DatePlace) -> Int? {
      guard let back, let phrase = place.phrase, back.place.phrase == phrase,
        back.place.sentence == place.sentence
      else { return nil }
      return back.value
    }

    /// Whether the last date is of a year and stands in the paragraph of `place` or the one before it.
    func isTold(_ year: Int, nearby place: DatePlace) -> Bool {
      last.map { $0.value == year && place.block - $0.place.block <= 1 } ?? false
    }

    /// `goesOn`: whether there is a thread that a date may go on with.
    mutating func note(_ date: NotedDate, goesOn: Bool) {
      let (parts, year) = (date.parts, date.first.year)
      if last == nil, date.place.block == 0, date.grain == .year, parts.namesYear { title = year }
      back = nil
      if let offset = parts.offset, offset.unit == .year {
        if offset.count > 0 { ahead = Placed(year, at: date.place) }
        if offset.count < 0, offset.from == .published, date.grain == .year, date.modifier == nil,
          !parts.isCompared
        {
          back = Placed(offset.count, at: date.place)
        }
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
