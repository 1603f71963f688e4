// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What the cells of a row say, as an act of one kind.
struct RowReading {
  let row: TableRow
  let table: EventTable
  let kind: EventKind
  let sentence: EventSentence

  init(article: EventArticle, row: TableRow, table: EventTable, kind: EventKind) {
    self.row = row
    self.table = table
    self.kind = kind
    sentence = EventSentence(article, tokens: [], extent: row.extent)
  }

  var article: EventArticle { sentence.article }

  /// The cells in the columns of a role, without empty ones.
  func cells(_ role: ColumnRole) -> [Extent] {
    table.columns(role, of: kind).map { row.cells[$0] }.filter { $0.count > 0 }
  }

  func has(_ role: ColumnRole) -> Bool { !table.columns(role, of: kind).isEmpty }

  func mentions(in cell: Extent, where isWanted: (Value) -> Bool) -> [Int] {
    var found: [Int] = []
    var index = article.firstMention(from: cell.start)
    while index < article.mentions.count, article.mentions[index].extent.end <= cell.end {
      if isWanted(article.mentions[index].value) { found.append(index) }
      index += 1
    }
    return found
  }
}
