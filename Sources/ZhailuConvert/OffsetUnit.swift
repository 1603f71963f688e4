// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What a tool counts places in.
///
///     捐🎁5万元      5 begins at 2 in scalars, at 3 in UTF-16
///     甲\r\n5万元    5 begins at 3 in scalars, at 2 where CRLF is one
package enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode scalars: records, doccano, Python.
  case scalars
  /// UTF-16 units: Label Studio, JavaScript.
  case utf16
  /// Scalars, but CRLF is one: brat, which reads texts as Python does.
  case lines
  /// Characters as a reader sees them: doccano with “Count grapheme clusters as one character”.
  case graphemes
}

/// Places of one text in scalars and in another unit.
package struct OffsetMap {
  /// For each scalar, and the end, its place in the unit.
  private let places: [Int]

  package init(_ text: String, _ unit: OffsetUnit) {
    var places: [Int] = []
    var place = 0
    switch unit {
    case .scalars: places = Array(0...text.unicodeScalars.count)
    case .utf16:
      for scalar in text.unicodeScalars {
        places.append(place)
        place += scalar.value > 0xFFFF ? 2 : 1
      }
    case .lines:
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        places.append(place)
        let isPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
        place += isPair ? 0 : 1
      }
    case .graphemes:
      for character in text {
        for _ in character.unicodeScalars { places.append(place) }
        place += 1
      }
    }
    if unit != .scalars { places.append(place) }
    self.places = places
  }

  /// The place in the unit; one inside of a character of the unit is its begin, or for the end of a
  /// span its end.
  package func unit(_ span: Span) -> Span? {
    guard span.start >= 0, span.start <= span.end, span.end < places.count else { return nil }
    let end = places[span.end]
    let isInside = span.end > 0 && span.end < places.count - 1 && isInside(span.end)
    return Span(start: places[span.start], end: isInside ? end + 1 : end)
  }

  private func isInside(_ scalar: Int) -> Bool { places[scalar] == places[scalar - 1] }

  package func scalars(_ span: Span) -> Span? {
    guard let start = scalar(span.start), let end = scalar(span.end), start <= end else {
      return nil
    }
    return Span(start: start, end: end)
  }

  /// The first scalar at a place of the unit.
  private func scalar(_ place: Int) -> Int? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == place ? low : nil
  }
}
