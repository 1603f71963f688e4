// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

extension EventSentence {
  /// What the lines of a list under this sentence say, 捐款名单如下: gifts without giver and sum.
  var listHeading: Event? {
    guard extent.count <= 120, let token = tokens.last(where: { $0.isWord(.verb) }),
      rules.frames[word(token).frame].traits.contains(.passesOn), namesList || isTitle(token),
      let kind = word(token).kind
    else { return nil }
    return Event(
      rule: frame(token).rule, kind: kind, verb: token.extent, actors: [], recipients: [])
  }

  /// 一、资金捐赠: a short line that ends in the verb.
  private func isTitle(_ verb: EventToken) -> Bool {
    extent.count <= Self.longestTitle && verb.end == extent.end
      && extent.end < units.count && units[extent.end] == Mark.lineFeed
      && word(verb).weight == .plain
      && !tokens.contains { $0.kind == .organization }
  }

  private static let longestTitle = 14

  /// Whether it ends in a word for lists, or in a colon.
  private var namesList: Bool {
    if units[max(extent.start, extent.end - 1)] == Mark.colon { return true }
    return rules.signs[.list].place(in: units[extent.start..<extent.end]) != nil
  }
}
