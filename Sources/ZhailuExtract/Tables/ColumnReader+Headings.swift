// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What headings say of the numbers below them.
extension ColumnReader {
  // MARK: Statements

  /// The units after 单位： or 金额： in a line, and where they end; `nil` where there is no such statement.
  func statement(in line: Extent, _ lattice: Lattice) -> (units: [Unit], end: Int)? {
    var place = line.start + 1
    while place < line.end {
      defer { place += 1 }
      guard signs.statementEnds.contains(units[place - 1]),
        let begin = beginOfUnits(behind: place, in: line)
      else { continue }
      var found: [Unit] = []
      var next = begin
      while next < line.end, found.count < 8 {
        let before = next
        while next < line.end, isBetweenUnits(units[next]) { next += 1 }
        // 单位(个人) is somebody, 单位(个、人) are units.
        if !found.isEmpty, next == before { break }
        guard let (unit, end) = unit(at: next, upTo: line.end, lattice) else { break }
        found.append(unit)
        next = end
      }
      // 金额：人民币贰佰万元 is a sum.
      if next < line.end, lattice.numeral(at: next) >= 0 { continue }
      // 单位（金额：万元）: only what is all that the parentheses hold; 监督单位：省财政厅 is somebody.
      let isWhole =
        next == line.end || isEndOfUnits(units[next])
        || units[place] == Mark.colon && !CharacterClass.of(units[next]).meets(.han)
      if !found.isEmpty, isWhole { return (found, next) }
    }
    return nil
  }

  private func isEndOfUnits(_ unit: UInt16) -> Bool {
    unit == Mark.closing || CharacterClass.of(unit).meets([.clauseEnd, .sentenceEnd, .space])
  }

  private func isBetweenUnits(_ unit: UInt16) -> Bool {
    unit == Mark.space || unit == Mark.comma || unit == Mark.enumerationComma
      || unit == Mark.semicolon
  }

  /// Where units may begin behind 单位 or 金额 that end at `place`: behind a colon, 为 or a parenthesis.
  private func beginOfUnits(behind place: Int, in line: Extent) -> Int? {
    let isUnit = length(of: signs.unitWords, before: place, from: line.start) > 0
    guard isUnit || length(of: signs.sumWords, before: place, from: line.start) > 0 else {
      return nil
    }
    if units[place] == Mark.colon { return place + 1 }
    guard isUnit else { return nil }
    if units[place] == Mark.opening { return place + 1 }
    var next = place
    while next < line.end, next < place + 3, signs.copulas.contains(units[next]) { next += 1 }
    return next > place && next < line.end ? next : nil
  }

  /// 万元, %, 公顷, 人民币千元: the longest word with a currency or a unit, and a magnitude before it.
  func unit(at start: Int, upTo end: Int, _ lattice: Lattice) -> (Unit, Int)? {
    var place = start
    let currency = currencyBefore(at: start, upTo: end, lattice)
    if let currency { place = currency.end }
    var power = 0
    while place < end, case let digit = Digit.of(units[place]), digit.kind == .magnitude {
      // 亿千瓦时: 千 begins the unit; in 千元 it does not.
      if currency == nil, digit.value == 3,
        let whole = unitWord(at: place, upTo: end, power, lattice), !whole.0.isMoney,
        whole.1 > place + 1
      {
        return whole
      }
      power += digit.value
      place += 1
    }
    guard place < end, power <= 16 else { return nil }
    if let currency, !currency.isHome {
      guard signs.moneyUnits.contains(units[place]) else { return nil }
      return (Unit(hit: currency.hit, power: Int32(power), isMoney: true), place + 1)
    }
    return unitWord(at: place, upTo: end, power, lattice)
  }

  private func unitWord(
    at place: Int, upTo end: Int, _ power: Int, _ lattice: Lattice
  ) -> (Unit, Int)? {
    var best: (Unit, Int)?
    var index = lattice.places[place].firstByStart
    while index >= 0 {
      let edge = lattice.edges[Int(index)]
      index = edge.nextByStart
      guard edge.source == .word, Int(edge.end) <= end, Int(edge.end) > best?.1 ?? 0 else {
        continue
      }
      // Of several meanings of a word the last counts.
      for hit in rules.hits(ofWord: edge.payload).reversed() {
        guard let isMoney = isMoney(rules.hits[Int(hit)]) else { continue }
        best = (Unit(hit: hit, power: Int32(power), isMoney: isMoney), Int(edge.end))
        break
      }
    }
    return best
  }

  /// 人民币, 港币 before 万元.
  private func currencyBefore(
    at start: Int, upTo end: Int, _ lattice: Lattice
  ) -> (hit: Int32, end: Int, isHome: Bool)? {
    guard start < end else { return nil }
    var index = lattice.places[start].firstByStart
    while index >= 0 {
      let edge = lattice.edges[Int(index)]
      index = edge.nextByStart
      let last = Int(edge.end)
      guard edge.source == .word, last < end,
        signs.moneyUnits.contains(units[last]) || Digit.of(units[last]).kind == .magnitude
      else { continue }
      for hit in rules.hits(ofWord: edge.payload) {
        let lexicon = rules.hits[Int(hit)].lexicon
        guard lexicon >= 0, rules.lexicons[Int(lexicon)].name == "currency-before" else { continue }
        return (hit, last, isOne(of: signs.homeMoney, from: start, to: last))
      }
    }
    return nil
  }

