// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("zhailu extract")
struct ExtractTests {
  @Test("a text from standard input to records of the contract")
  func standardInput() throws {
    let run = try Program("extract", input: Data("减免金额超过40亿元。".utf8))
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        {"doc":"stdin","article":"stdin#1","type":"amount","text":"40亿元","start":6,"end":10,\
        "value":{"amount":"4000000000","currency":"CNY","modifier":"more_than"},\
        "rule":"amount.plain","id":"stdin:6-10:amount"}

        """)
  }

  @Test("-o - is standard output, as in other programs")
  func standardOutput() throws {
    let text = Data("减免金额超过40亿元。".utf8)
    let run = try Program("extract", "-o", "-", input: text)
    #expect(run.status == 0)
    #expect(run.output == (try Program("extract", input: text)).output)
    #expect(!FileManager.default.fileExists(atPath: "-"))
  }

  @Test("provenance in full: the program, the rules, the slots, and SI units")
  func provenance() throws {
    let run = try Program(
      "extract", "--provenance", "full", "--types", "quantity", input: Data("全长约3公里。".utf8))
    #expect(run.status == 0)
    let line = try #require(run.lines.first)
    #expect(line.contains(#""si":{"quantity":"3000","unit":"m"}"#))
    #expect(line.contains(#""provenance":{"program":"zhailu "#))
    #expect(line.contains(#""rule":"quantity.plain","start":3,"end":6,"slots":["#))
    #expect(line.contains(#"{"slot":"before","text":"约","start":2,"end":3,"from":"lexicon"#))
    let table = try Program("extract", "--provenance", "full", "--format", "csv", input: Data())
    #expect(table.status == 2)
  }

  @Test("JSON Lines, each document with its own date; a bad line is told and the rest is written")
  func jsonLines() throws {
    let input = """
      {"id":"a","text":"3月18日开工","published":"2020-03-20"}
      {"id":"b","text":"3月18日开工"}
      {"id":"c"}
      no json
      {"id":"d","text":"捐款5万元","published":"yesterday"}
      {"id":"e","text":"捐款5万元"}
      """
    let run = try Program("extract", input: Data(input.utf8))
    #expect(run.status == 3)
    #expect(run.lines.count == 3)
    #expect(run.lines[0].contains("\"timex\":\"2020-03-18\""))
    #expect(run.lines[1].contains("\"timex\":\"XXXX-03-18\""))
    #expect(run.lines[2].contains("\"doc\":\"e\""))
    #expect(
      run.errors == """
        standard input:3: the key 【text】 is missing; a document has id and text
        standard input:4: this line is no JSON object
        standard input:5: 【yesterday】 is no date; `published` is YYYY-MM-DD or YYYY-MM-DDTHH:MM

        """)
  }

  @Test("folders may have any names, and are made as they are written")
  func foldersOfAnyName() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元", to: "文 章/子/一.txt")
    #expect(try Program("extract", "文 章", "-o", "输出 100%/记录", in: files).status == 0)
    let record = files.file("输出 100%/记录/子/一.jsonl").path(percentEncoded: false)
    #expect(FileManager.default.fileExists(atPath: record))
    let run = try Program("extract", "文 章/子/一.txt", "-o", "文 章/子/x/y", in: files)
    #expect(run.status == 0, "\(run.errors)")
    let blocked = try Program("extract", "文 章", "-o", "文 章/子/一.txt/x", in: files)
    #expect(blocked.status == 2)
    #expect(blocked.errors.contains("文 章/子/一.txt: is a file, and no folder"))
  }

  @Test("JSON Lines with escapes, white space and keys of no use are the same documents")
  func jsonEscapes() throws {
    let plain = try Program("extract", input: Data(#"{"id":"a","text":"捐款𠮷5万元"}"#.utf8))
    #expect(plain.lines.count == 1)
    for line in [
      #" { "text" : "捐款\ud842\udfb75\u4e07元" , "id" : "\u0061" } "#,
      #"{"id":"a","title":"\"","n":[1,{}],"text":"捐款𠮷5万元","source":null,"x":1.5e3}"#,
      #"{"id":"a","isOld":false,"number":12,"text":"捐款𠮷5万元","published":""}"#,
      #"{"\u0069d":"a","text":"捐款𠮷5万元"}"#,
    ] {
      let run = try Program("extract", input: Data(line.utf8))
      #expect(run.output == plain.output, "\(line)")
    }
    for line in [
      #"{"id":"a","text":"捐款5万元}"#, #"{"id":"a","text":"捐款5万元"} x"#,
      #"{"id":"a","text":"捐款5万元\ud842"}"#, #"{"id":"a","text":"捐款5万元\x"}"#,
      #"{"id":true,"text":"捐款5万元"}"#, #"{"id":"a","text":"捐款5万元","published":20200320}"#,
      #"{"id":"a","text":"捐款5万元","published":true}"#,
    ] {
      let run = try Program("extract", input: Data(line.utf8))
      #expect(run.status == 3, "\(line)")
      #expect(run.output == "", "\(line)")
    }
  }

  @Test("a folder to a folder: mirrored, with run.json and errors.jsonl, dates from metadata.tsv")
  func folder() throws {
    let files = try TemporaryFolder()
    try files.write("3月18日,捐款5万元。", to: "in/a/one.txt")
    try files.write("file\tpublished\none.txt\t2021-05-01\n", to: "in/a/metadata.tsv")
    try files.write("<p>捐款<b>6</b>万元</p><script>7万元</script>", to: "in/two.html")
    try files.write("", to: "in/empty.txt")
    try files.write(Data((0..<2000).map { UInt8($0 % 7) }), to: "in/binary.txt")
    try files.write(Data([0xE5, 0x85, 0x83, 0xFF] + Array("捐款8万元".utf8)), to: "in/damaged.txt")
    let run = try Program("extract", "in", "-o", "out", in: files)
    #expect(run.status == 3)
    let one = try String(contentsOf: files.file("out/a/one.jsonl"), encoding: .utf8)
    #expect(one.contains("\"timex\":\"2021-03-18\""))
    let two = try String(contentsOf: files.file("out/two.jsonl"), encoding: .utf8)
    #expect(two.contains("\"amount\":\"60000\""))
    #expect(!two.contains("70000"))
    #expect(try Data(contentsOf: files.file("out/empty.jsonl")).isEmpty)
    let damaged = try String(contentsOf: files.file("out/damaged.jsonl"), encoding: .utf8)
    #expect(damaged.contains("\"start\":4"))
    let errors = try String(contentsOf: files.file("out/errors.jsonl"), encoding: .utf8)
    #expect(errors.contains("\"doc\":\"binary\""))
    #expect(errors.contains("this is no text"))
    #expect(run.errors.contains("in/damaged.txt: 1 malformed in UTF-8, the first at byte 3"))
    #expect(run.errors.contains("in/empty.txt: holds no text"))
    let header = try String(contentsOf: files.file("out/run.json"), encoding: .utf8)
    #expect(header.contains("\"documents\":4,\"failures\":1"))
  }

  @Test("documents of one name do not write over each other, nor over errors.jsonl")
  func collisions() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元。", to: "in/a.txt")
    try files.write("<p>捐款6万元。</p>", to: "in/a.html")
    try files.write("捐款7万元。", to: "in/errors.txt")
    let run = try Program("extract", "in", "-o", "out", in: files)
    #expect(run.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: files.file("out").path())
    #expect(
      names.filter { !$0.hasPrefix(".") }.sorted()
        == ["a.jsonl", "a~2.jsonl", "errors.jsonl", "errors~2.jsonl", "run.json"])
  }

  @Test("an input is never written over, and an empty -o is refused")
  func inputsAreSafe() throws {
    let files = try TemporaryFolder()
    try files.write("<p>捐款2万元</p>", to: "k/a.html")
    try files.write("捐款1万元", to: "k/a.txt")
    let run = try Program("extract", "k", "-o", "k", "--keep-text", in: files)
    #expect(run.status == 2)
    #expect(run.errors.contains("is an input and was not written over"))
    #expect(try String(contentsOf: files.file("k/a.txt"), encoding: .utf8) == "捐款1万元")
    let page = try Program("extract", "k", "-o", "k/a.html", in: files)
    #expect(page.status == 2)
    #expect(page.errors.contains("k/a.html: is an input and was not written over"))
    #expect(
      try String(contentsOf: files.file("k/a.html"), encoding: .utf8) == "<p>捐款2万元</p>")
    let empty = try Program("extract", "k", "-o", "", in: files)
    #expect(empty.status == 2)
    #expect(empty.errors == "-o names no folder and no file: it is empty\n")
  }

  @Test("what the program wrote is not read again")
  func ownOutput() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元。", to: "a.txt")
    #expect(try Program("extract", ".", "-o", "out", "--keep-text", in: files).status == 0)
    let first = try String(contentsOf: files.file("out/a.jsonl"), encoding: .utf8)
    #expect(!first.isEmpty)
    let again = try Program("extract", ".", "-o", "out", "--keep-text", in: files)
    #expect(again.status == 0)
    #expect(again.errors.contains("left out, as zhailu wrote it: ./out/a.jsonl"))
    #expect(!FileManager.default.fileExists(atPath: files.file("out/.journal.next").path()))
    #expect(try Program("extract", ".", "-o", "all.jsonl", in: files).status == 0)
    #expect(try Program("extract", ".", "-o", "all.jsonl", in: files).status == 0)
    let all = try String(contentsOf: files.file("all.jsonl"), encoding: .utf8)
    #expect(all == first)
    let named = try Program("extract", "out/a.jsonl", in: files)
    #expect(named.status == 3 && named.output.isEmpty)
    #expect(named.errors.contains("out/a.jsonl:1: this is a record that zhailu wrote"))
    let free = #"{"id":"a","text":"捐款5万元","start":"x","doc":7,"n":{}}"#
    #expect(try Program("extract", input: Data(free.utf8)).status == 0)
  }

  @Test("files of a folder that are not read are named, and endings may be capitals")
  func leftOut() throws {
    let files = try TemporaryFolder()
    for name in ["A.TXT", "b.md", "c.docx", "d.text"] {
      try files.write("捐款5万元。", to: "in/\(name)")
    }
    let run = try Program("extract", "in", in: files)
    #expect(run.status == 0 && run.output.contains("\"doc\":\"A\""))
    #expect(
      run.errors == "left out, as only .txt, .html, .htm, .jsonl and .ndjson are read in folders: "
        + "in/b.md, in/c.docx, in/d.text\n")
    try files.write("x", to: "empty/x.md")
    let empty = try Program("extract", "empty", in: files)
    #expect(empty.errors.contains("empty: the folder holds nothing to read\n"))
  }

  @Test("a link to a folder is not followed, and named")
  func links() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元。", to: "in/a.txt")
    try files.write("捐款6万元。", to: "other/b.txt")
    try FileManager.default.createSymbolicLink(
      atPath: files.file("in/other").path(), withDestinationPath: "../other")
    let run = try Program("extract", "in", in: files)
    #expect(run.status == 0 && !run.output.contains("\"doc\":\"other/b\""))
    #expect(
      run.errors
        == "left out, as links to folders are not followed: in/other; name them to read them\n")
    #expect(try Program("extract", "in/other", in: files).output.contains("\"doc\":\"b\""))
  }

  @Test("standard input with a byte order mark is JSON Lines; an array of JSON is told")
  func marked() throws {
    let line = #"{"id":"1","text":"捐款5万元"}"#
    let run = try Program("extract", input: Data("\u{FEFF}\(line)".utf8))
    #expect(run.lines.count == 1 && run.output.contains("\"doc\":\"1\""))
    let array = try Program("extract", input: Data("[\n \(line)]".utf8))
    #expect(array.status == 3 && array.output.isEmpty)
    #expect(array.errors.contains("standard input: is an array of JSON; write a document a line"))
    let text = try Program("extract", input: Data("[本报讯]捐款5万元".utf8))
    #expect(text.lines.count == 1)
  }

  @Test("a line that is no document keeps its id, and is told why")
  func lineFaults() throws {
    let files = try TemporaryFolder()
    let lines = [
      #"{"id":"a","text":"5万元","published":"2020-13-1"}"#, #"{"id":"3"}"#,
      #"{"id":"t","text":null}"#, "[1]", #""x""#, "null", #"{"id":"h","text":"\ud83d"}"#,
      #"{"id":"n","text":\#(String(repeating: "[", count: 100_000))"#,
    ]
    var input = Data(lines.joined(separator: "\n").utf8)
    input += Data("\n{\"id\":\"g\",\"text\":\"".utf8) + [0xCD, 0xF2, 0xD4, 0xAA] + Data("\"}".utf8)
    try files.write(input, to: "x.jsonl")
    let run = try Program("extract", "x.jsonl", "-o", "out", in: files)
    #expect(run.status == 3)
    let errors = try String(contentsOf: files.file("out/errors.jsonl"), encoding: .utf8)
    let documents = errors.split(separator: "\n").map { $0.split(separator: "\"")[3] }
    #expect(documents.prefix(3) == ["a", "3", "t"])
    for words in [
      ":4: this line is an array; a document is an object with id and text",
      ":5: this line is a text;", ":6: this line is null;", ":7: this line is no",
      ":8: this line is no well-formed JSON: nested too deep", ":9: this line is not UTF-8",
    ] { #expect(run.errors.contains("x.jsonl\(words)"), "\(words)") }
  }

  @Test("keys that are not read may hold anything that is JSON; of two by one name the last counts")
  func otherKeys() throws {
    let lines = [
      #"{"id":7,"meta":{"tags":["a",{"b":[]}],"n":-2.5e+3,"x":{},"ok":true,"no":null},"text":"5万元"}"#,
      #"{"id":"d","text":"6万元","t\u0065xt":"7万元"}"#, #"{"id":"c","meta":[1,],"text":"8万元"}"#,
      #"{"id":"z","meta":01,"text":"9万元"}"#, #"{"id":1.5,"text":"9万元"}"#,
    ]
    let run = try Program("extract", input: Data(lines.joined(separator: "\n").utf8))
    #expect(run.status == 3 && run.lines.count == 2)
    #expect(run.output.contains(#""doc":"7","#) && run.output.contains(#""text":"7万元""#))
    for words in [
      "input:3: this line is no well-formed JSON: this is no JSON at byte 20",
      "input:4: this line is no well-formed JSON: this is no number at byte 18",
      "input:5: 【id】 is no text",
    ] { #expect(run.errors.contains(words), "\(words)") }
  }

  @Test("what cannot be read is told with the reason that the system has")
  func unreadable() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元。", to: "in/a.txt")
    try files.write("", to: "in/metadata.tsv/a")
    let run = try Program("extract", "in/a.txt", in: files)
    #expect(run.status == 2)
    #expect(run.errors == "in/metadata.tsv: cannot be read: Is a directory\n")
  }

  @Test("GB18030 files are read as such")
  func encoding() throws {
    let files = try TemporaryFolder()
    let text = "石景山区工商联向武汉慈善总会捐款200万元,有关部门对此表示感谢,并将善款用于防控工作。"
    try files.write(text.data(using: .gb18030)!, to: "a.txt")
    let run = try Program("extract", "a.txt", "--types", "amount", in: files)
    #expect(run.status == 0)
    #expect(run.output.contains("\"text\":\"200万元\""))
  }

  @Test(
    "usage that is wrong says what to write, with exit code 2",
    arguments: [
      (["extract", "nowhere.txt"], "nowhere.txt: there is no such file or folder"),
      (
        ["extract", ".", "-"],
        "-: standard input is read alone, without files and folders beside it"
      ),
      (["extract", "--published", "20.3.2020"], "【20.3.2020】 is no date; write YYYY-MM-DD"),
      (["extract", "--types", "amuont"], "no type is called 【amuont】; known are organization"),
      (["extract", "--rules", "nowhere"], "nowhere: there is no such folder of rules"),
      (["extract", "--input", "pdf"], "no format is called 【pdf】; known are text, jsonl, html"),
      (
        ["rules", "test", "amount.plan"],
        "no rule is called 【amount.plan】; did you mean amount.plain?"
      ),
      (["validate", "--corpus", "nowhere"], "nowhere/gold/dev: there is no such folder of gold"),
    ])
  func usage(arguments: [String], message: String) throws {
    let run: Program
    switch arguments.count {
    case 2: run = try Program(arguments[0], arguments[1])
    case 3: run = try Program(arguments[0], arguments[1], arguments[2])
    default: run = try Program(arguments[0], arguments[1], arguments[2], arguments[3])
    }
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("bad rules: every fault with its place, nothing extracted, exit code 2")
  func badRules() throws {
    let files = try TemporaryFolder()
    try files.write("stages:\n  - stage: a\n    files: [missing.yaml]\n", to: "rules/stages.yaml")
    let run = try Program("extract", "--rules", "rules", in: files)
    #expect(run.status == 2)
    #expect(run.errors.contains("rules/stages.yaml:3:13: no file is called 【missing.yaml】"))
  }

  @Test(
    "a user's lexicon lies over the shipped one, also with fewer columns",
    arguments: ["form\tcurrency\thome\n贝壳\tXXX\t\n", "form\tcurrency\n贝壳\tXXX\n"])
  func overlay(_ lexicon: String) throws {
    let files = try TemporaryFolder()
    try files.write(lexicon, to: "mine/lexicon/currency-after.tsv")
    let run = try Program("extract", "--rules", "mine", input: Data("价值12贝壳".utf8), in: files)
    #expect(run.status == 0)
    #expect(run.output.contains("\"currency\":\"XXX\""))
  }
}
