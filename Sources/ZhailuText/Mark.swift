// SPDX-License-Identifier: Apache-2.0

/// Marks that are asked for by name, as UTF-16 units of folded text. What whole classes of characters
/// are is in `CharacterClass`. They are public to be read in place.
public enum Mark {
  @inlinable public static var tab: UInt16 { 0x09 }
  @inlinable public static var lineFeed: UInt16 { 0x0A }
  @inlinable public static var carriageReturn: UInt16 { 0x0D }
  @inlinable public static var space: UInt16 { 0x20 }
  @inlinable public static var wideSpace: UInt16 { 0x3000 }
  @inlinable public static var comma: UInt16 { 0x2C }
  /// 、
  @inlinable public static var enumerationComma: UInt16 { 0x3001 }
  /// 的
  @inlinable public static var particle: UInt16 { 0x7684 }
  @inlinable public static var colon: UInt16 { 0x3A }
  @inlinable public static var semicolon: UInt16 { 0x3B }
  @inlinable public static var question: UInt16 { 0x3F }
  @inlinable public static var exclamation: UInt16 { 0x21 }
  /// A full stop of Latin letters, and the point of a number.
  @inlinable public static var point: UInt16 { 0x2E }
  /// …
  @inlinable public static var ellipsis: UInt16 { 0x2026 }
  @inlinable public static var opening: UInt16 { 0x28 }
  @inlinable public static var closing: UInt16 { 0x29 }
  /// “ ”
  @inlinable public static var openQuote: UInt16 { 0x201C }
  @inlinable public static var closeQuote: UInt16 { 0x201D }
  /// 《 》
  @inlinable public static var openTitle: UInt16 { 0x300A }
  @inlinable public static var closeTitle: UInt16 { 0x300B }
  /// 【 】
  @inlinable public static var openLabel: UInt16 { 0x3010 }
  @inlinable public static var closeLabel: UInt16 { 0x3011 }
  /// · within a foreign name.
  @inlinable public static var middleDot: UInt16 { 0xB7 }
  /// —
  @inlinable public static var dash: UInt16 { 0x2014 }
  @inlinable public static var hyphen: UInt16 { 0x2D }
  @inlinable public static var slash: UInt16 { 0x2F }
  @inlinable public static var percent: UInt16 { 0x25 }
  @inlinable public static var ampersand: UInt16 { 0x26 }
  @inlinable public static var at: UInt16 { 0x40 }
  /// The strokes between the cells of a table.
  @inlinable public static var stroke: UInt16 { 0x7C }
  @inlinable public static var boxStroke: UInt16 { 0x2502 }
}
