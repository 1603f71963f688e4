// SPDX-License-Identifier: Apache-2.0

extension EventRules {
  /// Frames are the settings of their rules and so need not be written.
  func write(to writer: inout ImageWriter) {
    writer.write(trie)
    writer.write(starts.bits)
    writer.write(words.map(\.wordClass))
    writer.write(words.map(\.meaning))
    writer.write(words.map { Int32($0.frame) })
    writer.write(words.map(\.weight))
    let kinds = Set(words.map(\.kind)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(kinds, 0..<Int32(kinds.count)))
    writer.write(kinds)
    writer.write(words.map { numbers[$0.kind] ?? 0 })
    writer.write(surnames.units)
    signs.write(to: &writer)
  }

  /// `rules` are those of the same image.
  init(from reader: inout ImageReader, rules: [Rule]) throws(DamagedImage) {
    frames = Self.frames(of: rules)
    trie = try reader.trie()
    starts = try WordStarts(bits: try reader.elements())
    let classes: FlatArray<WordClass> = try reader.elements()
    let meanings: FlatArray<Meaning> = try reader.elements()
    let frameNumbers: FlatArray<Int32> = try reader.elements()
    let weights: FlatArray<Weight> = try reader.elements()
    let kinds = Array(try reader.texts())
    let kindNumbers: FlatArray<Int32> = try reader.elements()
    guard frameNumbers.count == classes.count, weights.count == classes.count,
      kindNumbers.count == classes.count, meanings.count == classes.count,
      kindNumbers.allSatisfy({ kinds.indices.contains(Int($0)) })
    else { throw DamagedImage() }
    self.classes = classes
    words = classes.indices.map {
      Word(
        wordClass: classes[$0], meaning: meanings[$0], frame: Int(frameNumbers[$0]),
        kind: kinds[Int(kindNumbers[$0])], weight: weights[$0])
    }
    let surnames: FlatArray<UInt16> = try reader.elements()
    self.surnames = UnitSet(surnames)
    signs = try EventSigns(from: &reader)
  }
}
