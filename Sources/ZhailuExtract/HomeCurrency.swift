// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What 元 means in an article: CNY, but in one from Hong Kong or Taiwan its own dollar.
///
/// Such an article is in traditional script, and names places and bodies of there: 臺北市, 立法會. The
/// names are the rules of the helper type `home`; what most of them say counts.
struct HomeCurrency {
  /// `nil` where the article leaves it at CNY.
  let currency: String?

  init(run: MatchRun, collector: FieldCollector, isTraditional: () -> Bool) {
    var counts: [String: Int] = [:]
    let helpers = Set(
      run.rules.units.indices.filter { run.rules.units[$0].rule.kind == .finds("home") })
    if !helpers.isEmpty, isTraditional() {
      for index in 0..<run.matches.count where helpers.contains(Int(run.matches[index].unit)) {
        if let currency = collector.fields(of: run.matches[index]).text("currency") {
          counts[currency, default: 0] += 1
        }
      }
    }
    // Of two that are named as often the one that comes first in the alphabet.
    currency = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether most of what could be is written in traditional script.
  static func isTraditional(_ text: some Sequence<UInt16>) -> Bool {
    var han = 0
    var traditional = 0
    for unit in text where CharacterClass.of(unit).contains(.han) {
      han += 1
      if FoldTable.units[Int(unit)] != unit { traditional += 1 }
    }
    return han > 0 && traditional * 8 > han
  }
}
