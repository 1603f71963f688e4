// SPDX-License-Identifier: Apache-2.0

/// Rules that can never find anything, or never make a record.
extension RuleCheck {
  mutating func checkFiring() {
    let products = possibleProducts()
    for rule in rules {
      for slot in rule.slots where !isPossible(slot.kind, products) {
        let why = whyImpossible(slot.kind)
        let isMandatory = rule.patterns.allSatisfy { pattern in
          !canMatch(pattern.template) { $0 != slot.name }
        }
        warn(
          slot.place,
          "nothing can stand in 【{\(slot.name)}】: \(why)"
            + (isMandatory ? "; so 【\(rule.id)】 never finds anything" : ""))
      }
      for pattern in rule.patterns { checkExclusions(of: pattern, rule) }
      checkFields(of: rule)
    }
  }

  // MARK: What can match

  /// What rules can make, from those that need nothing upwards.
  private mutating func possibleProducts() -> Set<String> {
    var products: Set<String> = []
    var waiting = Array(rules.indices)
    while true {
      var still: [Int] = []
      for index in waiting {
        let rule = rules[index]
        let possible = Set(
          rule.slots.filter { isPossible($0.kind, products) }.map(\.name))
        if rule.patterns.contains(where: { canMatch($0.template, possible.contains) }) {
          products.insert(rule.product)
        } else {
          still.append(index)
        }
      }
      if still.count == waiting.count { return products }
      waiting = still
    }
  }

  private mutating func isPossible(_ kind: SlotKind, _ products: Set<String>) -> Bool {
    switch kind {
    case .lexicon(let names):
      for name in names where !words.forms(name).isEmpty { return true }
      return false
    case .mention(let type): return products.contains("mention \(type)")
    case .pattern(let name): return products.contains("pattern \(name)")
    case .number, .largeNumber, .digitNumber, .bareNumber, .cell, .date, .words, .characters:
      return true
    }
  }

  private func whyImpossible(_ kind: SlotKind) -> String {
    switch kind {
    case .lexicon(let names): "no entry is in \(names.joined(separator: ", "))"
    case .mention(let type): "no rule finds a \(type)"
    case .pattern(let name): "the pattern \(name) never matches"
    case .number, .largeNumber, .digitNumber, .bareNumber, .cell, .date, .words, .characters:
      "nothing matches"
    }
  }

  private func canMatch(_ template: Template, _ isPossible: (String) -> Bool) -> Bool {
    switch template {
    case .slot(let name): isPossible(name)
    case .list(let inner): canMatch(inner, isPossible)
    case .choice(let branches): branches.contains { canMatch($0, isPossible) }
    case .sequence(let parts): parts.allSatisfy { canMatch($0, isPossible) }
    case .literal, .optional, .gap, .mentionStart, .mentionEnd: true
    }
  }

  // MARK: What `unless` takes away

  private mutating func checkExclusions(of pattern: Rule.Pattern, _ rule: Rule) {
    let parts = pattern.template.parts
    for exclusion in rule.exclusions {
      let excluded = exclusion.pattern.template
      let isAlways: Bool
      switch exclusion.side {
      case .whole: isAlways = covers(excluded, rule, .sequence(parts.mention).simple, rule)
      case .after: isAlways = isStart(excluded, of: parts.after, rule)
      case .before: isAlways = isEnd(excluded, of: parts.before, rule)
      }
      guard isAlways else { continue }
      warn(
        exclusion.pattern.place,
        "【unless】 \(exclusion.side.rawValue) 【\(exclusion.pattern.text)】 always holds for the pattern in line "
          + "\(pattern.place.line), which so never finds anything")
    }
  }

  private mutating func isStart(_ template: Template, of parts: [Template], _ rule: Rule) -> Bool {
    guard let first = parts.first else { return false }
    if case .literal(let units) = template, case .literal(let text) = first {
      return text.starts(with: units)
    }
    return covers(template, rule, first, rule)
  }

  private mutating func isEnd(_ template: Template, of parts: [Template], _ rule: Rule) -> Bool {
    guard let last = parts.last else { return false }
    if case .literal(let units) = template, case .literal(let text) = last {
      return text.suffix(units.count) == units[...]
    }
    return covers(template, rule, last, rule)
  }

  // MARK: What a record needs

  private mutating func checkFields(of rule: Rule) {
    guard case .finds(let type) = rule.kind, let needed = RecordFields.needed[type] else { return }
    var seen: Set<String> = []
    let fields = fields(of: rule, &seen)
    guard !needed.contains(where: { $0.isSubset(of: fields) }) else { return }
    let closest = needed.map { $0.subtracting(fields).sorted() }.min { $0.count < $1.count } ?? []
    warn(
      rule.place,
      "【\(rule.id)】 never makes a record: no slot, column or 【set】 gives the field "
        + "【\(closest.joined(separator: ", "))】, which every \(type) needs")
  }

  /// The fields that a rule's matches may give, by their first names.
  private func fields(of rule: Rule, _ seen: inout Set<String>) -> Set<String> {
    guard seen.insert(rule.id).inserted else { return [] }
    var fields = Set(rule.settings.map { Self.first($0.field) })
    for slot in rule.slots {
      let prefix = slot.name.contains(".") ? Self.first(slot.name) : nil
      switch slot.kind {
      case .number, .largeNumber, .digitNumber, .bareNumber, .date, .words, .characters:
        fields.insert(Self.first(slot.name))
      case .cell(.date): fields.formUnion(["month", "day"])
      case .cell(let cell):
        fields.formUnion([Self.first(slot.name), cell == .money ? "currency" : "unit"])
      case .lexicon(let names):
        let columns = names.compactMap { LexiconSelection($0)?.lexicon }.flatMap { name in
          words.lexicons.first { $0.name == name }?.columns ?? []
        }
        fields.formUnion(columns.map { prefix ?? Self.first($0) })
      case .mention, .pattern:
        if ["start", "end"].contains(slot.name) { fields.insert(slot.name) }
        let makers = rules.filter { slot.kind.product == $0.product }
        for maker in makers { fields.formUnion(self.fields(of: maker, &seen)) }
      }
    }
    return fields
  }

  private static func first(_ name: String) -> String {
    name.split(separator: ".").first.map(String.init) ?? name
  }
}

extension Template {
  /// A sequence of one part is the part.
  var simple: Template {
    if case .sequence(let parts) = self, parts.count == 1 { return parts[0] }
    return self
  }
}
