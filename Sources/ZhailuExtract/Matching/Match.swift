// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A rule or named pattern that matched: its extent, its mention, and what filled its slots.
///
/// Matches are a tree: a slot of the kind `pattern` or `mention` holds a match of its own.
struct Match: BitwiseCopyable {
  struct Filling: BitwiseCopyable {
    /// The index of the slot in the program's `slots`.
    let slot: Int16
    let start: Int32
    let end: Int32
    /// The edge that filled it, or -1 for words, characters and text.
    let edge: Int32
    /// The kind set that the slot reads of edges: it tells which meaning of a word is meant.
    let set: Int32

    var extent: Extent { Extent(Int(start), Int(end)) }
  }

  /// Index in `RuleSet.units`.
  let unit: Int32
  /// Index in the unit's programs.
  let program: Int32
  /// What was read, context included.
  let start: Int32
  let end: Int32
  /// What stands in 【】.
  let mentionStart: Int32
  let mentionEnd: Int32
  /// The length of the anchor's edge.
  let anchor: Int32
  /// Its fillings, in the order of the text: a range of the run's `fillings`.
  let firstFilling: Int32
  let fillingCount: Int32

  var extent: Extent { Extent(Int(start), Int(end)) }
  var mention: Extent { Extent(Int(mentionStart), Int(mentionEnd)) }
  /// Whether its mention is the same as that of `other`.
  func isSameMention(as other: Match) -> Bool {
    mentionStart == other.mentionStart && mentionEnd == other.mentionEnd
  }
}
