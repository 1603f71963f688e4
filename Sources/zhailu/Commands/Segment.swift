// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuText

struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Show the sentences and words of a text, cut by ICU and corrected by the lexicons.",
    discussion: """
      Example:
        zhailu segment '石景山区工商联第一时间成立领导小组。'
        石景山区/工商联/第一/时间/成立/领导小组/。
      """)

  @Argument(help: "A text, or files; none is standard input.", completion: .file())
  var inputs: [String] = []
  @OptionGroup var rules: RuleOptions

  func run() throws {
    let extractor = try Extractor(rules: try rules.compiled().set)
    for source in try TextArgument.sources(inputs, published: nil) {
      for article in extractor.articles(of: source) {
        let text = FoldedText(article, of: source)
        for sentence in extractor.sentences(of: article, in: source) {
          let words = sentence.map { source[text.sourceExtent(of: $0)] }
          try Console.print(words.joined(separator: "/"))
        }
      }
    }
  }
}

/// Arguments that are texts themselves or name files.
enum TextArgument {
  static func sources(_ inputs: [String], published: PublicationDate?) throws -> [SourceText] {
    var contents: [InputReader.Contents] = []
    let reader = InputReader(published: published)
    if inputs.isEmpty || inputs == ["-"] {
      contents.append(reader.read(standardInput: try ByteSource.standardInput.rest()))
    }
    for input in inputs where input != "-" {
      if FileSystem.exists(input) {
        contents += reader.contents(of: try InputReader.files([input]))
      } else {
        if looksLikePath(input) {
          Console.note("there is no file 【\(input)】; it is read as a text")
        }
        contents.append(
          .init(documents: [SourceText(id: "text", text: input, published: published)]))
      }
    }
    return try contents.flatMap { try $0.sound() }
  }

  /// `articles/a.txt` and `a.jsonl`, in letters that sentences to explain are hardly written in.
  private static func looksLikePath(_ input: String) -> Bool {
    let endings = [".txt", ".jsonl", ".html", ".gz"]
    return endings.contains { input.hasSuffix($0) }
      || input.utf8.contains(UInt8(ascii: "/")) && input.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
