// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Who acts and who receives, by the columns of the row and by what stands above the table.
extension RowReading {
  func parties(before: TableReading.Parties) -> TableReading.Parties {
    var parties = TableReading.Parties(
      actors: named(.actor, elseOf: before.actors),
      recipients: named(.recipient, elseOf: before.recipients))
    let isGiver =
      kind == .donation || kind == .investment || kind == .exemption && table.owner == nil
    for cell in cells(.party) {
      for party in bodies(in: cell, isSurelySomebody: false) {
        let acts = isGiver || kind == .loan && sentence.isLender(party)
        take(party, asActor: acts && !has(.actor), in: &parties)
      }
    }
    for cell in cells(.source) {
      for party in bodies(in: cell, isSurelySomebody: true) {
        take(party, asActor: kind != .purchase, in: &parties)
      }
    }
    if let owner = table.owner { lend(owner, to: &parties) }
    if parties.actors.isEmpty, !has(.actor) {
      parties.actors = labelled(.actor)
    }
    if parties.recipients.isEmpty, !has(.recipient) {
      parties.recipients = labelled(.recipient)
    }
    return parties
  }

  /// 采购人:永安县人民医院 in a line before the table.
  private func labelled(_ role: ColumnRole) -> [Event.Party] {
    table.labels.filter { $0.head.role == role && $0.head.kind == kind }.suffix(1).map(\.party)
  }

  private func take(
    _ party: Event.Party, asActor acts: Bool, in parties: inout TableReading.Parties
  ) {
    if acts {
      parties.actors.append(party)
    } else if !has(.recipient) {
      parties.recipients.append(party)
    }
  }

  /// Who is named above the table fills the side that it has no column for.
  private func lend(_ owner: Event.Party, to parties: inout TableReading.Parties) {
    switch kind {
    case .donation, .support:
      if table.isOwnerReceiving || has(.source) {
        if !has(.recipient), parties.recipients.isEmpty { parties.recipients = [owner] }
      } else if kind == .support, !has(.actor), parties.actors.isEmpty {
        parties.actors = [owner]
      }
    case .purchase where !has(.actor) && (has(.source) || !has(.recipient)):
      parties.actors = [owner]
    case .loan where parties.actors.isEmpty && sentence.isLender(owner):
      parties.actors = [owner]
    case .loan where parties.recipients.isEmpty && !has(.recipient) && !sentence.isLender(owner):
      parties.recipients = [owner]
    case .payment, .investment, .exemption, .sale:
      if parties.actors.isEmpty, !has(.actor) { parties.actors = [owner] }
    default: break
    }
  }

  /// Those in the column of a role; of a row that says 同上, or leaves empty who acts, those of the one before.
  private func named(_ role: ColumnRole, elseOf before: [Event.Party]) -> [Event.Party] {
    guard let column = table.columns(role, of: kind).first else { return [] }
    let cell = row.cells[column]
    if cell.count == 0 && role == .actor
      || article.rules.columns.role(of: article.units[cell.range]) == .same
    {
      return before.map {
        Event.Party(name: $0.name, extent: $0.extent, mention: $0.mention, source: .above)
      }
    }
    return bodies(in: cell, isSurelySomebody: kind == .donation)
  }

  /// The bodies and persons in a cell. Under 捐赠人 stands somebody, whatever the words are; under 单位 may
  /// stand a unit.
  private func bodies(in cell: Extent, isSurelySomebody: Bool) -> [Event.Party] {
    let bodies = mentions(in: cell) { if case .organization = $0 { true } else { false } }
    let rest = withoutParenthesis(cell)
    if let first = bodies.first, article.mentions[first].extent.start <= cell.start + 1,
      let last = bodies.last, article.mentions[last].extent.end >= rest.end - 1
    {
      return bodies.compactMap(party)
    }
    if let persons = persons(in: rest) { return persons }
    guard let name = sentence.trimmed(rest.start, rest.end), name.count > 1,
      article.units[name.range].allSatisfy(isOfName),
      isSurelySomebody || isBody(name) || !bodies.isEmpty
    else { return [] }
    return [sentence.described(name, .subject)]
  }

  private func party(_ mention: Int) -> Event.Party? {
    guard case .organization(let value) = article.mentions[mention].value else { return nil }
    return Event.Party(
      name: value.name, extent: article.mentions[mention].extent, mention: mention,
      source: .subject)
  }

  /// 王建国, 王建国、李秀英.
  private func persons(in cell: Extent) -> [Event.Party]? {
    var parties: [Event.Party] = []
    for part in article.units[cell.range].split(separator: Mark.enumerationComma) {
      guard let name = sentence.trimmed(part.startIndex, part.endIndex),
        sentence.isPersonName(name) || sentence.isTitledPerson(name)
      else { return nil }
      parties.append(sentence.described(name, .subject))
    }
    return parties
  }

  private func isOfName(_ unit: UInt16) -> Bool {
    CharacterClass.of(unit).meets([.han, .latin, .digit]) || unit == Mark.middleDot
      || unit == Mark.enumerationComma || unit == Mark.opening || unit == Mark.closing
      || unit == Mark.space
  }

  /// 蜀南酒店, 李红梅夫妇: a name that ends as those of bodies do, or in a noun for persons.
  private func isBody(_ name: Extent) -> Bool {
    name.count > 3 && article.rules.signs.has(.bodyEnd, article.units[name.end - 1])
      || sentence.endsInParty(name)
  }

  func withoutParenthesis(_ cell: Extent) -> Extent {
    guard cell.count > 0, article.units[cell.end - 1] == Mark.closing,
      let open = article.units[cell.range].lastIndex(of: Mark.opening), open > cell.start
    else { return cell }
    return Extent(cell.start, open)
  }
}
