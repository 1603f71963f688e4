// SPDX-License-Identifier: Apache-2.0

extension DateParts {
  /// Takes what the later end of a range leaves out from its start: 1月25日-29日, 正月初一至初九,
  /// 明天下午3点至8点.
  mutating func inherit(from start: DateParts) {
    if isBareTime {
      inheritDay(from: start)
      return
    }
    // 今天到周五: a day that is pointed to says no week.
    if isBareWeekday, offset == nil, start.offset?.unit != .day { offset = start.offset }
    let standsAlone =
      offset != nil || weekday != nil || isNow || decade != nil || century != nil || shift != nil
    guard !standsAlone else { return }
    if year == nil, cycle == nil {
      year = start.year
      namesYear = start.namesYear
      cycle = start.cycle
      // 次年 of the start has been counted.
      if start.offset?.unit == .year, start.offset?.from != .last || start.year == nil {
        offset = start.offset
      }
    }
    guard term == nil, quarter == nil, half == nil, season == nil, easter == nil, holiday == nil,
      month == nil, day != nil || tenth != nil
    else {
      if month != nil, isLunar(behind: start) { calendar = .lunar }
      return
    }
    month = start.month
    calendar = start.calendar
    isLeapMonth = start.isLeapMonth
    if month == nil, offset == nil, start.offset?.unit == .month { offset = start.offset }
  }

  /// Whether a month is of the lunar calendar because the start is: 五月初三至七月十八日. A festival hands on
  /// no calendar, 春节到三月底, nor do Chinese figures to digits, 正月初一到3月1日.
  private func isLunar(behind start: DateParts) -> Bool {
    start.calendar == .lunar && !start.isNamed && !isNamed && (start.isInDigits || !isInDigits)
  }

  /// Says its day by the calendar, and no more how it was counted, once that is known: the end of
  /// 三天后上午9点到11点 is of the day of its start, not of three days behind it.
  mutating func settle(on day: CalendarDate) {
    var settled = DateParts()
    (settled.year, settled.month, settled.day) = (day.year, day.month, day.day)
    settled.inheritTime(from: self)
    self = settled
  }

  /// 周一至周五每天九点: the last day has the time of the first.
  mutating func inheritTime(from start: DateParts) {
    (hour, lastHour, minute, second) = (start.hour, start.lastHour, start.minute, start.second)
    (dayPart, meridiem) = (start.dayPart, start.meridiem)
  }

  /// 从昨天下午两点到四点: the day of the start, and its half of the day.
  private mutating func inheritDay(from start: DateParts) {
    let time = (hour, lastHour, minute, second, dayPart, meridiem)
    self = start
    if start.isNow {
      isNow = false
      offset = Offset(unit: .day, count: 0)
    }
    let startHour = start.hour
    (hour, lastHour, minute, second, dayPart, meridiem) = time
    guard dayPart == nil, meridiem == nil, let hour, hour <= 12, let startHour else { return }
    if hour == 12 {
      // 晚上10点到12点 ends at midnight, 晚上11点到12点半 behind it.
      if start.isLate, startHour > 12 { self.hour = 24 }
      return
    }
    let isLate = start.dayPart == "TAF" || start.dayPart == "TEV" || start.meridiem == .pm
    // 晚上9点到9点半 ends in the hour that it begins in.
    let isBehind = (hour + 12, minute ?? 0) > (startHour, start.minute ?? 0)
    // 上午9点到5点 ends in the afternoon, as 九点到五点 does.
    let turnsLate = startHour <= 12 && (start.dayPart == nil || start.dayPart == "TMO")
    if isBehind,
      isLate || start.dayPart == "TMI" && hour < 10 || turnsLate && hour < startHour
    {
      self.hour = hour + 12
    }
  }
}
