// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// How full names end, what short ones keep of that, and how texts declare them: the lexicons that
/// `stages.yaml` names under `short_names`, all in folded text.
///
///     办公室 head 办     城管办 is short for 城市管理办公室
///     有限公司 legal     瑞坤集团 is short for 瑞坤集团有限公司
package struct NameForms: Sendable {
  package enum Class: String, Sendable, CaseIterable {
    /// What stands before the rest, and a short form leaves out: 中国.
    case country
    /// A head word, of which a short form keeps the characters in the column `keeps`.
    case head
    /// A head word that is kept with the character before it alone: 市府 of 台北市政府.
    case seat
    /// The legal form of a firm, which a short form leaves out.
    case legal
    /// The end of a firm that is known by its first characters: 恒信担保 of 江苏恒信融资担保有限公司.
    case firm
    /// The end of a firm that is known by two characters: 丰田 of 丰田汽车公司.
    case house
    /// The end of another body than the firm whose name stands before it.
    case branch
    /// The end of a firm that a text may name without it: 金岭煤业 of 金岭煤业有限公司.
    case brand
    /// What a firm deals in, behind its brand alone: 格澜 of 格澜科技.
    case trade
    /// The end of a division's name; what stands before it is a place and no brand: 海宜市.
    case division
    /// The same of a town: 石佛镇.
    case town
    /// Before a number that tells one body from others: 五中 of 第五中学.
    case ordinal
    /// A numeral that is none in names: 千岛湖.
    case noNumber = "no-number"
    /// A head before which a short name leaves out nothing that tells bodies apart: 浙江大学 is not
    /// 浙江师范大学.
    case apart
    /// The same where a division stands before it: 县医院 is not 县中医院.
    case ofDivision = "apart-of-division"
    /// A word that may be left out even there: 县医院 of 县人民医院.
    case plain
    /// A whole name, which is short for no longer one: 中国银行 is not 中国建设银行.
    case own
    /// A word for what a body is, behind its brand in place of what its full name ends in: 天鹅厂 of
    /// 天鹅羽绒有限公司.
    case sort
    /// The same of clubs and teams: 飞鹰队 of 北山飞鹰足球俱乐部.
    case team
    /// Between the names that a body had one after the other: 前身是, 更名为.
    case formerly
    /// What may stand between that and the second name: 前身是1952年创办的.
    case formerMark = "formerly-mark"
    /// Behind it stands the short name that a text declares: 以下简称“金岭煤业”.
    case called
    /// Between that word and the name: 简称为金岭煤业.
    case copula
  }

  package struct Head: Sendable {
    package let kept: [UInt16]
    package let form: [UInt16]
  }

  package let countries, legalForms, firms, houses, branches, brands, trades: [[UInt16]]
  package let apart, apartOfDivision, plain, own, formerly: [[UInt16]]
  package let ordinals, withoutNumber, called, copulas, divisions, towns, sorts, teams,
    formerMarks: UnitSet
  package let heads, seats: [Head]
  /// The heads by the last character of what is kept of them, and those that keep their beginning.
  package let headsByEnd: [UInt16: [Head]]
  package let numberedHeads: [Head]
  /// What legal forms and trades end in, and the words between former names begin with.
  package let legalEnds, tradeEnds, formerStarts: UnitSet
  /// Forms and what is kept of them, by the places of their classes among all.
  private let entries: [[Head]]

  init(_ lexicons: [Lexicon]) {
    var entries = Class.allCases.map { _ in [Head]() }
    for lexicon in lexicons {
      for entry in lexicon.entries.indices {
        guard let name = lexicon.value("class", of: entry).flatMap(Class.init) else { continue }
        entries[name.number].append(
          Head(
            kept: FoldTable.fold(lexicon.value("keeps", of: entry) ?? ""),
            form: FoldTable.fold(lexicon.entries[entry].form)))
      }
    }
    self.init(entries)
  }

  private init(_ entries: [[Head]]) {
    self.entries = entries
    func heads(_ name: Class) -> [Head] { entries[name.number] }
    func texts(_ name: Class) -> [[UInt16]] { heads(name).map { $0.form } }
    (self.heads, seats) = (heads(.head), heads(.seat))
    headsByEnd = Dictionary(grouping: self.heads) { $0.kept.last ?? 0 }
    numberedHeads = self.heads.filter { $0.form.starts(with: $0.kept) }
    legalEnds = UnitSet(texts(.legal).compactMap { $0.last })
    formerStarts = UnitSet(texts(.formerly).compactMap { $0.first })
    (countries, legalForms, firms) = (texts(.country), texts(.legal), texts(.firm))
    (houses, branches, brands) = (texts(.house), texts(.branch), texts(.brand))
    trades = texts(.trade)
    tradeEnds = UnitSet(trades.compactMap { $0.last })
    (apart, apartOfDivision, plain) = (texts(.apart), texts(.ofDivision), texts(.plain))
    (own, formerly) = (texts(.own), texts(.formerly))
    func units(_ name: Class) -> UnitSet { UnitSet(texts(name).compactMap { $0.first }) }
    (ordinals, withoutNumber) = (units(.ordinal), units(.noNumber))
    (called, copulas) = (units(.called), units(.copula))
    (divisions, towns) = (units(.division), units(.town))
    (sorts, teams, formerMarks) = (units(.sort), units(.team), units(.formerMark))
  }

  /// Whether the name of a division ends in it.
  package func isDivision(_ unit: UInt16) -> Bool {
    divisions.contains(unit) || towns.contains(unit)
  }

  func write(to writer: inout ImageWriter) {
    for heads in entries {
      writer.write(heads.map(\.form))
      writer.write(heads.map(\.kept))
    }
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    var entries: [[Head]] = []
    for _ in Class.allCases {
      let forms = try reader.words()
      let kept = try reader.words()
      guard forms.count == kept.count else { throw DamagedImage() }
      entries.append(zip(forms, kept).map { Head(kept: $1, form: $0) })
    }
    self.init(entries)
  }
}

extension NameForms.Class {
  /// Its place among the cases, which is how an enum without values is kept.
  fileprivate var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
