// SPDX-License-Identifier: Apache-2.0

extension DateContext {
  /// The day of publication, and which day 今天 is.
  struct Publication: Sendable {
    let date: CalendarDate?
    let second: Int?
    /// 本报北京7月9日讯: the day that 今天 is, where it is before that of print.
    var dateline: CalendarDate?
    /// Whether 今天 is the day of the dateline; a daily paper may date a report and count 昨天 from
    /// print.
    var saysToday = false
    /// Whether a word has pointed from it: 今年, 昨日.
    var isPointedFrom = false

    init(date: CalendarDate?, second: Int?) {
      self.date = date
      self.second = second
    }

    var anchor: CalendarDate? { dateline ?? date }

    /// The day that `offset` days are counted from.
    func anchor(for offset: DateParts.Offset) -> CalendarDate? {
      offset.unit == .day && offset.count < 0 && !saysToday ? date : anchor
    }

    mutating func note(_ point: DatePoint, _ parts: DateParts) {
      if parts.offset?.from == .published, parts.offset?.unit == .day, parts.offset?.count == 0 {
        saysToday = true
      }
      guard let kind = parts.dateline, let day = point.days?.upperBound, let date,
        (0...10).contains(date.dayNumber - day.dayNumber)
      else { return }
      dateline = day
      saysToday = kind == "agency"
    }
  }

  /// Whether years are counted from the founding of the republic: 民国七十年.
  struct Minguo: Sendable {
    var isUsed = false
    /// Whether years of two digits are counted so too: 98年 of a text of Taiwan.
    var countsTwoDigits = false
  }

  /// The sentences that told last what comes again.
  struct Recurring: Sendable {
    /// Days of a week: 周二至周日9:00—17:00.
    var week: Int?
    /// A time: 每日上午6时.
    var time: Int?
  }
}
