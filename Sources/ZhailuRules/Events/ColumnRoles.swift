// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// What stands below a heading of a table, as an act has it: 捐赠单位 has who gives, 中标金额 what is paid.
package enum ColumnRole: String, Sendable, CaseIterable {
  /// Who acts, and for whom.
  case actor, recipient
  /// Somebody, who acts or receives as the kind of act has it: 单位, 姓名.
  case party
  /// From whom things came: who gave them, or who was paid for them.
  case source
  /// Things, how many of them, the sum, and the day.
  case thing, count, sum, date
  /// How it came about, which says what kind of act it is: 征集方式.
  case manner
  /// What is bought, where the name says so: 课桌椅采购.
  case project
  /// Nothing of an act, though it ends as one that has something: 预算金额.
  case none
  // No headings, but words in the lines above them.
  /// Whose labels stand below: 采购人信息.
  case section
  /// A label there, behind which he stands: 名称.
  case name
  /// Nothing was done yet: 计划, 拟采购.
  case plan
  // And cells that say so of their row.
  /// No act: 合计, 废标.
  case void
  /// What the row before has: 同上.
  case same
}

/// A heading by its role, and the kind of act that it speaks of where it names one.
package struct ColumnHead: Sendable, Hashable {
  package let role: ColumnRole
  package let kind: EventKind?

  package static let none = ColumnHead(role: .none, kind: nil)
  /// Who buys, and the line above labels that are about him.
  package static let buyer = ColumnHead(role: .actor, kind: .purchase)
  package static let sectionOfBuyer = ColumnHead(role: .section, kind: .purchase)
}

/// The headings that acts are told under: the lexicon of the rule with the trait `table`.
///
///     捐赠单位    actor    donation
package struct ColumnRoles: Sendable {
  private typealias Word = (form: [UInt16], head: ColumnHead)

  private let words: [Word]
  /// Headings by their last character, the longest first, so that 预算金额 counts before 金额.
  private let endings: [UInt16: [Word]]
  private let ends: UnitSet
  /// Cells that are nothing but a word, 合计.
  private let cells: [[UInt16]: ColumnRole]
  private let plans: EventForms

  package init(_ words: [(form: [UInt16], head: ColumnHead)]) {
    self.words = words
    var endings: [UInt16: [Word]] = [:]
    var cells: [[UInt16]: ColumnRole] = [:]
    for word in words {
      switch word.head.role {
      case .void, .same: cells[word.form] = cells[word.form] ?? word.head.role
      case .plan: break
      default: if let last = word.form.last { endings[last, default: []].append(word) }
      }
    }
    self.endings = endings.mapValues { $0.sorted { $0.form.count > $1.form.count } }
    self.cells = cells
    ends = UnitSet(endings.keys)
    plans = EventForms(words.filter { $0.head.role == .plan }.map { $0.form })
  }

  package var isEmpty: Bool { words.isEmpty }

  /// Whether a heading may end in a character.
  package func mayEnd(in unit: UInt16) -> Bool { ends.contains(unit) }

  /// What a heading ends in, 2020年捐款金额(万元), without what stands in parentheses behind it.
  package func head(of heading: some Collection<UInt16>) -> ColumnHead {
    var text = heading.filter { $0 != Mark.space }
    if text.last == Mark.closing, let open = text.lastIndex(of: Mark.opening) {
      text.removeSubrange(open...)
    }
    let word = Self.withoutParenthesis(text).flatMap(word(endingIn:)) ?? word(endingIn: text)
    return word?.head ?? .none
  }

  private func word(endingIn text: [UInt16]) -> Word? {
    guard let last = text.last, let words = endings[last] else { return nil }
    return words.first { $0.form.count <= text.count && Self.isEnd($0, of: text) }
  }

  /// 中标金额 of 中标(成交)金额; `nil` where there is no parenthesis.
  private static func withoutParenthesis(_ text: [UInt16]) -> [UInt16]? {
    guard let open = text.firstIndex(of: Mark.opening),
      let close = text[open...].firstIndex(of: Mark.closing)
    else { return nil }
    return Array(text[..<open] + text[(close + 1)...])
  }

  /// Short words that speak of no act are headings only alone: 公司, not 云海物流公司.
  private static func isEnd(_ word: Word, of text: [UInt16]) -> Bool {
    let isAlone =
      switch word.head.role {
      case .party, .source, .thing, .manner:
        word.head.kind == nil && word.form.count < sureLength
      case .section, .name, .project: true
      default: false
      }
    return isAlone
      ? text == word.form : text.suffix(word.form.count).elementsEqual(word.form)
  }

  private static let sureLength = 4

  /// Whether a line above headings says that nothing was done yet: 采购计划, 拟采购清单.
  package func isOfPlan(_ line: ArraySlice<UInt16>) -> Bool { plans.place(in: line) != nil }

  /// What a cell that is nothing but a word says of its row: 合计, 同上.
  package func role(of cell: some Collection<UInt16>) -> ColumnRole? {
    cells[cell.filter { $0 != Mark.space }]
  }
}

// MARK: Of lexicons, and in an image

extension ColumnRoles {
  /// Of headings that several lexicons have, the first says what they are.
  init(_ lexicons: [Lexicon]) {
    self.init(lexicons.flatMap(Self.words(of:)))
  }

  private static func words(of lexicon: Lexicon) -> [Word] {
    lexicon.entries.indices.compactMap { entry in
      guard let role = lexicon.value("class", of: entry).flatMap(ColumnRole.init) else {
        return nil
      }
      return (
        FoldTable.fold(lexicon.entries[entry].form),
        ColumnHead(role: role, kind: lexicon.value("kind", of: entry).flatMap(EventKind.init))
      )
    }
  }

  func write(to writer: inout ImageWriter) {
    writer.write(words.map { $0.form })
    writer.write(words.map { Self.number($0.head.role, among: ColumnRole.allCases) })
    writer.write(words.map { Self.number($0.head.kind, among: EventKind.allCases) })
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    let forms = try reader.words()
    let roles: FlatArray<Int8> = try reader.elements()
    let kinds: FlatArray<Int8> = try reader.elements()
    guard forms.count == roles.count, forms.count == kinds.count else { throw DamagedImage() }
    let (allRoles, allKinds) = (ColumnRole.allCases, EventKind.allCases)
    self.init(
      forms.indices.map { index in
        let (role, kind) = (Int(roles[index]), Int(kinds[index]))
        return (
          forms[index],
          ColumnHead(
            role: allRoles.indices.contains(role) ? allRoles[role] : .none,
            kind: allKinds.indices.contains(kind) ? allKinds[kind] : nil)
        )
      })
  }

  /// Its place among the cases; -1 for none.
  private static func number<Case: Equatable>(_ one: Case?, among cases: [Case]) -> Int8 {
    Int8(cases.firstIndex { $0 == one } ?? -1)
  }
}
