// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension NumeralReader {
  /// The number that the tokens read so far add up to.
  ///
  /// Parts wait until a larger magnitude multiplies them: in 一万五千亿 the parts 一万 and 五千 wait for
  /// 亿; in 一亿五千万 the part 一亿 does not.
  struct Sum {
    /// A finished part such as 五千, and the power of ten it ends in.
    private struct Part {
      var low: ExactDecimal
      var high: ExactDecimal
      var power: Int
    }

    var end = 0
    var modifier: Modifier?
    private var parts: [Part] = []
    /// A digit or number that no magnitude has multiplied yet.
    private var pending: Token?
    /// Chinese digits in a row: 二〇二〇.
    private var row: [Int] = []
    private var style: Numeral.Style = []
    private var digits = 0
    private var sawZero = false
    /// Digits after 点.
    private var fraction: [Int]?
    private var failed = false

    /// Begins with a vague word: 数千 counts as one thousand, more_than.
    mutating func begin(_ modifier: Modifier) {
      self.modifier = modifier
      let one = ExactDecimal(1)
      pending = Token(kind: .digit, low: one, high: one, end: 0, digits: 0)
    }

    /// Takes in the next token; false, and nothing done, where it cannot go on the numeral.
    mutating func append(_ token: Token) -> Bool {
      if failed || row.count > 38 || (fraction?.count ?? 0) > 38 { return false }
      if fraction != nil { return appendAfterPoint(token) }
      switch token.kind {
      case .arabic: return appendArabic(token)
      case .digit: return appendDigit(token)
      case .pair: return appendPair(token)
      case .magnitude: return appendMagnitude(token)
      case .tens: return appendTens(token)
      case .point:
        guard pending != nil || !parts.isEmpty || row.count > 0, !style.contains(.pair) else {
          return false
        }
        fraction = []
        style.insert(.point)
        return true
      }
    }

    // MARK: Tokens

    private mutating func appendArabic(_ token: Token) -> Bool {
      guard pending == nil, row.isEmpty, parts.isEmpty || !token.hasPoint else { return false }
      guard token.digits <= 38 else {
        failed = true
        return true
      }
      pending = token
      digits += token.digits
      style.insert(.arabic)
      if token.hasPoint { style.insert(.point) }
      if token.startsWithZero { style.insert(.leadingZero) }
      return true
    }

    private mutating func appendDigit(_ token: Token) -> Bool {
      let digit = token.low.integer ?? 0
      if pending?.kind == .arabic || style.contains(.pair) { return false }
      if !parts.isEmpty, pending != nil { return false }
      style.insert(.han)
      digits += token.digits
      if parts.isEmpty, pending != nil || !row.isEmpty {
        // A second digit in a row: the numeral is written by place.
        row.append(digit)
        pending = nil
        style.insert(.positional)
        return true
      }
      if digit == 0 {
        if parts.isEmpty {
          row = [0]
          return true
        }
        sawZero = true
        return true
      }
      pending = token
      if parts.isEmpty { row = [digit] }
      return true
    }

    private mutating func appendPair(_ token: Token) -> Bool {
      guard pending == nil, row.isEmpty, !style.contains(.pair) else { return false }
      pending = token
      digits += 2
      style.formUnion([.han, .pair])
      return true
    }

    /// 廿 and 卅: a digit and its ten in one.
    private mutating func appendTens(_ token: Token) -> Bool {
      guard pending == nil, row.isEmpty, parts.last.map({ $0.power > 1 }) ?? true else {
        return false
      }
      style.insert(.han)
      digits += 1
      sawZero = false
      parts.append(Part(low: token.low, high: token.high, power: 1))
      return true
    }

    private mutating func appendMagnitude(_ token: Token) -> Bool {
      guard !repeats(token.power) else { return false }
      style.insert(.han)
      if row.count > 1 {
        // 二〇二〇万 is read by place, then multiplied; 一九九十 is nothing.
        guard token.power >= 4 else { return false }
        guard let value = rowValue else {
          failed = true
          return true
        }
        pending = Token(kind: .digit, low: value, high: value, end: 0)
      }
      row = []
      style.remove(.positional)
      if token.power >= 4 { style.insert(.large) }
      if token.power >= 4, pending == nil, !parts.isEmpty { return multiplyParts(token.power) }
      if pending == nil { return appendBareMagnitude(token) }
      guard parts.last.map({ $0.power > token.power || token.power >= 4 }) ?? true else {
        return false
      }
      let factor = pending!
      pending = nil
      sawZero = false
      guard let low = factor.low.times(token.low), let high = factor.high.times(token.low) else {
        failed = true
        return true
      }
      parts.append(Part(low: low, high: high, power: token.power))
      return token.power >= 4 ? gather(below: token.power) : true
    }

    /// Whether 万 or 亿 stands here a second time: 1万2万 is two numerals; 一万五千万 is one.
    private func repeats(_ power: Int) -> Bool {
      guard power >= 4, let index = parts.firstIndex(where: { $0.power == power }) else {
        return false
      }
      if index == parts.count - 1 { return pending != nil }
      return pending != nil || power > 4 || parts[index + 1].power < 3
    }

    /// 十 without a digit is ten; 百, 千, 万 need one, but for 近百.
    private mutating func appendBareMagnitude(_ token: Token) -> Bool {
      guard parts.isEmpty || (token.power == 1 && (sawZero || parts.last!.power >= 2)) else {
        return false
      }
      if parts.isEmpty, token.power > 1 { style.insert(.bare) }
      sawZero = false
      parts.append(Part(low: token.low, high: token.low, power: token.power))
      return true
    }

    /// The parts below 万 that stand before it are multiplied by it with the last.
    private mutating func gather(below power: Int) -> Bool {
      let last = parts.removeLast()
      var sum = last
      while let part = parts.last, part.power < power {
        parts.removeLast()
        let factor = ExactDecimal.power(ofTen: power)
        guard let low = part.low.times(factor)?.plus(sum.low),
          let high = part.high.times(factor)?.plus(sum.high)
        else {
          failed = true
          return true
        }
        sum = Part(low: low, high: high, power: power)
      }
      parts.append(sum)
      return true
    }

    private mutating func multiplyParts(_ power: Int) -> Bool {
      let factor = ExactDecimal.power(ofTen: power)
      var sum: Part?
      // 亿亿: the same magnitude again multiplies what it stands behind.
      while let part = parts.last, part.power <= power {
        parts.removeLast()
        guard let low = part.low.times(factor), let high = part.high.times(factor),
          let lowSum = sum == nil ? low : sum!.low.plus(low),
          let highSum = sum == nil ? high : sum!.high.plus(high)
        else {
          failed = true
          return true
        }
        sum = Part(low: lowSum, high: highSum, power: power)
      }
      guard let sum else { return false }
      parts.append(sum)
      style.remove(.bare)
      return true
    }

    private mutating func appendAfterPoint(_ token: Token) -> Bool {
      switch token.kind {
      case .digit:
        fraction!.append(token.low.integer!)
        digits += 1
        return true
      case .pair:
        fraction!.append(token.low.integer!)
        fraction!.append(token.high.integer!)
        digits += 2
        return true
      case .magnitude where token.power >= 4 && !fraction!.isEmpty:
        let value = total
        parts = []
        row = []
        fraction = nil
        guard let value else {
          failed = true
          return true
        }
        pending = Token(kind: .digit, low: value.low, high: value.high, end: 0)
        return appendMagnitude(token)
      default: return false
      }
    }

    /// 20余万: the magnitude after a remainder word.
    mutating func multiply(by digit: Digit) -> Bool {
      guard digit.value >= 2, let total else { return false }
      let factor = ExactDecimal.power(ofTen: digit.value)
      guard let low = total.low.times(factor), let high = total.high.times(factor) else {
        return false
      }
      pending = nil
      row = []
      fraction = nil
      parts = [Part(low: low, high: high, power: digit.value)]
      if digit.value >= 4 { style.insert(.large) }
      style.remove(.bare)
      return true
    }

    // MARK: The result

    /// `nil` for more digits than a number holds.
    private var rowValue: ExactDecimal? {
      guard row.count <= 38 else { return nil }
      return ExactDecimal(mantissa: row.reduce(0) { $0 * 10 + Int128($1) }, scale: 0)
    }

    private var total: (low: ExactDecimal, high: ExactDecimal)? {
      var low = ExactDecimal.zero
      var high = ExactDecimal.zero
      if row.count > 1 || (row == [0] && parts.isEmpty) {
        guard let value = rowValue else { return nil }
        (low, high) = (value, value)
      } else {
        for part in parts {
          guard let nextLow = low.plus(part.low), let nextHigh = high.plus(part.high) else {
            return nil
          }
          (low, high) = (nextLow, nextHigh)
        }
        if let pending {
          let factor = pendingFactor
          guard let nextLow = pending.low.times(factor).flatMap(low.plus),
            let nextHigh = pending.high.times(factor).flatMap(high.plus)
          else { return nil }
          (low, high) = (nextLow, nextHigh)
        }
      }
      guard let fraction else { return (low, high) }
      guard fraction.count < 38 else { return nil }
      let mantissa = fraction.reduce(Int128(0)) { $0 * 10 + Int128($1) }
      let decimals = ExactDecimal(mantissa: mantissa, scale: fraction.count)
      guard let nextLow = low.plus(decimals), let nextHigh = high.plus(decimals)
      else { return nil }
      return (nextLow, nextHigh)
    }

    /// A digit right after a magnitude counts the next lower one: 一百二 is 120, 1万2 is 12000.
    private var pendingFactor: ExactDecimal {
      guard let last = parts.last, last.power >= 2, !sawZero, fraction == nil, let pending,
        pending.digits <= 1 || pending.kind == .pair
      else { return ExactDecimal(1) }
      return ExactDecimal.power(ofTen: last.power - 1)
    }

    var isHan: Bool { style.contains(.han) }
    var lastPower: Int { pending == nil ? parts.last?.power ?? 0 : 0 }

    /// Whether 几 may follow: 二十几, 20几.
    var endsInTen: Bool {
      if pending == nil { return parts.last?.power == 1 }
      return pending?.kind == .arabic && isRound && pending!.digits == 2
    }

    /// Whether 余 or 多 may follow where a magnitude comes after it: 15余万, 3.5余亿.
    var takesRemainder: Bool { fraction == nil && row.count <= 1 && !style.contains(.pair) }

    /// Whether 余 or 多 may follow: 20余, 1000多, 十多, 3万多; not 3多.
    var isRound: Bool {
      guard takesRemainder, let total else { return false }
      if pending == nil, !parts.isEmpty { return true }
      guard let integer = total.low.integer else { return false }
      return pending?.kind == .arabic && integer >= 10 && integer % 10 == 0
    }

    /// Whether 余 may follow: after round numbers, and as some write, 25余家.
    var isCount: Bool {
      guard takesRemainder, let integer = total?.low.integer else { return false }
      return isRound || (integer >= 10 && integer < 1000)
    }

    func numeral(from start: Int) -> Numeral? {
      guard !failed, let total, fraction?.isEmpty != true else { return nil }
      var style = style
      if modifier != nil { style.remove(.bare) }
      if !(row.count > 1 && parts.isEmpty) { style.remove(.positional) }
      if row.count > 1, row[0] == 0 { style.insert(.leadingZero) }
      return Numeral(
        extent: Extent(start, end), low: total.low,
        high: total.low == total.high ? nil : total.high, modifier: modifier, style: style,
        digits: digits, power: pending == nil && fraction == nil ? parts.last?.power ?? 0 : 0)
    }
  }
}
