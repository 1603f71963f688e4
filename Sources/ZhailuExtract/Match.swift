// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A rule or named pattern that matched: its extent, its mention, and what filled its slots.
///
/// Matches are a tree: a slot of the kind `pattern` or `mention` holds a match of its own.
struct Match {
  struct Filling {
    /// The index of the slot in the program's `slots`.
    let slot: Int
    let extent: Extent
    /// The edge that filled it, or -1 for words, characters and text.
    let edge: Int
  }

  /// Index in `RuleSet.units`.
  let unit: Int
  /// Index in the unit's programs.
  let program: Int
  /// What was read, context included.
  let extent: Extent
  /// What stands in 【】.
  let mention: Extent
  let fillings: [Filling]
}
