// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// What the clauses of a sentence leave to those behind them, besides their events.
struct ClauseMemory {
  /// The last clause that tells a plan: 将联合组成检查组,对28所学校进行抽查.
  var planned: Int?
  /// Whether a court ordered it: 判令甲公司赔偿2000元.
  var isOrdered = false
  var contract: Contract?
  var victim: Victim?
  var uncounted: UncountedGift?
  var kept: KeptGift?
  var repeated: RepeatedAct?
  var fine: Fine?
  var round: FinancingRound?
}
