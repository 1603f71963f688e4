// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// An edit of a rule pack that may change records: a rule or an entry added, removed or changed.
///
///     Rules/lexicon/money-trigger.tsv:14: entry 义卖 added: currency CNY, evidence implied: 义卖
package struct PackEdit: Sendable, CustomStringConvertible {
  package enum Action: String, Sendable { case added, removed, changed }

  package let action: Action
  /// `rule amount.plain`, `entry 义卖 of money-trigger`, `12 entries of org-evidence`.
  package let subject: String
  /// The rule that it is about, if it is about one.
  package let rule: String?
  /// In the new pack; of what was removed in the old one.
  package let place: Diagnostic.Place
  /// What is different: `unless`, `currency CNY → USD`.
  package let detail: String

  package init(
    action: Action, subject: String, rule: String?, place: Diagnostic.Place, detail: String
  ) {
    self.action = action
    self.subject = subject
    self.rule = rule
    self.place = place
    self.detail = detail
  }

  package var description: String {
    "\(place.file):\(place.line): \(title)"
  }

  package var title: String {
    detail.isEmpty ? "\(subject) \(action.rawValue)" : "\(subject) \(action.rawValue): \(detail)"
  }
}
