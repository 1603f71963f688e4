// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Where sentences and headlines begin: behind datelines, numbers of paragraphs, the spaces between headlines.
extension EventScan {
  /// The sentence begins here: what stands before is a dateline or a byline.
  mutating func begin() {
    while place < text.count, text[place] == Mark.space { place += 1 }
    start = place
    tokens.removeAll(keepingCapacity: true)
  }

  /// 新华社北京5月4日电 财政部4日说: whether the date before is that of a dispatch.
  var endsDateline: Bool {
    guard place + 1 < text.count, place - start <= Self.longestDateline,
      rules.signs.has(.wire, text[place]), tokens.count <= 3
    else { return false }
    let isByBody = tokens.first?.kind == .organization
    return isByBody || Self.behindDateline.contains(text[place + 1])
  }

  private static let behindDateline = UnitSet(" (:,".utf16)
  private static let longestDateline = 30

  /// 甲捐款3亿元驰援灾区 乙追加1亿元: whether the space here is one between two headlines of a line: an act is
  /// told before it, and a body stands behind.
  var endsHeadline: Bool {
    guard hasVerb, next == place + 1, mention < mentions.count,
      place - start <= Self.longestHeadline, let last = tokens.last,
      !last.isWord(.verb) || last.end < place,
      case .organization = mentions[mention].value
    else { return false }
    return tokens.contains { $0.kind == .amount || $0.kind == .quantity }
  }

  private static let longestHeadline = 40

  /// Behind what a paragraph begins with and its sentence does not, 三、 or 【赔偿】.
  var endOfLead: Int {
    text[place] == Mark.openLabel ? Script.endOfLabel(in: text, at: place) : endOfNumbering
  }

  /// Behind what numbers a paragraph, 三、 (三) 2.; the place itself where nothing does.
  private var endOfNumbering: Int {
    var end = place
    let isOpen = text[end] == Mark.opening
    if isOpen { end += 1 }
    let first = end
    while end < text.count, end < first + Self.longestNumber,
      CharacterClass.of(text[end]).meets(.digit) || Script.numbers.contains(text[end])
    { end += 1 }
    guard end > first, end + 1 < text.count else { return place }
    if isOpen { return text[end] == Mark.closing ? end + 1 : place }
    let isPoint = text[end] == Mark.point && !CharacterClass.of(text[end + 1]).meets(.digit)
    return text[end] == Mark.enumerationComma || isPoint ? end + 1 : place
  }

  private static let longestNumber = 3
}
