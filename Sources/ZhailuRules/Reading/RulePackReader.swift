// SPDX-License-Identifier: Apache-2.0

/// All files of a pack, read and checked against each other.
///
/// Folders are read from the bottom up: each may add rules and entries to those below it, replace
/// them by name, and switch them off.
struct RulePackReader {
  private(set) var lexicons: [Lexicon] = []
  private(set) var rules: [Rule] = []
  private(set) var stages = Stages()
  private(set) var diagnostics: [Diagnostic] = []
  /// What is hardly meant and can be used.
  private(set) var doubts: [Diagnostic] = []
  /// In the order of their lexicons.
  var evidenceTables: [EvidenceTable] = []
  /// Rules that a folder switched off, and where.
  private(set) var switchedOff: [String: Diagnostic.Place] = [:]

  /// What has faults of its own: nothing is said of what is missing because of them.
  private(set) var broken = RuleFileReader.Broken()
  private(set) var brokenLexicons: Set<String> = []
  private var unreadFiles: Set<String> = []
  /// The verbs of rules for events that a folder switched off or replaced.
  private(set) var formerVerbs: [LexiconSelection] = []
  /// The rules that a folder switched off, by the table that weighs what they propose: it may name them.
  private(set) var formerEvidence: [String: [String]] = [:]
  /// Lexicons that no folder below has.
  private(set) var newLexicons: [(name: String, file: String)] = []
  /// The texts of lexicons by their files, and the lines of those that have a fault, for the places of
  /// fields.
  private var lexiconTexts: [String: String] = [:]
  private var lexiconLines: [String: [Substring]] = [:]

  private var lexiconNumbers: [String: Int] = [:]
  private var ruleNumbers: [String: Int] = [:]
  /// The layer of each rule.
  private var layers: [Int] = []

  mutating func read(_ source: RuleSource) {
    diagnostics += source.faults
    unreadFiles = Set(source.faults.map(\.place.file))
    for file in source.files where file.isLexicon { read(lexicon: file) }
    let yaml = source.files.filter(\.isYAML)
    guard let stagesFile = yaml.first(where: { $0.path == "stages.yaml" }) else {
      let folder = source.files.first?.displayPath ?? "Rules"
      report(
        Diagnostic.Place(file: folder, line: 1),
        "this pack has no file 【stages.yaml】, which says what is read in which order")
      return
    }
    let (stages, faults) = Stages.read(stagesFile)
    self.stages = stages
    diagnostics += faults
    readRules(of: yaml)
    check()
    diagnostics = Self.limited(diagnostics)
  }

  /// More faults than these in a file are told as one: it is no rule file.
  static let mostFaults = 200

  private static func limited(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    return diagnostics.sorted().compactMap { diagnostic in
      let count = counts[diagnostic.place.file, default: 0] + 1
      counts[diagnostic.place.file] = count
      if count <= mostFaults { return diagnostic }
      guard count == mostFaults + 1 else { return nil }
      return Diagnostic(
        diagnostic.place,
        "more than 【\(mostFaults)】 faults in this file; mend the others first")
    }
  }

  mutating func report(_ place: Diagnostic.Place, _ message: String) {
    diagnostics.append(Diagnostic(place, message))
  }

  mutating func lines(ofLexicon file: String) -> [Substring] {
    if let known = lexiconLines[file] { return known }
    let lines = lexiconTexts[file]?.utf8Lines ?? []
    lexiconLines[file] = lines
    return lines
  }

  // MARK: Lexicons

  private mutating func read(lexicon file: RuleSource.File) {
    let name = String(file.path.dropFirst("lexicon/".count).dropLast(".tsv".count))
    if name.contains(where: { " []=|/".contains($0) }) {
      report(
        Diagnostic.Place(file: file.displayPath, line: 1),
        "【\(name)】 is no name of a lexicon: rules could not name it; use letters, digits and -")
    }
    lexiconTexts[file.displayPath] = file.text
    let (result, faults) = LexiconReader.read(
      file, name: name, below: lexiconNumbers[name].map { lexicons[$0].columns })
    diagnostics += faults
    guard let result else {
      brokenLexicons.insert(name)
      return
    }
    // Weights are of words with the marks around them.
    if !result.lexicon.columns.contains("weight") { doubts += result.doubts }
    guard let index = lexiconNumbers[name] else {
      lexiconNumbers[name] = lexicons.count
      lexicons.append(result.lexicon)
      if file.layer > 0 { newLexicons.append((name, file.displayPath)) }
      for off in result.offs { reportNothingBelow(off, in: name) }
      return
    }
    overlay(result, on: index, file: file)
  }

  private mutating func reportNothingBelow(_ off: LexiconReader.Off, in name: String) {
    report(
      off.place,
      "【!\(off.form)】 switches an entry off, but no folder below has a lexicon \(name); delete the line"
    )
  }

  /// An overlay's entries replace those of the same form and come after the others. It may leave out
  /// columns at the end: what is added there later does no harm to it.
  private mutating func overlay(
    _ result: LexiconReader.Result, on index: Int, file: RuleSource.File
  ) {
    guard let lexicon = result.lexicon.widened(to: lexicons[index].columns) else {
      return reportColumns(of: result.lexicon, below: lexicons[index].columns, file)
    }
    switchOff(result.offs, in: index)
    let replaced = Set(lexicon.entries.map(\.form))
    // As arrays: taking entries out one by one would copy all of them each time.
    let kept = Array(lexicons[index].entries).filter { !replaced.contains($0.form) }
    lexicons[index].entries = Lexicon.Entries(kept + Array(lexicon.entries))
  }

