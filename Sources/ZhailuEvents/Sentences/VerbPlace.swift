// SPDX-License-Identifier: Apache-2.0

/// Where a verb stands in its sentence.
struct VerbPlace {
  /// The token that is the verb.
  let verb: Int
  let clause: Int
  /// The first token that no earlier event of the sentence has read.
  let done: Int
  /// Whether another verb of events stands before it in the clause.
  let isLater: Bool
}
