// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct NumberValueTests {
  static let numbers: [(slots: Slots, line: String)] = [
    (["number": "#1,200.50"], "number 1200.5"),
    (["number": "#五六百"], "min 500, max 600"),
    (["number": "#20余"], "number 20, modifier more_than"),
    (["number": "#3", "sign": "-"], "number -3"),
    (["number": "#3", "sign": "±"], "min -3, max 3"),
    (["number": "#二三十", "sign": "-"], "min -30, max -20"),
    // Two modifiers: the one that bounds.
    (["number": "#20余", "modifier": "approx"], "number 20, modifier more_than"),
    (["number": "#20", "modifier": "approx"], "number 20, modifier approx"),
    (["number": "#20余", "modifier": "at_least"], "number 20, modifier at_least"),
    // Ranges.
    (["min": "#4", "max": "#5"], "min 4, max 5"),
    (["min": "#2.3", "max": "#2.5"], "min 2.3, max 2.5"),
    (["min": "#100", "max": "#200万"], "min 1000000, max 2000000"),
    (["min": "#1", "max": "#10万"], "min 10000, max 100000"),
    (["min": "#1.5", "max": "#2亿"], "min 150000000, max 200000000"),
    (["min": "#五", "max": "#六百"], "min 500, max 600"),
    (["min": "#三十", "max": "#五十万"], "min 300000, max 500000"),
    (["min": "#一百", "max": "#两百亿"], "min 10000000000, max 20000000000"),
    (["min": "#100", "max": "#200余万"], "min 1000000, max 2000000, modifier more_than"),
    (["min": "#3", "max": "#5万", "modifier": "approx"], "min 30000, max 50000, modifier approx"),
    // Hundreds and thousands are shared by a lesser digit, with what they count: 七到八百亿; tens never.
    (["min": "#七", "max": "#八百亿"], "min 70000000000, max 80000000000"),
    (["min": "#7", "max": "#800亿"], "min 700000000, max 80000000000"),
    (["min": "#三", "max": "#五千万"], "min 30000000, max 50000000"),
    (["min": "#五", "max": "#三百万"], "min 50000, max 3000000"),
    (["min": "#1.5", "max": "#3千"], "min 1500, max 3000"),
    (["min": "#一", "max": "#二十"], "min 1, max 20"),
    (["min": "#一", "max": "#三百二十"], "min 1, max 320"),
    (["min": "#五", "max": "#五十亿"], "min 500000000, max 5000000000"),
    (["min": "#一", "max": "#一百"], "min 1, max 100"),
    (["min": "#一", "max": "#一亿"], "min 1, max 100000000"),
    // 三米到五百米, 3元到5万元, ¥3到5万元
    (["unit": "m", "unit": "m", "min": "#三", "max": "#五百"], "min 3, max 500"),
    (["min": "#3", "currency": "CNY", "max": "#5万", "currency": "CNY"], "min 3, max 50000"),
    (["currency": "CNY", "min": "#3", "max": "#5万", "currency": "CNY"], "min 30000, max 50000"),
    // The start has a magnitude of its own, or is not below the end with it.
    (["min": "#5万", "max": "#8万"], "min 50000, max 80000"),
    (["min": "#5000", "max": "#2万"], "min 5000, max 20000"),
    (["min": "#800", "max": "#1万"], "min 800, max 10000"),
    (["min": "#9000万", "max": "#1亿"], "min 90000000, max 100000000"),
    (["min": "#二十", "max": "#三十"], "min 20, max 30"),
    (["min": "#50", "max": "#一百"], "min 50, max 100"),
    (["min": "#3", "max": "#五六"], "min 3, max 6"),
    // 零下3至5度, 零下5至3度: both are below zero.
    (["min": "#3", "max": "#5", "sign": "-"], "min -5, max -3"),
    (["min": "#5", "max": "#3", "sign": "-"], "min -5, max -3"),
    // From day to night: 5~-5℃, -1到-8度.
    (["min": "#5", "max": "#-5"], "min -5, max 5"),
    (["min": "#-1", "max": "#-8"], "min -8, max -1"),
    // 十二、三
    (["min": "#十二", "max": "#三", "form": "listed"], "min 12, max 13"),
    (["min": "#十五", "max": "#六万", "form": "listed"], "min 150000, max 160000"),
    // Powers.
    (["number": "#二", "exponent": "#十"], "number 1024"),
    (["number": "#10", "exponent": "#负三"], "number 0.001"),
    (["number": "#1.5", "exponent": "#2"], "number 2.25"),
    (["number": "#7", "exponent": "#0"], "number 1"),
    // Fractions.
    (["denominator": "#三", "number": "#一"], "number 1/3"),
    (
      ["denominator": "#三", "number": "#二", "modifier": "more_than"],
      "number 2/3, modifier more_than"
    ),
    (["denominator": "#三", "number": "#一", "sign": "-"], "number -1/3"),
  ]

  @Test(arguments: numbers)
  func reads(slots: Slots, expected: String) throws {
    #expect(line(.number(try NumberValue(slots.fields, name: "number"))) == expected)
  }

  @Test(
    arguments: [
      (["number": "#四"], "10", "number 40"), (["min": "#三", "max": "#四"], "10", "min 30, max 40"),
      (["number": "#2.5"], "0.01", "number 0.025"), (["number": "#五六"], "100", "min 500, max 600"),
    ] as [(Slots, String, String)])
  func times(slots: Slots, factor: String, expected: String) throws {
    var fields = slots.fields
    fields.append("times", .text(factor))
    #expect(line(.number(try NumberValue(fields, name: "number"))) == expected)
  }

  static let composed: [(slots: Slots, line: String)] = [
    (["number": "#三", "half": "0.5"], "number 3.5"),
    (["number": "#三", "half": "0.5", "times": "10"], "number 35"),
    (["number": "#1", "decimals": "#83"], "number 1.83"),
    (["number": "#一", "decimals": "#七八"], "number 1.78"),
    (["number": "#三", "decimals": "#零四"], "number 3.04"),
    (["number": "#11327", "tenths": "#6"], "number 11327.6"),
    (["number": "#135", "tenths": "#六", "hundredths": "#七"], "number 135.67"),
    (["number": "0", "tenths": "#三五"], "min 0.3, max 0.5"),
    (["number": "#负三", "half": "0.5"], "number -3.5"),
    (
      [
        "number": "#3", "factor": "0.5", "dimension": "mass", "more": "#2", "factor": "1/20",
        "dimension": "mass",
      ], "number 3.2"
    ),
    (
      [
        "number": "#5", "factor": "1", "dimension": "length", "more": "#20", "factor": "0.01",
        "dimension": "length",
      ], "number 5.2"
    ),
    // Fractions with a whole before them, and as decimals.
    (["denominator": "#三", "number": "#一", "whole": "#2"], "number 7/3"),
    (["denominator": "#五", "number": "#一", "form": "decimal"], "number 0.2"),
    (["denominator": "#4", "number": "#1", "whole": "#3", "form": "decimal"], "number 3.25"),
    (["denominator": "#4", "number": "#1", "whole": "#-3", "form": "decimal"], "number -3.25"),
    (
      ["denominator": "#3", "number": "#157", "form": "decimal"],
      "number 52.3333333333333333333333333333, fraction 157/3"
    ),
    (["denominator": "#-3", "number": "#-6", "form": "decimal"], "number 2"),
    (["denominator": "2", "number": "1"], "number 1/2"),
  ]

  @Test(arguments: composed)
  func readsWhatIsMadeOfParts(slots: Slots, expected: String) throws {
    #expect(line(.number(try NumberValue(slots.fields, name: "number"))) == expected)
  }

  @Test func groupsAreTheEndsOfARange() throws {
    var fields = Fields()
    for (name, text) in [
      ("min.number", "五"), ("min.tenths", "六"), ("max.number", "五"), ("max.tenths", "七"),
    ] {
      fields.append(name, .numeral(try #require(NumeralReader.read(text))))
    }
    #expect(line(.number(try NumberValue(fields, name: "number"))) == "min 5.6, max 5.7")
  }

  static let signed: [(slots: [String: String], line: String)] = [
    (["min.sign": "-", "min.number": "十", "max.sign": "-", "max.number": "五"], "min -10, max -5"),
    (["min.sign": "-", "min.number": "三", "max.sign": "-", "max.number": "八"], "min -8, max -3"),
    (["min.sign": "-", "min.number": "五", "max.number": "三"], "min -5, max 3"),
    (["min.number": "三", "max.sign": "-", "max.number": "五"], "min -5, max 3"),
    (["min.sign": "-", "min.number": "五六", "max.number": "三"], "min -6, max 3"),
  ]

  @Test("an end of a range may be below zero", arguments: signed)
  func readsSignedRanges(slots: [String: String], expected: String) throws {
    var fields = Fields()
    for (name, text) in slots {
      fields.append(
        name,
        name.hasSuffix("sign") ? .text(text) : .numeral(try #require(NumeralReader.read(text))))
    }
    #expect(line(.number(try NumberValue(fields, name: "number"))) == expected)
  }

  static let refused: [(slots: Slots, failure: String)] = [
    ([:], "no number in the slot number"),
    (["number": "forty"], "no number in the slot number"),
    (["number": "#1", "denominator": "#0"], "a fraction of zero parts"),
    (["min": "#五", "max": "#三"], "a range whose end is not above its start"),
    (["min": "#十二", "max": "#五", "form": "listed"], "two numbers of a list"),
    (["min": "#12", "max": "#3", "form": "listed"], "two numbers of a list"),
    (["min": "#十二", "max": "#五万", "form": "listed"], "two numbers of a list"),
    (["number": "#二", "exponent": "#百"], "a power of what is no single number, or too high"),
    (["number": "#三", "exponent": "#负一"], "a power below one that is no decimal"),
    (["number": "#1.5", "denominator": "#3"], "a fraction of numbers that are not whole"),
    (["number": "#1", "decimals": "#0.5"], "digits behind a unit that are no whole number"),
    (
      [
        "number": "#5", "factor": "1", "dimension": "length", "more": "#2", "factor": "1",
        "dimension": "mass",
      ], "a smaller unit that does not divide the larger one"
    ),
    (
      [
        "number": "#5", "factor": "1", "dimension": "length", "more": "#2", "factor": "1000",
        "dimension": "length",
      ], "a smaller unit that does not divide the larger one"
    ),
    (["min": "#5"], "no number in the slot number"),
    (["min": "#5", "max": "#3"], "a range whose end is not above its start"),
    // 一成到一成 of 一成到一成五 is half a range, and none.
    (["min": "#5万", "max": "#5万"], "a range whose end is not above its start"),
    (["min": "#6万", "max": "#5万"], "a range whose end is not above its start"),
  ]

  @Test(arguments: refused)
  func failures(slots: Slots, failure: String) {
    #expect(throws: NormalizationFailure(failure)) {
      try NumberValue(slots.fields, name: "number")
    }
  }

  @Test func tooLargeToHold() throws {
    let slots: Slots = ["number": "#99999999999999999999999999999999999999"]
    #expect(throws: NormalizationFailure("a number too large to hold exactly")) {
      var fields = slots.fields
      fields.append("times", .text("100"))
      return try NumberValue(fields, name: "number")
    }
  }
}
