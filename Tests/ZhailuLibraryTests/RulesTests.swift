// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import Zhailu

@Suite("The library's rules")
struct RulesTests {
  private func folder(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder.path()
  }

  @Test("take words of a folder of one's own")
  func overlay() throws {
    let mine = try folder([
      "lexicon/money-trigger.tsv": "form\tcurrency\tevidence\n义卖\tCNY\timplied: 义卖\n"
    ])
    let rules = try Rules(folders: [mine])
    #expect(rules.digest != (try Rules()).digest)
    #expect(rules.digest.count == 64)
    let found = try Extractor(rules: rules).records(of: "社区义卖200万")
    guard case .amount(let sum)? = found.first(where: { $0.type == .amount })?.value else {
      return #expect(Bool(false))
    }
    #expect(sum.evidence == "implied: 义卖")
  }

  @Test("that take words of events away stop no text", arguments: ["edge", "joiner", "tail"])
  func fewerSigns(sign: String) throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shipped = try String(
      contentsOf: project.appending(path: "Rules/lexicon/event-sign.tsv"), encoding: .utf8)
    let off = shipped.split(separator: "\n")
      .filter { $0.hasSuffix("\t\(sign)") && !$0.hasPrefix("\"") }.map { "!\($0)" }
    #expect(off.count > 3)
    let mine = try folder([
      "lexicon/event-sign.tsv": "form\tclass\n\(off.joined(separator: "\n"))\n"
    ])
    let extractor = try Extractor(rules: Rules(folders: [mine]))
    let page = try String(
      contentsOf: project.appending(path: "Corpus/articles/dev/shijingshan-2020-03-20.txt"),
      encoding: .utf8)
    #expect(extractor.records(of: page).count > 100)
    for text in ["的校长刘敏捐款5万元。", "、张三捐款5万元", "与甲公司向的乙公司捐款5万元。"] {
      #expect(extractor.records(of: text).contains { $0.type == .amount })
    }
  }

  @Test("that are wrong are told with their places")
  func places() throws {
    let mine = try folder(["amount.yaml": "- rule: amount.mine\n  fidns: amount\n"])
    let error = #expect(throws: RulesError.self) { try Rules(folders: [mine]) }
    let fault = try #require(error?.faults.first { $0.line == 2 })
    #expect(fault.file == "\(mine)/amount.yaml")
    #expect(fault.column == 3)
    #expect(fault.message.contains("【fidns】"))
    #expect(fault.description.hasPrefix("\(mine)/amount.yaml:2:3: "))
  }

  @Test("that are not there are told")
  func missing() {
    let error = #expect(throws: RulesError.self) { try Rules(folders: ["/nowhere"]) }
    #expect(error?.description == "/nowhere: there is no such folder of rules")
  }

  @Test("may be shared by threads")
  func sharing() async throws {
    let rules = try Rules()
    let found = try await withThrowingTaskGroup(of: [Record].self) { group in
      for _ in 0..<4 {
        group.addTask { try Extractor(rules: rules).records(of: "捐款200万元") }
      }
      return try await group.reduce(into: Set<[Record]>()) { $0.insert($1) }
    }
    #expect(found.count == 1)
  }
}

@Suite("Exact numbers")
struct ExactNumberTests {
  @Test("are read as they are written", arguments: ["0", "-12.5", "1/3", "100000000000000000000"])
  func good(text: String) throws {
    let number = try #require(ExactNumber(text))
    #expect(number.description == text)
    let json = try JSONEncoder().encode([number])
    #expect(try JSONDecoder().decode([ExactNumber].self, from: json) == [number])
  }

  @Test("are nothing else", arguments: ["", "-", "1.", ".5", "1e5", "1/2/3", "一", "１"])
  func bad(text: String) { #expect(ExactNumber(text) == nil) }
}
