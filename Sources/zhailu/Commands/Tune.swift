// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuScore
import ZhailuText
import ZhailuValues

struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Learn the weights of evidence from marked texts, and write them into the table.",
    discussion: """
      Texts are a corpus, with its folders articles/dev and gold/dev, and JSON Lines:
      {"id","text","orgs":[[start,end],…]}, in Unicode scalars. After the name of a file may stand \
      ;share=0.5 (how much its texts count; 0: only scored) and ;unmarked=政府 (spans that end so are \
      not marked in it).

      Examples:
        zhailu tune --rules Rules --corpus Corpus
        zhailu tune --rules Rules --corpus Corpus --data 'news.jsonl;unmarked=政府' --write weights.tsv
      """)

  @Option(help: "A corpus, perhaps with ;share=3.")
  var corpus: [String] = []
  @Option(help: "A file of marked texts.")
  var data: [String] = []
  @Option(help: "The table of evidence.")
  var table = "org-evidence"
  @Option(help: "How many parts the texts are cut in to score each with the weights of the others.")
  var folds = 5
  @Option(help: "How often the texts are gone through.")
  var rounds = 12
  @Option(help: "How strongly weights are pulled to nothing.")
  var pull: Float = 0.02
  @Option(help: "The size of steps.")
  var rate: Float = 0.2
  @Option(help: "How often a text is learned from as if no name in it were known, 0 to 1.")
  var blind: Float = 0
  @Option(help: "In how many texts evidence must stand to get a weight.")
  var least = 4
  @Option(help: "Which weights are written: those of so much, up or down.")
  var leastWeight = 1
  @Option(help: "How many weights are written at most.")
  var most: Int?
  @Option(help: "What a mention must weigh more than.")
  var threshold = 0
  @Option(help: "Write what was missed and found in excess here.")
  var errors: String?
  @Option(help: "Write the table here.")
  var write: String?
  @OptionGroup var rules: RuleOptions

  func run() throws {
    if corpus.isEmpty, data.isEmpty {
      throw ValidationError("no texts to learn from; --corpus Corpus or --data FILE names them")
    }
    let texts = try texts()
    let extractor = try Extractor(rules: try rules.ruleSet())
    guard let index = extractor.rules.evidence.firstIndex(where: { $0.table.name == table }) else {
      throw Failure("no rule asks for evidence of 【\(table)】")
    }
    var tuning = EvidenceTuning(table: extractor.rules.evidence[index].table)
    tuning.settings.rounds = rounds
    tuning.settings.pull = pull
    tuning.settings.rate = rate
    tuning.settings.blind = blind
    tuning.leastCount = least
    tuning.leastWeight = leastWeight
    tuning.mostWeights = most
    for text in texts {
      tuning.add(group: text.group, document: text.source.id, share: text.share) { keys in
        extractor.samples(
          of: text.source, evidence: index, gold: text.gold,
          isUnmarked: { surface in text.unmarked.contains { surface.hasSuffix($0) } }, keys: &keys)
      }
    }
    Console.note("\(tuning.keys.keys.count) keys")
    if folds > 1 {
      try Console.print("Each part with the weights of the other \(folds - 1):")
      try show(tuning.crossValidate(folds: folds, threshold: threshold))
    } else {
      try Console.print("With the weights of the table:")
      try show(tuning.score(tuning.tableWeights, threshold: threshold))
    }
    if let errors {
      try FileSystem.write(Array((tuning.errors.joined(separator: "\n") + "\n").utf8), to: errors)
    }
    guard let write else { return }
    let weights = tuning.weights()
    let before = tuning.score(tuning.tableWeights, threshold: threshold)
    let after = tuning.score(weights, threshold: threshold)
    try Console.print("All texts with the weights of the table as it is:")
    try show(before)
    try Console.print("All texts with the weights of all:")
    try show(after)
    guard Self.f1(after) >= Self.f1(before) else {
      throw Failure("the new weights do worse than the table's; nothing was written")
    }
    var lines = ["form\twhere\tweight\tpin"]
    for row in tuning.rows(weights) {
      let isQuoted = row.form.contains("\"") || row.form.hasPrefix("!") || row.form.hasPrefix("#")
      let form = isQuoted ? "\"\(row.form.replacing("\"", with: "\"\""))\"" : row.form
      lines.append("\(form)\t\(row.place)\t\(row.weight)\t\(row.pin ? "yes" : "")")
    }
    try FileSystem.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: write)
  }

  /// Of all groups together.
  private static func f1(_ rows: [(group: String, tally: EvidenceTuning.Tally)]) -> Double {
    let (right, all) = rows.reduce((0, 0)) {
      ($0.0 + $1.tally.right, $0.1 + $1.tally.gold + $1.tally.found)
    }
    return all == 0 ? 0 : 2 * Double(right) / Double(all)
  }

  private func show(_ rows: [(group: String, tally: EvidenceTuning.Tally)]) throws {
    func percent(_ share: Double) -> String { (share * 100).places(1) }
    for (group, tally) in rows {
      try Console.print(
        "\(group)\tgold \(tally.gold)\tfound \(tally.found)\tP \(percent(tally.precision))\t"
          + "R \(percent(tally.recall))\tF1 \(percent(tally.f1))\toverlap "
          + "\(percent(tally.overlap))\treach \(percent(tally.reach))")
    }
  }

  // MARK: Texts

  private struct Text {
    let group: String
    let source: SourceText
    let gold: [Span]
    let share: Float
    let unmarked: [String]
  }

  private struct Line {
    let id: String
    let text: String
    let orgs: [[Int]]

    init?(_ bytes: ArraySlice<UInt8>) {
      guard let json = try? JSONParser.parse(bytes), let id = json["id"]?.text,
        let text = json["text"]?.text, let orgs = json["orgs"]?.elements
      else { return nil }
      (self.id, self.text) = (id, text)
      self.orgs = orgs.map { ($0.elements ?? []).compactMap(\.int) }
    }
  }

  private func texts() throws -> [Text] {
    var texts: [Text] = []
    for argument in corpus {
      let (path, share, unmarked) = try Self.parts(argument)
      let gold = GoldSet(folder: "\(path)/gold/dev")
      for file in try InputReader.files(["\(path)/articles/dev"]) {
        guard let document = gold.document(file.id) else { continue }
        for source in InputReader().read(file).documents {
          texts.append(
            Text(
              group: path, source: source,
              gold: document.records.filter { $0.type == .organization }.map(\.span), share: share,
              unmarked: unmarked))
        }
      }
    }
    for argument in data {
      let (path, share, unmarked) = try Self.parts(argument)
      let group = path.split(separator: "/").last.map(String.init) ?? path
      let lines = try FileSystem.read(path).split(separator: 0x0A, omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where !line.isEmpty {
        let line = try Self.line(line, at: "\(path):\(number + 1)")
        texts.append(
          Text(
            group: group, source: SourceText(id: line.id, text: line.text),
            gold: line.orgs.map { Span(start: $0[0], end: $0[1]) }, share: share,
            unmarked: unmarked))
      }
    }
    return texts
  }

  private static func line(_ bytes: ArraySlice<UInt8>, at place: String) throws(Failure) -> Line {
    guard let line = Line(bytes) else {
      throw Failure(
        #"\#(place): this line is no marked text; {"id":"a","text":"…","orgs":[[0,4]]} is one"#)
    }
    let length = line.text.unicodeScalars.count
    for span in line.orgs
    where span.count != 2 || span[0] < 0 || span[0] >= span[1] || span[1] > length {
      throw Failure("\(place): 【\(span)】 is no place in a text of \(length) characters")
    }
    return line
  }

  private static func parts(_ argument: String) throws(Failure) -> (String, Float, [String]) {
    let parts = argument.split(separator: ";").map(String.init)
    var (share, unmarked) = (Float(1), [String]())
    for part in parts.dropFirst() {
      if part.hasPrefix("share="), let number = Float(part.dropFirst(6)) {
        share = number
      } else if part.hasPrefix("unmarked=") {
        unmarked += part.dropFirst(9).split(separator: ",").map(String.init)
      } else {
        throw Failure("【\(part)】 says nothing about a file of texts; share=0.5 and unmarked=政府 do")
      }
    }
    return (parts.first ?? argument, share, unmarked)
  }
}
