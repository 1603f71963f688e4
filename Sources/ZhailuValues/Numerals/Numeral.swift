// SPDX-License-Identifier: Apache-2.0

import ZhailuText

/// A numeral of the text and the number it stands for.
///
/// 3.5亿 is 350000000; 五六百 is from 500 to 600; 二十几万 is 200000, more_than; 二〇二〇 is 2020, written by
/// place.
package struct Numeral: Sendable, Equatable, BitwiseCopyable {
  package struct Style: OptionSet, Sendable, BitwiseCopyable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Written in 0 to 9, at least in part.
    package static let arabic = Style(rawValue: 1)
    /// Written in Chinese characters, at least in part.
    package static let han = Style(rawValue: 2)
    /// Chinese digits one after the other: 二〇二〇, 一九九七.
    package static let positional = Style(rawValue: 4)
    /// Holds a decimal point.
    package static let point = Style(rawValue: 8)
    /// Holds 万 or 亿.
    package static let large = Style(rawValue: 16)
    /// 百, 千, 万 or 亿 without a number before it: 近百名.
    package static let bare = Style(rawValue: 32)
    /// A stretch of digits inside a longer numeral: 2010 of 2010.01, 8 of 8点5. Dates and times
    /// are made of such; amounts and quantities are not.
    package static let part = Style(rawValue: 64)
    /// 半.
    package static let half = Style(rawValue: 128)
    /// Two digits side by side that stand for a range: 三五, 七八.
    package static let pair = Style(rawValue: 256)
    /// Begins with 0, as codes and clock times do.
    package static let leadingZero = Style(rawValue: 512)
    /// Its digits are in groups, 1,998: it is no year.
    package static let grouped = Style(rawValue: 1024)
  }

  package var extent: Extent
  package var low: ExactDecimal
  /// The upper end, where the numeral is a range of its own.
  package var high: ExactDecimal?
  package var modifier: Modifier?
  package var style: Style
  /// How many digits are written: 4 in 2020, 1997 and 二〇二〇.
  package var digits: Int
  /// The power of ten that it ends in: 4 in 3.5万, 12 in 万亿, 0 in 350.
  package var power = 0

  /// The one number, where the numeral is no range.
  package var value: ExactDecimal? { high == nil ? low : nil }
}
