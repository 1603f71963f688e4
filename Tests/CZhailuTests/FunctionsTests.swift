// SPDX-License-Identifier: Apache-2.0
import CZhailu
import Glibc
import Testing

@Suite("The library for C")
struct FunctionsTests {
  private struct Answer: Equatable {
    var status: Int32
    var lines: String?
    var error: String
  }

  private func extract(
    _ text: [UInt8], published: String? = nil, types: UInt32 = 0
  ) throws -> Answer {
    let opened = CZhailu.open(nil, 0, nil)
    let extractor = try #require(opened)
    defer { CZhailu.close(extractor) }
    var lines: UnsafeMutablePointer<CChar>?
    var size = 0
    let status = CZhailu.extract(
      extractor, text, text.count, "d", published, types, &lines, &size)
    defer { CZhailu.release(lines) }
    return Answer(
      status: status, lines: lines.map { String(cString: $0) },
      error: String(cString: CZhailu.error(extractor)))
  }

  @Test("gives lines of JSON")
  func lines() throws {
    let answer = try extract(Array("3月18日捐款".utf8), published: "2020-03-20")
    let line = """
      {"doc":"d","article":"d#1","type":"date","text":"3月18日","start":0,"end":5,\
      "value":{"timex":"2020-03-18","kind":"date"},"rule":"date.day","id":"d:0-5:date"}

      """
    #expect(answer == Answer(status: 0, lines: line, error: ""))
  }

  @Test("gives the types whose bits are set")
  func types() throws {
    let text = Array("第三名捐款200万元".utf8)
    #expect(try extract(text, types: 32).lines?.contains("\"ordinal\":\"3\"") == true)
    #expect(try extract(text, types: 32).lines?.contains("amount") == false)
    #expect(try extract(text, types: 128).status == 2)
  }

  @Test("takes any bytes", arguments: [[], [0], [0xFF, 0xFE], [0xE4, 0xB8], [0xED, 0xA0, 0x80]])
  func bytes(_ bytes: [UInt8]) throws {
    #expect(try extract(bytes, types: 127) == Answer(status: 0, lines: "", error: ""))
  }

  @Test("says what is wrong")
  func errors() throws {
    let answer = try extract([], published: "2020-02-30")
    #expect(answer.status == 1)
    #expect(answer.error == "【2020-02-30】 is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM")
    let status = CZhailu.extract(nil, nil, 0, nil, nil, 0, nil, nil)
    #expect(status == 2)

    var error: UnsafeMutablePointer<CChar>?
    "/nowhere".withCString { name in
      let names: [UnsafePointer<CChar>?] = [name]
      let opened = CZhailu.open(names, 1, &error)
      #expect(opened == nil)
    }
    let message = try #require(error)
    #expect(String(cString: message) == "/nowhere: there is no such folder of rules")
    CZhailu.release(message)
  }

  @Test("copies share their rules, not their errors")
  func copies() throws {
    let opened = CZhailu.open(nil, 0, nil)
    let first = try #require(opened)
    let copied = CZhailu.copy(first)
    let second = try #require(copied)
    let rules = String(cString: CZhailu.rules(first))
    CZhailu.close(first)
    let same = String(cString: CZhailu.rules(second))
    #expect(same == rules)
    #expect(rules.count == 64)
    CZhailu.close(second)
  }
}
