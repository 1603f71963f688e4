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
  let units: Buffer<UInt16>
  private var items: ItemFinder
  private var places: TextPlaces
  /// What the article has told so far; what it tells here is added.
  let thread: ArticleThread
  /// What shared names may mean, by the likeliest currency.
  var shared: [String: SharedCurrency] = [:]
  /// The fields of one match after the other.
  private var scratch = Fields()
  /// The collector's numbers of the fields that organizations are asked for.
  private let kindNumber: Int32
  private let fullNumber: Int32
  /// The sum before, whose currency a bare one of the sentence takes.
  var lastSum: (sentence: Int, currency: String)?

  init(
    _ run: MatchRun, collector: FieldCollector, items: ItemFinder, thread: ArticleThread
  ) {
    kindNumber = collector.plan.number(of: "kind")
    fullNumber = collector.plan.number(of: "full")
    candidates = run.candidates
    units = run.text.units
    places = TextPlaces(run.text.units, after: thread.place)
    self.thread = thread
    self.collector = collector
    self.items = items
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

  /// Notes the end of the text, before the line feed that closes it.
  mutating func noteEnd() { thread.place = places.place(of: max(0, units.count - 1)) }

  private func type(of candidate: Candidate) -> MentionType {
    collector.plan.rules.type(ofUnit: Int(candidate.unit))
  }

  /// “八门湾”, “九斤黄”: a Chinese numeral that begins a few characters in quotation marks is part of a name.
  /// A share is none, nor a number and its unit that are all of it, “五公斤”; but “五公里” may be a race and
  /// “三家” three clans.
  private func isInName(_ extent: Extent, _ dimension: String) -> Bool {
    guard extent.start > 0, units[extent.start - 1] == Mark.openQuote, dimension != "ratio",
      CharacterClass.of(units[extent.start]).contains(.hanNumeral)
    else { return false }
    let isName = dimension == "length" || dimension == "count" && extent.count <= 2
    if !isName, extent.end < units.count, units[extent.end] == Mark.closeQuote { return false }
    return closesQuote(soonBehind: extent.end)
  }

  /// Whether a quotation mark closes within four Chinese characters.
  private func closesQuote(soonBehind start: Int) -> Bool {
    for place in start..<min(start + 4, units.count) {
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
      let place = places.place(of: candidate.extent.start)
      var amount = try amount(fields, candidate.extent, place)
      let sentence = place.sentence
      if places.isInTitle(candidate.extent) { throw NormalizationFailure("a sum in a title") }
      if Note(fields) == .thread, let last = lastSum, last.sentence == sentence {
        amount.currency = last.currency
      }
      lastSum = (sentence, amount.currency)
      return .amount(amount)
    case .quantity:
      if places.isInTitle(candidate.extent) { throw NormalizationFailure("a number in a title") }
      var value = try QuantityValue(fields)
      if value.number.modifier == nil, isInName(candidate.extent, value.dimension) {
        throw NormalizationFailure("a name with a numeral")
      }
      if value.item == nil, Note(fields)?.isNoun != true {
        value.item = items.item(of: candidate.extent, dimension: value.dimension)
      }
      return .quantity(value)
    case .date:
      var place = places.place(of: candidate.extent.start)
      place.isAll = places.isAll(candidate.extent)
      if places.isInTitle(candidate.extent) { throw NormalizationFailure("a date in a title") }
      return .date(try thread.dates.resolve(fields, at: place))
    case .number: return .number(try NumberValue(fields, name: "number"))
    case .ordinal:
      guard let ordinal = fields.numeral("ordinal")?.value else {
        throw NormalizationFailure("an ordinal without a number")
      }
      return .ordinal(ordinal)
    case .event: throw NormalizationFailure("events are linked, not matched")
    }
  }

  /// Its name is that of its body, which is not known before the document is read.
  private func organization(_ candidate: Candidate) -> Value {
    let match = collector.matches[Int(candidate.match)]
    let kind = collector.text(kindNumber, of: match)
    return .organization(
      OrganizationValue(
        name: "", kind: kind.flatMap(BodyKind.init) ?? .company,
        full: collector.text(fullNumber, ofWhole: match)))
  }
}

/// What a rule or an entry notes of a number for the reader of its value; all else that they note is for
/// other rules.
enum Note: String {
  /// The currency of a sum is that of the one before: 融资3亿美元，其中A轮8000万.
  case thread
  /// Countries share the name of the currency: 卢比.
  case shared
  /// A noun that serves as a unit is what is counted: 5省.
  case noun
  /// The same, of a noun that is counted behind digits alone: 四县 are mostly four that were named before.
  case nounOne = "nounone"

  init?(_ fields: Fields) {
    guard let text = fields.text("note") else { return nil }
    self.init(rawValue: text)
  }

  var isNoun: Bool { self == .noun || self == .nounOne }
}
