// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// All that `zhailu diff` has to say; each format says it in a file of its own.
package struct DiffReport: Sendable {
  /// A document with changes.
  package struct Document: Sendable {
    package let id: String
    /// Only one side has it.
    package let isAdded: Bool
    package let isRemoved: Bool
    package fileprivate(set) var changes: [RecordChange]
    /// The cause of each change, where it is known.
    package fileprivate(set) var causes: [Attribution.Cause?] = []
  }

  /// A number of something, before and after.
  package struct Count: Sendable, Equatable {
    package var old = 0
    package var new = 0

    package init(old: Int = 0, new: Int = 0) { (self.old, self.new) = (old, new) }
  }

  package let oldName: String
  package let newName: String
  package private(set) var records = Count()
  package private(set) var documents = Count()
  /// How many documents there are on one side or both.
  package private(set) var documentCount = 0
  /// How many documents have changes, and how many changes there are, kept or not.
  package private(set) var changedDocuments = 0
  package private(set) var changeCount = 0
  package private(set) var byKind: [ChangeKind: [String: Int]] = [:]
  /// By the rule that a changed record has now, or had.
  package private(set) var byRule: [String: Int] = [:]
  /// In the order of the outputs, at most `limit` changes of them.
  package private(set) var kept: [Document] = []
  private var keptCount = 0
  /// How many changes are listed.
  package private(set) var limit: Int
  package var faults: [DiffFault] = []
  /// How many of the faults are on the side that would take the place of the other.
  package private(set) var newFaultCount = 0

  /// The edits of the rules, where both packs are known.
  package var edits: [PackEdit] = []
  /// How many changes each edit surely made, listed or not.
  package private(set) var countsByEdit: [Int: Int] = [:]
  /// How many each edit may have made, or others that go with it.
  package private(set) var likelyCountsByEdit: [Int: Int] = [:]
  /// How many changes an edit is known for.
  package private(set) var explainedCount = 0
  /// How many changes no edit was tried on, for there were too many.
  package private(set) var untriedCount = 0
  /// What is to be said of the rules beside the edits: that they are the same, or not known.
  package var notes: [String] = []

  package init(oldName: String, newName: String, limit: Int = .max) {
    self.oldName = oldName
    self.newName = newName
    self.limit = limit
  }

  /// How many changes were counted and not kept.
  package var omittedCount: Int { changeCount - keptCount }

  package var isDifferent: Bool { changeCount > 0 }

  /// Compares two streams of blocks; equal blocks are told by their bytes.
  package mutating func compare(_ old: any BlockStream, _ new: any BlockStream) throws {
    var pairing = BlockPairing(old: old, new: new)
    while let pair = try pairing.next() { add(pair) }
  }

  private mutating func add(_ pair: BlockPairing.Pair) {
    if let old = pair.old, let new = pair.new, old.isSound, new.isSound, old.bytes == new.bytes {
      countDocument(old: old.lineCount, new: new.lineCount)
      return
    }
    let old = pair.old.flatMap { readRecords(of: $0) }
    let oldFaults = faults.count
    let new = pair.new.flatMap { readRecords(of: $0) }
    newFaultCount += faults.count - oldFaults
    guard old != nil || new != nil else { return }
    countDocument(old: old?.count, new: new?.count)
    let changes = DocumentDiff.changes(old: old ?? [], new: new ?? [])
    guard !changes.isEmpty else { return }
    changedDocuments += 1
    changeCount += changes.count
    for change in changes { count(change) }
    let room = limit - keptCount
    guard room > 0 else { return }
    keptCount += min(room, changes.count)
    kept.append(
      Document(
        id: pair.document, isAdded: pair.old == nil, isRemoved: pair.new == nil,
        changes: Array(changes.prefix(room))))
  }

  /// The records of a block; `nil` where none of its lines is one, so that it is no document.
  private mutating func readRecords(of block: RecordBlock) -> [DiffRecord]? {
    let records = block.records { faults.append($0) }
    return records.isEmpty ? nil : records
  }

  /// `old` and `new` are the records of a document, `nil` on a side that has it not.
  private mutating func countDocument(old: Int?, new: Int?) {
    documentCount += 1
    documents.old += old == nil ? 0 : 1
    documents.new += new == nil ? 0 : 1
    records.old += old ?? 0
    records.new += new ?? 0
  }

  private mutating func count(_ change: RecordChange) {
    byKind[change.kind, default: [:]][change.subject.type, default: 0] += 1
    byRule[change.subject.rule ?? "(none)", default: 0] += 1
  }

  package func count(of kind: ChangeKind) -> Int { byKind[kind]?.values.reduce(0, +) ?? 0 }

  /// The types that have changes, in the order of their names.
  package var types: [String] {
    Set(byKind.values.flatMap(\.keys)).sorted()
  }

  /// The kept changes, with their documents and causes.
  package var entries: [Entry] {
    kept.flatMap { document in
      document.changes.indices.map { index in
        Entry(
          document: document.id, change: document.changes[index],
          cause: index < document.causes.count ? document.causes[index] : nil)
      }
    }
  }

  package struct Entry: Sendable {
    package let document: String
    package let change: RecordChange
    package let cause: Attribution.Cause?
  }

  /// `2 changes in 1 of 46 documents`, for headings.
  package var headline: String {
    let of = documentCount
    let unread = faults.isEmpty ? "" : "; \(Self.counted(faults.count, "line")) could not be read"
    guard isDifferent else { return "no change in \(Self.counted(of, "document"))\(unread)" }
    return "\(Self.counted(changeCount, "change")) in \(changedDocuments) of "
      + Self.counted(of, "document") + unread
  }

  package static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  /// The edits that made a change, for people: `Rules/amount.yaml:12: rule amount.plain changed`.
  package func shown(_ cause: Attribution.Cause?, most: Int = 3) -> String? {
    guard let cause, !cause.edits.isEmpty else { return nil }
    let shown = cause.edits.prefix(most).map { edits[$0].description }
    let rest = cause.edits.count - shown.count
    let list = shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    return cause.isProven || cause.edits.count == 1 ? list : "one of \(list)"
  }
}

extension DiffReport {
  /// Notes what made each kept change, and counts what each edit made. A report that lists few
  /// changes keeps all until then, and lists them after.
  package mutating func explain(by causes: [RecordChange: Attribution.Cause]) {
    (countsByEdit, likelyCountsByEdit, explainedCount) = ([:], [:], 0)
    untriedCount = omittedCount
    for index in kept.indices {
      let found = kept[index].changes.map { causes[$0] }
      kept[index].causes = found
      for case let cause? in found {
        explainedCount += 1
        for edit in cause.edits {
          if cause.isProven {
            countsByEdit[edit, default: 0] += 1
          } else {
            likelyCountsByEdit[edit, default: 0] += 1
          }
        }
      }
    }
  }

  /// Keeps no more than `limit` changes to list; what was counted stays.
  package mutating func list(atMost limit: Int) {
    self.limit = limit
    var room = limit
    var listed: [Document] = []
    for var document in kept where room > 0 {
      document.changes = Array(document.changes.prefix(room))
      document.causes = Array(document.causes.prefix(room))
      room -= document.changes.count
      listed.append(document)
    }
    kept = listed
    keptCount = limit - room
  }
}
