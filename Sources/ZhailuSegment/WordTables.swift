// SPDX-License-Identifier: Apache-2.0
import CICU

/// ICU's word rules and dictionary in the forms that `TrieBreaker` walks, shared by all workers.
///
/// They are made from the installed ICU at run time and held against it: where a sample of texts
/// is not cut just as ICU cuts it, there are none, and ICU itself does the work.
final class WordTables: Sendable {
  let rules: BreakRules
  let trie: WordTrie

  /// Those of the installed ICU, made when first asked for.
  static let installed: WordTables? = withInstalledDictionary { WordTables($0) } ?? nil

  /// ICU's dictionary as it is in ICU's data.
  static func withInstalledDictionary<Result>(
    _ body: (UnsafeBufferPointer<UInt16>) -> Result
  ) -> Result? {
    var units: UnsafePointer<UInt16>?
    var count: Int32 = 0
    guard let dictionary = zicu_dictionary_open(&units, &count) else { return nil }
    defer { zicu_dictionary_close(dictionary) }
    return body(UnsafeBufferPointer(start: units, count: Int(count)))
  }

  /// Nothing where the dictionary is damaged or leads to other words than ICU's.
  init?(_ dictionary: UnsafeBufferPointer<UInt16>) {
    guard let rules = BreakRules.words,
      let trie = WordTrie(
        dictionary,
        isPlain: { rules.categories[Int($0)] & UInt16(ZICU_PLAIN_HAN) != 0 })
    else { return nil }
    self.rules = rules
    self.trie = trie
    guard agreesWithICU() else { return nil }
  }

  private func agreesWithICU() -> Bool {
    guard let breaker = try? Breaker(.words) else { return false }
    let trieBreaker = TrieBreaker(self, breaker)
    return Self.cutsTheSample(as: breaker) { trieBreaker.cut($0, from: 0, to: $1, into: $2) }
  }

  /// Whether each text of the sample is cut just as ICU cuts it.
  static func cutsTheSample(
    as icu: Breaker, _ cut: (_ text: UnsafePointer<UInt16>, _ count: Int, _ cuts: Cuts) -> Void
  ) -> Bool {
    sample.allSatisfy { text in
      let units = Array(text.utf16)
      func cuts(_ cut: (UnsafePointer<UInt16>, Cuts) -> Void) -> [UInt8] {
        var flags = [UInt8](repeating: 0, count: units.count + 1)
        flags.withUnsafeMutableBufferPointer { flags in
          units.withUnsafeBufferPointer { units in
            guard let units = units.baseAddress, let flags = flags.baseAddress else { return }
            cut(units, Cuts(flags: flags, mark: 1))
          }
        }
        return flags
      }
      return cuts { icu.cut($0, from: 0, to: units.count, into: $1) }
        == cuts { cut($0, units.count, $1) }
    }
  }

  /// Texts of all the kinds that are cut in different ways; made up.
  static let sample = [
    "昨天下午，市工商业联合会向社区医院捐赠医用口罩两万只、防护服3,500套，折合人民币约1400万元。",
    "研究生命起源的科学家认为，结合成分子时会放出热量；他从马上下来，马上就走了。",
    "Ａ股市场２０２１年第３季度成交额达１２．５万亿元(同比增长8.7%)，沪深300指数上涨。",
    "公司官网www.example.com于2020年2月3日10:30发布公告,编号ZB-2020_017,电话010-8888.6666。",
    "「臺灣」與『香港』的經濟學家討論國際貿易發展戰略問題，認為應當實事求是。",
    "东京のラーメン屋さんでコーヒーを飲む。カタカナとひらがな、それと漢字。々〇〆",
    "서울 시장은 北京市를 방문했다. ภาษาไทย ၏ can't “stop” it's 3.14 e\u{301}te\u{301}",
    "𠮷野家的𠀀𠀁字，😷👨‍👩‍👧🇨🇳，豈更車，ﷺ①②㈱㎏½，中\u{301}国\u{FE00}人\u{200D}民\u{200B}。",
    "一\r\n二\n\n三\t四  五　　六\u{85}七\u{2028}八\u{0}九", "鬯鬲鑫淼垚犇龘靐齉爩龖龗", "",
  ]
}
