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

  /// Finds where the words of the kind set `set` stand, which takes one pass over the text.
  mutating func find(_ set: Int32, in text: MatchText) {
    ranges.removeAll()
    var start = 0
    var startBefore = 0
    var wasFound = false
    while start < text.units.count {
      var end = start
      var isFound = false
      while end < text.units.count, text.units[end] != Mark.lineFeed {
        isFound = isFound || text.lattice.hasEdge(from: end, of: set)
        end += 1
      }
      if isFound || wasFound { add(Bounds(start: isFound ? startBefore : start, end: end)) }
      (startBefore, wasFound, start) = (start, isFound, end + 1)
    }
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
