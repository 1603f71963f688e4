// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A pack that can be used, looked at a second time: for what is surely not meant.
///
/// | finds | for example |
/// |---|---|
/// | a rule that can never find anything | its slot needs a lexicon without an entry |
/// | a rule that another shadows | it finds nothing that an earlier one does not find |
/// | two rules that tie | one text, one stage, as much read: only their names decide |
/// | an entry that another hides | the same form for the same slots, with other fields |
/// | an entry of an overlay without a field | all entries below have a currency |
/// | what stands twice, and what nothing uses | |
/// | a value that no rule asks for | `word` is 【ja】, not yes |
/// | signs of the language in full width, or of another language | 爱心款？, an entry ！义卖, .* |
/// | a list that the program asks of a table of evidence | no `{org-head` in it |
///
/// The work grows with the number of entries and with the number of pairs of rules in a stage.
package struct RuleCheck {
  package let set: RuleSet
  package private(set) var warnings: [Diagnostic] = []

  let rules: [Rule]
  let stages: Stages
  let evidenceTables: [EvidenceTable]
  private let usedLexicons: Set<String>
  /// Files of the rules that overlays lie over; none where there is no overlay.
  let filesBelow: Set<String>
  var words: WordIndex

  /// Throws all faults, as reading does.
  package init(_ source: RuleSource) throws {
    var reader = RulePackReader()
    reader.read(source)
    set = try RuleSet(reader)
    rules = reader.rules
    stages = reader.stages
    evidenceTables = reader.evidenceTables
    usedLexicons = reader.usedLexicons
    let isOverlaid = source.files.contains { $0.layer > 0 }
    filesBelow = isOverlaid ? Set(source.files.filter { $0.layer == 0 }.map(\.displayPath)) : []
    words = WordIndex(reader.lexicons)
    warnings = reader.doubts
    checkSelections()
    checkColumns()
    checkFiring()
    checkPairs()
    checkEntries()
    checkEmptyFields()
    checkTwice()
    checkSpelling()
    checkEvidence()
    warnings.sort()
  }

  mutating func warn(_ place: Diagnostic.Place, _ message: String) {
    warnings.append(Diagnostic(place, message, severity: .warning))
  }

  // MARK: What stands twice

  private mutating func checkTwice() {
    for rule in rules {
      checkTwice(rule.patterns)
      for side in Rule.Exclusion.Side.allCases {
        checkTwice(rule.exclusions.filter { $0.side == side }.map(\.pattern))
      }
    }
    for rule in rules where rule.kind == .defines {
      if !rules.contains(where: { $0.needs.contains(rule.product) }) {
        warn(rule.place, "no rule uses the pattern 【\(rule.id)】; delete it")
      }
    }
  }

  private mutating func checkTwice(_ patterns: [Rule.Pattern]) {
    var seen: [Template: Int] = [:]
    for pattern in patterns {
      if let line = seen[pattern.template] {
        warn(pattern.place, "【\(pattern.text)】 stands in line \(line) already; delete one")
      } else {
        seen[pattern.template] = pattern.place.line
      }
    }
  }

  // MARK: Selections

  /// Every selection that something names, with its place.
  var namedSelections: [(text: String, place: Diagnostic.Place)] {
    let slots = rules.flatMap { rule in
      rule.slots.flatMap { slot in
        slot.kind.selections.map { (text: $0, place: slot.place(of: $0)) }
      }
    }
    let verbs = rules.compactMap { rule in
      EventFrame(rule).map { (text: $0.verb, place: EventFrame.placeOfVerb(rule)) }
    }
    let topics = rules.compactMap(\.about).flatMap { topic in
      topic.lexicons.map { (text: $0, place: topic.place(of: $0)) }
    }
    return slots + topics + verbs
      + (stages.selections + stages.wholeLexicons).map {
        (text: $0.name, place: $0.place)
      }
  }

  private mutating func checkSelections() {
    let named = namedSelections
    for (text, place) in named where words.forms(text).isEmpty {
      warn(place, "【\(text)】 selects no entry" + whyEmpty(text))
    }
    for lexicon in words.lexicons where !usedLexicons.contains(lexicon.name) {
      // What an overlay no longer asks of the rules below is no fault of theirs.
      guard let place = lexicon.entries.first?.place, !filesBelow.contains(place.file) else {
        continue
      }
      warn(
        Diagnostic.Place(file: place.file, line: 1),
        "no rule, and nothing in stages.yaml, uses the lexicon 【\(lexicon.name)】")
    }
  }

  private func whyEmpty(_ text: String) -> String {
    guard let selection = LexiconSelection(text), !selection.conditions.isEmpty,
      let lexicon = words.lexicons.first(where: { $0.name == selection.lexicon })
    else { return "; the lexicon is empty" }
    for condition in selection.conditions {
      let values = Set(
        lexicon.entries.indices.compactMap { lexicon.value(condition.column, of: $0) })
      guard values.isDisjoint(with: condition.values) else { continue }
      return hint(for: condition.values.first ?? "", among: values.sorted())
    }
    return "; no entry has all of these values"
  }
}

/// The folded forms of the lexicons, as numbers, by selection.
struct WordIndex {
  let lexicons: [Lexicon]
  private(set) var numbers: [[UInt16]: Int] = [:]
  private(set) var examples: [String] = []
  /// The number of the form of each entry, by lexicon.
  private(set) var entryForms: [[Int]] = []
  private var byName: [String: Int] = [:]
  private var bySelection: [String: Set<Int>] = [:]
  private var sharing: [[String]: Int?] = [:]

  init(_ lexicons: [Lexicon]) {
    self.lexicons = lexicons
    for (index, lexicon) in lexicons.enumerated() {
      byName[lexicon.name] = index
      entryForms.append(lexicon.entries.map { number(of: $0.form) })
    }
  }

  private mutating func number(of form: String) -> Int {
    let folded = FoldTable.fold(form)
    if let known = numbers[folded] { return known }
    numbers[folded] = examples.count
    examples.append(form)
    return examples.count - 1
  }

  mutating func forms(_ selection: String) -> Set<Int> {
    if let known = bySelection[selection] { return known }
    var forms: Set<Int> = []
    if let parsed = LexiconSelection(selection), let index = byName[parsed.lexicon] {
      for (entry, form) in entryForms[index].enumerated()
      where parsed.contains(entry, of: lexicons[index]) {
        forms.insert(form)
      }
    }
    bySelection[selection] = forms
    return forms
  }

  /// A form that both have: the shortest.
  mutating func shared(_ left: [String], _ right: [String]) -> Int? {
    let key = left + ["|"] + right
    if let known = sharing[key] { return known }
    let (a, b) = (union(left), union(right))
    let (few, many) = a.count < b.count ? (a, b) : (b, a)
    let shared = few.filter(many.contains).min {
      (examples[$0].unicodeScalars.count, examples[$0])
        < (examples[$1].unicodeScalars.count, examples[$1])
    }
    sharing[key] = .some(shared)
    return shared
  }

  mutating func union(_ selections: [String]) -> Set<Int> {
    selections.reduce(into: Set<Int>()) { $0.formUnion(forms($1)) }
  }

  mutating func contains(_ text: [UInt16], _ selections: [String]) -> Bool {
    guard let number = numbers[text] else { return false }
    return selections.contains { forms($0).contains(number) }
  }
}
