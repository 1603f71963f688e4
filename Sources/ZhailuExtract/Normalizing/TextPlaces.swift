// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// In which paragraph, sentence and title a place of a folded text is. Places are asked for in the order
/// of the text, which is read once.
struct TextPlaces {
  private let units: Buffer<UInt16>
  /// The blocks and the sentences that end before the unit at `counted`.
  private var place: DatePlace
  private var counted = 0
  /// Whether nothing but spaces stands between the beginning of a paragraph and `counted`.
  private var isAtStart: Bool
  /// The last unit before `counted` that is no space.
  private var last = Mark.lineFeed
  /// Where the title begins that the unit at `counted` is in: 《2019年工作报告》; -1 outside of one.
  private var title = -1
  /// How many commas stand before the unit at `counted`, and how many 的 and commas.
  private var clause = 0
  private var phrase = 0
  /// Whether a bracket within the sentence is open at the unit at `counted`; not one that begins it, as
  /// the date below a headline does: （1997年12月1日）.
  private var isInBrackets = false

  /// `before` counts what stands before the text.
  init(_ units: Buffer<UInt16>, after before: DatePlace) {
    self.units = units
    place = before
    isAtStart = before.isFirst
  }

  /// The paragraph and the sentence; blocks are set apart by line feeds.
  mutating func place(of start: Int) -> DatePlace {
    advance(to: start)
    return place
  }

  private mutating func advance(to start: Int) {
    let classes = CharacterClass.table
    for next in counted..<max(counted, min(start, units.count)) {
      let unit = units[next]
      if unit == Mark.opening || unit == Mark.closing {
        isInBrackets = unit == Mark.opening && !classes[Int(last)].meets(.sentenceEnd)
      }
      isAtStart = unit == Mark.lineFeed || (isAtStart && unit == Mark.space)
      if unit != Mark.space { last = unit }
      if unit == Mark.comma { clause &+= 1 }
      if unit == Mark.comma || unit == Mark.particle { phrase &+= 1 }
      if unit == Mark.openTitle || unit == Mark.closeTitle {
        title = unit == Mark.openTitle ? next : -1
        continue
      }
      guard classes[Int(unit)].meets(.sentenceEnd) else { continue }
      (title, isInBrackets) = (-1, false)
      place.sentence &+= 1
      if unit == Mark.lineFeed { place.block &+= 1 }
    }
    counted = max(counted, start)
    place.isFirst = isAtStart
    place.leadsSentence = classes[Int(last)].meets(.sentenceEnd)
    place.leadsClause = last == Mark.comma
    (place.clause, place.phrase) = (clause, phrase)
    place.isBracketed = isInBrackets
  }

  /// Whether the text is nothing but a mention, one character beside it, 前, and the line feed that
  /// closes it.
  func isAll(_ extent: Extent) -> Bool { units.count - (extent.end - extent.start) <= 2 }

  /// Whether the title that is open before a mention, for no more than a title's length, closes
  /// behind it.
  mutating func isInTitle(_ extent: Extent) -> Bool {
    advance(to: extent.start)
    let reach = 60
    guard title >= 0, extent.start - title <= reach else { return false }
    var place = extent.end
    while place < units.count, place - extent.end < reach {
      let unit = units[place]
      if unit == Mark.closeTitle { return true }
      if unit == Mark.openTitle || CharacterClass.of(unit).contains(.sentenceEnd) { return false }
      place &+= 1
    }
    return false
  }
}
