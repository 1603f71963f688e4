// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The texts that are timed: paragraphs of real articles, joined to documents of about a thousand
/// characters and repeated in another order each time until there is enough.
enum BenchmarkText {
  enum Source {
    case lines(String)
    case corpus(String)
  }

  private static let documentLength = 1000

  static func read(_ source: Source, megabytes: Int) throws -> [String] {
    let paragraphs = try paragraphs(of: source)
    var numbers = Numbers(seed: 20_200_320)
    var texts: [String] = []
    var bytes = 0
    while bytes < megabytes * 1_000_000 {
      var text = ""
      for paragraph in paragraphs.shuffled(using: &numbers) {
        text += paragraph + "\n"
        guard text.utf8.count > documentLength * 3 else { continue }
        texts.append(text)
        bytes += text.utf8.count
        text = ""
      }
    }
    return texts
  }

  private static func paragraphs(of source: Source) throws -> [String] {
    let texts: [String]
    switch source {
    case .lines(let file):
      texts = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text
      }
    case .corpus(let folder):
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      texts = paths.filter { $0.hasSuffix(".txt") }.compactMap {
        try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
      }
    }
    return texts.flatMap { $0.split(separator: "\n").map(String.init) }.filter { !$0.isEmpty }
  }

  private struct Line: Decodable {
    let text: String
  }
}

/// SplitMix64: the same numbers on every machine.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A lexicon such as a user's own: made-up names of companies.
enum UserLexicon {
  private static let places = characters("安北长东丰广海华金景康隆明宁瑞盛")
  private static let names = characters("恒信达源嘉兴旺鑫诚泰润和汇通顺福")
  private static let heads = "科技公司 贸易公司 集团 商行 工程公司 实业公司 研究所 制药厂"
    .split(separator: " ").map(String.init)

  private static func characters(_ text: String) -> [String] { text.map { String($0) } }

  static func text(count: Int) -> String {
    var numbers = Numbers(seed: 7)
    var forms: Set<String> = []
    while forms.count < count {
      forms.insert(
        places.randomElement(using: &numbers)! + names.randomElement(using: &numbers)!
          + names.randomElement(using: &numbers)! + names.randomElement(using: &numbers)!
          + heads.randomElement(using: &numbers)!)
    }
    let lines = forms.sorted().map { "\($0)\tcompany\t\t" }
    return "form\tkind\tfull\tword\n" + lines.joined(separator: "\n") + "\n"
  }
}
