// SPDX-License-Identifier: Apache-2.0

extension Record {
  /// Where the record stands in its text: `text[range]` is its text. `nil` where the text is shorter,
  /// and so surely another.
  public func range(in text: String) -> Range<String.Index>? {
    let scalars = text.unicodeScalars
    guard
      let lower = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex),
      let upper = scalars.index(lower, offsetBy: end - start, limitedBy: scalars.endIndex)
    else { return nil }
    return lower..<upper
  }
}

extension Sequence<Record> {
  /// The ranges of all records in their text, in one pass where they come in order, as an extractor
  /// gives them.
  public func ranges(in text: String) -> [Range<String.Index>?] {
    let scalars = text.unicodeScalars
    var known = (offset: 0, index: scalars.startIndex)
    func index(_ offset: Int, from place: (offset: Int, index: String.Index)) -> String.Index? {
      guard offset >= place.offset else {
        return scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex)
      }
      return scalars.index(
        place.index, offsetBy: offset - place.offset, limitedBy: scalars.endIndex)
    }
    return map { record in
      guard let lower = index(record.start, from: known) else { return nil }
      known = (record.start, lower)
      return index(record.end, from: known).map { lower..<$0 }
    }
  }
}
