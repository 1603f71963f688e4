// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Headlines: lines at the start of a text, without an end mark, whose events the text tells again.
extension EventFinder {
  func isHeadline(_ sentence: EventSentence, _ block: Int) -> Bool {
    let end = sentence.extent.end
    return block < Self.headBlocks && sentence.extent.count <= Self.longestHeadline
      && end < article.units.count && article.units[end] == Mark.lineFeed
  }

  /// What the headline tells and the text tells again is one event, the text's.
  func dropHeadlines(_ count: Int, from events: inout [Event]) {
    guard count > 0 else { return }
    let told = events[count...].prefix(Self.toldEvents)
    let kept = events[..<count].filter { head in !told.contains { isSame(head, $0) } }
    events.replaceSubrange(..<count, with: kept)
  }

  private func isSame(_ head: Event, _ told: Event) -> Bool {
    guard head.kind == told.kind,
      isWithin(head.actors, told.actors) || head.amount != nil && areUnnamed(head.actors),
      isWithin(head.recipients, told.recipients)
    else { return false }
    if let sum = head.amount { return told.amount.map { isEqual(sum, $0) } ?? false }
    if let count = head.quantity { return told.quantity.map { isEqual(count, $0) } ?? false }
    guard let one = head.item, let other = told.item else { return false }
    return name(of: one) == name(of: other)
  }

  /// The full name, where an item is a body.
  private func name(of item: Event.Item) -> String {
    guard let mention = item.mention,
      case .organization(let body) = article.mentions[mention].value
    else { return item.name }
    return body.name
  }

  private func isWithin(_ parties: [Event.Party], _ others: [Event.Party]) -> Bool {
    parties.isEmpty || others.isEmpty
      || parties.contains { party in
        others.contains { $0.name == party.name }
      }
  }

  /// 省财政下达4.3亿元 above 江西省财政厅下达4.3亿元: a headline may only describe who acts.
  private func areUnnamed(_ parties: [Event.Party]) -> Bool {
    parties.allSatisfy { $0.mention == nil }
  }

  private func isEqual(_ left: Int, _ right: Int) -> Bool {
    switch (article.mentions[left].value, article.mentions[right].value) {
    case (.amount(let one), .amount(let other)):
      one.currency == other.currency && one.number.number == other.number.number
    case (.quantity(let one), .quantity(let other)):
      one.unit == other.unit && one.number.number == other.number.number
    default: false
    }
  }

  /// So many blocks of a text may be headlines, which tell so many events.
  private static let headBlocks = 6
  static let mostHeadEvents = 8
  /// With how many events of the text they are compared.
  private static let toldEvents = 200
  private static let longestHeadline = 45
}
