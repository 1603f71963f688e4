// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// A candidate as explanations show it, and whether it got its text.
package struct ExplainedCandidate: Sendable {
  /// How a candidate fared in arbitration.
  package enum Outcome: Sendable {
    case won
    /// Another candidate, by its index, holds some of the text.
    case lost(to: Int)
    /// It won, but has no value.
    case failed(NormalizationFailure)
  }

  /// Index in the rule set's units.
  package let unit: Int
  package let type: MentionType
  /// Of the folded text.
  package let extent: Extent
  /// What was read, context included.
  package let context: Extent
  /// How many of the rule's slots are filled.
  package let slots: Int
  /// What the evidence for it adds up to, where its rule asks for evidence.
  package let weight: Int?
  package let outcome: Outcome
}

/// A mention: a place of the text with its value and the matches that made it.
package struct Mention: Sendable {
  package let candidate: Int
  package let type: MentionType
  /// Of the folded text.
  package let extent: Extent
  package var value: Value
  package let rule: String
}

/// What was found in one article, and how: the input of records and of explanations.
package struct Extraction: Sendable {
  package let article: Article
  package let text: FoldedText
  package let candidates: [ExplainedCandidate]
  package internal(set) var mentions: [Mention]
  package let derivations: [Derivation]
  /// The rows of its tables that may tell acts.
  package let rows: [TableRow]
}

/// How a rule came to match: its slots, what stood in them, and the derivations inside.
package struct Derivation: Sendable {
  package struct Slot: Sendable {
    package let name: String
    package let extent: Extent
    /// The lexicon and its entry, or the rule, that filled it.
    package let source: String
    package let inner: [Derivation]
  }

  package let rule: String
  package let extent: Extent
  package let slots: [Slot]
}
