// SPDX-License-Identifier: Apache-2.0

/// A rule, or a named pattern, as its file declares it.
package struct Rule: Sendable {
  /// What a rule finds; a named pattern finds nothing by itself.
  package enum Kind: Hashable, Sendable {
    case finds(String)
    case defines
  }

  /// A template and where it stands.
  package struct Pattern: Sendable {
    package let template: Template
    package let text: String
    package let place: Diagnostic.Place
    var isQuoted = true
  }

  /// A slot of `where`.
  package struct Slot: Sendable {
    package let name: String
    package let kind: SlotKind
    package let place: Diagnostic.Place
    /// What was written for the kind, and where its first character stands.
    var kindText = ""
    var kindPlace: Diagnostic.Place?

    /// Where a name inside the kind stands.
    func place(of name: String) -> Diagnostic.Place {
      kindPlace?.of(name, in: kindText) ?? place
    }
  }

  /// A line of `set`: a constant, `{slot}` or `{whole}`.
  package struct Setting: Sendable {
    package enum Source: Hashable, Sendable {
      case constant(String)
      case slot(String)
      case whole
    }

    package let field: String
    package let source: Source
    package let place: Diagnostic.Place
    /// Where its value stands.
    var valuePlace: Diagnostic.Place?
  }

  /// What must not stand directly before or after the mention, or be the whole of it.
  package struct Exclusion: Sendable {
    package enum Side: String, Sendable, CaseIterable { case before, after, whole }
    package let side: Side
    package let pattern: Pattern
  }

  /// `evidence`, `reach` and `threshold`: the mention may begin before what the pattern brackets,
  /// and weights decide whether and where.
  package struct Evidence: Sendable {
    /// The lexicon that holds the weights.
    package let table: String
    /// How many characters before the bracketed text the mention may begin.
    package let reach: Int
    /// What a mention must weigh more than.
    package let threshold: Int
    package let place: Diagnostic.Place
  }

  /// `tells`: what it finds is sure, and the same name elsewhere in the article is weighed for it.
  package struct Telling: Sendable {
    /// The lexicon that holds the weights.
    package let table: String
    package let place: Diagnostic.Place
  }

  /// `about`: the rule finds something only near words of these lexicons: in the same paragraph or the
  /// ones beside it.
  package struct Topic: Sendable {
    /// Selections of lexicons, as they were written.
    package let lexicons: [String]
    /// What was written, and where its first character stands.
    let text: String
    let textPlace: Diagnostic.Place

    /// Where a lexicon is named.
    func place(of lexicon: String) -> Diagnostic.Place { textPlace.of(lexicon, in: text) }
  }

  package let id: String
  package let kind: Kind
  package let says: String
  package let patterns: [Pattern]
  package let slots: [Slot]
  package let settings: [Setting]
  package let exclusions: [Exclusion]
  /// Where what it finds is only proposed, and chosen by weights.
  package let evidence: Evidence?
  package let tells: Telling?
  package let about: Topic?
  package let examples: [Example]
  package let counterexamples: [Counterexample]
  package let knownMisses: [Counterexample]
  package let place: Diagnostic.Place
  /// The index of its stage, from 0.
  package internal(set) var stage = 0

  package func slot(_ name: String) -> Slot? { slots.first { $0.name == name } }
}

/// A text in which a rule must find what stands in 【】.
package struct Example: Sendable {
  package let text: String
  /// The fields that the value must have; others are free.
  package let value: [(field: String, value: String)]
  package let published: String?
  package let place: Diagnostic.Place
}

/// A text in which a rule must find nothing, or a known miss that it does not find yet; and why.
package struct Counterexample: Sendable {
  package let text: String
  package let why: String
  package let published: String?
  package let place: Diagnostic.Place
}
