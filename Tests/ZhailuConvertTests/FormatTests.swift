// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuConvert
import ZhailuRecords
import ZhailuText

@Suite("What the formats look like, and files of others")
struct FormatTests {
  private static let document = AnnotatedDocument(
    id: "a", text: "捐🎁5万\r\n元。",
    annotations: [
      Annotation(
        type: .amount, span: Span(start: 2, end: 7),
        value: [JSON.Member("amount", .string("50000")), JSON.Member("currency", .string("CNY"))])
    ])

  @Test("brat: a piece for each line, CRLF is one, the value in a note")
  func brat() {
    let text = String(decoding: BratFormat.write(Self.document), as: UTF8.self)
    #expect(
      text == """
        T1\tMONEY 2 4;5 6\t5万 元
        #1\tAnnotatorNotes T1\t{"value":{"amount":"50000","currency":"CNY"}}

        """)
  }

  @Test("brat: only a line feed ends a line")
  func bratLines() {
    let text = "甲\u{2028}公司捐款"
    let result = BratFormat.read("T1\tORG 0 4\t甲\u{2028}公司\n", text: text, id: "a", file: "a.ann")
    #expect(result.faults.isEmpty)
    #expect(result.documents.first?.annotations.map(\.span) == [Span(start: 0, end: 4)])
  }

  @Test("records that lie in no text are told, wherever they say to be")
  func recordsOutside() {
    let places = [(-1, 2), (2, 1), (0, 9), (Int.min, Int.max), (0, 2)]
    let lines = places.map { start, end in
      #"{"doc":"a","type":"amount","text":"5元","start":\#(start),"end":\#(end),"value":{}}"#
    }
    let result = RecordsFormat.read(
      Array(lines.joined(separator: "\n").utf8), file: "r.jsonl", text: { _ in "5元整" })
    #expect(result.faults.count == 4)
    #expect(result.documents.first?.annotations.count == 1)
  }

  @Test("CoNLL: a scalar and its tag a line")
  func conll() {
    let text = String(decoding: ConllFormat.write(Self.document), as: UTF8.self)
    #expect(
      text == """
        # doc = a
        # mention 2-7 MONEY {"value":{"amount":"50000","currency":"CNY"}}
        捐\tO
        🎁\tO
        5\tB-MONEY
        万\tI-MONEY
        \\r\tI-MONEY
        \\n\tI-MONEY

        元\tI-MONEY
        。\tO


        """)
    let plain = ConllFormat.write(Self.document, comments: false)
    #expect(!String(decoding: plain, as: UTF8.self).contains("#"))
  }

  @Test("doccano counts scalars, Label Studio UTF-16 units")
  func places() {
    let doccano = String(decoding: DoccanoFormat.write(Self.document), as: UTF8.self)
    #expect(doccano.contains(#""label":[[2,7,"MONEY"]]"#))
    let studio = String(decoding: LabelStudioFormat.write([Self.document]), as: UTF8.self)
    #expect(studio.contains(#""value":{"start":3,"end":8,"text":"5万\r\n元","labels":["MONEY"]}"#))
  }

  @Test("CoNLL of others: sentences become lines, BMES is read")
  func foreign() {
    let result = ConllFormat.read(
      "商 B-ORG\n会 I-ORG\n捐 O\n\n5 B-MONEY\n元 E-MONEY\n", id: "x", file: "x.bio")
    #expect(result.documents.map(\.text) == ["商会捐\n5元"])
    #expect(
      result.documents[0].annotations.map(\.span) == [
        Span(start: 0, end: 2), Span(start: 4, end: 6),
      ])
    #expect(result.documents[0].annotations[0].value == [JSON.Member("name", .string("商会"))])
  }

  @Test("doccano's entities, and a mark that somebody moved: it has no value")
  func moved() {
    let line =
      #"{"id":7,"text":"捐5万元","entities":[{"id":1,"label":"MONEY","start_offset":1,"#
      + #""end_offset":3}],"doc":"a","notes":[[1,4,"MONEY",{"value":{"amount":"50000"}}]]}"#
    let result = DoccanoFormat.read(Array(line.utf8), id: "x", file: "x.jsonl")
    #expect(result.documents.first?.id == "a")
    #expect(result.documents.first?.annotations.map(\.span) == [Span(start: 1, end: 3)])
    #expect(result.documents.first?.annotations[0].value == [])
  }

  @Test("doccano: marks that are none are named, and the others are read")
  func doccanoFaults() {
    let line =
      #"{"text":"捐5万元","label":[[1,4,"MONEY"],[2],["a",3,"ORG"]],"#
      + #""entities":[{"label":"ORG","start_offset":0}],"notes":[[1,4]]}"#
    let result = DoccanoFormat.read(Array(line.utf8), id: "x", file: "x.jsonl")
    #expect(result.documents.first?.annotations.map(\.span) == [Span(start: 1, end: 4)])
    #expect(
      result.faults.map(\.description) == [
        "x.jsonl:1: an element of label is no [START, END, LABEL], but 【2】",
        "x.jsonl:1: an element of label is no [START, END, LABEL], but 【a、3、ORG】",
        "x.jsonl:1: an element of entities is no {start_offset, end_offset, label}, but 【label ORG, "
          + "start_offset 0】",
        "x.jsonl:1: an element of notes is no [START, END, LABEL, NOTE], but 【1、4】",
      ])
    let text = DoccanoFormat.read(
      Array(#"{"text":"捐","label":"good","notes":"mine"}"#.utf8), id: "x", file: "x.jsonl")
    #expect(text.faults.map(\.reason) == ["label is no list, but 【good】"])
  }

  @Test("Label Studio: a mention for each label; regions that are none are named")
  func labelStudioFaults() {
    func region(_ id: String, _ value: String) -> String {
      #"{"id":"\#(id)","type":"labels","value":\#(value),"#
        + #""meta":{"text":["{\"value\":{\"amount\":\"50000\"}}"]}}"#
    }
    let regions = [
      region("r1", #"{"start":1,"end":4,"text":"5万元","labels":["MONEY","ORG"]}"#),
      region("r2", #"{"start":1,"end":"x","labels":["MONEY"]}"#),
      region("r3", #"{"start":0,"end":1,"labels":["CAT"]}"#),
      #"{"type":"relation","from_id":"r1","to_id":"r3"}"#,
    ]
    let tasks =
      #"[{"id":7,"data":{"text":"捐5万元"},"annotations":[{"result":["#
      + regions.joined(separator: ",") + "]}]}]"
    let result = LabelStudioFormat.read(Array(tasks.utf8), id: "x", file: "x.json")
    let found = result.documents.first?.annotations ?? []
    #expect(found.map(\.type) == [.amount, .organization])
    #expect(
      found.map(\.value) == [
        [JSON.Member("amount", .string("50000"))], [JSON.Member("name", .string("5万元"))],
      ])
    #expect(
      result.faults.map(\.description) == [
        "x.json: task 7, region r2: start and end of the region are no whole numbers",
        "x.json: task 7, region 4: the region of type 【relation】 has no labels",
        "x.json: task 7, region r3: the label 【CAT】 is none of ours",
      ])
  }

  @Test(
    "CoNLL of others: # is a character where the line is a token, and begins a comment elsewhere",
    arguments: [
      ("# text = 捐款 O\n# O\n捐 O\n款 O\n5 B-MONEY\n元 I-MONEY\n", "#捐款5元", 3),
      ("# O\n5 B-MONEY\n元 I-MONEY\n# end\n", "#5元", 1),
      ("# NN O\n5 CD B-MONEY\n元 M I-MONEY\n# O\n", "#5元", 1),
      ("#\tO\n5\tB-MONEY\n元\tI-MONEY\n# 5 O\n", "#5元", 1),
    ])
  func numberSign(file: String, text: String, start: Int) {
    let result = ConllFormat.read(file, id: "x", file: "x.bio")
    #expect(result.faults == [])
    #expect(result.documents.map(\.text) == [text])
    #expect(result.documents[0].annotations.map(\.span) == [Span(start: start, end: start + 2)])
  }

  @Test("what records have no place for is named: relations of brat, events outside of the text")
  func nowhere() {
    let brat = BratFormat.read(
      "T1\tMONEY 1 3\t5元\nR1\tOf Arg1:T1 Arg2:T1\nA1\tSure T1\nE1\tEVENT:T1\n#2\tNote T1\tx\n",
      text: "捐5元", id: "a", file: "a.ann")
    #expect(
      brat.faults.map(\.description) == [
        "a.ann:2: records have nothing for a line of kind 【R】",
        "a.ann:3: records have nothing for a line of kind 【A】",
      ])
    let conll = ConllFormat.read(
      "# doc = a\n# mention 0-9 EVENT {}\n捐\tO\n", id: "a", file: "a.conll")
    #expect(conll.faults.map(\.description) == ["a.conll:2: the text has no place 0-9"])
  }

  @Test("what cannot be read is named with its place")
  func faults() {
    let brat = BratFormat.read(
      "T1\tMONEY 1 9\t5万元\nT2\tCAT 0 1\t捐\nT3\tMONEY x\t5\n", text: "捐5万元", id: "a",
      file: "a.ann")
    #expect(
      brat.faults.map(\.description) == [
        "a.ann:2: the label 【CAT】 is none of ours", "a.ann:3: the mention has no place",
        "a.ann:1: the text does not have 【5万元】 there",
      ])
    let records = RecordsFormat.read(
      Array(#"{"doc":"a","type":"amount","text":"6万","start":0,"end":2,"value":{}}"#.utf8),
      file: "a.jsonl"
    ) { _ in "5万" }
    #expect(
      records.faults.map(\.description) == ["a.jsonl:1: the text of 【a】 does not have this at 0-2"])
    #expect(LabelStudioFormat.read(Array("{}".utf8), id: "a", file: "a.json").faults.count == 1)
    #expect(DoccanoFormat.read(Array("x\n".utf8), id: "a", file: "a.jsonl").faults.count == 1)
    #expect(ConllFormat.read("捐\tB-CAT\n", id: "a", file: "a.bio").faults.count == 1)
  }
}
