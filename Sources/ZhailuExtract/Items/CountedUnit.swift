// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// What a measure word says of the noun that it counts.
struct CountedUnit {
  /// What it counts, where it says so.
  let kind: CountedKind?
  let isCount: Bool
  /// 50%, 三成: a share of what stands behind it.
  let isShare: Bool
  /// Whether what it measures has a name: lengths and times have none.
  let hasItem: Bool
  /// 次 and 趟 count occasions, which verbs follow: 三次夺得冠军.
  let isOccasion: Bool
  /// 场, 项 and 起 count acts: 三场演出.
  let countsActs: Bool
  /// 台, 辆 and 座 count things only, no acts.
  let isOfThings: Bool
  /// 种, 项 and 类 count what things have as well: 三种关系.
  let countsQualities: Bool
  /// 个, 项 and 种 count anything.
  let isGeneral: Bool
  /// 章 and 条 count what a thing is made of.
  let isOfParts: Bool
  /// 个 counts bodies rather than those who belong to them.
  let isPiece: Bool

  /// `signs` are those of its last character.
  init(_ signs: ItemSign, dimension: String) {
    isCount = dimension == "count"
    isShare = dimension == "ratio"
    hasItem =
      (isCount || isShare || dimension == "mass" || dimension == "volume")
      && !signs.contains(.bareUnit)
    kind = isCount ? CountedKind(signs) : nil
    isOccasion = signs.contains(.occasionUnit)
    countsActs = signs.contains(.actUnit)
    isOfThings = signs.contains(.thingUnit)
    isGeneral = signs.contains(.generalUnit)
    isOfParts = signs.contains(.partUnit)
    isPiece = signs.contains(.pieceUnit)
    countsQualities = signs.contains(.qualityUnit)
  }
}
