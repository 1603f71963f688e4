// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Things, sums and days.
extension RowReading {
  /// What was given: each count of the row with its item; one alone with its worth.
  func things() -> [GivenThing] {
    let sum = (cells(.sum) + cells(.thing)).lazy.compactMap { self.sum(in: $0) }.first
    let counts = (cells(.thing) + cells(.count)).flatMap { cell in
      mentions(in: cell) { if case .quantity(let value) = $0 { value.unit != "%" } else { false } }
    }
    var things = counts.map { GivenThing(quantity: $0, item: item(of: $0)) }
    if things.isEmpty, let item = item(in: cells(.thing).first) {
      things = [GivenThing(item: item)]
    }
    if things.isEmpty { return sum.map { [GivenThing(amount: $0, item: project)] } ?? [] }
    if things.count == 1 { things[0].amount = sum }
    return things
  }

  /// 课桌椅 of 课桌椅采购: what the name of a project says that is bought.
  private var project: Event.Item? {
    guard kind == .purchase, let cell = cells(.project).first else { return nil }
    let name = withoutParenthesis(cell)
    var start: Int?
    article.units.withUnsafeBufferPointer { text in
      for place in name.range where start == nil {
        article.rules.trie.forEachMatch(in: text, at: place) { number, end in
          let word = article.rules.words[number]
          if end <= name.end, word.wordClass == .verb, word.kind == .purchase { start = place }
        }
      }
    }
    return start.flatMap { sentence.nounAtEnd(from: name.start, to: $0) }
  }

  private func sum(in cell: Extent) -> Int? {
    mentions(in: cell) { if case .amount = $0 { true } else { false } }.first
  }

  /// The noun that a count has, else the one that its row has for things.
  private func item(of count: Int) -> Event.Item? {
    guard case .quantity(let value) = article.mentions[count].value, let name = value.item else {
      return item(in: cells(.thing).first)
    }
    return Event.Item(name: name, extent: article.mentions[count].extent, mention: nil)
  }

  private func item(in cell: Extent?) -> Event.Item? {
    guard let cell, case let name = withoutParenthesis(cell), !sentence.isMoney(name) else {
      return nil
    }
    return sentence.nounAtEnd(from: name.start, to: name.end)
  }

  func date() -> Int? {
    cells(.date).lazy.compactMap { cell in
      self.mentions(in: cell) { if case .date = $0 { true } else { false } }.first
    }.first
  }

  /// Where the act is told: its sum or count, else the row.
  func place(of things: [GivenThing]) -> Extent {
    guard let mention = things.first.flatMap({ $0.amount ?? $0.quantity }) else {
      return sentence.trimmed(row.extent.start, row.extent.end) ?? row.extent
    }
    return article.mentions[mention].extent
  }

  /// Whether a row says enough: who, and what; a price where there is a column for it.
  func isWhole(_ draft: EventDraft) -> Bool {
    let hasSum = draft.things.contains { $0.amount != nil }
    switch kind {
    case .donation:
      return !draft.actors.isEmpty && !draft.things.isEmpty
    case .purchase, .acquisition, .import:
      return !draft.actors.isEmpty && (hasSum || !has(.sum) && !draft.things.isEmpty)
    default:
      return hasSum && !(draft.actors.isEmpty && draft.recipients.isEmpty)
    }
  }
}
