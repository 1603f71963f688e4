// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// What became of one record.
package enum ChangeKind: String, Sendable, CaseIterable {
  case added
  case removed
  /// At its place, with another value.
  case value
  /// Of the same type, at a place that overlaps the old one, or farther on in an edited text.
  case moved
  /// Only what body an organization is known as: its `entity`, or its canonical name.
  case entity
  /// At its place, as a record of another type.
  case type
  /// The same in all but the rule that found it.
  case rule
  /// A key outside of the value: the article, or provenance.
  case other

  package var title: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .value: "value changed"
    case .moved: "span moved"
    case .entity: "entity changed"
    case .type: "type changed"
    case .rule: "rule changed"
    case .other: "other change"
    }
  }

  /// One character for a list; never the only sign of the kind.
  package var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .value: "~"
    case .moved: ">"
    case .entity: "@"
    case .type: "!"
    case .rule: "="
    case .other: "?"
    }
  }
}

/// One difference between two outputs: an old record, a new one, or both.
package struct RecordChange: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package let name: String
    package let old: JSON?
    package let new: JSON?
  }

  package let kind: ChangeKind
  package let old: DiffRecord?
  package let new: DiffRecord?
  /// The fields of the value that differ, in the order of the new value, then of the old.
  package let fields: [Field]

  init(_ kind: ChangeKind, old: DiffRecord?, new: DiffRecord?) {
    self.kind = kind
    self.old = old
    self.new = new
    fields = old.flatMap { old in new.map { Self.differences(old, $0) } } ?? []
  }

  /// A pair that is not equal.
  init(old: DiffRecord, new: DiffRecord) {
    let fields = Self.differences(old, new)
    let kind: ChangeKind =
      if old.type != new.type {
        .type
      } else if old.span != new.span || !old.text.isSame(as: new.text) {
        .moved
      } else if !fields.isEmpty {
        fields.allSatisfy { ["entity", "name"].contains($0.name) } ? .entity : .value
      } else if old.rule != new.rule {
        .rule
      } else {
        .other
      }
    self.init(kind, old: old, new: new)
  }

  /// The record that is there now, or was there.
  package var subject: DiffRecord { (new ?? old)! }

  private static func differences(_ old: DiffRecord, _ new: DiffRecord) -> [Field] {
    var names = new.value.map(\.name)
    names += old.value.map(\.name).filter { !names.contains($0) }
    return names.compactMap { name in
      old[name] == new[name] ? nil : Field(name: name, old: old[name], new: new[name])
    }
  }

  /// The text, and what changed, without the type: `【5万元】 20-23  currency CNY → USD`.
  package var description: String {
    let subject = subject
    let place = "【\(subject.text.shortened)】 \(subject.span.start)-\(subject.span.end)"
    switch kind {
    case .added, .removed: return "\(place)  \(subject.shownValue)"
    case .rule: return "\(place)  \(shownRule)"
    case .type:
      return
        "\(place)  \(old?.type ?? "") \(old?.shownValue ?? "") → \(subject.type) \(subject.shownValue)"
    case .other: return "\(place)  its article or provenance"
    case .value, .entity: return "\(place)  \(shownFields)"
    case .moved:
      let from = old.map { "【\($0.text.shortened)】 \($0.span.start)-\($0.span.end) → " } ?? ""
      return "\(from)\(place)  \(fields.isEmpty ? subject.shownValue : shownFields)"
    }
  }

  package var shownFields: String {
    fields.map { "\($0.name) \($0.old?.shown ?? "none") → \($0.new?.shown ?? "none")" }
      .joined(separator: ", ").onOneLine
  }

  /// `amount.plain`, or `amount.plain → amount.implied`.
  package var shownRule: String {
    let (before, after) = (old?.rule, new?.rule)
    guard let before, let after, before != after else { return after ?? before ?? "no rule" }
    return "\(before) → \(after)"
  }
}

extension String {
  /// On one line; of a long text the ends are enough to know it.
  package var shortened: String {
    let scalars = unicodeScalars
    guard scalars.count > 60 else { return onOneLine }
    return "\(String(scalars.prefix(28)))…\(String(scalars.suffix(28)))".onOneLine
  }
}
