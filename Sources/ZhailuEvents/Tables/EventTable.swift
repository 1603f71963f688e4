// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Rows under the same headings, and what headings and the lines above them say of all rows.
///
///     县红十字会接收捐赠情况
///     捐赠单位    物资    数量     日期
///     青禾集团    棉被    200床    2.3
struct EventTable {
  /// Of the rows of the article.
  let rows: Range<Int>
  let heads: [ColumnHead]
  /// What kind of act the rows tell; `nil` where they tell none, or each says its own.
  let kind: EventKind?
  /// Who is named above the headings.
  let owner: Event.Party?
  /// 接收: the owner is who was given.
  let isOwnerReceiving: Bool
  /// Who is named behind such a word in the lines before: 采购人:永安县人民医院.
  let labels: [Label]

  struct Label {
    let head: ColumnHead
    let party: Event.Party
  }

  /// `title` is what stands above the headings.
  init(rows: Range<Int>, heads: [ColumnHead], title: TableTitle) {
    self.rows = rows
    self.heads = heads
    let isToldByRow = heads.contains { $0.role == .manner }
    kind = title.isPlan || isToldByRow ? nil : Self.kind(of: heads) ?? title.kind
    owner = title.owner
    isOwnerReceiving = title.isReceiving
    labels = title.labels
  }

  /// The kind that most headings name; of two that as many name, the one named first.
  private static func kind(of heads: [ColumnHead]) -> EventKind? {
    let kinds = heads.filter { $0.role != .date }.compactMap(\.kind)
    return kinds.max { one, other in
      let (few, many) = (kinds.count { $0 == one }, kinds.count { $0 == other })
      return few != many
        ? few < many : kinds.firstIndex(of: one)! > kinds.firstIndex(of: other)!
    }
  }

  var tellsActs: Bool { kind != nil || heads.contains { $0.role == .manner } }

  /// The columns of a role in rows of a kind: those that name another kind are of another act.
  func columns(_ role: ColumnRole, of kind: EventKind) -> [Int] {
    let all = heads.indices.filter { heads[$0].role == role }
    let own = all.filter { heads[$0].kind == kind }
    return own.isEmpty ? all.filter { heads[$0].kind == nil } : own
  }
}
