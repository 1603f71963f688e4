// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuValues

/// Where in the fields of a value goes what a match holds: the names of slots, columns and settings,
/// taken apart once, when a rule matches for the first time.
///
/// It belongs to one worker.
final class FieldPlan {
  /// What one pattern of a rule gives.
  final class Pattern {
    let settings: [Setting]
    let slots: [Slot]

    init(settings: [Setting], slots: [Slot]) {
      self.settings = settings
      self.slots = slots
    }
  }

  struct Slot {
    let path: FieldPath
    /// Whether what a match inside gives stays together: `start` and `end`.
    let isGroup: Bool
    /// The number of the columns that are called as it.
    let column: Int32
  }

  struct Setting {
    enum Source {
      case constant(String)
      case whole
      /// Index of the slot in the program's `slots`.
      case slot(Int)
    }

    let path: FieldPath
    /// The number of the field's name, as of columns and slots.
    let number: Int32
    let source: Source
  }

  /// A field of an entry of a lexicon.
  struct Value {
    let path: FieldPath
    /// The number of its column, the same for all columns, and slots, of one name.
    let column: Int32
    let text: String
  }

  /// What an entry of a lexicon gives: its columns that are not empty.
  final class Entry {
    let values: [Value]
    /// The same as they stand in fields; nothing where one of them goes into a group.
    private(set) var texts: Fields.Texts? = Fields.Texts()
    /// The numbers of its columns, each as one bit that several share.
    private var columns: UInt64 = 0

    init(_ values: [Value]) {
      self.values = values
      for value in values {
        columns |= Self.bit(value.column)
        texts?.append(value.path.name, value.text)
        if !value.path.groups.isEmpty { texts = nil }
      }
    }

    private static func bit(_ column: Int32) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: column) }

    /// What stands in a column; most slots have the name of none.
    func text(in column: Int32) -> String? {
      guard columns & Self.bit(column) != 0 else { return nil }
      return values.first { $0.column == column }?.text
    }
  }

  let rules: RuleSet
  // No two accesses meet, since a plan belongs to one worker.
  /// For each unit of the rule set its patterns; none of those that have not matched yet.
  @exclusivity(unchecked)
  private var patterns: [[Pattern]]
  /// For each hit of the rule set where it is in `entries`; -1 where nobody asked.
  private let places: SparseNumbers
  @exclusivity(unchecked)
  private var entries: [Entry] = []
  private var numbers: [String: Int32] = [:]
  /// The columns of each lexicon, in their order; none of those that nobody asked for.
  private var columns: [[Column]]

  private struct Column {
    let name: String
    let path: FieldPath
    let number: Int32
  }

  /// For each unit of the rule set whether it names where an article is from.
  private(set) lazy var namesHome = rules.units.map { $0.rule.kind == .finds("home") }

  private static let groups: Set = ["start", "end"]

  init(_ rules: RuleSet) {
    self.rules = rules
    patterns = Array(repeating: [], count: rules.units.count)
    places = SparseNumbers(count: rules.hits.count)
    columns = Array(repeating: [], count: rules.lexicons.count)
  }

  deinit { places.free() }

  func pattern(_ program: Int, of unit: Int) -> Pattern {
    if patterns[unit].isEmpty { patterns[unit] = makePatterns(of: unit) }
    return patterns[unit][program]
  }

  /// What the hit number `hit` of the rule set gives.
  func entry(ofHit hit: Int) -> Entry {
    let place = places[hit]
    if place >= 0 { return entries[Int(place)] }
    places[hit] = Int32(truncatingIfNeeded: entries.count)
    let entry = Entry(makeValues(of: rules.hits[hit]))
    entries.append(entry)
    return entry
  }

  private func makeValues(of hit: RuleSet.Hit) -> [Value] {
    guard hit.lexicon >= 0 else { return [] }
    let lexicon = rules.lexicons[Int(hit.lexicon)]
    return columns(ofLexicon: Int(hit.lexicon)).compactMap { column in
      lexicon.value(column.name, of: Int(hit.entry)).map {
        Value(path: column.path, column: column.number, text: $0)
      }
    }
  }

  private func columns(ofLexicon index: Int) -> [Column] {
    if columns[index].isEmpty {
      columns[index] = rules.lexicons[index].columns.map {
        Column(name: $0, path: FieldPath($0), number: number(of: $0))
      }
    }
    return columns[index]
  }

  /// The number of a name of a field: the same for all slots, columns and settings of that name.
  func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(truncatingIfNeeded: numbers.count)
    numbers[name] = number
    return number
  }

  private func makePatterns(of unit: Int) -> [Pattern] {
    let settings = rules.units[unit].rule.settings
    return rules.units[unit].programs.map { program in
      Pattern(
        settings: settings.compactMap { setting($0, slots: program.slots) },
        slots: program.slots.map { name in
          Slot(
            path: FieldPath(name), isGroup: Self.groups.contains(name), column: number(of: name))
        })
    }
  }

  /// `nil` where it copies a slot that the pattern does not have.
  private func setting(_ setting: Rule.Setting, slots: [String]) -> Setting? {
    let source: Setting.Source
    switch setting.source {
    case .constant(let text): source = .constant(text)
    case .whole: source = .whole
    case .slot(let name):
      guard let slot = slots.firstIndex(of: name) else { return nil }
      source = .slot(slot)
    }
    return Setting(
      path: FieldPath(setting.field), number: number(of: setting.field), source: source)
  }
}
