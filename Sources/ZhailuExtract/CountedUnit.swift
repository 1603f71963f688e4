// SPDX-License-Identifier: Apache-2.0

/// What a measure word says of the noun that it counts.
struct CountedUnit {
  let kind: CountedKind?
  let isCount: Bool
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

  init(_ unit: UInt16, _ kind: CountedKind?, isCount: Bool) {
    self.kind = kind
    self.isCount = isCount
    isOccasion = Self.occasions.contains(unit)
    countsActs = Self.acts.contains(unit)
    isOfThings = Self.things.contains(unit)
    isGeneral = Self.general.contains(unit)
    countsQualities = Self.qualities.contains(unit)
  }

  private static let occasions = Array("次回趟遍度人".utf16)
  private static let acts = Array("场次项轮起宗届期趟回遍批个种".utf16)
  private static let things = Array("台辆架艘只头匹株棵座栋幢间顶床双副瓶桶箱盒袋支枚颗粒幅扇盏根片朵".utf16)
  private static let qualities = Array("项种类条".utf16)
  private static let general = Array("个件项种类条".utf16)
}
