// SPDX-License-Identifier: Apache-2.0
import Glibc

/// How long work takes, as tests may ask it on a machine that does other work beside: the
/// processor's time of this thread alone, and the best of some rounds.
public enum ProcessorTime {
  public static func of(_ work: () throws -> Void) rethrows -> Duration {
    let start = now()
    try work()
    return now() - start
  }

  /// How many times as long `large` takes as `small`. Rounds are added, up to 20, while that is not
  /// below `bar`: what disturbs a measure only ever adds to it. A `small` below 1 ms counts as 1 ms.
  public static func ratio(
    of large: () throws -> Void, to small: () throws -> Void, below bar: Double
  ) rethrows -> Double {
    var (least, most) = (Duration.seconds(1000), Duration.seconds(1000))
    var ratio: Double { most / max(least, .milliseconds(1)) }
    for round in 0..<20 where round < 3 || ratio >= bar {
      least = min(least, try of(small))
      most = min(most, try of(large))
    }
    return ratio
  }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
