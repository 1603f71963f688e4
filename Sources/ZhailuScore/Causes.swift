// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

/// All misses and all false alarms, by cause: what to mend first.
///
/// A mention is right when its place and its value are, an event when all its arguments are. The
/// counts of the groups add up to all that is not.
package struct Causes: Sendable {
  package struct Group: Sendable {
    package let type: MentionType
    package let cause: Cause
    /// In the order of documents and places.
    package let failures: [Failure]

    package var missCount: Int { failures.count(where: \.isMiss) }
    package var falseAlarmCount: Int { failures.count(where: \.isFalseAlarm) }
  }

  /// The largest first.
  package let groups: [Group]

  package var missCount: Int { groups.reduce(0) { $0 + $1.missCount } }
  package var falseAlarmCount: Int { groups.reduce(0) { $0 + $1.falseAlarmCount } }

  /// `text` gives a document's text for the context. `winner` names the rule to which a match of
  /// a gold mention gave way, where there was one: only the engine knows.
  package init(
    _ comparison: Comparison, text: (String) -> SourceText? = { _ in nil },
    winner: (Record) -> String? = { _ in nil }
  ) {
    var groups: [Key: [Failure]] = [:]
    for document in comparison.documents {
      let failures = Failure.all(in: document, source: text(document.id), winner: winner)
      for failure in failures {
        groups[Key(type: failure.type, cause: failure.cause), default: []].append(failure)
      }
    }
    self.groups = groups.map { Group(type: $0.type, cause: $0.cause, failures: $1) }
      .sorted(by: Self.isLarger)
  }

  private struct Key: Hashable {
    let type: MentionType
    let cause: Cause
  }

  private static func isLarger(_ left: Group, _ right: Group) -> Bool {
    let sizes = (left.missCount + left.falseAlarmCount, right.missCount + right.falseAlarmCount)
    if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
    return (left.type.index, left.cause.description) < (right.type.index, right.cause.description)
  }
}
