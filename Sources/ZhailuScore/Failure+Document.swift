// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

extension Failure {
  /// The failures in a document, by place: each miss and each false alarm once.
  static func all(
    in document: Comparison.Document, source: SourceText?, winner: (Record) -> String?
  ) -> [Failure] {
    var diagnosis = Diagnosis(document: document, source: source)
    diagnosis.addMentions(winner: winner)
    diagnosis.addEvents(winner: winner)
    return diagnosis.failures.sorted { left, right in
      if left.span != right.span { return left.span < right.span }
      return left.type.index < right.type.index
    }
  }
}

/// Goes through what is not right, from near misses to plain ones.
private struct Diagnosis {
  let document: Comparison.Document
  let source: SourceText?
  private(set) var failures: [Failure] = []

  init(document: Comparison.Document, source: SourceText?) {
    self.document = document
    self.source = source
  }

  mutating func addMentions(winner: (Record) -> String?) {
    let alignments = document.mentions.sorted { $0.key.index < $1.key.index }.map(\.value)
    for pair in alignments.flatMap(\.pairs) { add(pair, winner: winner) }
    // Of one type no two of these overlap, or they would be a pair; of two types they may.
    let missed = split(alignments.flatMap(\.missed), by: document.found)
    let spurious = split(alignments.flatMap(\.spurious), by: document.gold)
    let free = Alignment(gold: missed.free, found: spurious.free)
    for pair in free.pairs {
      add(.wrongType, pair.gold, pair.found, fails: .both, winner: winner)
    }
    for gold in missed.taken + free.missed { add(missed: gold, winner: winner) }
    for found in spurious.taken + free.spurious { add(spurious: found) }
  }

  /// Mentions in whose place one of their type stands, a better partner of another; and the rest.
  private func split(
    _ records: [Record], by others: [Record]
  ) -> (taken: [Record], free: [Record]) {
    let isTaken = records.map { partner(of: $0, in: others, ofSameType: true) != nil }
    return (
      zip(records, isTaken).filter(\.1).map(\.0), zip(records, isTaken).filter { !$1 }.map(\.0)
    )
  }

  mutating func addEvents(winner: (Record) -> String?) {
    for pair in document.events.pairs where !pair.isWhole {
      let cause = Cause.wrongValue(fields: pair.differences)
      add(cause, pair.gold, pair.found, fails: .both)
    }
    for gold in document.events.missed { add(.noRule, gold, nil, fails: .gold, winner: winner) }
    for found in document.events.spurious { add(.spurious, nil, found, fails: .found) }
  }

  private mutating func add(_ pair: Alignment.Pair, winner: (Record) -> String?) {
    guard pair.isExact else {
      add(.wrongSpan, pair.gold, pair.found, fails: .both, winner: winner)
      return
    }
    let fields = FieldComparison.differences(gold: pair.gold, found: pair.found)
    guard !fields.isEmpty else { return }
    add(.wrongValue(fields: fields), pair.gold, pair.found, fails: .both)
  }

  private mutating func add(missed gold: Record, winner: (Record) -> String?) {
    if let found = partner(of: gold, in: document.found, ofSameType: true) {
      add(.wrongSpan, gold, found, fails: .gold, winner: winner)
    } else if let found = partner(of: gold, in: document.found, ofSameType: false) {
      add(.wrongType, gold, found, fails: .gold, winner: winner)
    } else {
      add(.noRule, gold, nil, fails: .gold, winner: winner)
    }
  }

  private mutating func add(spurious found: Record) {
    if let gold = partner(of: found, in: document.gold, ofSameType: true) {
      // At one place with its gold mention, it is there twice.
      add(gold.span == found.span ? .spurious : .wrongSpan, gold, found, fails: .found)
    } else if let gold = partner(of: found, in: document.gold, ofSameType: false) {
      add(.wrongType, gold, found, fails: .found)
    } else {
      add(.spurious, nil, found, fails: .found)
    }
  }

  /// A gold mention that was matched and gave way says so, whatever stands in its place.
  private mutating func add(
    _ cause: Cause, _ gold: Record?, _ found: Record?, fails side: Failure.Side,
    winner: (Record) -> String? = { _ in nil }
  ) {
    let cause = gold.flatMap(winner).map(Cause.lostTo) ?? cause
    failures.append(Failure(cause, gold: gold, found: found, fails: side, in: source))
  }

  /// The mention that shares most with `record`; of equal ones the first.
  private func partner(
    of record: Record, in others: [Record], ofSameType isSame: Bool
  ) -> Record? {
    var best: (record: Record, shared: Int)?
    for other in others where other.type != .event && (other.type == record.type) == isSame {
      let shared = record.span.sharedCount(with: other.span)
      if shared > (best?.shared ?? 0) { best = (other, shared) }
    }
    return best?.record
  }
}
