// SPDX-License-Identifier: Apache-2.0

extension String {
  /// How many cells of a terminal the text takes: 石景山区 takes 8.
  ///
  /// By the classes W and F of Unicode's East Asian Width (UAX #11). Ambiguous ones, such as “,
  /// take one, as in a terminal that is not told otherwise.
  var cells: Int {
    unicodeScalars.reduce(0) { $0 + $1.cells }
  }

  /// The text with blanks after it, or before it, up to `width` cells.
  func padded(to width: Int, blanksFirst: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - cells))
    return blanksFirst ? blanks + self : self + blanks
  }

  /// The text where it has no more than `width` cells, else its beginning and end with … between.
  package func cut(to width: Int) -> String {
    guard cells > width else { return self }
    let head = fitting(in: width * 2 / 3, unicodeScalars)
    let tail = fitting(in: width - width * 2 / 3 - 1, unicodeScalars.reversed())
    return head.map(String.init).joined() + "…" + tail.reversed().map(String.init).joined()
  }

  /// As many of the scalars, from the first on, as have room.
  private func fitting(in width: Int, _ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar]
  {
    var rest = width
    return Array(
      scalars.prefix { scalar in
        rest -= scalar.cells
        return rest >= 0
      })
  }
}

extension Unicode.Scalar {
  fileprivate var cells: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
