// SPDX-License-Identifier: Apache-2.0

/// What stands in lists between their members and behind them: the lexicons that `stages.yaml` names
/// under `lists`.
///
///     以及 separator     {slot}+ reads 京沪以及津渝
///     、 joiner          武钢、宝钢: two names
///     等 rest            宝钢等: no more names
package struct ListSigns: SignTable, Sendable {
  package enum Class: String, Sendable, CaseIterable {
    /// Between the members of a list that a pattern reads: `{slot}+`.
    case separator
    /// Between names, those that nobody knows too.
    case joiner
    /// Behind the last of several names: 等.
    case rest
    /// Behind a number of bodies, which ends their list: 武钢、宝钢两家.
    case counter
  }

  package let joiners, rests, counters: UnitSet
  let separators: [[UInt16]]
  let forms: ClassForms<Class>

  init(_ forms: ClassForms<Class>) {
    self.forms = forms
    joiners = forms.units(.joiner)
    rests = forms.units(.rest)
    counters = forms.units(.counter)
    separators = forms[.separator]
  }
}
