// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// Which edit made which change, found by taking edits back.
///
/// A change that is gone when an edit is taken back was made by it. With all edits taken back every
/// change is gone; so the edits are halved, and each half looked into while it makes something go.
/// Of n edits of which few matter that is a few times log n extractions, and only of the documents
/// that changed. Where two edits each suffice alone, neither makes the change go by itself; then it
/// is said to come from one of them.
///
/// This tells what reading cannot: that a name became longer because another rule's `unless` went,
/// or that a weight of one word tipped a balance.
package struct Attribution {
  /// What the documents that changed have under a rule pack.
  package enum Trial {
    case records([String: [DiffRecord]])
    /// The pack has these faults: some of its edits need each other.
    case faults([Diagnostic])
  }

  /// Extracts the documents of these ids, all of which changed, with a rule pack.
  package typealias Extract = (RuleSource, _ documents: Set<String>) throws -> Trial

  /// Why a change is there.
  package struct Cause: Sendable, Equatable {
    /// Indices of the pack's edits, in order.
    package var edits: [Int] = []
    /// Whether each of them alone makes the change go; otherwise it is one of them, or several.
    package var isProven = true

    package init(edits: [Int] = [], isProven: Bool = true) {
      self.edits = edits
      self.isProven = isProven
    }
  }

  private let pack: PackDiff
  private let extract: Extract
  private let old: [String: [DiffRecord]]
  private var causes: [RecordChange: Cause] = [:]
  private var trials: Int

  /// `old` are the records before, of each document that changed. After `trials` extractions the
  /// search ends, and what it has not told apart is given together.
  package init(
    _ pack: PackDiff, old: [String: [DiffRecord]], trials: Int = 200, extract: @escaping Extract
  ) {
    self.pack = pack
    self.old = old
    self.trials = trials
    self.extract = extract
  }

  /// The cause of each change.
  package mutating func causes(
    of changes: Set<RecordChange>
  ) throws -> [RecordChange: Cause] {
    guard !pack.edits.isEmpty else { return [:] }
    try search(Array(pack.edits.indices), for: changes)
    return causes
  }

  /// All `changes` are gone when `edits` are taken back together.
  private mutating func search(_ edits: [Int], for changes: Set<RecordChange>) throws {
    guard edits.count > 1 else {
      for change in changes { causes[change, default: Cause()].edits.append(edits[0]) }
      return
    }
    var told: Set<RecordChange> = []
    let middle = edits.count / 2
    for half in [Array(edits[..<middle]), Array(edits[middle...])] {
      guard let gone = try changesGone(without: half, of: changes), !gone.isEmpty else { continue }
      told.formUnion(gone)
      try search(half, for: gone)
    }
    for change in changes.subtracting(told) {
      causes[change, default: Cause()].edits += edits
      causes[change]?.isProven = false
    }
  }

  /// The changes that are gone without `edits`, and without those that cannot stay when they go.
  /// `nil` where that cannot be told.
  private mutating func changesGone(
    without edits: [Int], of changes: Set<RecordChange>
  ) throws -> Set<RecordChange>? {
    var undone = Set(edits)
    let documents = Set(changes.map(\.subject.document))
    for _ in 0..<8 {
      guard trials > 0 else { return nil }
      trials -= 1
      switch try extract(pack.source(without: undone), documents) {
      case .records(let found): return changes.subtracting(self.changes(to: found, of: changes))
      case .faults(let faults):
        let more = pack.edits(behind: faults, without: undone)
        if more.isEmpty { return nil }
        undone.formUnion(more)
      }
    }
    return nil
  }

  private func changes(
    to found: [String: [DiffRecord]], of changes: Set<RecordChange>
  ) -> Set<RecordChange> {
    var left: Set<RecordChange> = []
    for document in Set(changes.map(\.subject.document)) {
      left.formUnion(
        DocumentDiff.changes(old: old[document] ?? [], new: found[document] ?? []))
    }
    return left
  }
}
