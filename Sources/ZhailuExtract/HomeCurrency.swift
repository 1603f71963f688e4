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

  init(_ collector: FieldCollector, isTraditional: () -> Bool) {
    var counts: [String: Int] = [:]
    if isTraditional() {
      let units = collector.plan.rules.units
      let namesHome = units.map { $0.rule.kind == .finds("home") }
      for match in collector.matches.elements where namesHome[Int(match.unit)] {
        if let currency = collector.fields(of: match).text("currency") {
          counts[currency, default: 0] += 1
        }
      }
    }
    // Of two that are named as often the one that comes first in the alphabet.
    currency = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether an article is written in traditional script, as far as its beginning tells.
  static func isTraditional(_ article: Article, in source: SourceText) -> Bool {
    guard let first = article.blocks.first, let last = article.blocks.last else { return false }
    let text = source.units[first.extent.start..<max(first.extent.start, last.extent.end)]
    let classes = CharacterClass.table
    let han = CharacterClass.han
    return FoldTable.units.withUnsafeBufferPointer { fold in
      text.prefix(longest).withUnsafeBufferPointer { units in
        var all = 0
        var traditional = 0
        for unit in units where classes[Int(unit)].meets(han) {
          all &+= 1
          if fold[Int(unit)] != unit { traditional &+= 1 }
        }
        return all > 0 && traditional &* 12 > all
      }
    }
  }

  /// So much of an article tells its script.
  private static let longest = 4096
}
