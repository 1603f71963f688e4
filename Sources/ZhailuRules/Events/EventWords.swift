// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// The words that events are read from, each put together when it is asked for: a text meets few of the
/// thousands. A class, so that a copy is one count and not that of all its rows.
package final class EventWords: RandomAccessCollection, Sendable {
  /// In rows of their own: of most words of a text nothing but the class is asked for.
  package let classes: FlatArray<EventRules.WordClass>
  private let meanings: FlatArray<EventRules.Meaning>
  private let frames: FlatArray<Int32>
  private let weights: FlatArray<EventRules.Weight>
  private let kinds: FlatArray<EventKind?>
  private let bodies: FlatArray<BodyKind?>

  init(_ words: [EventRules.Word]) {
    classes = FlatArray(words.map(\.wordClass))
    meanings = FlatArray(words.map(\.meaning))
    frames = FlatArray(words.map { Int32($0.frame) })
    weights = FlatArray(words.map(\.weight))
    kinds = FlatArray(words.map(\.kind))
    bodies = FlatArray(words.map(\.body))
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { classes.count }

  package subscript(_ number: Int) -> EventRules.Word {
    EventRules.Word(
      wordClass: classes[number], meaning: meanings[number], frame: Int(frames[number]),
      kind: kinds[number], body: bodies[number], weight: weights[number])
  }

  func write(to writer: inout ImageWriter) {
    writer.write(classes)
    writer.write(meanings)
    writer.write(frames)
    writer.write(weights)
    writer.write(kinds)
    writer.write(bodies)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    classes = try reader.elements()
    meanings = try reader.elements()
    frames = try reader.elements()
    weights = try reader.elements()
    kinds = try reader.elements()
    bodies = try reader.elements()
    guard frames.count == classes.count, weights.count == classes.count,
      kinds.count == classes.count, bodies.count == classes.count, meanings.count == classes.count
    else { throw DamagedImage() }
  }
}
