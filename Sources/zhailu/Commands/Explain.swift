// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuText

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which rule made each mention, from which slots, and what lost to it.",
    discussion: """
      Examples:
        zhailu explain '减免金额超过40亿元'
        zhailu explain article.txt --at 120 --published 2020-03-20
      """)

  @Argument(help: "A text, or a file; none is standard input.", completion: .file())
  var inputs: [String] = []

  @Option(help: "Only what covers this place, in Unicode scalars from the start of the text.")
  var at: Int?

  @Option(help: "The publication date, YYYY-MM-DD.")
  var published: String?
  @OptionGroup var rules: RuleOptions

  func run() throws {
    let extractor = try Extractor(rules: try rules.ruleSet())
    let date = try PublicationDate.argument(published)
    for source in try TextArgument.sources(inputs, published: date) {
      var isEmpty = true
      for extraction in extractor.extractions(of: source) {
        let text = Explanation(source: source, extraction: extraction, rules: extractor.rules)
          .text(at: at)
        if !text.isEmpty { isEmpty = false }
        if !text.isEmpty { try Console.print(text) }
      }
      if isEmpty {
        try Console.print("No rule matched \(at.map { "at \($0)" } ?? "anything here").")
      }
    }
  }
}
