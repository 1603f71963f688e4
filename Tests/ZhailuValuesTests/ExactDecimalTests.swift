// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("7", "7"), ("-12.5", "-12.5"), ("12.50", "12.5"), ("0.050", "0.05"),
    ("007", "7"),
    ("-0.001", "-0.001"), ("100", "100"), ("1.0", "1"), ("0.0000", "0"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ("0.0000000000000000000000000000000000001", "0.0000000000000000000000000000000000001"),
  ])
  func reads(text: String, description: String) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.description == description)
    #expect(ExactDecimal(description) == number)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "-.5", "1.2.3", "1,000", "1e5", "+1", "--1", "1-", " 1", "1 ", "一",
    "１", "0x1",
    "100000000000000000000000000000000000000", "0.00000000000000000000000000000000000001",
  ])
  func refuses(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    ("3.5", "100000000", "350000000"), ("0.1", "0.2", "0.02"), ("-2", "0.5", "-1"), ("0", "5", "0"),
    ("2.5", "0.4", "1"),
    ("1.5", "10", "15"),
  ])
  func times(left: String, right: String, product: String) throws {
    let (a, b) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
    #expect(a.times(b)?.description == product)
    #expect(b.times(a) == a.times(b))
  }

  @Test(arguments: [
    ("0.1", "0.2", "0.3"), ("1", "-0.001", "0.999"), ("0.5", "0.5", "1"), ("-3", "3", "0"),
    ("12", "0.34", "12.34"),
  ])
  func plus(left: String, right: String, sum: String) throws {
    let (a, b) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
    #expect(a.plus(b)?.description == sum)
    #expect(b.plus(a) == a.plus(b))
    #expect(try #require(a.plus(b)).plus(-b) == a)
  }

  @Test(
    "a quotient has as many digits as are asked for, and is rounded",
    arguments: [
      ("8", "3", "2.67"), ("1", "300", "0.00333"), ("-2", "3", "-0.667"), ("2000", "3", "667"),
      ("200000", "3", "66667"), ("1", "8", "0.125"), ("19999", "20000", "1"), ("0", "7", "0"),
    ])
  func approximated(top: String, below: String, quotient: String) throws {
    let (top, below) = (try #require(ExactDecimal(top)), try #require(ExactDecimal(below)))
    #expect(top.approximated(by: below, digits: 3)?.description == quotient)
  }

  /// 2^128 / 10^20: the digits of this quotient pass the largest number that is held by five.
  @Test func aQuotientTooLongEnds() throws {
    let top = try #require(ExactDecimal("324518553658426726783156020576256"))
    let below = try #require(ExactDecimal("95367431640625"))
    #expect(top.divided(by: below) == nil)
    #expect(top.approximated(by: below, digits: 21)?.description == "3402823669209384634.63")
  }

  @Test(
    "numbers have an order whatever their scales",
    arguments: [
      ("0.1", "0.2"), ("-0.2", "-0.1"), ("-1", "0.5"), ("1.5", "2"),
      ("9999999999999999999999999999999999999.4", "9999999999999999999999999999999999999.5"),
      ("12345678901234567890123456789012345.02", "12345678901234567890123456789012345.1"),
      ("1.2345678901234567890123456789012345678", "99999999999999999999999999999999999999"),
    ])
  func order(less: String, more: String) throws {
    let (less, more) = (try #require(ExactDecimal(less)), try #require(ExactDecimal(more)))
    #expect(less < more)
    #expect(!(more < less))
    #expect(-more < -less)
  }

  @Test func whatDoesNotFitIsNothing() throws {
    let large = ExactDecimal.power(ofTen: 38)
    let small = try #require(ExactDecimal("0.1"))
    #expect(large.times(ExactDecimal(10)) == nil)
    #expect(large.plus(large) == nil)
    #expect(large.plus(small) == nil)
    #expect(large.integer == nil)
    #expect(small.integer == nil)
    #expect(ExactDecimal(Int.max).integer == Int.max)
    #expect(ExactDecimal(Int.min).integer == Int.min)
    #expect(ExactDecimal(Int.max).plus(ExactDecimal(1))?.integer == nil)
  }

  @Test(arguments: [
    [
      "-2.5", "-2", "-0.001", "0", "0.001", "0.01", "1", "1.5", "2",
      "99999999999999999999999999999999999999",
    ]
  ])
  func order(ascending: [String]) {
    let numbers = ascending.compactMap { ExactDecimal($0) }
    for (left, a) in numbers.enumerated() {
      for (right, b) in numbers.enumerated() {
        #expect((a < b) == (left < right), "\(a) < \(b)")
        #expect((a == b) == (left == right))
      }
    }
  }

  @Test func equalNumbersAreOne() {
    #expect(ExactDecimal(mantissa: 1500, scale: 3) == ExactDecimal(mantissa: 15, scale: 1))
    #expect(ExactDecimal(mantissa: 0, scale: 5) == .zero)
    #expect(ExactDecimal(mantissa: 1500, scale: 3).hashValue == ExactDecimal("1.5")!.hashValue)
    #expect(ExactDecimal(mantissa: 1500, scale: 2).isInteger)
    #expect(!ExactDecimal(mantissa: 1501, scale: 2).isInteger)
  }

  @Test func powersOfTen() {
    for exponent in 0...38 {
      #expect(
        ExactDecimal.power(ofTen: exponent).description
          == "1" + String(repeating: "0", count: exponent))
    }
  }

  @Test func randomNumbersAgreeWithIntegers() throws {
    var random = SplitMix64(seed: 30)
    for _ in 0..<5000 {
      let (a, b) = (
        Int.random(in: -1_000_000...1_000_000, using: &random),
        Int.random(in: -1_000_000...1_000_000, using: &random)
      )
      let (x, y) = (
        ExactDecimal(mantissa: Int128(a), scale: 3), ExactDecimal(mantissa: Int128(b), scale: 3)
      )
      #expect(x.plus(y) == ExactDecimal(mantissa: Int128(a + b), scale: 3))
      #expect(x.times(y) == ExactDecimal(mantissa: Int128(a * b), scale: 6))
      #expect((x < y) == (a < b))
      #expect(ExactDecimal(x.description) == x)
    }
  }
}
