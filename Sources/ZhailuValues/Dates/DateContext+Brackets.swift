// SPDX-License-Identifier: Apache-2.0

/// Dates that are told in brackets.
extension DateContext {
  /// The story as it was before a bracket, and where the bracket stands.
  struct Outside: Sendable {
    var thread: Thread?
    var place: DatePlace
  }

  /// What a bracket tells holds within it: behind 张某（1985年6月5日生） 3月2日 is of the story again. The next
  /// paragraph may be of the date that a headline ends with: 讲话（1997年6月30日）.
  mutating func turn(to place: DatePlace) {
    if place.isBracketed, outside == nil {
      outside = Outside(thread: thread, place: place)
    } else if let known = outside, !place.isBracketed || place.sentence != known.place.sentence {
      outside = nil
      if place.block == known.place.block, isElsewhere(known) { thread = known.thread }
    }
  }

  /// Whether a bracket told a month or a day of a year before that of the story. A mere year only says
  /// again what stands before it: 光绪二十六年（1900）.
  private func isElsewhere(_ outside: Outside) -> Bool {
    guard let thread, let anchor, thread.isStrong, thread.isWritten else { return false }
    return thread.year < (outside.thread?.year ?? anchor.year)
  }
}
