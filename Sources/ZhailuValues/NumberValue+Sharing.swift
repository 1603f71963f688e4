// SPDX-License-Identifier: Apache-2.0

/// What the start of a range takes from the magnitude of its end: 三到五万 begins at 30000.
extension NumberValue {
  /// The number that `low` stands for before `high`: 100至200万 begins at 1000000. What has a unit of its
  /// own takes nothing, 三米到五百米, nor what would not be below the end with it, 一到一百.
  static func start(_ low: Numeral, sharing high: Numeral, of fields: Fields) -> ExactDecimal {
    let power = high.power(sharedWith: low)
    guard power > 0, !low.style.contains(.large), !fields.startHasUnit,
      let shared = low.low.times(.power(ofTen: power)), shared < high.low
    else { return low.low }
    return shared
  }
}

extension Numeral {
  /// The power of ten that a number before this one takes from it: 4 of 100至200万, 2 of 三到五百, 10 of
  /// 七到八百亿. Of 一到二十 it is none, since people say 十到二十; nor of 五到三百, which begins at 5.
  fileprivate func power(sharedWith first: Numeral) -> Int {
    let large = power >= 4 ? power : 0
    guard first.isSmall, let (digit, places) = figure, places % 4 > 1, first.low < digit else {
      return large
    }
    return places
  }

  /// Whether it has one digit before its point, and no magnitude: 三, 1.5.
  private var isSmall: Bool {
    power == 0 && !style.contains(.half) && .zero < low && low < ExactDecimal(10)
  }

  /// The only digit and the power of ten of the magnitudes behind it: 8 and 10 of 八百亿; not of 800亿.
  private var figure: (digit: ExactDecimal, places: Int)? {
    guard digits == 1, power > 0, low.isInteger, low > .zero else { return nil }
    var (digit, places) = (low.mantissa, 0)
    while digit % 10 == 0 { (digit, places) = (digit / 10, places + 1) }
    return digit < 10 ? (ExactDecimal(mantissa: digit, scale: 0), places) : nil
  }
}

extension Fields {
  /// Whether a range names its unit or its currency behind its start too: 三米到五百米, 3元到5万元. That of
  /// ¥3到5万元 stands before both numbers.
  fileprivate var startHasUnit: Bool {
    if texts("unit").count > 1 { return true }
    let names = entries.lazy.map(\.0).drop { $0 != "min" }.prefix { $0 != "max" }
    return names.contains("currency")
  }
}
