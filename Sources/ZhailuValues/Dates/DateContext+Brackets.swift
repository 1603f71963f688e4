// SPDX-License-Identifier: Apache-2.0

/// Dates that are told in brackets.
extension DateContext {
  /// The story as it was before a bracket, and the bracket's sentence.
  struct Outside: Sendable {
    var thread: Thread?
    var sentence: Int
  }

  /// What a bracket tells holds within it: behind 张某（1985年6月5日生） 3月2日 is of the story again.
  mutating func turn(to place: DatePlace) {
    if place.isBracketed, outside == nil {
      outside = Outside(thread: thread, sentence: place.sentence)
    } else if let known = outside, !place.isBracketed || place.sentence != known.sentence {
      outside = nil
      if isElsewhere(known) { thread = known.thread }
    }
  }

  /// Whether a bracket told a month or a day of a year before that of the story. A mere year only says
  /// again what stands before it: 光绪二十六年（1900）.
  private func isElsewhere(_ outside: Outside) -> Bool {
    guard let thread, let anchor, thread.isStrong, thread.isWritten else { return false }
    return thread.year < (outside.thread?.year ?? anchor.year)
  }
}
