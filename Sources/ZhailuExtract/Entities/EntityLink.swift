// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Why a short name was joined to a body, in words for `explain`: the evidence of the link.
///
///     北康医院 of 北京康复医院      its characters are picked from it, up to the same head
struct EntityLink {
  private let short: ShortForm

  init(_ forms: NameForms) { short = ShortForm(forms: forms) }

  /// How `short` is a form of `full` by its characters; nothing where they do not show it.
  func structure(of short: String, in full: String) -> String? {
    FoldTable.fold(short).withUnsafeBufferPointer { short in
      FoldTable.fold(full).withUnsafeBufferPointer { structure(of: short[...], in: $0[...]) }
    }
  }

  private func structure(
    of short: ShortForm.Units, in full: ShortForm.Units
  ) -> String? {
    guard short.count >= 2, short.count < full.count else { return nil }
    if full.suffix(short.count).elementsEqual(short) { return "the full name ends in it" }
    if self.short.isWithoutForm(short, of: full) {
      return "the full name without its legal form"
    }
    if self.short.isWithoutTrade(short, of: full) { return "a firm's name without its trade" }
    if self.short.isPicked(short, from: full) {
      return "its characters are picked from the full name, up to the same head"
    }
    if self.short.isInside(short, of: full) {
      return "it stands inside the full name, with the same last character"
    }
    if self.short.isFirm(short, of: full) { return "a firm's full name without its last words" }
    if self.short.hasLevel(short), self.short.isOfLevel(short, of: full) {
      return "its level stands for the place of the full name"
    }
    return self.short.isShort(short, of: full) ? "it is what such a body is called in short" : nil
  }

  /// The evidence that `name` belongs to the body called `full`; `others` are names of that body.
  func evidence(of name: String, for full: String, others: [String]) -> String? {
    if let structure = structure(of: name, in: full) { return structure }
    for other in others where other != full {
      if let structure = structure(of: name, in: other) { return "\(structure), \(other)" }
    }
    return nil
  }
}

extension Explanation {
  /// `joined to 北京康复医院: …`, where a mention has the name of a fuller form.
  func link(of mention: Mention) -> String? {
    guard case .organization(let value) = mention.value else { return nil }
    let name = extraction.text[mention.extent]
    guard FoldTable.fold(value.name) != FoldTable.fold(name) else { return nil }
    let family = extraction.mentions.filter { other in
      guard case .organization(let body) = other.value else { return false }
      return body.entity == value.entity
    }
    let declared = DeclaredNames(forms: rules.nameForms)
    let isDeclared = zip(family, family.dropFirst()).contains { full, short in
      extraction.text[short.extent] == name
        && extraction.text.units.withUnsafeBufferPointer {
          declared.declares(short.extent, shortFor: full.extent, in: $0)
        }
    }
    let evidence =
      isDeclared
      ? "the article declares it"
      : EntityLink(rules.nameForms).evidence(
        of: name, for: value.name, others: family.map { extraction.text[$0.extent] })
    return "  joined to \(value.name): \(evidence ?? "another article of the document says so")"
  }
}
