// SPDX-License-Identifier: Apache-2.0

/// The words that events are read from, each put together when it is asked for: a text meets few of the
/// thousands. A class, so that a copy is one count and not that of all its rows.
package final class EventWords: RandomAccessCollection, Sendable {
  /// In rows of their own: of most words of a text nothing but the class is asked for.
  package let classes: FlatArray<EventRules.WordClass>
  private let meanings: FlatArray<EventRules.Meaning>
  private let frames: FlatArray<Int32>
  private let weights: FlatArray<EventRules.Weight>
  private let kindNumbers: FlatArray<Int32>
  private let kinds: [String]

  init(_ words: [EventRules.Word]) {
    classes = FlatArray(words.map(\.wordClass))
    meanings = FlatArray(words.map(\.meaning))
    frames = FlatArray(words.map { Int32($0.frame) })
    weights = FlatArray(words.map(\.weight))
    kinds = Set(words.map(\.kind)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(kinds, 0..<Int32(kinds.count)))
    kindNumbers = FlatArray(words.map { numbers[$0.kind] ?? 0 })
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { classes.count }

  package subscript(_ number: Int) -> EventRules.Word {
    EventRules.Word(
      wordClass: classes[number], meaning: meanings[number], frame: Int(frames[number]),
      kind: kinds[Int(kindNumbers[number])], weight: weights[number])
  }

  func write(to writer: inout ImageWriter) {
    writer.write(classes)
    writer.write(meanings)
    writer.write(frames)
    writer.write(weights)
    writer.write(kinds)
    writer.write(kindNumbers)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    classes = try reader.elements()
    meanings = try reader.elements()
    frames = try reader.elements()
    weights = try reader.elements()
    let kinds = Array(try reader.texts())
    kindNumbers = try reader.elements()
    self.kinds = kinds
    guard frames.count == classes.count, weights.count == classes.count,
      kindNumbers.count == classes.count, meanings.count == classes.count,
      kindNumbers.allSatisfy({ kinds.indices.contains(Int($0)) })
    else { throw DamagedImage() }
  }
}
