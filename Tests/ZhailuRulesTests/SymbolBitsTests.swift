// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("Bits of symbols in masks")
struct SymbolBitsTests {
  private static func symbols(_ indices: some Sequence<Int>) -> [Symbol] {
    indices.map(Symbol.init)
  }

  @Test("what is asked for together shares a bit; what nobody asks for has none")
  func together() {
    let (first, second, third, other) = (Symbol(0), Symbol(1), Symbol(2), Symbol(3))
    let bits = SymbolBits(asked: [[first, second], [first, second], [third]], presence: [:])
    #expect(bits.mask(of: [first]) == bits.mask(of: [second]))
    #expect(bits.mask(of: [first]) & bits.mask(of: [third]) == 0)
    #expect(bits.mask(of: [first, third]).nonzeroBitCount == 2)
    #expect(bits.mask(of: [other]) == 0)
    #expect(bits.hold([first, third]) && !bits.hold([first, other]))
  }

  @Test("symbols of two sets are told apart where one of the sets has more")
  func apart() {
    let bits = SymbolBits(asked: [[Symbol(0), Symbol(1)], [Symbol(1)]], presence: [:])
    #expect(bits.mask(of: [Symbol(0)]) & bits.mask(of: [Symbol(1)]) == 0)
  }

  @Test("of more symbols than bits, the one that is asked for most keeps its bit alone")
  func alone() {
    let many = Self.symbols(0..<200)
    let asked = many[150]
    let sets = many.map { Set([$0]) } + Array(repeating: [asked], count: 100)
    let bits = SymbolBits(asked: sets, presence: [:])
    #expect(many.allSatisfy { $0 == asked || bits.mask(of: [$0]) & bits.mask(of: [asked]) == 0 })
    #expect(bits.mask(of: many) == .max)
    #expect(many.allSatisfy { bits.mask(of: [$0]).nonzeroBitCount == 1 })
  }

  @Test("one too many shares the bit of what is seldom there")
  func seldom() {
    let many = Self.symbols(0..<65)
    let (seldom, last) = (many[20], many[64])
    var presence = Dictionary(uniqueKeysWithValues: many.map { ($0, 1000) })
    presence[seldom] = 1
    let sets = many.map { Set([$0]) } + many.dropLast().map { [$0] }
    let bits = SymbolBits(asked: sets, presence: presence)
    #expect(bits.mask(of: [last]) == bits.mask(of: [seldom]))
    #expect(Set(many.map { bits.mask(of: [$0]) }).count == 64)
  }

  @Test("the order of the sets makes no difference")
  func order() {
    let many = Self.symbols(0..<100)
    let sets = many.map { Set([$0, many[($0 < many[50]) ? 7 : 8]]) } + many.map { [$0] }
    let (one, other) = (
      SymbolBits(asked: sets, presence: [:]), SymbolBits(asked: sets.reversed(), presence: [:])
    )
    #expect(many.allSatisfy { one.mask(of: [$0]) == other.mask(of: [$0]) })
  }
}
