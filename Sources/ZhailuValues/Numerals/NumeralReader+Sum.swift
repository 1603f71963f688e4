// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension NumeralReader {
  /// The number that the tokens read so far add up to.
  ///
  /// Parts wait until a larger magnitude multiplies them: in 一万五千亿 the parts 一万 and 五千 wait for
  /// 亿; in 一亿五千万 the part 一亿 does not. There is at most one part for each of 万, 亿 and 兆 and one
  /// for all below 万, so they stand in the struct itself and reading a numeral allocates nothing.
  struct Sum {
    var end = 0
    var modifier: Modifier?
    var parts = Parts()
    /// A digit or number that no magnitude has multiplied yet.
    private var pending: Token?
    /// Chinese digits in a row: 二〇二〇. The first of a row may be an ordinary digit.
    private var row = Row()
    private var style: Numeral.Style = []
    private var digits = 0
    private var sawZero = false
    /// Digits after 点.
    private var fraction: Row?
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
        fraction = Row()
        style.insert(.point)
        return true
      }
    }

    // MARK: Tokens

    private mutating func appendArabic(_ token: Token) -> Bool {
      guard pending == nil, row.count == 0, parts.isEmpty || !token.hasPoint || token.isScaled
      else { return false }
      guard token.digits <= 38 else {
        failed = true
        return true
      }
      pending = token
      digits += token.digits
      style.insert(.arabic)
      if token.hasPoint { style.insert(.point) }
      if token.startsWithZero { style.insert(.leadingZero) }
      if token.isGrouped { style.insert(.grouped) }
      return true
    }

    private mutating func appendDigit(_ token: Token) -> Bool {
      let digit = token.low.integer ?? 0
      if pending?.kind == .arabic || style.contains(.pair) { return false }
      if token.isLoose ? pending != nil || row.count > 0 : !parts.isEmpty && pending != nil {
        return false
      }
      style.insert(.han)
      digits += token.digits
      if parts.isEmpty, pending != nil || row.count > 0 {
        // A second digit in a row: the numeral is written by place.
        row.append(digit)
        pending = nil
        style.insert(.positional)
        return true
      }
      if digit == 0 {
        if parts.isEmpty {
          row = Row(digit: 0)
          return true
        }
        sawZero = true
        return true
      }
      pending = token
      if parts.isEmpty { row = Row(digit: digit) }
      return true
    }

    private mutating func appendPair(_ token: Token) -> Bool {
      guard pending == nil, row.count == 0, !style.contains(.pair) else { return false }
      pending = token
      digits += 2
      style.formUnion([.han, .pair])
      return true
    }

    /// 廿, 卅 and 卌: a digit and its ten in one.
    private mutating func appendTens(_ token: Token) -> Bool {
      guard pending == nil, row.count == 0, parts.isEmpty || parts.lastPower > 1 else {
        return false
      }
      style.insert(.han)
      digits += 1
      sawZero = false
      return parts.push(token.low, token.high, power: 1)
    }

    private mutating func appendMagnitude(_ token: Token) -> Bool {
      guard !parts.repeats(token.power, hasPending: pending != nil) else { return false }
      style.insert(.han)
      if row.count > 1 {
        // 二〇二〇万 is read by place, then multiplied; 一九九十 is nothing.
        guard token.power >= 4 else { return false }
        guard let value = row.value else {
          failed = true
          return true
        }
        pending = Token(kind: .digit, low: value, high: value, end: 0)
      }
      row = Row()
      style.remove(.positional)
      if token.power >= 4 { style.insert(.large) }
      if token.power >= 4, pending == nil, !parts.isEmpty {
        // 万万 says no more than 万: it stays bare. 百万 does not.
        if parts.lastPower != token.power { style.remove(.bare) }
        if !parts.multiply(by: token.power) { failed = true }
        return true
      }
      guard var factor = pending else { return appendBareMagnitude(token) }
      guard parts.isEmpty || parts.lastPower > token.power || token.power >= 4 else {
        return false
      }
      // 百二万 is 120 times 万: its digit counts tens, as in 百二.
      if token.power >= 4, parts.lastPower < 4, let low = factor.low.times(pendingFactor),
        let high = factor.high.times(pendingFactor)
      {
        (factor.low, factor.high) = (low, high)
      }
      pending = nil
      sawZero = false
      style.remove(.bare)
      if let low = factor.low.times(token.low), let high = factor.high.times(token.low) {
        if !parts.push(low, high, power: token.power) { failed = true }
      } else {
        failed = true
      }
      return true
    }

    /// 十 without a digit is ten; 百, 千, 万 need one, but for 近百, and 千三 is 1300.
    private mutating func appendBareMagnitude(_ token: Token) -> Bool {
      guard parts.isEmpty || (token.power == 1 && (sawZero || parts.lastPower >= 2)) else {
        return false
      }
      if parts.isEmpty, token.power > 1 { style.insert(.bare) }
      sawZero = false
      return parts.push(token.low, token.high, power: token.power)
    }

    private mutating func appendAfterPoint(_ token: Token) -> Bool {
      switch token.kind {
      case .digit: fraction!.append(token.low.integer ?? 0)
      case .pair:
        fraction!.append(token.low.integer ?? 0)
        fraction!.append(token.high.integer ?? 0)
      case .arabic where fraction!.count == 0 && !token.hasPoint && token.digits < 38:
        fraction = Row(mantissa: token.low.mantissa, count: token.digits)
      case .magnitude where token.power >= 4 && fraction!.count > 0:
        let value = total
        parts = Parts()
        row = Row()
        fraction = nil
        guard let value else {
          failed = true
          return true
        }
        pending = Token(kind: .digit, low: value.low, high: value.high, end: 0)
        return appendMagnitude(token)
      default: return false
      }
      digits += token.digits
      return true
    }

    /// 一个半亿: a half more, behind a number that has no fraction.
    mutating func addHalf() -> Bool {
      guard fraction == nil, !style.contains(.pair) else { return false }
      fraction = Row(digit: 5)
      style.insert(.point)
      return true
    }

    /// 20余万: the magnitude after a remainder word.
    mutating func multiply(by digit: Digit) -> Bool {
      guard digit.value >= 2, let total else { return false }
      if pending == nil, fraction == nil, !parts.isEmpty {
        // Of 七亿八千余万 only 八千 is multiplied.
        guard parts.multiply(by: digit.value) else { return false }
        if digit.value >= 4 { style.insert(.large) }
        style.remove(.bare)
        return true
      }
      let factor = ExactDecimal.power(ofTen: digit.value)
      guard let low = total.low.times(factor), let high = total.high.times(factor) else {
        return false
      }
      pending = nil
      row = Row()
      fraction = nil
      parts = Parts()
      guard parts.push(low, high, power: digit.value) else { return false }
      if digit.value >= 4 { style.insert(.large) }
      style.remove(.bare)
      return true
    }

    // MARK: The result

    private var total: (low: ExactDecimal, high: ExactDecimal)? {
      guard let whole = wholeTotal else { return nil }
      guard let fraction else { return whole }
      guard fraction.count < 38 else { return nil }
      let decimals = ExactDecimal(mantissa: fraction.mantissa, scale: fraction.count)
      guard let low = whole.low.plus(decimals), let high = whole.high.plus(decimals)
      else { return nil }
      return (low, high)
    }

    private var wholeTotal: (low: ExactDecimal, high: ExactDecimal)? {
      if row.count > 1 || (row.isZero && parts.isEmpty) { return row.value.map { ($0, $0) } }
      guard let (low, high) = parts.total else { return nil }
      guard let pending else { return (low, high) }
      let factor = pendingFactor
      guard let nextLow = pending.low.times(factor).flatMap(low.plus),
        let nextHigh = pending.high.times(factor).flatMap(high.plus)
      else { return nil }
      return (nextLow, nextHigh)
    }

    /// A digit right after a magnitude counts the next lower one: 一百二 is 120, 1万2 is 12000.
    private var pendingFactor: ExactDecimal {
      guard parts.lastPower >= 2, !sawZero, let pending,
        pending.digits <= 1 || pending.kind == .pair
      else { return ExactDecimal(1) }
      return ExactDecimal.power(ofTen: parts.lastPower - 1)
    }

    var hasFraction: Bool { fraction != nil }
    var isHan: Bool { style.contains(.han) }
    var lastPower: Int { pending == nil ? parts.lastPower : 0 }

    /// Whether it ends in a digit that may belong to the next word: 7万 5, 上千一.
    var hasLooseDigit: Bool {
      guard let pending, !parts.isEmpty, fraction == nil else { return false }
      return pending.isLoose || (modifier != nil && pending.digits > 0)
    }

    /// Whether 几 may follow: 二十几, 20几, 一百零几, 3亿几.
    var takesSeveral: Bool {
      if fraction != nil || style.contains(.pair) { return false }
      if pending == nil { return !parts.isEmpty }
      return pending?.kind == .arabic && isRound && pending!.digits == 2
    }

    /// Whether 余 or 多 may follow where a magnitude comes after it: 15余万, 3.5余亿.
    var takesRemainder: Bool { fraction == nil && row.count <= 1 && !style.contains(.pair) }

    /// A digit or a few, or two for a range, as 个亿 may follow it: 三个亿, 两三个亿.
    var isSmall: Bool {
      fraction == nil && row.count <= 1 && parts.lastPower <= 3 && !style.contains(.bare)
    }

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
      guard !failed, let total, fraction?.count != 0 else { return nil }
      var style = style
      if modifier != nil || pending != nil { style.remove(.bare) }
      if !(row.count > 1 && parts.isEmpty) { style.remove(.positional) }
      if row.count > 1, row.leadsWithZero { style.insert(.leadingZero) }
      return Numeral(
        extent: Extent(start, end), low: total.low,
        high: total.low == total.high ? nil : total.high, modifier: modifier, style: style,
        digits: digits, power: pending == nil && fraction == nil ? parts.lastPower : 0)
    }
  }
}