  /// Whether a word is a currency; `nil` where it is no unit either.
  private func isMoney(_ hit: RuleSet.Hit) -> Bool? {
    guard hit.lexicon >= 0 else { return nil }
    let lexicon = rules.lexicons[Int(hit.lexicon)]
    if lexicon.name == "currency-after" { return true }
    return lexicon.columns.contains("dimension") && lexicon.value("unit", of: Int(hit.entry)) != nil
      ? false : nil
  }

  // MARK: Headings

  /// A heading holds words, no bare numbers; once there are headings, nothing that begins with digits.
  func isHeading(_ cells: [Extent], isFirst: Bool, _ lattice: Lattice) -> Bool {
    cells.allSatisfy { cell in
      guard cell.count > 0 else { return true }
      let numeral = lattice.numeral(at: cell.start)
      guard numeral >= 0 else { return true }
      let found = lattice.numerals[Int(numeral)]
      return isFirst ? found.extent.end != cell.end : !found.style.contains(.arabic)
    }
  }

  func headings(_ cells: [Extent], _ stated: [Unit], _ lattice: Lattice) -> [Column] {
    cells.map { cell in
      guard cell.count > 0 else { return .empty }
      if isUnitHeading(cell) { return .units }
      if let unit = own(cell, lattice) ?? plainOwn(cell, lattice) ?? date(cell) {
        return .own(unit)
      }
      if let unit = shared(cell, stated) { return .shared(unit) }
      return cell.range.contains { signs.changes.contains(units[$0]) } ? .never : .open
    }
  }

  /// 单位, 计量单位.
  func isUnitHeading(_ cell: Extent) -> Bool {
    let count = length(of: signs.unitWords, before: cell.end, from: cell.start)
    guard count > 0 else { return false }
    return count == cell.count
      || isOne(of: signs.unitKinds, from: cell.start, to: cell.end - count)
  }

  /// What the unit of a row does not count: 序号, 单价, 金额; beside prices only 数量 is counted in it.
  func withoutPrices(_ columns: [Column], _ cells: [Extent]) -> [Column] {
    let hasPrice = cells.contains { $0.range.contains { signs.prices.contains(units[$0]) } }
    return zip(columns, cells).map { column, cell in
      guard case .open = column, cell.count > 0 else { return column }
      let last = units[cell.end - 1]
      if signs.counts.contains(last) { return .open }
      return hasPrice || signs.withoutCount.contains(last) ? .never : .open
    }
  }

  /// The unit in parentheses at the end of a heading: 增长（%）.
  func own(_ cell: Extent, _ lattice: Lattice) -> Unit? {
    guard cell.count > 2, units[cell.end - 1] == Mark.closing,
      let open = (cell.start..<cell.end).last(where: { units[$0] == Mark.opening })
    else { return nil }
    var start = open + 1
    // 金额（单位：万元）
    if let colon = (start..<cell.end - 1).first(where: { units[$0] == Mark.colon }),
      isOne(of: signs.unitWords, from: start, to: colon)
    {
      start = colon + 1
    }
    guard let (unit, end) = unit(at: start, upTo: cell.end - 1, lattice) else { return nil }
    return end == cell.end - 1 || units[end] == Mark.slash ? unit : nil
  }

  /// 总价/元, 增长%: a unit at the end of a heading without parentheses around it.
  private func plainOwn(_ cell: Extent, _ lattice: Lattice) -> Unit? {
    guard cell.count > 2 else { return nil }
    let slash = cell.range.dropFirst(2).last { units[$0] == Mark.slash }
    let start = units[cell.end - 1] == Mark.percent ? cell.end - 1 : slash.map { $0 + 1 }
    guard let start, start < cell.end,
      let (unit, end) = unit(at: start, upTo: cell.end, lattice), end == cell.end
    else { return nil }
    return unit
  }

  /// The days below a heading that ends in 日期 or the like.
  private func date(_ cell: Extent) -> Unit? {
    length(of: signs.dates, before: cell.end, from: cell.start) > 0 ? .date : nil
  }

  /// Which of the units stated above the table a heading means.
  private func shared(_ cell: Extent, _ stated: [Unit]) -> Unit? {
    let last = units[cell.end - 1]
    // 本期数, 上年同期 say when, not how many.
    let isPeriod = length(of: signs.periods, before: cell.end, from: cell.start) > 0
    if !isPeriod, signs.withoutMoney.contains(last) {
      let counts = stated.filter { !$0.isMoney }
      // 户数 is counted in 户, 小区数 in the first unit of a count.
      let same = counts.first { hit in
        let form = rules.lexicons[Int(rules.hits[Int(hit.hit)].lexicon)]
          .form(of: Int(rules.hits[Int(hit.hit)].entry))
        return form.utf16.first.map { units[cell.start] == $0 } ?? false
      }
      return signs.counts.contains(last) ? same ?? counts.first : nil
    }
    let money = stated.filter(\.isMoney)
    if let first = money.first { return first }
    return stated.count == 1 ? stated[0] : nil
  }
}
