// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// All files of a pack, read and checked against each other.
struct RulePackReader {
  private(set) var lexicons: [Lexicon] = []
  private(set) var rules: [Rule] = []
  private(set) var stages = Stages()
  private(set) var diagnostics: [Diagnostic] = []

  mutating func read(_ source: RuleSource) {
    for file in source.files where file.path.hasPrefix("lexicon/") && file.path.hasSuffix(".tsv") {
      read(lexicon: file)
    }
    let yaml = source.files.filter { $0.path.hasSuffix(".yaml") }
    guard let stagesFile = yaml.first(where: { $0.path == "stages.yaml" }) else {
      let folder = source.files.first?.displayPath ?? "Rules"
      diagnostics.append(
        Diagnostic(
          Diagnostic.Place(file: folder, line: 1),
          "this pack has no file 【stages.yaml】, which says what is read in which order"))
      return
    }
    let (stages, faults) = Stages.read(stagesFile)
    self.stages = stages
    diagnostics += faults
    readRules(of: yaml)
    check()
  }

  private mutating func read(lexicon file: RuleSource.File) {
    let name = String(file.path.dropFirst("lexicon/".count).dropLast(".tsv".count))
    let (lexicon, faults) = LexiconReader.read(file, name: name)
    diagnostics += faults
    guard let lexicon else { return }
    guard let index = lexicons.firstIndex(where: { $0.name == name }) else {
      lexicons.append(lexicon)
      return
    }
    overlay(lexicon, on: index, file: file)
  }

  /// An overlay's entries replace those of the same form and come after the others.
  private mutating func overlay(_ lexicon: Lexicon, on index: Int, file: RuleSource.File) {
    guard lexicon.columns == lexicons[index].columns else {
      diagnostics.append(
        Diagnostic(
          Diagnostic.Place(file: file.displayPath, line: 1),
          "this lexicon adds to 【\(lexicon.name)】, whose columns are "
            + "form, \(lexicons[index].columns.joined(separator: ", "))"))
      return
    }
    let replaced = Set(lexicon.entries.map(\.form))
    lexicons[index].entries.removeAll { replaced.contains($0.form) }
    lexicons[index].entries += lexicon.entries
  }

  private mutating func readRules(of files: [RuleSource.File]) {
    let staged = stages.stages.enumerated().flatMap { index, stage in
      stage.files.map { (path: $0.path, place: $0.place, stage: index) }
    }
    for entry in staged where !files.contains(where: { $0.path == entry.path }) {
      let known = files.map(\.path).filter { $0 != "stages.yaml" }
      diagnostics.append(
        Diagnostic(
          entry.place, "no file is called 【\(entry.path)】" + hint(for: entry.path, among: known)))
    }
    for file in files where file.path != "stages.yaml" {
      guard let stage = staged.first(where: { $0.path == file.path })?.stage else {
        diagnostics.append(
          Diagnostic(
            Diagnostic.Place(file: file.displayPath, line: 1),
            "this file stands in no stage of 【stages.yaml】"))
        continue
      }
      let (read, faults) = RuleFileReader.read(file)
      diagnostics += faults
      for var rule in read {
        rule.stage = stage
        add(rule)
      }
    }
  }

  private mutating func add(_ rule: Rule) {
    guard let index = rules.firstIndex(where: { $0.id == rule.id }) else {
      rules.append(rule)
      return
    }
    if rules[index].place.file == rule.place.file {
      diagnostics.append(
        Diagnostic(
          rule.place, "the name 【\(rule.id)】 is taken already in line \(rules[index].place.line)"))
    } else {
      rules[index] = rule
    }
  }

  // MARK: Checks

  private mutating func check() {
    let lexiconNames = lexicons.map(\.name)
    let patternNames = rules.filter { $0.kind == .defines }.map(\.id)
    let types = MentionType.allCases.map(\.rawValue).filter { $0 != "event" } + stages.helpers
    for named in stages.segmentation where !lexiconNames.contains(named.name) {
      report(named.place, "lexicon", named.name, lexiconNames)
    }
    for named in stages.selections { check(selection: named.name, at: named.place, lexiconNames) }
    for rule in rules {
      if case .finds(let type) = rule.kind, !types.contains(type) {
        report(rule.place, "type of mention", type, types)
      }
      for slot in rule.slots {
        switch slot.kind {
        case .lexicon(let names), .words(_, not: let names):
          for name in names { check(selection: name, at: slot.place, lexiconNames) }
        case .mention(let type) where !types.contains(type):
          report(slot.place, "type of mention", type, types)
        case .pattern(let name) where !patternNames.contains(name):
          report(slot.place, "pattern", name, patternNames)
        default: break
        }
      }
      checkSlots(of: rule)
      checkExamples(of: rule)
    }
  }

  private mutating func check(
    selection text: String, at place: Diagnostic.Place, _ known: [String]
  ) {
    guard let selection = LexiconSelection(text) else {
      diagnostics.append(
        Diagnostic(place, "【\(text)】 selects nothing; write org-head[class=strong]"))
      return
    }
    guard let lexicon = lexicons.first(where: { $0.name == selection.lexicon }) else {
      return report(place, "lexicon", selection.lexicon, known)
    }
    if let column = selection.column, !lexicon.columns.contains(column) {
      report(place, "column of \(lexicon.name)", column, lexicon.columns)
    }
  }

  private mutating func report(
    _ place: Diagnostic.Place, _ what: String, _ name: String, _ known: [String]
  ) {
    diagnostics.append(
      Diagnostic(place, "no \(what) is called 【\(name)】" + hint(for: name, among: known)))
  }

  private mutating func checkSlots(of rule: Rule) {
    let declared = rule.slots.map(\.name)
    let patterns = rule.patterns + rule.exclusions.map(\.pattern)
    let used = Set(patterns.flatMap(\.template.slots))
    for pattern in patterns {
      for name in Set(pattern.template.slots).sorted() where !declared.contains(name) {
        diagnostics.append(
          Diagnostic(
            pattern.place,
            "the slot 【{\(name)}】 is not declared under 【where】" + hint(for: name, among: declared))
        )
      }
    }
    for slot in rule.slots where !used.contains(slot.name) {
      diagnostics.append(
        Diagnostic(slot.place, "the slot 【\(slot.name)】 stands in no pattern of 【\(rule.id)】"))
    }
    for setting in rule.settings {
      if case .slot(let name) = setting.source, !declared.contains(name) {
        diagnostics.append(
          Diagnostic(
            setting.place,
            "the slot 【{\(name)}】 is not declared under 【where】" + hint(for: name, among: declared))
        )
      }
    }
  }

  private mutating func checkExamples(of rule: Rule) {
    guard case .finds(let type) = rule.kind, !stages.helpers.contains(type) else { return }
    let texts = rule.examples.count
    if texts < 3 {
      diagnostics.append(
        Diagnostic(
          rule.place, "【\(rule.id)】 has \(texts) examples; a rule has at least 3 that must be found"
        ))
    }
    if rule.counterexamples.count < 3 {
      diagnostics.append(
        Diagnostic(
          rule.place,
          "【\(rule.id)】 has \(rule.counterexamples.count) counterexamples; a rule has at least 3 "
            + "that must not be found"))
    }
  }
}
