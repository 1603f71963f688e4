// SPDX-License-Identifier: Apache-2.0

extension NumeralReader {
  /// Digits one after the other, at most 38 of them held: 二〇二〇.
  struct Row {
    private(set) var mantissa: Int128 = 0
    private(set) var count = 0
    private(set) var leadsWithZero = false

    init() {}

    init(digit: Int) { append(digit) }

    init(mantissa: Int128, count: Int) {
      self.mantissa = mantissa
      self.count = count
    }

    mutating func append(_ digit: Int) {
      if count == 0 { leadsWithZero = digit == 0 }
      if count < 38 { mantissa = mantissa * 10 + Int128(digit) }
      count += 1
    }

    /// A single 零.
    var isZero: Bool { count == 1 && leadsWithZero }

    /// `nil` for more digits than a number holds.
    var value: ExactDecimal? {
      count <= 38 ? ExactDecimal(mantissa: mantissa, scale: 0) : nil
    }
  }

  /// The finished parts of a sum, such as 五千, by the power of ten that they end in.
  ///
  /// They stand in falling order: one below 万 (千, 百 and 十 added up), one each for 万, 亿 and 兆.
  struct Parts {
    private struct Part {
      var low = ExactDecimal.zero
      var high = ExactDecimal.zero
      var isThere = false
    }

    private var small = Part()
    private var tenThousands = Part()
    private var hundredMillions = Part()
    private var trillions = Part()
    /// The power of the part that was pushed last; 0 where there is none.
    private(set) var lastPower = 0
    /// The power of the first part below 万 since the last of 万 or more.
    private var firstSmallPower = 0
    /// The power of the part that one magnitude multiplied after another, 8 in 三万亿 and 4 in 二万万; 0 where
    /// there is none. It ends in 10⁴ of its magnitude, so that less than 10⁴ of it may follow: 三万亿二千亿.
    private var openPower = 0

    var isEmpty: Bool { lastPower == 0 }

    private subscript(_ power: Int) -> Part {
      get {
        switch power {
        case 4: tenThousands
        case 8: hundredMillions
        case 12: trillions
        default: small
        }
      }
      set {
        switch power {
        case 4: tenThousands = newValue
        case 8: hundredMillions = newValue
        case 12: trillions = newValue
        default: small = newValue
        }
      }
    }

    /// Adds a part. What is less than its magnitude, of 万 and more, is multiplied by it: 一万五千亿.
    mutating func push(_ low: ExactDecimal, _ high: ExactDecimal, power: Int) -> Bool {
      if power < 4 {
        if !small.isThere { firstSmallPower = power }
        lastPower = power
        return add(low, high, to: 0)
      }
      guard let (lower, higher) = taking(below: power),
        let lowSum = lower.plus(low), let highSum = higher.plus(high)
      else { return false }
      lastPower = power
      if openPower == power { openPower = 0 }
      return add(lowSum, highSum, to: power)
    }

    /// Multiplies all parts up to `power` by it: 一万五千万; 亿亿. Of 三万亿二千亿 only 二千 is left to multiply.
    mutating func multiply(by power: Int) -> Bool {
      let goesOn = isOpen(power) && lastPower < 4
      let opens = !goesOn && (lastPower == power || lastPower == 4)
      guard let (low, high) = taking(below: goesOn ? power : power + 1, times: power) else {
        return false
      }
      lastPower = power
      openPower = opens ? power : 0
      return add(low, high, to: power)
    }

    private mutating func add(_ low: ExactDecimal, _ high: ExactDecimal, to power: Int) -> Bool {
      var part = self[power]
      guard let lowSum = part.low.plus(low), let highSum = part.high.plus(high) else {
        return false
      }
      part = Part(low: lowSum, high: highSum, isThere: true)
      self[power] = part
      return true
    }

    /// Takes out the parts below `limit`, multiplied.
    private mutating func taking(
      below limit: Int, times power: Int? = nil
    ) -> (ExactDecimal, ExactDecimal)? {
      let factor = ExactDecimal.power(ofTen: power ?? limit)
      var low = ExactDecimal.zero
      var high = ExactDecimal.zero
      for level in stride(from: 0, through: 12, by: 4) where level < limit && self[level].isThere {
        guard let lower = self[level].low.times(factor),
          let higher = self[level].high.times(factor),
          let lowSum = low.plus(lower), let highSum = high.plus(higher)
        else { return nil }
        (low, high) = (lowSum, highSum)
        self[level] = Part()
      }
      return (low, high)
    }

    /// Whether 万 or 亿 stands here a second time: 1万2万 is two numerals; 一万五千万 is one.
    func repeats(_ power: Int, hasPending: Bool) -> Bool {
      guard power >= 4, self[power].isThere else { return false }
      if isOpen(power), hasPending || lastPower < 4 { return false }
      if lastPower == power { return hasPending }
      return hasPending || power > 4 || firstSmallPower < 3
    }

    /// Whether less than 10⁴ of `power` may follow: nothing larger than that stands before it.
    private func isOpen(_ power: Int) -> Bool {
      guard openPower == power else { return false }
      return !stride(from: 4, to: power, by: 4).contains { self[$0].isThere }
    }

    var total: (low: ExactDecimal, high: ExactDecimal)? {
      var low = ExactDecimal.zero
      var high = ExactDecimal.zero
      for level in stride(from: 0, through: 12, by: 4) where self[level].isThere {
        guard let lowSum = low.plus(self[level].low), let highSum = high.plus(self[level].high)
        else {
          return nil
        }
        (low, high) = (lowSum, highSum)
      }
      return (low, high)
    }
  }
}
