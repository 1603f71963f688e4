// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

extension EventSentence {
  /// What the lines of a list under this sentence say, 捐款名单如下: gifts without giver and sum.
  var listHeading: Event? {
    guard extent.count <= 120, let token = tokens.last(where: { $0.isWord(.verb) }),
      rules.frames[word(token).frame].traits.contains(.passesOn), namesList
    else { return nil }
    let word = word(token)
    return Event(
      rule: rules.frames[word.frame].rule, kind: word.kind, verb: token.extent, actors: [],
      recipients: [])
  }

  /// Whether it ends in a word for lists, or in a colon.
  private var namesList: Bool {
    if units[max(extent.start, extent.end - 1)] == 0x3A { return true }
    return extent.range.dropLast().contains { place in
      Self.listWords.contains { $0.0 == units[place] && $0.1 == units[place + 1] }
    }
  }

  private static let listWords: [(UInt16, UInt16)] = [
    "名单", "明细", "一览", "如下", "公示", "芳名", "情况", "排行", "统计", "前十", "单位", "金额",
  ].map { (Array($0.utf16)[0], Array($0.utf16)[1]) }
}
