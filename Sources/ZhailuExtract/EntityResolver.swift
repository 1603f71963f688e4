// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Joins the organizations of a document into bodies and gives each its canonical name: the longest
/// form in the document.
///
/// A short form belongs to an earlier or later full name
/// - that declares it: 中国石化 of 中国石油化工股份有限公司(以下简称“中国石化”);
/// - whose end it is: 区工商联 and 工商联 of 石景山区工商联;
/// - whose characters it picks in order, up to the same head: 城管办 of 城市管理办公室, 海曙法院 of
///   宁波市海曙区人民法院;
/// - that is a firm's and goes on behind it: 华屿环境 of 江苏华屿环境科技股份有限公司, 恒信担保 of
///   江苏恒信融资担保有限公司;
/// - whose inside it repeats, with the same last character: 综合执法组 of 城市综合执法工作组.
struct EntityResolver {
  /// The bodies that `names`, which stand in the order of the text, are names of; `declared` gives
  /// the full names of declared short ones.
  static func entities(of names: [String], declared: [String: String] = [:]) -> [Entity] {
    let canonical = canonicalNames(of: names, declared: declared)
    var forms: [String: [String]] = [:]
    var known: Set<String> = []
    for name in names where known.insert(name).inserted {
      forms[canonical[name] ?? name, default: []].append(name)
    }
    return forms.map { Entity(name: $0.key, forms: $0.value) }.sorted { $0.name < $1.name }
  }

  /// The canonical name of each of `names`, which stand in the order of the text.
  static func canonicalNames(
    of names: [String], declared: [String: String] = [:]
  ) -> [String: String] {
    var position: [String: Int] = [:]
    for (index, name) in names.enumerated() where position[name] == nil { position[name] = index }
    let forms = position.keys.map {
      Form(name: $0, units: FoldTable.fold($0), first: position[$0]!)
    }
    .sorted { ($1.units.count, $0.name) < ($0.units.count, $1.name) }
    var canonical: [String: String] = [:]
    // Fuller names that hold a character, longest first: a short form is tried against those that
    // hold its first.
    var holders: [UInt16: [Int]] = [:]
    for (index, form) in forms.enumerated() {
      var best = declared[form.name].flatMap { position[$0] == nil ? nil : $0 }
      if best == nil {
        let held = holders[form.units.first ?? 0] ?? []
        best = Self.best(of: held.suffix(Self.mostTried).lazy.map { forms[$0] }, for: form)
      }
      canonical[form.name] = best.map { canonical[$0] ?? $0 } ?? form.name
      for unit in Set(form.units) { holders[unit, default: []].append(index) }
    }
    return canonical
  }

  /// With how many fuller names a name is compared, so that long documents take no longer for each.
  private static let mostTried = 400

  private struct Form {
    let name: String
    let units: [UInt16]
    /// Where it first stands among the names.
    let first: Int
  }

  /// Of several full names the one that stands last before the short form, else the first.
  private static func best(of fuller: some Sequence<Form>, for form: Form) -> String? {
    var before: Form?
    var after: Form?
    for full in fuller where isShort(form.units, of: full.units) {
      if full.first < form.first {
        if full.first > before?.first ?? -1 { before = full }
      } else if full.first < after?.first ?? .max {
        after = full
      }
    }
    return (before ?? after)?.name
  }

  private static func isShort(_ short: [UInt16], of full: [UInt16]) -> Bool {
    guard short.count >= 2, short.count < full.count else { return false }
    if full.suffix(short.count).elementsEqual(short) { return short.count >= 3 }
    if short.count == 2 {
      return full[0] == short[0] && full.count >= 4 && isPicked(short, from: full)
    }
    return isWithoutForm(short, of: full) || isPicked(short, from: full)
      || isInside(short, of: full) || isFirm(short, of: full)
  }

  /// Heads and the character that short forms keep of them.
  private static let heads: [(short: UInt16, full: [UInt16])] = [
    ("办", "办公室"), ("委", "委员会"), ("局", "管理局"), ("会", "联合会"), ("所", "研究所"),
    ("院", "研究院"), ("院", "医院"), ("指", "指挥部"), ("联", "联合会"), ("协", "协会"), ("中", "中学"),
    ("大", "大学"), ("办", "办事处"),
  ].map { (Array($0.0.utf16)[0], Array($0.1.utf16)) }

  static func isPicked(_ short: [UInt16], from full: [UInt16]) -> Bool {
    guard let last = short.last else { return false }
    var rest = full[...]
    if full.last == last {
      rest = rest.dropLast()
    } else if let head = heads.first(where: {
      $0.short == last && full.suffix($0.full.count).elementsEqual($0.full)
    }) {
      rest = rest.dropLast(head.full.count)
    } else {
      return false
    }
    return short.count * 5 >= full.count && picks(short.dropLast(), from: rest)
  }

  /// Whether `short` picks characters in order, and leaves out no number: 市人民医院 is not
  /// 市第一人民医院.
  private static func picks(_ short: ArraySlice<UInt16>, from full: ArraySlice<UInt16>) -> Bool {
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

  private static func isNumber(_ unit: UInt16) -> Bool {
    unit != 0x5343 && CharacterClass.of(unit).meets(numerals)
  }

  static func isInside(_ short: [UInt16], of full: [UInt16]) -> Bool {
    guard short.count >= 4, short.last == full.last else { return false }
    return contains(full, short.dropLast())
  }

  private static func contains(_ full: [UInt16], _ part: ArraySlice<UInt16>) -> Bool {
    guard part.count <= full.count else { return false }
    return (0...(full.count - part.count)).contains {
      full[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  /// 瑞坤集团 of 瑞坤集团有限公司.
  static func isWithoutForm(_ short: [UInt16], of full: [UInt16]) -> Bool {
    legalForms.contains {
      full.count >= short.count + $0.count && full.suffix($0.count).elementsEqual($0)
        && full.dropLast($0.count).suffix(short.count).elementsEqual(short)
    }
  }

  private static let legalForms = ["有限公司", "股份有限公司", "有限责任公司", "公司"].map {
    Array($0.utf16)
  }

  private static let firms = ["公司", "集团", "会社", "控股", "银行"].map { Array($0.utf16) }

  /// A firm's name without its last words, or picked from it: the first two characters stand
  /// together.
  static func isFirm(_ short: [UInt16], of full: [UInt16]) -> Bool {
    guard full.count >= 6, firms.contains(where: { full.suffix($0.count).elementsEqual($0) }),
      !firms.contains(where: { short.suffix($0.count).elementsEqual($0) }),
      let start = (0..<full.count - 1).first(where: {
        full[$0] == short[0] && full[$0 + 1] == short[1]
      })
    else { return false }
    return picks(short[...], from: full[start..<(full.count - 2)])
  }
}
