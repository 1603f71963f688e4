// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuValues

/// Gold and output side by side, each document aligned once; scores and causes are read from it.
package struct Comparison: Sendable {
  package struct Document: Sendable {
    package let id: String
    package let gold: [Record]
    package let found: [Record]
    /// Every type that either side has, but events.
    package let mentions: [MentionType: Alignment]
    package let events: EventAlignment

    init(id: String, gold: [Record], found: [Record]) {
      self.id = id
      self.gold = gold.sorted(by: Record.precedes)
      self.found = found.sorted(by: Record.precedes)
      let goldByType = Dictionary(grouping: gold, by: \.type)
      let foundByType = Dictionary(grouping: found, by: \.type)
      let types = Set(goldByType.keys).union(foundByType.keys).subtracting([.event])
      let alignments = types.map { type in
        (type, Alignment(gold: goldByType[type] ?? [], found: foundByType[type] ?? []))
      }
      mentions = Dictionary(uniqueKeysWithValues: alignments)
      events = EventAlignment(
        gold: goldByType[.event] ?? [], found: foundByType[.event] ?? [])
    }
  }

  /// The documents of the gold, by id; one without output has all its mentions missed.
  package let documents: [Document]
  /// Documents of the output that the gold does not know: nobody has judged them, so they do not
  /// count.
  package let unknownDocuments: [String]

  package init(gold: GoldSet, found: [Record]) {
    var found = Dictionary(grouping: found, by: \.document)
    documents = gold.documents.map { document in
      Document(
        id: document.id, gold: document.records,
        found: found.removeValue(forKey: document.id) ?? [])
    }
    unknownDocuments = found.keys.sorted()
  }

  /// The types of mentions in either, in the order of the contract.
  package var types: [MentionType] {
    MentionType.allCases.filter { type in
      documents.contains { $0.mentions[type] != nil }
    }
  }
}