  /// A column by a wrong name is told with its own place; else all that there are.
  private mutating func reportColumns(
    of lexicon: Lexicon, below known: [String], _ file: RuleSource.File
  ) {
    let names = lines(ofLexicon: file.displayPath)
    let line = names.firstIndex { !$0.isEmpty && $0.utf8.first != UInt8(ascii: "#") } ?? 0
    let place = Diagnostic.Place(file: file.displayPath, line: line + 1)
    let columns = (["form"] + known).joined(separator: ", ")
    let wrong = lexicon.columns.indices.filter { !known.contains(lexicon.columns[$0]) }
    for index in wrong {
      let name = lexicon.columns[index]
      report(
        self.place(ofField: index + 1, of: place),
        "no column of \(lexicon.name) is called 【\(name)】"
          + (suggestion(for: name, among: known).map { "; did you mean \($0)?" }
            ?? "; this lexicon adds to one whose columns are \(columns)"))
    }
    guard wrong.isEmpty else { return }
    let header = (["form"] + known).joined(separator: "<tab>")
    report(
      place,
      "this lexicon adds to 【\(lexicon.name)】 and has its columns, in their order: \(header); fields may "
        + "stay empty, and columns at the end be left out")
  }

  private mutating func switchOff(_ offs: [LexiconReader.Off], in index: Int) {
    guard !offs.isEmpty else { return }
    let entries = lexicons[index].entries
    let numbers = Dictionary(grouping: entries.indices) { entries[$0].form }
    var gone: Set<Int> = []
    for off in offs {
      let same = numbers[off.form] ?? []
      let meant = same.filter { number in
        zip(off.values, entries[number].values).allSatisfy { $0.isEmpty || $0 == $1 }
      }
      if meant.isEmpty { reportNoEntry(off, same.isEmpty, numbers.keys, lexicons[index].name) }
      gone.formUnion(meant)
    }
    lexicons[index].entries = Lexicon.Entries(
      entries.indices.filter { !gone.contains($0) }.map { entries[$0] })
  }

  private mutating func reportNoEntry(
    _ off: LexiconReader.Off, _ isUnknown: Bool, _ forms: some Sequence<String>, _ name: String
  ) {
    report(
      off.place,
      isUnknown
        ? "no entry of \(name) has the form 【\(off.form)】" + nearHint(for: off.form, among: forms)
        : "no entry of 【\(off.form)】 has these fields; leave them out to switch off all of its")
  }

  // MARK: Rules

  private mutating func readRules(of files: [RuleSource.File]) {
    let paths = Set(files.map(\.path)).subtracting(["stages.yaml"])
    var stageOfPath: [String: Int] = [:]
    for (index, stage) in stages.stages.enumerated() {
      for file in stage.files {
        if stageOfPath[file.path] == nil { stageOfPath[file.path] = index }
        guard !paths.contains(file.path), !file.path.contains(".."),
          !unreadFiles.contains(where: { $0.hasSuffix("/\(file.path)") })
        else { continue }
        report(
          file.place,
          "no file is called 【\(file.path)】" + hint(for: file.path, among: paths.sorted()))
      }
    }
    for file in files where file.path != "stages.yaml" {
      guard let stage = stageOfPath[file.path] else {
        report(
          Diagnostic.Place(file: file.displayPath, line: 1),
          "this file stands in no stage of 【stages.yaml】"
            + hint(for: file.path, among: stageOfPath.keys.sorted()))
        continue
      }
      read(rules: file, stage: stage)
    }
  }

  private mutating func read(rules file: RuleSource.File, stage: Int) {
    let result = RuleFileReader.read(file)
    diagnostics += result.diagnostics
    broken.add(result.broken)
    let own = Set(result.rules.map(\.id))
    for off in result.offs { switchOff(off, layer: file.layer, own: own) }
    for var rule in result.rules {
      rule.stage = stage
      add(rule, layer: file.layer)
    }
  }

  private mutating func switchOff(
    _ off: RuleFileReader.Off, layer: Int, own: Set<String>
  ) {
    guard let index = ruleNumbers[off.id] else {
      guard !own.contains(off.id) else { return reportOwn(off) }
      let close = nearHint(for: off.id, among: ruleNumbers.keys)
      return report(off.place, "no rule of a folder below is called 【\(off.id)】\(close)")
    }
    guard layers[index] < layer else { return reportOwn(off) }
    keepVerbs(of: rules[index])
    if let table = rules[index].evidence?.table {
      formerEvidence[table, default: []].append(off.id)
    }
    rules.remove(at: index)
    layers.remove(at: index)
    ruleNumbers = Dictionary(uniqueKeysWithValues: rules.indices.map { (rules[$0].id, $0) })
    switchedOff[off.id] = off.place
  }

  private mutating func keepVerbs(of rule: Rule) {
    if let verb = EventFrame(rule)?.verb, let selection = LexiconSelection(verb) {
      formerVerbs.append(selection)
    }
  }

  private mutating func reportOwn(_ off: RuleFileReader.Off) {
    report(
      off.place, "【\(off.id)】 is a rule of this folder; delete it instead of switching it off")
  }

  private mutating func add(_ rule: Rule, layer: Int) {
    guard let index = ruleNumbers[rule.id] else {
      ruleNumbers[rule.id] = rules.count
      rules.append(rule)
      layers.append(layer)
      return
    }
    if layers[index] == layer {
      let earlier = rules[index].place
      let place =
        earlier.file == rule.place.file ? "line \(earlier.line)" : "\(earlier.file):\(earlier.line)"
      report(rule.place, "the name 【\(rule.id)】 is taken already in \(place)")
    } else {
      keepVerbs(of: rules[index])
      rules[index] = rule
      layers[index] = layer
    }
  }
}
