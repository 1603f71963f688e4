// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

extension Explanation {
  /// What rules tried at a place, for people, the nearest first:
  ///
  ///     amount.plain: read 200万 ({amount} 200万), then wanted {currency} (lexicon currency-after), found 件到武汉
  ///
  /// Those that won are left out: they are explained already.
  package func text(of tries: [RuleTry], most: Int = 8) -> [String] {
    let told = tries.compactMap(line)
    guard told.count > most else { return told }
    return told.prefix(most) + ["… and \(told.count - most) more; --all shows them"]
  }

  private func line(_ attempt: RuleTry) -> String? {
    guard let outcome = outcome(attempt) else { return nil }
    let parts = attempt.parts.filter { !$0.name.isEmpty && $0.extent.count > 0 }
      .map { "\($0.name) \(shown($0.extent))" }
    let slots = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    let rule = rules.units[attempt.unit].rule.id
    return "\(rule): read \(shown(attempt.read))\(slots)\(outcome)"
  }

  /// `nil` where it won.
  private func outcome(_ attempt: RuleTry) -> String? {
    switch attempt.outcome {
    case .wanted(let wanted, let found, let isBefore):
      let what = wanted.isEmpty ? "more" : wanted.prefix(5).joined(separator: " or ")
      // What stands behind a line break is no answer to what was wanted here.
      let lines = extraction.text.original(of: found, in: source)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let near = (isBefore ? lines.last : lines.first).map(String.init) ?? ""
      let edge = isBefore ? "the beginning of the paragraph" : "the end of the paragraph"
      let there = near.isEmpty ? edge : near
      return isBefore
        ? "; before it wanted \(what), found \(there)" : ", then wanted \(what), found \(there)"
    case .excluded(let side, let template):
      return "; but 【unless】 \(side) 【\(template)】 holds"
    case .offTopic(let lexicons):
      return
        "; but no word of \(lexicons.joined(separator: " or ")) is in its paragraph or next to it "
        + "(【about】)"
    case .matched: return fate(of: attempt)
    }
  }

  private func fate(of attempt: RuleTry) -> String? {
    guard let mention = attempt.mention else { return nil }
    let found = shown(mention)
    let candidate = extraction.candidates.first {
      $0.unit == attempt.unit && $0.extent == mention
    }
    switch candidate?.outcome {
    case .won: return nil
    case .lost(let owner):
      let winner = extraction.candidates[owner]
      return "; 【\(found)】 lost to 【\(shown(winner.extent))】 of "
        + rules.units[winner.unit].rule.id
    case .failed(let failure): return "; 【\(found)】 has no value: \(failure)"
    case nil: return "; 【\(found)】 matched, and a longer match of this rule went before it"
    }
  }
}
