// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What all sentences of an article are read by.
final class EventArticle {
  let rules: EventRules
  let units: [UInt16]
  let mentions: [EventMention]
  let original: (Extent) -> String
  /// Who the article calls 公司, 基金会, 校方, by kinds of bodies; looked for where somebody is called so
  /// for the first time.
  private(set) lazy var speakers = findSpeakers()

  /// The bodies that stand directly behind a word for their part: 被告|天津海润贸易有限公司.
  private(set) lazy var roles = findRoles()

  /// Who buys by all lots of a notice, where it says so once: 采购人：甲医院.
  private(set) lazy var buyer = findBuyer()

  init(
    rules: EventRules, units: [UInt16], mentions: [EventMention],
    original: @escaping (Extent) -> String
  ) {
    self.rules = rules
    self.units = units
    self.mentions = mentions
    self.original = original
  }

  /// The first mention that begins at `place` or behind it; as many as there are where none does.
  func firstMention(from place: Int) -> Int {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].extent.start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The body of a kind that says so, （以下简称“公司”）, else the one that the article names most often,
  /// at least three times.
  private func findSpeakers() -> [(kind: BodyKind, party: Event.Party)] {
    var counts: [ExactText: Int] = [:]
    var speakers: [(kind: BodyKind, party: Event.Party)] = []
    var declared: Set<BodyKind> = []
    for (index, mention) in mentions.enumerated() {
      guard case .organization(let value) = mention.value, !declared.contains(value.kind) else {
        continue
      }
      let count = counts[ExactText(value.name), default: 0] + 1
      counts[ExactText(value.name)] = count
      let known = speakers.firstIndex { $0.kind == value.kind }
      let isDeclared = isDeclared(mention.extent.end)
      if isDeclared { declared.insert(value.kind) }
      let most = known.map { counts[ExactText(speakers[$0].party.name), default: 0] } ?? 2
      guard isDeclared || count > most else { continue }
      let party = Event.Party(
        name: value.name, extent: mention.extent, mention: index, source: .subject)
      if let known {
        speakers[known].party = party
      } else {
        speakers.append((value.kind, party))
      }
    }
    if !declared.contains(.company), let firm = firmOfNotice() ?? firmThatSigns() {
      speakers.removeAll { $0.kind == .company }
      speakers.append((.company, firm))
    }
    return speakers
  }

  /// The firm that a notice is of, 证券代码 in its heading: the one named first.
  private func firmOfNotice() -> Event.Party? {
    let heading = units[..<min(units.count, Self.longestHeading)]
    guard rules.signs[.notice].place(in: heading) != nil else { return nil }
    for (index, mention) in mentions.enumerated() {
      if case .organization(let value) = mention.value, value.kind == .company {
        return Event.Party(
          name: value.name, extent: mention.extent, mention: index, source: .subject)
      }
    }
    return nil
  }

  private static let longestHeading = 200

  /// The firm that the first line begins with, where the last ones name it too: 甲公司重大事项说明 … 甲公司董事会.
  private func firmThatSigns() -> Event.Party? {
    guard let first = mentions.first, case .organization(let value) = first.value,
      value.kind == .company, first.extent.start <= 2
    else { return nil }
    let signed = (firstMention(from: units.count - Self.longestSignature)..<mentions.count)
      .contains { index in
        guard case .organization(let last) = mentions[index].value, last.name == value.name,
          case let start = mentions[index].extent.start, start > first.extent.end
        else { return false }
        return units[start - 1] <= Mark.space
      }
    guard signed else { return nil }
    return Event.Party(name: value.name, extent: first.extent, mention: 0, source: .subject)
  }

  /// A name, 董事会 and the day.
  private static let longestSignature = 60

  /// Who stands behind 采购人 and a colon; nobody where several do.
  private func findBuyer() -> Event.Party? {
    var buyer: Event.Party?
    for (index, mention) in mentions.enumerated() {
      guard case .organization(let value) = mention.value,
        isLabelledBuyer(mention.extent.start) || isClient(mention.extent)
      else { continue }
      if let buyer, buyer.name != value.name { return nil }
      buyer =
        buyer
        ?? Event.Party(name: value.name, extent: mention.extent, mention: index, source: .carried)
    }
    return buyer
  }

  /// 采购人:甲医院
  private func isLabelledBuyer(_ start: Int) -> Bool {
    start > 2 && units[start - 1] == Mark.colon
      && rules.signs[.buyer].end(units[max(0, start - Self.longestLabel)..<start - 1])
  }

  /// 受|甲医院|委托: for whom an agency calls for tenders.
  func isClient(_ body: Extent) -> Bool {
    body.start > 0 && rules.signs.has(.charged, units[body.start - 1])
      && rules.signs[.charging].begin(units[min(body.end, units.count)...])
  }

  /// 采购单位名称
  private static let longestLabel = 10

  private func findRoles() -> [(role: [UInt16], party: Event.Party)] {
    var roles: [(role: [UInt16], party: Event.Party)] = []
    for (index, mention) in mentions.enumerated() {
      guard case .organization(let value) = mention.value else { continue }
      // 原告:甲公司
      let isLabelled = mention.extent.start > 0 && units[mention.extent.start - 1] == Mark.colon
      let end = mention.extent.start - (isLabelled ? 1 : 0)
      for count in 2...5 where count <= end {
        let role = Array(units[end - count..<end])
        guard isRole(role), !roles.contains(where: { $0.role == role }) else { continue }
        roles.append(
          (
            role,
            Event.Party(
              name: value.name, extent: mention.extent, mention: index, source: .carried)
          ))
        break
      }
    }
    return roles
  }

  private func isRole(_ text: [UInt16]) -> Bool {
    var isRole = false
    text.withUnsafeBufferPointer { units in
      rules.trie.forEachMatch(in: units, at: 0) { number, end in
        if end == units.count, rules.words[number].meaning == .role { isRole = true }
      }
    }
    return isRole
  }

  /// Whether （以下简称“公司”） stands at `place`.
  private func isDeclared(_ place: Int) -> Bool {
    guard place + 8 < units.count, units[place] == Mark.opening else { return false }
    let inside = units[(place + 1)..<min(place + 24, units.count)].prefix { $0 != Mark.closing }
    return inside.indices.contains { open in
      guard let quote = Script.closingQuote(of: inside[open]) else { return false }
      let text = inside[(open + 1)...]
      let count = rules.signs[.declared].length(at: text)
      return count > 0 && text.dropFirst(count).first == quote
    }
  }
}
