// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Whether a name of an organization is the short form of another. It is one
/// - whose end it is: 区工商联 and 工商联 of 石景山区工商联;
/// - whose characters it picks in order, up to the same head: 城管办 of 城市管理办公室, 海曙法院 of
///   宁波市海曙区人民法院;
/// - that is a firm's and goes on behind it: 华屿环境 of 江苏华屿环境科技股份有限公司, 恒信担保 of
///   江苏恒信融资担保有限公司;
/// - whose inside it repeats, with the same last character: 综合执法组 of 城市综合执法工作组.
///
/// In each case all of its characters but the last stand in the full name.
struct ShortForm {
  typealias Units = Slice<UnsafeBufferPointer<UInt16>>

  let forms: NameForms

  func isShort(_ short: Units, of full: Units) -> Bool {
    guard short.count >= 2, short.count < full.count else { return false }
    if full.ends(with: short) {
      return short.count >= 3 || isCountry(full.dropLast(short.count))
    }
    if short.count == 2 { return isShortOfTwo(short, of: full) }
    return isWithoutForm(short, of: full) || isPicked(short, from: full)
      || isInside(short, of: full) || isFirm(short, of: full)
  }

  private func isCountry(_ units: Units) -> Bool {
    forms.countries.contains { units.elementsEqual($0) }
  }

  /// 建行 of 建设银行, 市府 of 台北市政府, 五中 of 市第五中学, 丰田 of 丰田汽车公司.
  private func isShortOfTwo(_ short: Units, of full: Units) -> Bool {
    guard full.count >= 4, let first = short.first else { return false }
    if forms.seats.contains(where: { $0.kept == short.last }) {
      return forms.seats.contains {
        $0.kept == short.last && full.ends(with: $0.form)
          && full.dropLast($0.form.count).last == first
      }
    }
    // 五中 of 市第五中学; but 万科 is no number.
    if isNumber(first), !full.starts(with: short) {
      guard let place = full.firstIndex(of: first), place > full.startIndex,
        forms.ordinals.contains(full[place - 1])
      else { return false }
      return isPicked(short, from: full[place...])
    }
    return full.first == first && isPicked(short, from: full) || isFirmOfTwo(short, of: full)
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
    guard let last = short.last, !goesOn(short, in: full) else { return false }
    var rest = full
    if full.last == last {
      rest = rest.dropLast()
    } else if let head = forms.heads.first(where: { $0.kept == last && full.ends(with: $0.form) }) {
      rest = rest.dropLast(head.form.count)
    } else {
      return false
    }
    return short.count * 5 >= full.count && picks(short.dropLast(), from: rest)
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

  private func isNumber(_ unit: UInt16) -> Bool {
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

  private func contains(_ full: Units, _ part: Units) -> Bool {
    guard part.count <= full.count else { return false }
    return (0...(full.count - part.count)).contains { full.dropFirst($0).starts(with: part) }
  }

  /// 瑞坤集团 of 瑞坤集团有限公司.
  func isWithoutForm(_ short: Units, of full: Units) -> Bool {
    forms.legalForms.contains { full.ends(with: $0) && full.dropLast($0.count).ends(with: short) }
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
  /// Whether its last characters are `end`.
  func ends(with end: some Collection<UInt16>) -> Bool {
    count >= end.count && suffix(end.count).elementsEqual(end)
  }
}
