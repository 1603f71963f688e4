// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Whether a name of an organization is the short form of another. It is one
/// - whose end it is: 区工商联 and 工商联 of 石景山区工商联;
/// - whose characters it picks in order, up to the same head: 城管办 of 城市管理办公室, 海曙法院 of
///   宁波市海曙区人民法院, 人行台州中支 of 中国人民银行台州市中心支行;
/// - that is a firm's and goes on behind it: 华屿环境 of 江苏华屿环境科技股份有限公司, 恒信担保 of
///   江苏恒信融资担保有限公司;
/// - whose inside it repeats, with the same last character: 综合执法组 of 城市综合执法工作组.
///
/// In each case all of its characters but the last stand in the full name. Of 市肉联厂, which has the
/// level of a body in place of its place, see `isOfLevel`.
struct ShortForm {
  typealias Units = Slice<UnsafeBufferPointer<UInt16>>

  let forms: NameForms

  /// `isClub` says that the full name is of a team or a club, `areFirms` that both may be of a firm.
  func isShort(
    _ short: Units, of full: Units, isClub: Bool = false, areFirms: Bool = true
  ) -> Bool {
    let hasNote = full.last == Mark.closing
    let full = full.withoutNote
    guard short.count >= 2, short.count < full.count else {
      return hasNote && short.elementsEqual(full)
    }
    if full.ends(with: short) {
      return short.count >= 3 || isClub && short.last.map(forms.teams.contains) == false
        || isCountry(full.dropLast(short.count))
    }
    if areFirms, isWithoutTrade(short, of: full) { return true }
    if short.count == 2 { return isShortOfTwo(short, of: full) }
    return isWithoutForm(short, of: full) || isPicked(short, from: full)
      || isInside(short, of: full) || isFirm(short, of: full)
      || isOfSort(short, of: full, isClub: isClub) || isBank(short, of: full)
  }

  /// Whether nothing but a trade follows a firm's brand, with or without its place: 格澜 of 格澜科技 and of
  /// 厦门格澜科技.
  func isWithoutTrade(_ short: Units, of full: Units) -> Bool {
    guard let last = full.last, forms.tradeEnds.contains(last) else { return false }
    return forms.trades.contains { trade in
      let count = full.count - trade.count - short.count
      return count >= 0 && count <= Self.longestPlace && full.ends(with: trade)
        && full.dropLast(trade.count).ends(with: short)
    }
  }

  private static let longestPlace = 3

  private func isCountry(_ units: Units) -> Bool {
    forms.countries.contains { units.elementsEqual($0) }
  }

  /// 建行 of 建设银行, 市府 of 台北市政府, 五中 of 市第五中学, 丰田 of 丰田汽车公司.
  private func isShortOfTwo(_ short: Units, of full: Units) -> Bool {
    guard full.count >= 4, let first = short.first else { return false }
    if forms.seats.contains(where: { short.ends(with: $0.kept) }) {
      return forms.seats.contains {
        short.ends(with: $0.kept) && full.ends(with: $0.form)
          && full.dropLast($0.form.count).last == first
      }
    }
    let words = short.last.flatMap { forms.headsByEnd[$0] } ?? []
    if words.contains(where: { short.elementsEqual($0.kept) }) {
      return words.contains { short.elementsEqual($0.kept) && isWord($0.form, of: full) }
    }
    // 五中 of 市第五中学; but 万科 is no number.
    if isNumber(first), !full.starts(with: short) {
      guard let place = full.firstIndex(of: first), place > full.startIndex,
        forms.ordinals.contains(full[place - 1])
      else { return false }
      return isPicked(short, from: full[place...])
    }
    let own = withoutCountry(full)
    return own.first == first && isPicked(short, from: own) || isFirmOfTwo(short, of: full)
  }

  /// 足协 is said of every 足球协会, and 农行 also of a branch: 农业银行泉州分行.
  private func isWord(_ form: [UInt16], of full: Units) -> Bool {
    if full.ends(with: form) { return true }
    let hasMore = isBranch(full) || forms.legalForms.contains { full.ends(with: $0) }
    return hasMore && contains(full, form)
  }

  /// 农发行 of 农发行省分行: what a bank is called in short is its branch, where that is all that is named.
  private func isBank(_ short: Units, of branch: Units) -> Bool {
    short.count == 3 && short.last == branch.last && branch.starts(with: short)
      && isBranch(branch)
  }

  /// 作家协会 of 中国作家协会.
  private func withoutCountry(_ full: Units) -> Units {
    let country = forms.countries.first { full.starts(with: $0) && full.count >= $0.count + 4 }
    return full.dropFirst(country?.count ?? 0)
  }

  /// 丰田 of 丰田汽车公司, 华为 of 深圳华为技术有限公司; a branch is another body.
  private func isFirmOfTwo(_ short: Units, of full: Units) -> Bool {
    let rest = full.dropFirst(2)
    guard full.starts(with: short) || rest.count >= 6 && rest.starts(with: short) else {
      return false
    }
    return !isBranch(full) && forms.houses.contains { full.ends(with: $0) }
  }

  private func isBranch(_ full: Units) -> Bool {
    forms.branches.contains { full.ends(with: $0) }
  }

  func isPicked(_ short: Units, from full: Units) -> Bool {
    mayBePicked(short, from: full) && !isApart(short, from: full)
  }

  private func mayBePicked(_ short: Units, from full: Units) -> Bool {
    guard let last = short.last else { return false }
    if full.last == last, short.count * 5 >= full.count,
      picks(short.dropLast(), from: full.dropLast()), !goesOn(short, in: full)
    {
      return true
    }
    guard let heads = forms.headsByEnd[last] else { return false }
    return heads.contains { head in
      // 广宁街道 goes on in 广宁街道办事处, of which it is short.
      let (isWord, more) = (head.kept.count > 1, head.form.count - head.kept.count)
      return short.ends(with: head.kept) && full.ends(with: head.form)
        && (short.count + (isWord ? more : 0)) * 5 >= full.count
        && (isWord || !goesOn(short, in: full))
        && picks(short.dropLast(head.kept.count), from: full.dropLast(head.form.count))
    }
  }

