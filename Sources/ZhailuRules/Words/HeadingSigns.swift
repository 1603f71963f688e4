// SPDX-License-Identifier: Apache-2.0

/// What a heading says of the numbers below it by its characters: the lexicons that `stages.yaml` names
/// under `headings`.
///
///     日期 ends in 期 (`no-money`), and so a sum that is stated above the table is not its unit
package struct HeadingSigns: SignTable, Sendable {
  package enum Class: String, Sendable, CaseIterable {
    /// A heading that ends so has days below it: 日期.
    case date
    /// A heading that ends so has counts: 户数, 数量.
    case count
    /// A heading that ends so has no money: 序号.
    case noMoney = "no-money"
    /// A heading that ends so says of when its sums are, and has sums all the same: 本期数, 上年同期.
    case period
    /// A heading that ends so has nothing that the unit of a row counts: 规格.
    case noCount = "no-count"
    /// A heading that holds it has shares and changes: 同比.
    case change
    /// A heading that holds it has prices: 单价.
    case price
    /// Between 单位 and the unit: 单位均为万元.
    case copula
    /// Behind it stands the unit of all numbers, and of their rows below it: 单位:万元.
    case unit
    /// Behind it and a colon stands the unit of all sums: 金额:万元.
    case sum
    /// What may stand before the word for units, where that is a heading: 计量单位.
    case unitKind = "unit-kind"
    /// The money of the country, behind which its unit stands as it does alone: 人民币千元.
    case home
    /// The unit of another money, behind its name: 港币千元.
    case money
  }

  package let dates, periods, unitWords, sumWords, unitKinds, homeMoney: [[UInt16]]
  package let counts, withoutMoney, withoutCount, changes, prices, copulas, moneyUnits: UnitSet
  /// What the words for units and for sums end in.
  package let unitEnds, statementEnds: UnitSet
  let forms: ClassForms<Class>

  init(_ forms: ClassForms<Class>) {
    self.forms = forms
    dates = forms[.date]
    periods = forms[.period]
    counts = forms.units(.count)
    withoutMoney = forms.units(.noMoney)
    withoutCount = forms.units(.noCount)
    changes = forms.units(.change)
    prices = forms.units(.price)
    copulas = forms.units(.copula)
    unitWords = forms[.unit]
    sumWords = forms[.sum]
    unitKinds = forms[.unitKind]
    homeMoney = forms[.home]
    moneyUnits = forms.units(.money)
    unitEnds = UnitSet(unitWords.compactMap { $0.last })
    statementEnds = UnitSet((unitWords + sumWords).compactMap { $0.last })
  }
}
