// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Joins the organizations of a document into bodies and gives each its canonical name: the longest
/// form in the document.
///
/// A short form belongs to an earlier or later full name
/// - whose end it is: 区工商联 and 工商联 of 石景山区工商联;
/// - whose characters it picks in order, from its first, up to the same head: 城管办 of 城市管理办公室, 北康医院 of
///   北京康复医院;
/// - whose inside it repeats, with the same last character: 综合执法组 of 城市综合执法工作组.
struct EntityResolver {
  /// The bodies that `names`, which stand in the order of the text, are names of.
  static func entities(of names: [String]) -> [Entity] {
    let canonical = canonicalNames(of: names)
    var forms: [String: [String]] = [:]
    for name in names {
      let entity = canonical[name] ?? name
      if !(forms[entity]?.contains(name) ?? false) { forms[entity, default: []].append(name) }
    }
    return forms.map { Entity(name: $0.key, forms: $0.value) }.sorted { $0.name < $1.name }
  }

  /// The canonical name of each of `names`, which stand in the order of the text.
  static func canonicalNames(of names: [String]) -> [String: String] {
    let forms = Set(names).map { Array($0.unicodeScalars) }
      .sorted { ($1.count, String($0)) < ($0.count, String($1)) }
    var canonical: [String: String] = [:]
    var position: [String: Int] = [:]
    for (index, name) in names.enumerated() where position[name] == nil { position[name] = index }
    for (index, form) in forms.enumerated() {
      let name = String(form)
      let fuller = forms[..<index].filter { isShort(form, of: $0) }.map(String.init)
      // Of several full names, the one that stands last before the short form, else the first.
      let own = position[name]!
      let before = fuller.filter { position[$0]! < own }.max { position[$0]! < position[$1]! }
      let best = before ?? fuller.min { position[$0]! < position[$1]! }
      canonical[name] = best.map { canonical[$0] ?? $0 } ?? name
    }
    return canonical
  }

  private typealias Form = [Unicode.Scalar]

  private static func isShort(_ short: Form, of full: Form) -> Bool {
    guard short.count >= 2, short.count < full.count else { return false }
    if isSuffix(short, of: full) { return short.count >= 3 }
    guard short.count >= 3 else { return false }
    return isPicked(short, from: full) || isInside(short, of: full)
  }

  private static func isSuffix(_ short: Form, of full: Form) -> Bool {
    full.suffix(short.count).elementsEqual(short)
  }

  /// Heads and the character that short forms keep of them.
  private static let heads: [(short: Unicode.Scalar, full: String)] = [
    ("办", "办公室"), ("委", "委员会"), ("局", "管理局"), ("会", "联合会"), ("所", "研究所"),
    ("院", "研究院"), ("院", "医院"),
  ]

  private static func isPicked(_ short: Form, from full: Form) -> Bool {
    guard short[0] == full[0], let last = short.last else { return false }
    var rest = full[...]
    if full.last == last {
      rest = rest.dropLast()
    } else if let head = heads.first(where: {
      $0.short == last && String(full).hasSuffix($0.full)
    }) {
      rest = rest.dropLast(head.full.unicodeScalars.count)
    } else {
      return false
    }
    for scalar in short.dropLast() {
      guard let index = rest.firstIndex(of: scalar) else { return false }
      rest = rest[(index + 1)...]
    }
    // A short form keeps at least a third of what it shortens.
    return short.count * 3 >= full.count
  }

  private static func isInside(_ short: Form, of full: Form) -> Bool {
    guard short.count >= 4, short.last == full.last else { return false }
    let body = Array(short.dropLast())
    return (0...(full.count - body.count)).contains {
      full[$0..<($0 + body.count)].elementsEqual(body)
    }
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
