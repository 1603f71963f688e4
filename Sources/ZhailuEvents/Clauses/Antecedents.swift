// SPDX-License-Identifier: Apache-2.0

/// Whom a text was about before a verb, and so who may act or receive without being named again.
struct Antecedents {
  /// Whom an earlier clause was about.
  let carried: [Event.Party]
  /// Who else the sentence before named.
  let known: [Event.Party]
  /// Whom the article was about, one of each kind of body.
  let topics: [Event.Party]
  /// Whether `carried` is of an earlier sentence.
  let isFromEarlier: Bool
}
