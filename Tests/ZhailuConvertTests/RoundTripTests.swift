// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuConvert
import ZhailuRecords
import ZhailuText

@Suite("Round trips of annotations")
struct RoundTripTests {
  /// Texts on which offsets of tools part ways, each with the words that are mentions in it.
  static let texts: [(text: String, words: [String])] = [
    ("街道商会捐款5万元。", ["街道商会", "5万元"]),
    ("🎁👨‍👩‍👧‍👦街道商会🇨🇳捐款5万元𠮷。", ["街道商会", "5万元"]),
    ("第一行\r\n街道商会\r\n\r\n捐款5万元\r\n", ["街道商会", "5万元"]),
    ("第一行\r\n街道\r\n商会捐款5\n万元", ["街道\r\n商会", "5\n万元"]),
    ("e\u{301}te\u{301} 街道商会\u{20DD}捐n\u{303}款5万元", ["街道商会", "5万元"]),
    ("\t 街道商会\u{3000}捐款 5 万元 \\n \\ # O\n# doc = x\n", ["街道商会", "5 万元"]),
    ("\u{FEFF}街道商会\u{200B}捐\u{0}款\u{7}5万元\u{2028}\u{2029}\u{85}", ["街道商会", "5万元"]),
    ("街道商会", ["街道商会"]),
    ("没有什么。", []),
  ]

  static func document(_ index: Int) -> AnnotatedDocument {
    let (text, words) = texts[index]
    let scalars = Array(text.unicodeScalars)
    var annotations = words.enumerated().map { number, word -> Annotation in
      let parts = Array(word.unicodeScalars)
      let start = scalars.indices.first { scalars[$0...].starts(with: parts) }!
      let type: Label = number == 0 ? .organization : .amount
      return Annotation(
        type: type, span: Span(start: start, end: start + parts.count),
        value: [
          JSON.Member("name", .string(word)), JSON.Member("modifier", .string("\"<a>\\\t\n")),
        ], rule: number == 0 ? "organization.headed" : nil, article: "文章/\(index)#1")
    }
    if words.count == 2 {
      let span = Span(start: annotations[0].span.start, end: annotations[1].span.end)
      let id = "文章/\(index):\(annotations[1].span.start)-\(annotations[1].span.end):amount"
      annotations.append(
        Annotation(
          type: .event, span: span,
          value: [
            JSON.Member("kind", .string("donation")),
            JSON.Member("actor", .array([.string(words[0])])),
            JSON.Member("mentions", .array([.string(id)])),
          ], rule: "event.give"))
    }
    return AnnotatedDocument(
      id: "文章/\(index)", text: text,
      annotations: annotations.sorted { ($0.span, $0.type.rawValue) < ($1.span, $1.type.rawValue) })
  }

  static let indices = Array(texts.indices)

  @Test("records", arguments: indices)
  func records(index: Int) {
    let document = Self.document(index)
    let bytes = RecordsFormat.write(document)
    let result = RecordsFormat.read(bytes, file: "a.jsonl") { _ in document.text }
    #expect(result.faults.isEmpty)
    #expect(result.documents == (document.annotations.isEmpty ? [] : [document]))
  }

  @Test("brat, in each unit", arguments: indices, [nil, .scalars, .utf16, .lines] as [OffsetUnit?])
  func brat(index: Int, unit: OffsetUnit?) {
    let document = Self.document(index)
    let bytes = BratFormat.write(document, unit: unit ?? .lines)
    // Without being told the unit, the reader finds it.
    let result = BratFormat.read(
      String(decoding: bytes, as: UTF8.self), text: document.text, id: document.id, file: "a.ann")
    #expect(result.faults.isEmpty)
    #expect(result.documents == [document])
  }

  @Test("CoNLL", arguments: indices)
  func conll(index: Int) {
    let document = Self.document(index)
    let text = String(decoding: ConllFormat.write(document), as: UTF8.self)
    let result = ConllFormat.read(text, id: "x", file: "a.conll")
    #expect(result.faults.isEmpty)
    #expect(result.documents == [document])
  }

  @Test("doccano", arguments: indices, [.scalars, .utf16, .lines] as [OffsetUnit])
  func doccano(index: Int, unit: OffsetUnit) {
    let document = Self.document(index)
    let result = DoccanoFormat.read(
      DoccanoFormat.write(document, unit: unit), id: "x", file: "a.jsonl", unit: unit)
    #expect(result.faults.isEmpty)
    #expect(result.documents == [document])
  }

  @Test("Label Studio", arguments: indices, [nil, .scalars, .utf16] as [OffsetUnit?])
  func labelStudio(index: Int, unit: OffsetUnit?) {
    let document = Self.document(index)
    let result = LabelStudioFormat.read(
      LabelStudioFormat.write([document], unit: unit ?? .utf16), id: "x", file: "a.json")
    #expect(result.faults.isEmpty)
    #expect(result.documents == [document])
  }

  @Test("through all formats one after the other")
  func chain() throws {
    let first = Self.indices.map(Self.document)
    let brat = first.map { document in
      BratFormat.read(
        String(decoding: BratFormat.write(document), as: UTF8.self), text: document.text,
        id: document.id, file: "")
    }.flatMap(\.documents)
    let conll = ConllFormat.read(
      String(decoding: brat.flatMap { ConllFormat.write($0) }, as: UTF8.self), id: "", file: ""
    ).documents
    let doccano = DoccanoFormat.read(
      conll.flatMap { DoccanoFormat.write($0) }, id: "", file: ""
    ).documents
    let studio = LabelStudioFormat.read(LabelStudioFormat.write(doccano), id: "", file: "")
      .documents
    #expect(studio == first)
  }
}
