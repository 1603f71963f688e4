// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuShipped

@testable import ZhailuRules

@Suite("ClassForms")
struct ClassFormsTests {
  @Test("every class of signs of events has forms in the shipped rules")
  func events() throws {
    let forms = try RuleSet.shipped().events.signs.forms
    for sign in EventSign.allCases { #expect(!forms[sign].isEmpty, "\(sign)") }
  }

  @Test("every class of signs of headings has forms in the shipped rules, and in their image")
  func headings() throws {
    for signs in [try RuleSet.shipped().headingSigns, try RuleSet.compiled().headingSigns] {
      #expect(signs.dates.contains(Array("日期".utf16)))
      for units in [
        signs.counts, signs.withoutMoney, signs.withoutCount, signs.changes, signs.prices,
        signs.copulas, signs.moneyUnits, signs.unitEnds, signs.statementEnds,
      ] {
        #expect(!units.units.isEmpty)
      }
      for words in [signs.unitWords, signs.sumWords, signs.unitKinds, signs.homeMoney] {
        #expect(!words.isEmpty)
      }
      #expect(signs.withoutMoney.contains(0x53F7))  // 号
      #expect(!signs.withoutMoney.contains(0x989D))  // 额
    }
  }

  @Test("every class of signs of lists, lines and short names has forms, in the image too")
  func lists() throws {
    for rules in [try RuleSet.shipped(), try RuleSet.compiled()] {
      let lists = rules.listSigns
      for units in [lists.joiners, lists.rests, lists.counters] { #expect(!units.units.isEmpty) }
      #expect(lists.separators.contains(Array("以及".utf16)))
      let layout = rules.layoutSigns
      #expect(layout.datelines.contains(Array("本报讯".utf16)))
      #expect(!layout.wires.isEmpty && !layout.sayings.isEmpty)
      let names = rules.nameForms
      for units in [names.ordinals, names.withoutNumber, names.called, names.copulas] {
        #expect(!units.units.isEmpty)
      }
      #expect(names.brands.contains(Array("事务所".utf16)))
    }
  }

  @Test("signs of events are found by their classes: characters, and words by their first")
  func numbers() throws {
    for signs in [try RuleSet.shipped().events.signs, try RuleSet.compiled().events.signs] {
      for (number, sign) in EventSign.allCases.enumerated() {
        #expect(sign.number == number)
        let form = try #require(signs.forms[sign].first)
        #expect(signs.has(sign, form[0]) && signs[sign].begin(form[...]), "\(sign)")
      }
    }
  }

  @Test("a form counts in each of its classes")
  func several() throws {
    let signs = try RuleSet.shipped().events.signs
    let of = Array("的".utf16)[0]
    #expect(signs.has(.of, of) && signs.has(.edge, of) && !signs.has(.joiner, of))
  }
}
