// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRules
import ZhailuText

/// Rows that may tell acts: 甲公司 under 捐赠单位 and 50 under 金额.
extension ColumnReader {
  /// What stands in the columns below headings; nothing where they name neither somebody nor a thing.
  func heads(_ cells: [Extent], for columns: [Column]) -> [ColumnHead] {
    let roles = rules.events.columns
    guard !roles.isEmpty, cells.count > 1, cells.count == columns.count else { return [] }
    let heads = cells.map { cell in roles.head(of: cell.range.map { units[$0] }) }
    return heads.contains(where: \.isOfAct) ? heads : []
  }

  /// Whether headings are sure to be such: they name somebody of an act, and something else.
  func tellsActs(_ heads: [ColumnHead]) -> Bool {
    heads.count { $0.role != .none } > 1
      && heads.contains { $0.kind != nil && ($0.role == .actor || $0.role == .recipient) }
  }

  /// Whether a row is as long as its headings but for those behind that say nothing: 备注.
  func lacksRemark(_ cells: [Extent]) -> Bool {
    cells.count < table.heads.count
      && table.heads[cells.count...].allSatisfy { $0.role == .none }
  }

  /// Notes a row of such a table. Of one with fewer cells than headings the last are missing where these
  /// say nothing, 备注, else the first, 序号; where neither is so, the last cell tells.
  mutating func note(
    _ cells: [Extent], below places: [Int], _ line: Extent, _ lattice: Lattice
  ) {
    guard !table.heads.isEmpty, let last = cells.last else { return }
    let heads = places.map { table.heads[$0] }
    let missing = heads.count - cells.count
    guard missing >= 0 else { return }
    let none = Array(repeating: Extent(line.end, line.end), count: missing)
    let isEndMissing =
      heads.suffix(missing).allSatisfy { $0.role == .none }
      || !heads.prefix(missing).allSatisfy { $0.role == .none }
        && lattice.numeral(at: last.start) < 0
    rows.append(
      TableRow(heads: heads, cells: isEndMissing ? cells + none : none + cells, extent: line))
  }
}

extension ColumnHead {
  /// Whether it names somebody or a thing.
  fileprivate var isOfAct: Bool {
    switch role {
    case .actor, .recipient, .party, .source, .thing: true
    case .count, .sum, .date, .manner, .project, .none, .section, .name, .plan, .void, .same:
      false
    }
  }
}
