// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What 元 means in an article: CNY, but in one from Hong Kong or Taiwan its own dollar.
///
/// Such an article is in traditional script, and names places and bodies of there: 臺北市, 立法會. The
/// names are the rules of the helper type `home`; what most of them say counts. One in simplified script
/// must have three names of what only those who live there speak of: 港岛, 赛马会, 新界.
struct HomeCurrency {
  /// `nil` where the article leaves it at CNY.
  let currency: String?

  init(_ collector: FieldCollector, isTraditional: () -> Bool) {
    var counts: [String: Int] = [:]
    var localNames: [String: Set<String>] = [:]
    let namesHome = collector.plan.namesHome
    for match in collector.matches.elements where namesHome[Int(match.unit)] {
      let fields = collector.fields(of: match)
      guard let currency = fields.text("currency") else { continue }
      counts[currency, default: 0] += 1
      if fields.text("home") != nil {
        localNames[currency, default: []].insert(collector.original(match.mention))
      }
    }
    if !counts.isEmpty, !isTraditional() {
      counts = counts.filter { localNames[$0.key]?.count ?? 0 >= Self.leastLocalNames }
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

  private static let leastLocalNames = 3
  /// So much of an article tells its script.
  private static let longest = 4096
}
