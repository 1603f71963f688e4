// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

/// What is no date, and whatever a rule could fill in.
extension DateResolverTests {
  // MARK: What is no date

  @Test(
    arguments: [
      (["month": "#13"], "no such month"), (["month": "#0"], "no such month"),
      (["month": "#2", "day": "#30"], "no such day in the calendar"),
      (["year": "#2019", "month": "#2", "day": "#29"], "no such day in the calendar"),
      (["day": "#32"], "no such day"),
      (["quarter": "5"], "no such quarter"), (["half": "3"], "no such half"),
      (["month": "#3", "day": "#18", "hour": "#25"], "no such hour"),
      (["month": "#3", "day": "#18", "hour": "#9", "minute": "#60"], "no such minute"),
      (
        ["year": "#2020", "calendar": "lunar", "month": "5", "day": "1", "leap": "yes"],
        "no such month in the lunar year 2020"
      ),
      (["weekday": "8"], "no such weekday"), (["month": "#3", "tenth": "4"], "no such tenth"),
      (["hour": "-9223372036854775807"], "no such hour"),
      (["year": "#5", "era": "9223372036854775807"], "no such era"),
      (["year": "#0"], "no such year"),
      (["unit": "year", "offset": "-2020"], "no such year"),
      (["unit": "day", "offset": "-100000", "month": "#3"], "date 1746-06-05"),
      (["unit": "week", "offset": "-100000"], "date 0103-W36"),
      (
        ["year": "#2020", "calendar": "lunar", "month": "1", "day": "30"],
        "no day 30 in that lunar month of 2020"
      ),
      (["year": "#20200", "month": "#3"], "no such year"),
      (["year": "#9999999999999999999"], "no such year"),
      (["month": "#3", "day": "#五六"], "no such day"), ([:], "a date without any part"),
      (
        ["unit": "day", "offset": "9223372036854775807"], "a date too far from the publication date"
      ),
      (["unit": "month", "offset": "-100000"], "no such year"),
    ] as [(Slots, String)])
  func noSuchDate(slots: Slots, failure: String) {
    #expect(resolved(slots, published: "2020-03-20") == failure)
  }

  /// No article may trap, whatever its numbers.
  @Test func anyFieldsAreResolved() {
    var random = SplitMix64(seed: 40)
    let names = [
      "year", "month", "day", "hour", "minute", "second", "quarter", "half", "tenth", "decade",
      "century", "weekday", "offset", "era", "count", "nth", "first-count", "nine", "easter",
      "cycle", "zodiac", "dog-days", "month-half", "direction", "last-tenth", "school-term",
      "fraction", "decimals",
    ]
    let texts = [
      "unit": ["day", "week", "month", "year", "quarter", "decade"],
      "calendar": ["lunar", "solar"],
      "term": ["清明", "冬至", "x"], "leap": ["yes"], "part": ["TAF", "TNI"],
      "duration": ["day", "hour", "century"], "nth-unit": ["day", "week"], "season": ["WI"],
      "first-unit": ["month", "day", "week"], "from": ["last", "frame", "told", "event"],
      "holiday": ["春节"],
      "each": ["week"], "now": ["yes"], "weekend": ["yes"], "from-end": ["yes"],
      "same-period": ["yes"], "meridiem": ["pm"], "planned": ["yes"], "ambiguous": ["yes"],
      "modifier": ["approx", "end"], "named": ["yes"], "compared": ["yes"], "dayless": ["yes"],
      "from-event": ["yes"], "told": ["lunar", "republic"], "lack": ["yes"], "school-year": ["yes"],
      "today": ["yes"],
    ]
    let numbers = [
      "0", "1", "2", "12", "29", "31", "99", "2020", "9999", "100000", "999999999999999999",
      "9223372036854775807",
    ]
    for _ in 0..<20_000 {
      var fields = Fields()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let prefix = ["", "", "start.", "end."].randomElement(using: &random)!
        if Bool.random(using: &random) {
          let number = numbers.randomElement(using: &random)!
          let name = prefix + names.randomElement(using: &random)!
          let isText = Bool.random(using: &random)
          let sign = isText && Bool.random(using: &random) ? "-" : ""
          fields.append(name, isText ? .text(sign + number) : .numeral(NumeralReader.read(number)!))
        } else {
          let name = texts.keys.sorted().randomElement(using: &random)!
          fields.append(prefix + name, .text(texts[name]!.randomElement(using: &random)!))
        }
      }
      for published in [nil, "2020-03-20", "0001-01-01", "9999-12-31"] {
        var resolver = DateResolver(published: published.flatMap { PublicationDate($0) })
        if let value = try? resolver.resolve(
          fields, at: DatePlace(block: 0, sentence: 0))
        {
          #expect(!value.timex.isEmpty)
        }
      }
    }
  }
}
