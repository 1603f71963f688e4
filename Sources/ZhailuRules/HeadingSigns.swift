// SPDX-License-Identifier: Apache-2.0

/// What a heading says of the numbers below it by its characters: the lexicons that `stages.yaml` names
/// under `headings`.
///
///     日期 ends in 期 (`no-money`), and so a sum that is stated above the table is not its unit
package struct HeadingSigns: Sendable {
  package enum Class: String, Sendable, CaseIterable {
    /// A heading that ends so has days below it: 日期.
    case date
    /// A heading that ends so has counts: 户数, 数量.
    case count
    /// A heading that ends so has no money: 序号.
    case noMoney = "no-money"
    /// A heading that ends so has nothing that the unit of a row counts: 规格.
    case noCount = "no-count"
    /// A heading that holds it has shares and changes: 同比.
    case change
    /// A heading that holds it has prices: 单价.
    case price
    /// Between 单位 and the unit: 单位均为万元.
    case copula
  }

  package let dates: [[UInt16]]
  package let counts, withoutMoney, withoutCount, changes, prices, copulas: UnitSet
  private let forms: ClassForms<Class>

  init(_ forms: ClassForms<Class>) {
    self.forms = forms
    dates = forms.texts(.date)
    counts = forms.units(.count)
    withoutMoney = forms.units(.noMoney)
    withoutCount = forms.units(.noCount)
    changes = forms.units(.change)
    prices = forms.units(.price)
    copulas = forms.units(.copula)
  }

  func write(to writer: inout ImageWriter) { forms.write(to: &writer) }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    self.init(try ClassForms(from: &reader))
  }
}
