// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// One row: who, what, how much, when.
extension TableReading {
  mutating func events(of row: TableRow, in table: EventTable) -> [Event] {
    guard let frame = article.rules.tableFrame, let kind = table.kind ?? kind(byMannerOf: row),
      !isVoid(row)
    else { return [] }
    let reading = RowReading(article: article, row: row, table: table, kind: kind)
    let parties = reading.parties(before: before)
    before = parties
    let things = reading.things()
    var draft = EventDraft(rule: frame.rule, kind: kind, verb: reading.place(of: things))
    (draft.actors, draft.recipients) = (parties.actors, parties.recipients)
    (draft.things, draft.date) = (things, reading.date())
    return reading.isWhole(draft) ? draft.events() : []
  }

  /// 合计, 废标: a cell that says that the row is no act.
  private func isVoid(_ row: TableRow) -> Bool {
    row.cells.contains {
      article.rules.columns.role(of: article.units[$0.range]) == .void
    }
  }

  /// 购买 under 征集方式.
  private func kind(byMannerOf row: TableRow) -> EventKind? {
    guard let cell = row.cell(.manner) else { return nil }
    var kind: EventKind?
    article.units.withUnsafeBufferPointer { text in
      for place in cell.range where kind == nil {
        article.rules.trie.forEachMatch(in: text, at: place) { number, end in
          if end <= cell.end, article.rules.words.classes[number] == .verb {
            kind = article.rules.words[number].kind
          }
        }
      }
    }
    return kind
  }
}
