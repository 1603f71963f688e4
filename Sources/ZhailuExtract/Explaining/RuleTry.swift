// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// How far a rule got at a place of the text: what it read, and what it wanted next.
///
/// For people who ask why something was not found; made by `Tracer`, never on the road itself.
package struct RuleTry: Sendable {
  package enum Outcome: Sendable {
    /// It matched; others may have won the text.
    case matched
    /// It matched, and `unless` held: which side, which template.
    case excluded(side: String, template: String)
    /// It would match, and no word of these lexicons is near, which its `about` names.
    case offTopic([String])
    /// It wanted one of these, and something else stood there.
    case wanted([String], found: Extent, isBefore: Bool)
  }

  /// Index in the rule set's units.
  package let unit: Int
  /// The stretch that was read, of the folded text.
  package let read: Extent
  /// The mention, where it matched.
  package let mention: Extent?
  /// What filled the slots that were passed, and the text between, in the order of the text.
  package let parts: [(name: String, extent: Extent)]
  package let outcome: Outcome

  /// Matches go before what failed; then what read more.
  package var rank: Int {
    switch outcome {
    case .matched: 1_000_000 + read.count
    case .excluded, .offTopic: 500_000 + read.count
    case .wanted: parts.count * 1000 + min(read.count, 999)
    }
  }
}
