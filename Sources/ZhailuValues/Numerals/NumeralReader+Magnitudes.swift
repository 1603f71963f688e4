// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Magnitudes, 万 and 亿, which may be part of a unit, and the spaces that printers put before them.
extension NumeralReader {
  /// The magnitude at `place`, unless it belongs to the unit: 兆瓦, 千克, 百分点.
  func magnitude(at place: Int) -> Digit? {
    guard place < text.count, case let digit = Digit.of(text[place]), digit.kind == .magnitude
    else { return nil }
    let next = place + 1 < text.count ? text[place + 1] : 0
    let second = place + 2 < text.count ? text[place + 2] : 0
    let isUnit =
      switch digit.value {
      case 12: Self.megaUnits.contains(next)
      case 3:
        // 三千米 is 3000 m; 5千米 is 5 km. 五千克朗 is money, 五千克拉 a weight in carats; 三万五千瓦 is 35000 W.
        !isBehindTenThousands(place)
          && (Self.kiloUnits.contains(next) && !Self.wordsFromGram.contains(second)
            || next == Self.byteUnit[0] && second == Self.byteUnit[1]
            || Self.kiloUnitsBehindDigits.contains(next) && isBehindWholeNumber(place))
      case 2:
        // 百帕, 百分点.
        next == Self.pascal || next == Self.fen && second == Self.dian
      default: false
      }
    return isUnit ? nil : digit
  }

  /// 三万五千, 3万5千: of 三万五 nobody counts thousands.
  private func isBehindTenThousands(_ place: Int) -> Bool {
    guard place > 1, Self.isArabic(text[place - 1]) || Digit.of(text[place - 1]).kind == .digit,
      case let before = Digit.of(text[place - 2]), before.kind == .magnitude
    else { return false }
    return before.value >= 4
  }

  /// 5千米; and 十二千米 and 一百零五千米, for no 千 can go on 十二 or 一百零五.
  private func isBehindWholeNumber(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    if Self.isArabic(text[place - 1]) || text[place - 1] == Self.ten { return true }
    guard place > 1, Digit.of(text[place - 1]).kind == .digit else { return false }
    if text[place - 2] == Self.ten { return true }
    guard place > 2, case let zero = Digit.of(text[place - 2]), zero.kind == .digit,
      zero.value == 0, case let before = Digit.of(text[place - 3]), before.kind == .magnitude
    else { return false }
    return before.value < 4
  }

  /// A space that the printer put inside a numeral: 陆 点 五, 7万 5千, 177.1 亿, 五百 余万.
  func isInnerSpace(_ place: Int) -> Bool {
    guard place > 0, place + 1 < text.count, text[place] == Self.space else { return false }
    let left = text[place - 1]
    let right = text[place + 1]
    let after = Digit.of(right)
    if Digit.of(left).isHan {
      if after.isHan { return true }
      if after.kind == .arabic { return Digit.of(left).kind == .magnitude }
      return right == Self.remainder || right == Self.several || right == Self.many
    }
    guard Self.isArabic(left) else { return false }
    if right == Self.remainder || right == Self.many { return isCounted(place + 2, by: right) }
    guard after.kind == .magnitude else { return false }
    return after.value >= 4 || after.value >= 2 && isSpacedMagnitude(place + 1)
  }

  /// 万 or 亿, or a measure, before which 多 and 余 stand apart from digits: 40 多亿, 100 多天, 40 余人; 多人
  /// and 多家 are words of their own.
  private func isCounted(_ place: Int, by more: UInt16) -> Bool {
    guard place < text.count else { return false }
    if Self.behindSpacedMore.contains(text[place]) { return true }
    if more == Self.remainder, Self.behindSpacedRemainder.contains(text[place]) { return true }
    return magnitude(at: place).map { $0.value >= 4 } ?? false
  }

  /// 千 behind a space counts where its unit follows, 5 千元, or another, 6 千 5 百元, or the clause ends;
  /// in a list 5 千方百计 begins an item.
  private func isSpacedMagnitude(_ place: Int) -> Bool {
    let next = behindSpace(place + 1)
    guard next < text.count else { return true }
    if Self.afterSpacedMagnitude.contains(text[next]) { return true }
    if CharacterClass.of(text[next]).meets([.clauseEnd, .closing]) { return true }
    let unit = behindSpace(next + 1)
    return Self.isArabic(text[next]) && unit < text.count
      && Digit.of(text[unit]).kind == .magnitude
  }

  private func behindSpace(_ place: Int) -> Int {
    place < text.count && text[place] == Self.space ? place + 1 : place
  }
}
