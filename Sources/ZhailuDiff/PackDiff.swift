// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// The edits that lead from one rule pack to another, and packs with only some of them.
package struct PackDiff {
  package let edits: [PackEdit]
  package let old: RuleSource
  package let new: RuleSource
  /// For each edit the units that it takes away and those that it brings.
  private let steps: [Step]
  private let files: [PackFile.Key: (old: PackFile?, new: PackFile?)]

  /// A lexicon with more edits than this was made anew; its edits are one.
  private static let mostEntries = 100

  struct Step {
    let file: PackFile.Key
    var removed: [PackUnit] = []
    var added: [PackUnit] = []

    /// What messages call it: a rule, a lexicon or a form.
    var name: String {
      switch (added.first ?? removed.first)?.subject {
      case .rule(let id): id
      case .entry(_, let form): form
      case .head, nil: PackFile.lexicon(file.path)
      }
    }
  }

  package init(old: RuleSource, new: RuleSource) {
    self.old = old
    self.new = new
    var files: [PackFile.Key: (old: PackFile?, new: PackFile?)] = [:]
    for file in old.files.map(PackFile.init) { files[file.key, default: (nil, nil)].old = file }
    for file in new.files.map(PackFile.init) { files[file.key, default: (nil, nil)].new = file }
    self.files = files
    let found = files.keys.sorted().flatMap { key in
      Self.edits(of: key, old: files[key]?.old, new: files[key]?.new)
    }.filter { !Self.repeatsHeader($0, in: files) }
    edits = found.map(\.edit)
    steps = found.map(\.step)
  }

  /// The new pack without some of the edits.
  package func source(without undone: Set<Int>) -> RuleSource {
    var texts: [PackFile.Key: String] = [:]
    for key in Set(undone.map { steps[$0].file }) {
      texts[key] = units(of: key, without: undone).map(\.text).joined()
    }
    return new.replacing(texts, from: old)
  }

  /// The units of a file without some of the edits. Its head stands first, wherever it comes from.
  private func units(of key: PackFile.Key, without undone: Set<Int>) -> [PackUnit] {
    var removed: Set<PackUnit> = []
    var restored: [PackUnit] = []
    for step in undone.sorted().map({ steps[$0] }) where step.file == key {
      removed.formUnion(step.added)
      restored += step.removed
    }
    let units = (files[key]?.new?.units ?? []).filter { !removed.contains($0) } + restored
    return units.filter { $0.subject == .head } + units.filter { $0.subject != .head }
  }

  /// The edits that faults of `source(without: undone)` speak of, to be taken back too: those that
  /// brought what stands at the place of a fault, or that are about a name in its message.
  ///
  /// A rule that asks for a new lexicon cannot stay when the lexicon goes.
  package func edits(behind faults: [Diagnostic], without undone: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for fault in faults {
      let unit = unit(at: fault.place, without: undone)
      for index in edits.indices where !undone.contains(index) {
        let isThere = unit.map { steps[index].added.contains($0) } ?? false
        if isThere || fault.message.contains("【\(steps[index].name)】") { found.insert(index) }
      }
    }
    return found
  }

  private func unit(at place: Diagnostic.Place, without undone: Set<Int>) -> PackUnit? {
    let key = files.first { ($0.value.new ?? $0.value.old)?.displayPath == place.file }?.key
    guard let key else { return nil }
    var line = 1
    for unit in units(of: key, without: undone) {
      line += unit.text.utf8.count { $0 == 0x0A }
      if place.line < line { return unit }
    }
    return nil
  }
}

extension PackDiff {
  private typealias Found = (edit: PackEdit, step: Step)

  private static func edits(of key: PackFile.Key, old: PackFile?, new: PackFile?) -> [Found] {
    let before = old?.units ?? []
    let after = new?.units ?? []
    let path = (new ?? old)?.displayPath ?? key.path
    // Equal units cancel out, each with one of its kind.
    var counts: [Unit: Int] = [:]
    for unit in after { counts[Unit(unit), default: 0] += 1 }
    var gone = before.filter { unit in
      guard let count = counts[Unit(unit)], count > 0 else { return true }
      counts[Unit(unit)] = count - 1
      return false
    }
    var come = after.reversed().filter { unit in
      guard let count = counts[Unit(unit)], count > 0 else { return false }
      counts[Unit(unit)] = count - 1
      return true
    }
    come.reverse()
    if gone.count + come.count > mostEntries, key.path.hasSuffix(".tsv") {
      return [composite(key, path: path, gone: gone, come: come)]
    }
    var found: [Found] = []
    for unit in come {
      let partner = gone.firstIndex { $0.subject == unit.subject }.map { gone.remove(at: $0) }
      found.append(edit(key, path: path, old: partner, new: unit))
    }
    found += gone.map { edit(key, path: old?.displayPath ?? path, old: $0, new: nil) }
    return found.filter { !isSilent($0) }
  }

