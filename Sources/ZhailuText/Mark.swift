// SPDX-License-Identifier: Apache-2.0

/// Marks that are asked for by name, as UTF-16 units of folded text. What whole classes of characters
/// are is in `CharacterClass`.
package enum Mark {
  @inlinable package static var tab: UInt16 { 0x09 }
  @inlinable package static var lineFeed: UInt16 { 0x0A }
  @inlinable package static var space: UInt16 { 0x20 }
  @inlinable package static var wideSpace: UInt16 { 0x3000 }
  @inlinable package static var comma: UInt16 { 0x2C }
  /// 、
  @inlinable package static var enumerationComma: UInt16 { 0x3001 }
  @inlinable package static var colon: UInt16 { 0x3A }
  @inlinable package static var semicolon: UInt16 { 0x3B }
  @inlinable package static var opening: UInt16 { 0x28 }
  @inlinable package static var closing: UInt16 { 0x29 }
  /// “ ”
  @inlinable package static var openQuote: UInt16 { 0x201C }
  @inlinable package static var closeQuote: UInt16 { 0x201D }
  /// 《 》
  @inlinable package static var openTitle: UInt16 { 0x300A }
  @inlinable package static var closeTitle: UInt16 { 0x300B }
  /// · within a foreign name.
  @inlinable package static var middleDot: UInt16 { 0xB7 }
  @inlinable package static var hyphen: UInt16 { 0x2D }
  @inlinable package static var slash: UInt16 { 0x2F }
  @inlinable package static var percent: UInt16 { 0x25 }
  /// The strokes between the cells of a table.
  @inlinable package static var stroke: UInt16 { 0x7C }
  @inlinable package static var boxStroke: UInt16 { 0x2502 }
}
