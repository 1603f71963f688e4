// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads acts from the rows of tables, row by row in the order of the text.
struct TableReading {
  let article: EventArticle
  private let rows: [TableRow]
  private let tables: [EventTable]
  /// The next table and its next row.
  private var table = 0
  private var row = 0
  /// Who acted and received in the row before: 同上, or a cell that holds for the rows below it.
  var before = Parties()

  struct Parties {
    var actors: [Event.Party] = []
    var recipients: [Event.Party] = []
  }

  init(_ article: EventArticle, rows: [TableRow]) {
    self.article = article
    self.rows = rows
    let isTold = article.rules.tableFrame != nil
    tables = isTold ? Self.tables(rows, in: article).filter(\.tellsActs) : []
    row = tables.first?.rows.lowerBound ?? 0
  }

  /// Rows of the same headings whose lines follow each other.
  private static func tables(_ rows: [TableRow], in article: EventArticle) -> [EventTable] {
    var tables: [EventTable] = []
    var first = 0
    for index in rows.indices {
      let next = index + 1
      if next < rows.count, rows[index].isOfTable, rows[next].isOfTable,
        rows[next].heads == rows[index].heads,
        rows[next].extent.start <= rows[index].extent.end + 1
      {
        continue
      }
      tables.append(
        EventTable(
          rows: first..<next, heads: rows[first].heads,
          title: rows[first].isOfTable
            ? TableTitle(before: rows[first].extent, in: article) : TableTitle()))
      first = next
    }
    return tables
  }

  /// The acts of the rows that begin before `place`.
  mutating func events(before place: Int) -> [Event] {
    var events: [Event] = []
    while table < tables.count, rows[row].extent.start < place {
      events += self.events(of: rows[row], in: tables[table])
      row += 1
      if row == tables[table].rows.upperBound {
        table += 1
        if table < tables.count { row = tables[table].rows.lowerBound }
        before = Parties()
      }
    }
    return events
  }

  /// Whether a place is in a row whose act is told: the last one that `events(before:)` read.
  func holds(_ place: Int) -> Bool {
    guard let last = lastRow else { return false }
    return rows[last].extent.start <= place && place < rows[last].extent.end
  }

  private var lastRow: Int? {
    if table < tables.count, row > tables[table].rows.lowerBound { return row - 1 }
    return table > 0 ? tables[table - 1].rows.upperBound - 1 : nil
  }
}