  /// A unit by what it does.
  private struct Unit: Hashable {
    let subject: PackUnit.Subject
    let aspects: [String: String]
    init(_ unit: PackUnit) {
      subject = unit.subject
      aspects = unit.aspects
    }
  }

  /// The head of a file of rules holds comments only.
  private static func isSilent(_ found: Found) -> Bool {
    (found.step.added + found.step.removed).allSatisfy {
      $0.subject == .head && $0.aspects.values.allSatisfy(\.isEmpty)
    }
  }

  /// The header of a lexicon that adds to one below says again what that one says, or the first columns
  /// of it.
  private static func repeatsHeader(
    _ found: Found, in files: [PackFile.Key: (old: PackFile?, new: PackFile?)]
  ) -> Bool {
    let key = found.step.file
    guard key.layer > 0, key.path.hasSuffix(".tsv"), found.step.removed.isEmpty,
      let head = found.step.added.first, head.subject == .head, found.step.added.count == 1
    else { return false }
    let columns = "\(head.aspects["columns"] ?? ""), "
    return files.contains { other, sides in
      other.path == key.path && other.layer < key.layer
        && "\((sides.new ?? sides.old)?.units.first?.aspects["columns"] ?? ""), ".hasPrefix(columns)
    }
  }

  private static func composite(
    _ key: PackFile.Key, path: String, gone: [PackUnit], come: [PackUnit]
  ) -> Found {
    let line = (come.first ?? gone.first)?.line ?? 1
    let edit = PackEdit(
      action: .changed, subject: "lexicon \(PackFile.lexicon(key.path))", rule: nil,
      place: Diagnostic.Place(file: path, line: line),
      detail: "\(come.count) entries new, \(gone.count) gone")
    return (edit, Step(file: key, removed: gone, added: come))
  }

  private static func edit(
    _ key: PackFile.Key, path: String, old: PackUnit?, new: PackUnit?
  ) -> Found {
    let unit = (new ?? old)!
    let action: PackEdit.Action = old == nil ? .added : new == nil ? .removed : .changed
    let edit = PackEdit(
      action: action, subject: subject(of: unit, in: key.path),
      rule: { if case .rule(let id) = unit.subject { id } else { nil } }(),
      place: Diagnostic.Place(file: path, line: unit.line),
      detail: detail(old: old, new: new))
    return (
      edit, Step(file: key, removed: old.map { [$0] } ?? [], added: new.map { [$0] } ?? [])
    )
  }

  private static func subject(of unit: PackUnit, in path: String) -> String {
    switch unit.subject {
    case .rule(let id): unit.aspects["off"] == nil ? "rule \(id)" : "switching off \(id)"
    case .entry(let lexicon, let form): "entry \(form) of \(lexicon)"
    case .head:
      path.hasSuffix(".tsv")
        ? "header of \(PackFile.lexicon(path))" : path == "stages.yaml" ? "stages" : "head"
    }
  }

  /// Of an entry its columns; of a rule that changed the keys that differ.
  private static func detail(old: PackUnit?, new: PackUnit?) -> String {
    let (before, after) = (old?.aspects ?? [:], new?.aspects ?? [:])
    guard case .entry = (new ?? old)!.subject else {
      guard old != nil, new != nil else { return "" }
      return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        .joined(separator: ", ")
    }
    return Set(before.keys).union(after.keys).sorted().compactMap { column in
      let (left, right) = (before[column], after[column])
      if old == nil { return "\(column) \(right ?? "")" }
      if new == nil { return "\(column) \(left ?? "")" }
      return left == right ? nil : "\(column) \(left ?? "none") → \(right ?? "none")"
    }.joined(separator: ", ")
  }
}

extension RuleSource {
  /// The same with other texts of some files; a text that is empty takes its file away.
  fileprivate func replacing(_ texts: [PackFile.Key: String], from old: RuleSource) -> RuleSource {
    var left = texts
    var changed: [File] = []
    for file in files {
      let key = PackFile.Key(layer: file.layer, path: file.path)
      guard let text = left.removeValue(forKey: key) else {
        changed.append(file)
        continue
      }
      if !text.isEmpty { changed.append(file.holding(text)) }
    }
    // Files that only the old pack has.
    for file in old.files {
      let key = PackFile.Key(layer: file.layer, path: file.path)
      if let text = left.removeValue(forKey: key), !text.isEmpty {
        changed.append(file.holding(text))
      }
    }
    return RuleSource(files: changed.layered())
  }
}

extension RuleSource.File {
  fileprivate func holding(_ text: String) -> RuleSource.File {
    RuleSource.File(path: path, displayPath: displayPath, text: text, layer: layer)
  }
}

extension [RuleSource.File] {
  /// In the order of the folders; inside of one in that of the paths.
  fileprivate func layered() -> [RuleSource.File] {
    sorted { ($0.layer, $0.path) < ($1.layer, $1.path) }
  }
}
