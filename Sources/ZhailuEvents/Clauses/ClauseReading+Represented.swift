// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Subjects in which one acts for another: who speaks for a body, who calls on others to give.
extension ClauseReading {
  /// 甲集团董事长王某代表|公司: whom somebody stands for acts, 公司 for the body before if one is.
  mutating func readRepresented(_ range: Range<Int>, in text: Extent) -> Bool {
    let proxies = sentence.rules.signs[.proxy]
    guard let proxy = proxies.place(in: sentence.units[text.start..<text.end]), proxy > text.start,
      case let start = proxy + proxies.length(at: sentence.units[proxy..<text.end]),
      let first = range.first(where: { tokens[$0].start >= start }), tokens[first].start == start
    else { return false }
    let stretch = first..<range.upperBound
    if tokens[first].isWord(.pronoun), tokens[first].end == text.end {
      let own = range.prefix(first - range.lowerBound).last { tokens[$0].kind == .organization }
      subject =
        own.flatMap { sentence.party(tokens[$0], .subject) }.map { [$0] }
        ?? meaning(of: tokens[first]).map(Self.carried)
    } else {
      subject = sentence.parties(stretch, from: start, to: text.end, .subject)
    }
    return !subject.isEmpty
  }

  /// 商会组织会员企业|捐款: those who are called on give what is theirs; of anything else who calls them
  /// acts, 安监局组织人员检查.
  mutating func readMobilized(from start: Int) -> Bool {
    guard frame.isBenefit || frame.needs == .target else { return false }
    let text = sentence.units[start..<max(start, tokens[verb].start)]
    let signs = sentence.rules.signs
    guard let call = text.firstIndex(where: { signs.has(.mobilizing, $0) }), call >= start,
      case let end = call + signs[.mobilizing].length(at: text[call...]), call < end,
      !isInWord(call, end)
    else { return false }
    let called = before.first { tokens[$0].start >= end } ?? verb
    let own = before.prefix { tokens[$0].end <= call }
    // 督促|一名包工头|将拖欠的工资付清
    let stop = before.first { $0 >= called && tokens[$0].isPreposition } ?? verb
    var givers = sentence.parties(
      called..<stop, from: end, to: tokens[stop].start, .subject)
    if givers.isEmpty, let extent = sentence.trimmed(end, tokens[verb].start), called == verb,
      extent.count <= Self.longestCalled, sentence.endsAsParty(extent),
      !sentence.rules.signs[.frameworkEnd].end(sentence.units[extent.range])
    {
      givers = [sentence.described(extent, .subject)]
    }
    guard !givers.isEmpty else { return false }
    let callers = sentence.parties(own, from: start, to: call, .subject)
    let kind = sentence.word(tokens[verb]).kind
    subject = kind == .donation || kind == .payment || callers.isEmpty ? givers : callers
    return true
  }

  /// 富户, 城中士绅
  private static let longestCalled = 6

  /// 组织 in 世界卫生组织.
  private func isInWord(_ start: Int, _ end: Int) -> Bool {
    before.contains { tokens[$0].start < start && tokens[$0].end >= end }
  }
}
