// SPDX-License-Identifier: Apache-2.0

/// How verbs of one kind bring in who does what to whom, as a rule of `event.yaml` says it.
///
///     verb: lexicon event-verb[frame=give]
///     roles: { subject: actor, by: actor, to: recipient, goal: recipient, object: recipient }
///     needs: given
///
/// 甲向乙捐款200万: 甲 is the subject and so the actor; 乙 stands after 向 (to) and so is the recipient.
package struct EventFrame: Sendable, Hashable {
  /// Where in a clause a party may stand.
  package enum Place: String, Sendable, CaseIterable {
    /// Before the verb and its prepositions: 甲捐款; or of an earlier clause.
    case subject
    /// After 由 or 被.
    case by
    /// After 向, 给, 为 or 对, before the verb.
    case to
    /// After 从 or 自.
    case from
    /// After the verb and 给, 予 or 到: 捐给乙.
    case goal
    /// Directly after the verb: 奖励乙5万元.
    case object
  }

  package enum Role: String, Sendable, CaseIterable { case actor, recipient }

  /// What an event must at least have.
  package enum Need: String, Sendable, CaseIterable {
    /// A sum, a count, or a named thing.
    case given
    /// A sum, or a count.
    case number
    /// A sum.
    case sum
    /// A count, or a named thing.
    case thing
    /// A body: an organization or a noun for one.
    case body
    /// A sum, a count, or somebody it is done to.
    case target
    /// A sum, a count, or a body that is named before the verb with nothing behind it: 甲公司复工.
    case doer
  }

  /// The rule's name.
  package let rule: String
  /// The lexicon of its verbs, with a selection.
  package let verb: String
  package let roles: PlaceRoles
  package let needs: Need
  /// More that is true of its verbs.
  package let traits: Traits

  package enum Trait: String, Sendable, CaseIterable {
    /// A sum has an item too: 减免租金5万元. Of gifts of money the item says nothing.
    case itemOfSum = "item-of-sum"
    /// Shares are counts too: 减免50%的租金.
    case share
    /// Shares of a firm are counts too, and buying them is an acquisition: 收购51%的股权.
    case stake
    /// The actor lends: where only the other party's name is a lender's, the two change places.
    case lender
    /// Goods that the same sentence buys, 购买170件军大衣并捐助给…, may be what is given.
    case passesOn = "passes-on"
    /// Its events are given up where the goods are passed on.
    case onTheWay = "on-the-way"
    /// Counts of people and firms are what it is about, not whom it is for.
    case countsParties = "counts-parties"
    /// Its sum pays for what the next verb says: 出资260万元,买下…
    case funds
    /// No event without an actor: 获赠电脑20台 does not say who gave.
    case giver
    /// Its words are no verbs but the headings of a table whose rows tell acts: 捐赠单位, 金额.
    case table
    /// Who invests in a round of financing is told by it: 完成3亿元A轮融资,由甲领投.
    case rounds
  }

  /// A set of traits, as bits.
  package struct Traits: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    package init(_ traits: some Sequence<Trait>) {
      for trait in traits { bits |= Self.bit(trait) }
    }

    package init(arrayLiteral elements: Trait...) { self.init(elements) }

    package func contains(_ trait: Trait) -> Bool { bits & Self.bit(trait) != 0 }
    package var all: [Trait] { Trait.allCases.filter(contains) }

    private static func bit(_ trait: Trait) -> UInt64 {
      switch trait {
      case .itemOfSum: 1
      case .share: 2
      case .stake: 4
      case .lender: 8
      case .passesOn: 16
      case .onTheWay: 32
      case .countsParties: 64
      case .funds: 128
      case .giver: 256
      case .table: 512
      case .rounds: 1024
      }
    }
  }

  package init(
    rule: String, verb: String, roles: PlaceRoles, needs: Need, traits: Traits = []
  ) {
    self.rule = rule
    self.verb = verb
    self.roles = roles
    self.needs = needs
    self.traits = traits
  }
}

// MARK: As settings of a rule

extension EventFrame {
  /// A frame travels as the settings of its rule, so that compiled packs need nothing new for it.
  /// `place` is that of the verb.
  func settings(at place: Diagnostic.Place) -> [Rule.Setting] {
    var pairs = [("verb", verb), ("needs", needs.rawValue)]
    pairs += Place.allCases.compactMap { place in
      roles[place].map { (place.rawValue, $0.rawValue) }
    }
    pairs += traits.all.map(\.rawValue).sorted().map { ($0, "yes") }
    return pairs.map { Rule.Setting(field: $0.0, source: .constant($0.1), place: place) }
  }

  /// Where the rule names its verbs.
  static func placeOfVerb(_ rule: Rule) -> Diagnostic.Place {
    rule.settings.first { $0.field == "verb" }?.place ?? rule.place
  }

  /// `nil` where the rule finds no events.
  init?(_ rule: Rule) {
    guard rule.kind == .finds("event") else { return nil }
    var values: [String: String] = [:]
    for setting in rule.settings {
      if case .constant(let text) = setting.source { values[setting.field] = text }
    }
    guard let verb = values["verb"], let needs = values["needs"].flatMap(Need.init) else {
      return nil
    }
    var roles: PlaceRoles = [:]
    for place in Place.allCases {
      roles[place] = values[place.rawValue].flatMap(Role.init)
    }
    let traits = Trait.allCases.filter { values[$0.rawValue] != nil }
    self.init(rule: rule.id, verb: verb, roles: roles, needs: needs, traits: Traits(traits))
  }
}
