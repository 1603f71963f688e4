// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// From the candidates that won to mentions with values, in the order of the text.
///
/// A candidate whose fields make no value is no mention; its outcome says why.
struct Normalizer {
  let collector: FieldCollector
  private let candidates: Buffer<Candidate>
  private let units: Buffer<UInt16>
  private var items: ItemFinder
  private var dates: DateResolver
  /// The blocks and the sentences that end before the unit at `counted`.
  private var place = DatePlace(block: 0, sentence: 0)
  private var counted = 0
  /// Whether nothing but spaces stands between the beginning of a paragraph and `counted`.
  private var isAtStart = true
  /// Where the title begins that the unit at `counted` is in: 《2019年工作报告》; -1 outside of one.
  private var title = -1
  private let isTraditional: () -> Bool
  /// Found out where the first sum asks for it.
  private var home: HomeCurrency?
  /// The fields of one match after the other.
  private var scratch = Fields()
  /// The collector's number of the field that organizations are asked for.
  private let kindNumber: Int32
  /// The sum before, whose currency a bare one of the sentence takes.
  private var lastSum: (sentence: Int, currency: String)?

  init(
    _ run: MatchRun, collector: FieldCollector, items: ItemFinder, published: PublicationDate?,
    isTraditional: @escaping () -> Bool
  ) {
    kindNumber = collector.plan.number(of: "kind")
    candidates = run.candidates
    units = run.text.units
    self.isTraditional = isTraditional
    self.collector = collector
    self.items = items
    dates = DateResolver(published: published, isTraditional: isTraditional)
  }

  /// The mentions of the candidates that won, and why others of them have no value, by their index.
  mutating func mentions() -> (mentions: [Mention], failures: [Int: NormalizationFailure]) {
    var winners = Buffer<Int32>()
    defer { winners.free() }
    for index in 0..<candidates.count where candidates[index].owner < 0 {
      winners.append(Int32(truncatingIfNeeded: index))
    }
    Sorting.sortStably(winners.elements) {
      candidates[Int($0)].start < candidates[Int($1)].start
    }
    var mentions: [Mention] = []
    var failures: [Int: NormalizationFailure] = [:]
    mentions.reserveCapacity(winners.count)
    for winner in winners.elements {
      let candidate = candidates[Int(winner)]
      do {
        mentions.append(
          Mention(
            candidate: Int(winner), type: type(of: candidate), extent: candidate.extent,
            value: try value(of: candidate),
            rule: collector.plan.rules.units[Int(candidate.unit)].rule.id))
      } catch let failure as NormalizationFailure {
        failures[Int(winner)] = failure
      } catch {
        failures[Int(winner)] = NormalizationFailure("\(error)")
      }
    }
    return (mentions, failures)
  }

  private func type(of candidate: Candidate) -> MentionType {
    collector.plan.rules.type(ofUnit: Int(candidate.unit))
  }

  /// The paragraph and the sentence that hold a place. Places come in the order of the text, whose
  /// blocks are set apart by line feeds.
  private mutating func place(of start: Int) -> DatePlace {
    let classes = CharacterClass.table
    for next in counted..<max(counted, min(start, units.count)) {
      let unit = units[next]
      isAtStart = unit == Mark.lineFeed || (isAtStart && unit == Mark.space)
      if unit == Mark.openTitle || unit == Mark.closeTitle {
        title = unit == Mark.openTitle ? next : -1
        continue
      }
      guard classes[Int(unit)].meets(.sentenceEnd) else { continue }
      title = -1
      place.sentence &+= 1
      if unit == Mark.lineFeed { place.block &+= 1 }
    }
    counted = max(counted, start)
    place.isFirst = isAtStart
    return place
  }

  /// Whether the title that is open before a mention, for no more than a title's length, closes
  /// behind it. `place(of:)` comes before.
  private func isInTitle(_ extent: Extent) -> Bool {
    let reach = 60
    guard title >= 0, extent.start - title <= reach else { return false }
    var place = extent.end
    while place < units.count, place - extent.end < reach {
      let unit = units[place]
      if unit == Mark.closeTitle { return true }
      if unit == Mark.openTitle || CharacterClass.of(unit).contains(.sentenceEnd) { return false }
      place &+= 1
    }
    return false
  }

  /// “八门湾”, “九斤黄”: a Chinese numeral that begins a few characters in quotation marks is part of a name.
  private func isInName(_ extent: Extent) -> Bool {
    guard extent.start > 0, units[extent.start - 1] == Mark.openQuote,
      CharacterClass.of(units[extent.start]).contains(.hanNumeral)
    else { return false }
    for place in extent.end..<min(extent.end + 4, units.count) {
      if units[place] == Mark.closeQuote { return true }
      if !CharacterClass.of(units[place]).contains(.han) { return false }
    }
    return false
  }

  private mutating func value(of candidate: Candidate) throws -> Value {
    if type(of: candidate) == .organization { return organization(candidate) }
    var fields = Fields()
    swap(&fields, &scratch)
    defer { swap(&fields, &scratch) }
    fields.removeAll()
    collector.add(collector.matches[Int(candidate.match)], to: &fields)
    return try value(of: candidate, fields)
  }

  private mutating func value(of candidate: Candidate, _ fields: Fields) throws -> Value {
    switch type(of: candidate) {
    case .organization: return organization(candidate)
    case .amount:
      var amount = try amount(fields)
      let sentence = place(of: candidate.extent.start).sentence
      if isInTitle(candidate.extent) { throw NormalizationFailure("a sum in a title") }
      // 融资3亿美元，其中A轮8000万.
      if fields.text("note") == "thread", let last = lastSum, last.sentence == sentence {
        amount.currency = last.currency
      }
      lastSum = (sentence, amount.currency)
      return .amount(amount)
    case .quantity:
      _ = place(of: candidate.extent.start)
      if isInTitle(candidate.extent) { throw NormalizationFailure("a number in a title") }
      var value = try QuantityValue(fields)
      if value.dimension != "ratio", isInName(candidate.extent) {
        throw NormalizationFailure("a name with a numeral")
      }
      // A noun that serves as a unit is what is counted: 5省.
      if value.item == nil, fields.text("note")?.hasPrefix("noun") != true {
        value.item = items.item(of: candidate.extent, dimension: value.dimension)
      }
      return .quantity(value)
    case .date:
      let place = place(of: candidate.extent.start)
      if isInTitle(candidate.extent) { throw NormalizationFailure("a date in a title") }
      return .date(try dates.resolve(fields, at: place))
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
    let isOfNoCountry =
      fields.text("home") != nil && amount.currency == "CNY"
      && fields.texts("currency").allSatisfy { $0 == "CNY" }
    guard isOfNoCountry || amount.evidence != nil else { return amount }
    let home =
      home ?? HomeCurrency(collector, isTraditional: isTraditional)
    self.home = home
    amount.currency = home.currency ?? amount.currency
    return amount
  }

  /// Its name is that of its body, which is not known before the document is read.
  private func organization(_ candidate: Candidate) -> Value {
    let kind = collector.text(kindNumber, of: collector.matches[Int(candidate.match)])
    return .organization(OrganizationValue(name: "", kind: kind ?? "company"))
  }
}
