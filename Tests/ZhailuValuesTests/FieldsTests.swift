// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite struct FieldsTests {
  private let fields =
    (["amount": "#40亿", "currency": "CNY", "modifier": "more_than", "month": "3"] as Slots).fields

  @Test func kinds() {
    #expect(fields.numeral("amount")?.low == ExactDecimal(4_000_000_000))
    #expect(fields.text("currency") == "CNY")
    #expect(fields.text("amount") == nil)
    #expect(fields.numeral("currency") == nil)
    #expect(fields.text("nothing") == nil)
    #expect(fields.modifier() == .moreThan)
    #expect(fields.modifier("currency") == nil)
    #expect(!fields.isEmpty)
    #expect(Fields().isEmpty)
  }

  @Test func integers() {
    #expect(fields.integer("amount") == 4_000_000_000)
    #expect(fields.integer("month") == 3)
    #expect(fields.integer("currency") == nil)
    #expect((["day": "#五六"] as Slots).fields.integer("day") == nil)
    #expect((["day": "#3.5"] as Slots).fields.integer("day") == nil)
    #expect((["day": "-1"] as Slots).fields.integer("day") == -1)
  }

  @Test func groups() throws {
    let range = (["start.month": "#1", "start.day": "#25", "end.day": "#29", "to": "至"] as Slots)
      .fields
    #expect(range.group("start")?.integer("month") == 1)
    #expect(range.group("start")?.integer("day") == 25)
    #expect(range.group("end")?.integer("day") == 29)
    #expect(range.group("end")?.integer("month") == nil)
    #expect(range.group("to") == nil)
    #expect(range.entries.map(\.0) == ["start", "end", "to"])
    let nested = (["a.b.c": "x", "a.b.d": "y"] as Slots).fields
    #expect(nested.group("a")?.group("b")?.text("d") == "y")
  }

  @Test func ofSeveralTheFirstCounts() {
    let fields = (["count": "#6", "duration": "day", "count": "#7", "duration": "hour"] as Slots)
      .fields
    #expect(fields.integer("count") == 6)
    #expect(fields.text("duration") == "day")
    #expect(fields.texts("duration") == ["day", "hour"])
  }

  @Test func textsAddedAtOnceAreAsThoseAddedOneByOne() {
    var texts = Fields.Texts()
    texts.append("unit", "米")
    texts.append("dimension", "length")
    var fields = Fields()
    fields.append("unit", .text("里"))
    fields.append(texts)
    #expect(fields.texts("unit") == ["里", "米"])
    #expect(fields.text("dimension") == "length")
    #expect(fields.numeralCount == 0)
  }

  @Test func groupsOfSomeoneElseAreLeftAlone() {
    var fields = Fields()
    fields.append("end.month", .text("1"))
    let first = fields.count
    fields.append(FieldPath("end.month"), .text("2"), behind: first)
    fields.append(FieldPath("end.day"), .text("3"), behind: first)
    #expect(fields.count == 2)
    #expect(fields.group("end")?.texts("month") == ["1"])
    #expect(fields.entries.map(\.0) == ["end", "end"])
    fields.removeAll()
    #expect(fields.isEmpty)
  }
}
