// SPDX-License-Identifier: Apache-2.0

/// The date that the story is told on from.
extension DateContext {
  /// The thread, where it was taken up in this paragraph or the one before it.
  func strongThread(at place: DatePlace) -> Thread? {
    guard let thread, place.block - thread.place.block <= 2,
      thread.isStrong || holdsParagraph(thread, at: place)
    else { return nil }
    return thread
  }

  /// A mere year of long ago holds for its sentence, and one that begins a paragraph for all of it, in
  /// a text that tells of no days of its own: 1959年大坝筑至28米。7月21日,…
  private func holdsParagraph(_ thread: Thread, at place: DatePlace) -> Bool {
    guard let anchor, thread.isWritten, thread.year < anchor.year - 1, !home.isTold,
      !publication.isPointedFrom, !place.isDescribed(by: thread.place)
    else { return false }
    return thread.place.isFirst
      ? thread.place.block == place.block : thread.place.sentence == place.sentence
  }

  /// A date that leaves out its year goes on with the thread, or begins one that others only seem to
  /// follow: their years too are those nearest to publication.
  private mutating func noteContinuation(
    _ point: DatePoint, isFine: Bool, at place: DatePlace
  ) {
    guard let days = point.days, point.grain >= .year, point.grain != .week else { return }
    if thread?.year == days.lowerBound.year {
      thread?.place = place
      if isFine {
        thread?.month = days.lowerBound.month
        thread?.isStrong = true
      }
    } else {
      thread = Thread(
        year: days.lowerBound.year, month: isFine ? days.lowerBound.month : nil, place: place,
        isStrong: isFine, isWritten: true, isPartial: true)
    }
  }

  mutating func noteThread(_ point: DatePoint, _ parts: DateParts, at place: DatePlace) {
    let isFine = point.grain >= .month && point.grain != .week
    if let offset = parts.offset {
      if offset.from == .last, offset.unit == .year {
        return noteThreadGoesOn(point, isFine: isFine, at: place)
      }
      guard offset.from == .published else { return }
      guard publication.date != nil else { return }
      publication.isPointedFrom = true
      // 去年2月 takes the story to last year; 今年, 昨日 and 去年 alone bring it back.
      thread = nil
      guard offset.unit == .year, isFine, offset.count < 0 else { return }
    } else if !parts.namesYear, parts.cycle == nil {
      return noteContinuation(point, isFine: isFine, at: place)
    }
    guard let days = point.days, point.grain >= .year, point.grain != .week else { return }
    // 2009年 … 2008年: the year before stands there to compare.
    if let known = thread, !isFine, !known.isStrong, days.lowerBound.year == known.year - 1 {
      return
    }
    thread = Thread(
      year: days.lowerBound.year, month: isFine ? days.lowerBound.month : nil, place: place,
      isStrong: isFine, isWritten: parts.offset == nil)
  }

  /// 12月31日至2023年1月2日、1月21日: the story goes on in the year that a range ends in.
  mutating func noteEnd(_ point: DatePoint, at place: DatePlace) {
    guard let days = point.days, point.grain >= .month, point.grain != .week,
      let known = thread, known.year < days.upperBound.year,
      days.upperBound.year <= (anchor?.year ?? 9999) + 1
    else { return }
    thread = Thread(
      year: days.upperBound.year, month: days.upperBound.month, place: place, isStrong: true,
      isWritten: true)
  }

  /// 12月 after 2003年5月至2008年11月 goes on from its end.
  mutating func noteRange(endingIn end: DatePoint, at place: DatePlace) {
    guard let days = end.days, end.grain == .month, let known = thread, known.isStrong,
      known.year < days.upperBound.year
    else { return }
    thread?.rangeEnd = Thread.End(
      year: days.upperBound.year, month: days.upperBound.month, sentence: place.sentence)
  }

  /// 当年3月 and 次年 after 2016年初: the story goes on in that year.
  private mutating func noteThreadGoesOn(
    _ point: DatePoint, isFine: Bool, at place: DatePlace
  ) {
    guard let known = thread, let days = point.days, point.grain >= .year else { return }
    if known.year == days.lowerBound.year, !isFine {
      thread?.place = place
      return
    }
    thread = Thread(
      year: days.lowerBound.year, month: isFine ? days.lowerBound.month : nil, place: place,
      isStrong: isFine, isWritten: known.isWritten)
  }
}
