// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A row of a table in whose headings acts may be told.
package struct TableRow: Sendable {
  /// What stands in each column.
  package let heads: [ColumnHead]
  /// As many; empty where a row has none.
  package let cells: [Extent]
  /// The line.
  package let extent: Extent
  /// Whether it is a row among others, under a title; else labelled lines say what it does.
  package let isOfTable: Bool

  package init(
    heads: [ColumnHead], cells: [Extent], extent: Extent, isOfTable: Bool = true
  ) {
    self.isOfTable = isOfTable
    self.heads = heads
    self.cells = cells
    self.extent = extent
  }

  /// The cell below the first heading of a role.
  package func cell(_ role: ColumnRole) -> Extent? {
    heads.firstIndex { $0.role == role }.map { cells[$0] }.flatMap { $0.count > 0 ? $0 : nil }
  }
}
