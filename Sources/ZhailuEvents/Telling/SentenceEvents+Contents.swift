// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What goods consist of, where the verb names them all together.
extension SentenceEvents {
  /// 甲提供的救援物资昨日运抵,包括帐篷2400顶、毛毯1万条: each of them, in place of the word for all.
  mutating func readContents(of clause: Int) -> Bool {
    guard let whole = all.last, whole.item != nil, whole.quantity == nil, whole.amount == nil,
      let frame = sentence.rules.frame(ofRule: whole.rule), frame.traits.contains(.passesOn),
      let first = firstOfContents(in: clause)
    else { return false }
    let parts = sentence.things(
      from: first, clause: clause, before: sentence.clauses[clause].upperBound, frame
    ).list.filter { $0.quantity != nil && $0.item != nil }
    guard !parts.isEmpty else { return false }
    all.removeLast()
    for part in parts {
      var event = whole
      (event.quantity, event.amount) = (part.quantity, part.amount)
      // 图书,包括《红楼梦》等300册: no noun beside the count.
      if let item = part.item, item.name.count > 1 { event.item = item }
      all.append(event)
    }
    return true
  }

  /// 这批物资包括饮用水6000箱: a sentence that names the goods of the one before again.
  mutating func readContents(ofGoodsLike event: Event) -> Bool {
    guard let item = event.item, let place = sentence.places.first,
      let contents = placeOfContents(in: 0),
      sentence.units[place.start..<contents].indices.contains(where: { index in
        let rest = sentence.units[index..<contents]
        return rest.count >= 2
          && rest.prefix(2).elementsEqual(
            sentence.units[item.extent.start..<item.extent.end].suffix(2))
      })
    else { return false }
    all = [event]
    return readContents(of: 0)
  }

  private func placeOfContents(in clause: Int) -> Int? {
    let place = sentence.places[clause]
    let end = min(place.end, place.start + Self.farthestContents)
    return sentence.rules.signs[.contents].place(in: sentence.units[place.start..<end])
  }

  private func firstOfContents(in clause: Int) -> Int? {
    guard let place = placeOfContents(in: clause) else { return nil }
    return sentence.clauses[clause].first { sentence.tokens[$0].start > place }
  }

  /// So far from its beginning a clause says that it tells what the goods are.
  private static let farthestContents = 12
}
