// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Where a text tells of what a rule is `about`: in paragraphs that have a word of the lexicons that it
/// names, and in those next to them. A headline is a paragraph too.
///
///     米兰双雄↵       the one before
///     主场取胜。↵     has 主场
///     他很高兴。↵     the next
///     汉堡很好吃。    not these
struct TopicRanges {
  /// Ascending, apart from each other.
  private var ranges = Buffer<Bounds>()

  private struct Bounds: BitwiseCopyable {
    let start: Int
    var end: Int
  }

  func free() { ranges.free() }

  /// Finds where the words of the kind set `set` stand, which takes one pass over the words of the text;
  /// its characters are looked at but around the words that are found.
  mutating func find(_ set: Int32, in text: MatchText) {
    ranges.removeAll()
    let (units, sets) = (text.units, text.lattice.sets)
    /// Where the last paragraph ends in which one was found.
    var last = 0
    text.lattice.forEachWord { word in
      guard word.start >= last, sets.set(set, contains: word.kind) else { return }
      let start = Self.start(of: Int(word.start), in: units)
      let end = Self.end(of: Int(word.start), in: units)
      last = end
      add(
        Bounds(
          start: start > 0 ? Self.start(of: start - 1, in: units) : 0,
          end: end < units.count ? Self.end(of: end + 1, in: units) : end))
    }
  }

  /// Where the paragraph begins that a place is in, the line feed behind it included.
  private static func start(of place: Int, in units: Buffer<UInt16>) -> Int {
    var start = place
    while start > 0, units[start - 1] != Mark.lineFeed { start -= 1 }
    return start
  }

  private static func end(of place: Int, in units: Buffer<UInt16>) -> Int {
    var end = place
    while end < units.count, units[end] != Mark.lineFeed { end += 1 }
    return end
  }

  private mutating func add(_ bounds: Bounds) {
    if ranges.count > 0, ranges[ranges.count - 1].end >= bounds.start - 1 {
      ranges[ranges.count - 1].end = bounds.end
    } else {
      ranges.append(bounds)
    }
  }

  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end < place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].start <= place
  }
}
