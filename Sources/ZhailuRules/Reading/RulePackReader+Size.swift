// SPDX-License-Identifier: Apache-2.0

/// What a pack must not be larger than, so that no text takes long.
extension RulePackReader {
  /// A pack as large as this is made by no analyst.
  private static let mostSteps = 200_000
  private static let mostRules = 3000
  private static let mostStages = 100
  private static let mostSelections = 2000

  mutating func checkSize() {
    if stages.stages.count > Self.mostStages, let place = stages.stages.last?.files.first?.place {
      report(place, "more than 【\(Self.mostStages)】 stages; join some")
    }
    if rules.count > Self.mostRules {
      report(rules[Self.mostRules].place, "more than 【\(Self.mostRules)】 rules in a pack")
      return
    }
    checkSelections()
    var steps = 0
    for rule in rules {
      for pattern in rule.patterns + rule.exclusions.map(\.pattern) {
        steps += pattern.template.stepCount
        guard steps > Self.mostSteps else { continue }
        report(
          pattern.place,
          "with 【\(rule.id)】 the patterns of this pack take more than \(Self.mostSteps) steps; "
            + "too many to run")
        return
      }
    }
  }

  /// Each selection of a lexicon costs a look at all of its entries.
  private mutating func checkSelections() {
    var known: Set<String> = []
    for slot in rules.flatMap(\.slots) {
      for text in slot.kind.selections where known.insert(text).inserted {
        guard known.count > Self.mostSelections else { continue }
        return report(
          slot.place(of: text),
          "more than 【\(Self.mostSelections)】 selections of lexicons in a pack")
      }
    }
  }
}
