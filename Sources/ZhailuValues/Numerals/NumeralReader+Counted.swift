// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// 亿 that 个 counts: 三个亿, 十几个亿, 两三个多亿, 一个半亿, 半个亿.
extension NumeralReader {
  /// 三个亿, 三个多亿, 一个半亿.
  mutating func readCountedHundredMillion(into sum: inout Sum) {
    guard next + 1 < text.count, text[next] == Self.ge, sum.isSmall else { return }
    var place = next + 1
    if text[place] == Self.half { return readHundredMillionAndHalf(into: &sum) }
    let isMore = text[place] == Self.many || text[place] == Self.several
    if isMore { place += 1 }
    guard let magnitude = magnitude(at: place), magnitude.value == 8, sum.multiply(by: magnitude)
    else { return }
    if isMore { sum.modifier = .moreThan }
    next = place + 1
    sum.end = next
  }

  /// 一个半亿 is 1.5亿.
  private mutating func readHundredMillionAndHalf(into sum: inout Sum) {
    guard let magnitude = magnitude(at: next + 2), magnitude.value == 8, sum.addHalf(),
      sum.multiply(by: magnitude)
    else { return }
    next += 3
    sum.end = next
  }

  /// 半个亿
  func readHalfHundredMillion(from start: Int) -> Numeral? {
    guard start + 1 < text.count, text[start + 1] == Self.ge,
      let magnitude = magnitude(at: start + 2), magnitude.value == 8
    else { return nil }
    return Numeral(
      extent: Extent(start, start + 3), low: ExactDecimal(50_000_000), style: [.han, .large],
      digits: 0, power: 8)
  }
}
