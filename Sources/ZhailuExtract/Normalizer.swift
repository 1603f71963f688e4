// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// From the claims that won to mentions with values, in the order of the text.
///
/// A candidate whose fields make no value is no mention; its outcome says why.
struct Normalizer {
  let collector: FieldCollector
  private var items: ItemFinder
  /// The number of the block that holds a place.
  let block: (Int) -> Int
  private var dates: DateResolver
  /// The sentences that end before the unit at `counted`.
  private var sentence = 0
  private var counted = 0
  private let isTraditional: () -> Bool
  /// Found out where the first sum asks for it.
  private var home: HomeCurrency?

  init(
    collector: FieldCollector, items: ItemFinder, published: PublicationDate?,
    block: @escaping (Int) -> Int, isTraditional: @escaping () -> Bool
  ) {
    self.isTraditional = isTraditional
    self.collector = collector
    self.items = items
    self.block = block
    dates = DateResolver(published: published)
  }

  /// The mentions of the claims that won, and why others of them have no value, by claim.
  mutating func mentions() -> (mentions: [Mention], failures: [Int: NormalizationFailure]) {
    let run = collector.run
    var winners = Buffer<Int32>()
    defer { winners.free() }
    for index in 0..<run.claims.count where run.claims[index].owner < 0 {
      winners.append(Int32(truncatingIfNeeded: index))
    }
    Sorting.sortStably(winners.elements) {
      run.claims[Int($0)].start < run.claims[Int($1)].start
    }
    var mentions: [Mention] = []
    var failures: [Int: NormalizationFailure] = [:]
    mentions.reserveCapacity(winners.count)
    for winner in winners.elements {
      let claim = run.claims[Int(winner)]
      do {
        mentions.append(
          Mention(
            candidate: Int(winner), type: type(of: claim), extent: claim.extent,
            value: try value(of: claim),
            rule: collector.rules.units[Int(claim.unit)].rule.id))
      } catch let failure as NormalizationFailure {
        failures[Int(winner)] = failure
      } catch {
        failures[Int(winner)] = NormalizationFailure("\(error)")
      }
    }
    return (mentions, failures)
  }

  private func type(of claim: Claim) -> MentionType { collector.run.type(of: claim) }

  /// The paragraph and the sentence that hold a place. Places come in the order of the text.
  private mutating func place(of start: Int) -> DatePlace {
    let units = collector.run.text.units
    while counted < start, counted < units.count {
      if CharacterClass.of(units[counted]).contains(.sentenceEnd) { sentence &+= 1 }
      counted &+= 1
    }
    return DatePlace(block: block(start), sentence: sentence)
  }

  private mutating func value(of claim: Claim) throws -> Value {
    let fields = collector.fields(of: collector.run.matches[Int(claim.match)])
    switch type(of: claim) {
    case .organization: return organization(fields, claim)
    case .amount: return .amount(try amount(fields))
    case .quantity:
      var value = try QuantityValue(fields)
      // A noun that serves as a unit is what is counted: 5省.
      if value.item == nil, fields.text("note")?.hasPrefix("noun") != true {
        value.item = items.item(of: claim.extent, dimension: value.dimension)
      }
      return .quantity(value)
    case .date:
      return .date(try dates.resolve(fields, at: place(of: claim.extent.start)))
    case .number: return .number(try NumberValue(fields, name: "number"))
    case .ordinal:
      guard let ordinal = fields.numeral("ordinal")?.value else {
        throw NormalizationFailure("an ordinal without a number")
      }
      return .ordinal(ordinal)
    case .event: throw NormalizationFailure("events are linked, not matched")
    }
  }

  /// A sum in 元 of no country, or with no currency at all, is one of the article's own.
  private mutating func amount(_ fields: Fields) throws -> AmountValue {
    var amount = try AmountValue(fields)
    let isOfNoCountry = fields.text("home") != nil && Set(fields.texts("currency")) == ["CNY"]
    guard isOfNoCountry || amount.evidence != nil else { return amount }
    let home =
      home ?? HomeCurrency(run: collector.run, collector: collector, isTraditional: isTraditional)
    self.home = home
    amount.currency = home.currency ?? amount.currency
    return amount
  }

  private func organization(_ fields: Fields, _ claim: Claim) -> Value {
    .organization(
      OrganizationValue(
        name: collector.original(claim.extent), kind: fields.text("kind") ?? "company"))
  }
}
