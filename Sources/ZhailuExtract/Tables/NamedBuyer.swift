// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRules
import ZhailuText

/// Who buys in all lots of a notice, which names him once, before them or behind.
///
///     1.采购人信息
///     名称：武汉大学
struct NamedBuyer {
  /// Where he is named first.
  private var cell: Extent?
  private var areSeveral = false
  /// So many lines may still stand before his name in the section that is about him.
  var linesOfSection = 0

  /// Where he is named, if only one is.
  var place: Extent? { areSeveral ? nil : cell }

  mutating func note(_ cell: Extent, in units: Buffer<UInt16>) {
    guard cell.count > 0 else { return }
    guard let first = self.cell else {
      self.cell = cell
      return
    }
    let isSame =
      first.count == cell.count
      && zip(first.range, cell.range).allSatisfy { units[$0] == units[$1] }
    if !isSame { areSeveral = true }
  }
}

extension ColumnReader {
  /// Reads a line that begins the section of who buys, or names him in it.
  mutating func readSection(_ line: Extent, hasColon: Bool) {
    if buyer.linesOfSection > 0, hasColon, let cell = named(in: line) {
      buyer.note(cell, in: units)
      buyer.linesOfSection = 0
    } else if isSection(line) {
      buyer.linesOfSection = Self.linesOfSection
    } else if buyer.linesOfSection > 0 {
      buyer.linesOfSection -= 1
    }
  }

  private static let linesOfSection = 2

  /// 1.采购人信息, without what numbers it.
  private func isSection(_ line: Extent) -> Bool {
    guard line.count > 0, line.count <= Self.longestSection else { return false }
    var end = line.end
    while end > line.start, units[end - 1] == Mark.colon || units[end - 1] <= Mark.space {
      end -= 1
    }
    guard end > line.start, rules.events.columns.mayEnd(in: units[end - 1]) else { return false }
    return head(from: line.start, to: end) == .sectionOfBuyer
  }

  /// Behind 名称 and a colon.
  private func named(in line: Extent) -> Extent? {
    guard
      let colon = line.range.prefix(Self.longestSection).first(where: { units[$0] == Mark.colon }),
      case let head = head(from: line.start, to: colon),
      head.role == .name || head.role == .party || head.role == .actor
    else { return nil }
    return value(behind: colon + 1, upTo: line.end)
  }

  private static let longestSection = 16

  /// What stands there behind a number: 采购人信息 of 1.采购人信息, 名称 of (1)名 称.
  private func head(from start: Int, to end: Int) -> ColumnHead {
    let text = (start..<end).map { units[$0] }
    let first = text.lastIndex { !CharacterClass.of($0).meets(.han) && $0 > Mark.space }
    let label = text[(first.map { $0 + 1 } ?? 0)...]
    return rules.events.columns.head(of: label)
  }

  /// Gives the buyer to the rows that say who sold, and not to whom.
  mutating func nameBuyer() {
    guard let cell = buyer.place else { return }
    for (index, row) in rows.enumerated() {
      let heads = row.heads
      guard heads.contains(where: { $0.role == .recipient && $0.kind == .purchase }),
        !heads.contains(where: { $0.role == .actor })
      else { continue }
      rows[index] = TableRow(
        heads: heads + [.buyer], cells: row.cells + [cell], extent: row.extent,
        isOfTable: row.isOfTable)
    }
  }
}
