// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

@Suite("Where in a text a mention stands")
struct TextPlacesTests {
  /// A text, with the place of the first 今 in it.
  private struct Text {
    let units: Buffer<UInt16>
    let start: Int
    var places: TextPlaces

    init(_ text: String) throws {
      var units = Buffer<UInt16>()
      for unit in FoldTable.fold(text) { units.append(unit) }
      self.units = units
      start = try #require(Array(text.utf16).firstIndex(of: "今".utf16.first!))
      places = TextPlaces(units, after: DatePlace(block: 0, sentence: 0, isFirst: true))
    }
  }

  @Test(
    "paragraphs and sentences are counted, spaces are none of them",
    arguments: [
      ("今日晴", 0, 0, true, true), ("  今日晴", 0, 0, true, true), ("县，今日晴", 0, 0, false, false),
      ("晴。今日雨", 0, 1, false, true), ("晴。\n今日雨", 1, 2, true, true),
      ("晴\n 今日雨", 1, 1, true, true),
    ])
  func counted(text: String, block: Int, sentence: Int, isFirst: Bool, leads: Bool) throws {
    var text = try Text(text)
    defer { text.units.free() }
    let place = text.places.place(of: text.start)
    #expect(place.block == block && place.sentence == sentence)
    #expect(place.isFirst == isFirst && place.leadsSentence == leads)
  }

  @Test(
    "a title closes behind the mention and in its sentence",
    arguments: [
      ("《今年工作报告》印发", true), ("印发《报告》，今年起施行", false), ("《告别。今年", false),
      ("《\(String(repeating: "长", count: 90))今年》", false),
      ("《今年\(String(repeating: "长", count: 90))》", false),
    ])
  func title(text: String, isInside: Bool) throws {
    var text = try Text(text)
    defer { text.units.free() }
    let found = text.places.isInTitle(Extent(text.start, text.start + 2))
    #expect(found == isInside)
  }
}
