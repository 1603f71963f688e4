// SPDX-License-Identifier: Apache-2.0

extension DateContext {
  /// Years that have been told.
  struct ToldYears: Sendable {
    /// The year of the last date.
    var last: Placed<Int>?
    /// Whether figures were compared with that date: 比上年末.
    private(set) var isLastCompared = false
    /// The one that was written out last: 1981 of 1981年春.
    private(set) var written: Placed<Int>?
    /// The one ahead that was pointed to last: 明年除夕.
    private(set) var ahead: Placed<Int>?
    /// The one that the headline names and nothing more: 2014年度工作报告.
    private(set) var title: Int?
    /// How many years back the last date pointed, where it was 去年 or 前年 alone.
    private var back: Placed<Int>?
    /// The stretch of another year that the story was last said to be of: 去年, 去年上半年.
    private var past: Placed<ClosedRange<CalendarDate>>?

    /// 去年高考6月7日开始: how many years back the date before points, in the same phrase.
    func back(at place: DatePlace) -> Int? {
      guard let back, let phrase = place.phrase, back.place.phrase == phrase,
        back.place.sentence == place.sentence
      else { return nil }
      return back.value
    }

    /// 去年上半年停产,5月恢复: whether a month belongs to the stretch of the year before that its sentence told,
    /// as it lies within half a year or a quarter of it; to 去年 alone where it would be to come and has no
    /// day, since days are announced: 去年亏损,5月14日开会.
    func pastYear(
      ofMonth month: Int, day dayOfMonth: Int?, near anchor: CalendarDate, at place: DatePlace
    ) -> Int? {
      guard let past, past.place.sentence == place.sentence,
        let day = CalendarDate(year: past.value.lowerBound.year, month: month, day: 15)
      else { return nil }
      let isWhole = past.value.upperBound.dayNumber - past.value.lowerBound.dayNumber > 200
      let mayBeOfWhole = dayOfMonth == nil && month > anchor.month
      guard past.value.contains(day), !isWhole || mayBeOfWhole else { return nil }
      return day.year
    }

    /// Whether the last date is of a year and stands in the paragraph of `place` or the one before it.
    func isTold(_ year: Int, nearby place: DatePlace) -> Bool {
      last.map { $0.value == year && place.block - $0.place.block <= 1 } ?? false
    }

    /// 今年 and 昨天 bring the story back, and a month of another year leads it on; 比2017年 does not.
    private mutating func notePast(_ date: NotedDate) {
      guard !date.parts.isCompared, date.grain >= .year else { return }
      let pointsBack = date.parts.offset.map {
        $0.unit == .year && $0.count < 0 && $0.from == .published
      }
      if pointsBack ?? false, date.grain == .year || date.grain == .part, date.modifier == nil {
        past = Placed(date.days, at: date.place)
      } else if let known = past, !known.value.overlaps(date.days) {
        past = nil
      }
    }

    /// `goesOn`: whether there is a thread that a date may go on with.
    mutating func note(_ date: NotedDate, goesOn: Bool) {
      let (parts, year) = (date.parts, date.first.year)
      if last == nil, date.place.block == 0, date.grain == .year, parts.namesYear { title = year }
      back = nil
      notePast(date)
      if let offset = parts.offset, offset.unit == .year {
        if offset.count > 0, offset.from == .published {
          ahead = Placed(year, at: date.place)
        }
        if offset.count < 0, offset.from == .published, date.grain == .year, date.modifier == nil,
          !parts.isCompared
        {
          back = Placed(offset.count, at: date.place)
        }
      }
      guard date.grain >= .year else { return }
      last = Placed(year, at: date.place)
      isLastCompared = parts.isCompared
      let pointsToYear = parts.offset.map { $0.unit == .year && $0.count != 0 } ?? false
      let namesYear = parts.namesYear || parts.cycle != nil || pointsToYear
      let countsFromTold = parts.offset?.from == .last || parts.shift != nil
      guard namesYear || (countsFromTold && goesOn) else { return }
      // 次年 after 1938年腊月, which ends in 1939, is 1939.
      written = (parts.calendar == .lunar ? parts.year : year).map { Placed($0, at: date.place) }
    }
  }
}