  /// Whether a name leaves out what tells it from the other one: 浙江大学 is not 浙江师范大学, and 县医院
  /// not 县中医院, but 县人民医院.
  private func isApart(_ short: Units, from full: Units) -> Bool {
    if forms.own.contains(where: { short.elementsEqual($0) }) { return true }
    let isOwn = { (end: [UInt16]) in short.ends(with: end) && full.ends(with: end) }
    let end =
      forms.apart.first(where: isOwn)
      ?? forms.apartOfDivision.first {
        isOwn($0) && short.dropLast($0.count).last.map(forms.isDivision) ?? false
      }
    guard let end else { return false }
    let (own, rest) = (short.dropLast(end.count), full.dropLast(end.count))
    guard !own.isEmpty, let place = rest.indices.first(where: { rest[$0...].starts(with: own) })
    else { return false }
    let between = rest[(place + own.count)...]
    return !between.allSatisfy(forms.isDivision)
      && !forms.plain.contains { between.elementsEqual($0) }
  }

  /// Whether a name begins with the level of a body, as 市肉联厂.
  func hasLevel(_ short: Units) -> Bool {
    short.count >= 4 && short.first.map(forms.divisions.contains) == true
  }

  /// Whether a name that has the level of a body has it where the full one has its place: 市肉联厂 of
  /// 江平肉类联合加工厂.
  func isOfLevel(_ short: Units, of full: Units) -> Bool {
    let own = short.dropFirst()
    return isPicked(own, from: full) && !full.starts(with: own) && !full.ends(with: own)
      && !full.contains(where: forms.isDivision)
  }

  /// Whether a word for what a firm or a club is stands behind its brand: 天鹅厂 of 安徽天鹅羽绒有限公司,
  /// 飞鹰队 of 北山飞鹰足球俱乐部.
  private func isOfSort(_ short: Units, of full: Units, isClub: Bool) -> Bool {
    guard let last = short.last, (isClub ? forms.teams : forms.sorts).contains(last),
      full.last != last, !isBranch(full), forms.firms.contains(where: { full.ends(with: $0) })
    else { return false }
    return contains(full.dropLast(2), short.dropLast())
  }

  /// Whether `short` picks characters in order, and leaves out no number: 市人民医院 is not
  /// 市第一人民医院.
  private func picks(_ short: Units, from full: Units) -> Bool {
    var rest = full
    var isFirst = true
    for unit in short {
      guard let index = rest.firstIndex(of: unit) else { return false }
      if !isFirst, rest[..<index].contains(where: isNumber) { return false }
      isFirst = false
      rest = rest[(index + 1)...]
    }
    return !rest.contains(where: isNumber)
  }

  private static let numerals: CharacterClass = [.digit, .hanNumeral]

  func isNumber(_ unit: UInt16) -> Bool {
    CharacterClass.of(unit).meets(Self.numerals) && !forms.withoutNumber.contains(unit)
  }

  /// Whether more stands behind a whole name, as a part of it does: 东江大学 in 东江大学附属中学.
  private func goesOn(_ short: Units, in full: Units) -> Bool {
    short.count >= 3 && contains(full, short) && !full.ends(with: short)
  }

  func isInside(_ short: Units, of full: Units) -> Bool {
    guard short.count >= 4, short.last == full.last, !goesOn(short, in: full) else {
      return false
    }
    return contains(full, short.dropLast())
  }

  private func contains(_ full: Units, _ part: some Collection<UInt16>) -> Bool {
    guard part.count <= full.count else { return false }
    return (0...(full.count - part.count)).contains { full.dropFirst($0).starts(with: part) }
  }

  /// 瑞坤集团 of 瑞坤集团有限公司, 禾岭银行 of 浙江禾岭商业银行股份有限公司.
  func isWithoutForm(_ short: Units, of full: Units) -> Bool {
    guard full.last.map(forms.legalEnds.contains) == true else { return false }
    return forms.legalForms.contains { form in
      guard full.ends(with: form) else { return false }
      let own = full.dropLast(form.count)
      return own.ends(with: short)
        || contains(own, short.prefix(2)) && isPicked(short, from: own)
    }
  }

  /// A firm's name without its last words, or picked from it: the first two characters stand
  /// together.
  func isFirm(_ short: Units, of full: Units) -> Bool {
    guard full.count >= 6, forms.firms.contains(where: { full.ends(with: $0) }),
      !forms.firms.contains(where: { short.ends(with: $0) }),
      !(full.starts(with: short) && isBranch(full)),
      let start = full.indices.dropLast().first(where: {
        full[$0...].starts(with: short.prefix(2))
      })
    else { return false }
    return picks(short, from: full[start...].dropLast(2))
  }
}

extension ShortForm.Units {
  /// The characters at its end that are so.
  func suffix(while isSo: (UInt16) -> Bool) -> Self {
    self[(lastIndex { !isSo($0) }.map { $0 + 1 } ?? startIndex)...]
  }

  /// Without a parenthesis at its end: （特殊普通合伙）.
  var withoutNote: Self {
    guard last == Mark.closing, let open = lastIndex(of: Mark.opening), open > startIndex else {
      return self
    }
    return self[..<open]
  }

  /// Whether its last characters are `end`.
  func ends(with end: some Collection<UInt16>) -> Bool {
    count >= end.count && suffix(end.count).elementsEqual(end)
  }
}
