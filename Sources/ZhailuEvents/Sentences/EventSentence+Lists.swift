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
      rule: frame(token).rule, kind: kind, verb: token.extent, actors: [],
      recipients: receiver(before: token))
  }

  /// A list behind a colon, and what is said before it: 捐款的有:甲公司5万元,乙公司3万元.
  var listWithin: (heading: Event, list: Extent)? {
    guard
      let colon = tokens.first(where: { $0.kind == .comma && units[$0.start] == Mark.colon }),
      colon.end < extent.end,
      let verb = tokens.last(where: { $0.isWord(.verb) && $0.end <= colon.start }),
      rules.frames[word(verb).frame].traits.contains(.passesOn), word(verb).kind == .donation,
      colon.start - verb.end <= Self.longestTitle,
      !tokens.contains(where: {
        $0.start < colon.start && ($0.kind == .amount || $0.kind == .quantity || $0.isWord(.plan))
      })
    else { return nil }
    let heading = Event(
      rule: frame(verb).rule, kind: .donation, verb: verb.extent, actors: [],
      recipients: receiver(before: verb))
    return (heading, Extent(colon.end, extent.end))
  }

  /// 县慈善会|接收|捐赠名单: who got what a list tells.
  private func receiver(before verb: EventToken) -> [Event.Party] {
    guard let receipt = tokens.lastIndex(where: { $0.isWord(.receive) && $0.end <= verb.start }),
      let body = tokens[..<receipt].lastIndex(where: { $0.kind == .organization })
    else { return [] }
    return group(endingAt: body, in: 0..<tokens.count, .subject)
  }

  /// 一、资金捐赠: a short line that ends in the verb.
  private func isTitle(_ verb: EventToken) -> Bool {
    extent.count <= Self.longestTitle && verb.end == extent.end
      && extent.end < units.count && units[extent.end] == Mark.lineFeed
      && word(verb).weight == .plain
      && !tokens.contains { $0.kind == .organization }
  }

  private static let longestTitle = 14

  /// 上半年减免房屋租金情况: a line without numbers that ends in a word for lists tells nothing itself.
  var isTitleOfList: Bool {
    extent.end < units.count && units[extent.end] == Mark.lineFeed
      && rules.signs[.list].end(units[extent.range])
      && !tokens.contains { $0.kind == .amount || $0.kind == .quantity }
  }

  /// Whether it ends in a word for lists, or in a colon.
  private var namesList: Bool {
    if units[max(extent.start, extent.end - 1)] == Mark.colon { return true }
    return rules.signs[.list].place(in: units[extent.start..<extent.end]) != nil
  }
}
