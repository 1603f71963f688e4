// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// From the winning candidates to mentions with values, in the order of the text.
///
/// A candidate whose fields make no value is no mention; its outcome says why.
struct Normalizer {
  let collector: FieldCollector
  private var items: ItemFinder
  /// The number of the block that holds a place.
  let block: (Int) -> Int
  private var dates: DateResolver

  init(
    collector: FieldCollector, items: ItemFinder, published: PublicationDate?,
    block: @escaping (Int) -> Int
  ) {
    self.collector = collector
    self.items = items
    self.block = block
    dates = DateResolver(published: published)
  }

  mutating func mentions(of candidates: inout [Candidate]) -> [Mention] {
    let winners = candidates.indices.filter {
      if case .won = candidates[$0].outcome { true } else { false }
    }.sorted { candidates[$0].extent < candidates[$1].extent }
    var mentions: [Mention] = []
    for index in winners {
      let candidate = candidates[index]
      do {
        mentions.append(
          Mention(
            candidate: index, type: candidate.type, extent: candidate.extent,
            value: try value(of: candidate),
            rule: collector.rules.units[candidate.unit].rule.id))
      } catch let failure as NormalizationFailure {
        candidates[index].outcome = .failed(failure)
      } catch {
        candidates[index].outcome = .failed(NormalizationFailure("\(error)"))
      }
    }
    return mentions
  }

  private mutating func value(of candidate: Candidate) throws -> Value {
    let fields = collector.fields(of: collector.run.matches[candidate.match])
    switch candidate.type {
    case .organization: return organization(fields, candidate)
    case .amount: return .amount(try AmountValue(fields))
    case .quantity:
      var value = try QuantityValue(fields)
      // A noun that serves as a unit is what is counted: 5省.
      if value.item == nil, fields.text("note") != "noun" {
        value.item = items.item(of: candidate.extent, dimension: value.dimension)
      }
      return .quantity(value)
    case .date:
      return .date(try dates.resolve(fields, block: block(candidate.extent.start)))
    case .number: return .number(try NumberValue(fields, name: "number"))
    case .ordinal:
      guard let ordinal = fields.numeral("ordinal")?.value else {
        throw NormalizationFailure("an ordinal without a number")
      }
      return .ordinal(ordinal)
    case .event: throw NormalizationFailure("events are linked, not matched")
    }
  }

  private func organization(_ fields: Fields, _ candidate: Candidate) -> Value {
    .organization(
      OrganizationValue(
        name: collector.original(candidate.extent), kind: fields.text("kind") ?? "company"))
  }
}
