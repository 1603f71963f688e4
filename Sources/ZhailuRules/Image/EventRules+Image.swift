// SPDX-License-Identifier: Apache-2.0

extension EventRules {
  /// Frames are the settings of their rules and so need not be written.
  func write(to writer: inout ImageWriter) {
    writer.write(trie)
    starts.write(to: &writer)
    words.write(to: &writer)
    writer.write(surnames.units)
    signs.write(to: &writer)
    columns.write(to: &writer)
  }

  /// `frames` are those of the rules of the same image.
  convenience init(from reader: inout ImageReader, frames: [EventFrame]) throws(DamagedImage) {
    let trie = try reader.trie()
    let starts = try WordStarts(from: &reader)
    let words = try EventWords(from: &reader)
    let surnames: FlatArray<UInt16> = try reader.elements()
    self.init(
      frames: frames, words: words, trie: trie, starts: starts,
      surnames: UnitSet(surnames), signs: try EventSigns(from: &reader),
      columns: try ColumnRoles(from: &reader))
  }
}
