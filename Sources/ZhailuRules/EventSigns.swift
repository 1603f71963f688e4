// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A few characters, as units of folded text: membership costs some comparisons and no hash.
package struct UnitSet: Sendable {
  /// Sorted.
  package let units: [UInt16]

  package init(_ units: some Sequence<UInt16>) { self.units = Set(units).sorted() }

  package func contains(_ unit: UInt16) -> Bool {
    for own in units where own >= unit { return own == unit }
    return false
  }
}

/// Characters, units and words that say what a stretch beside a verb of events is: the lexicon
/// `event-sign`. 一家福建公司 ends in 司 (`body-end`) and so is somebody who acts.
package struct EventSigns: Sendable {
  package static let lexicon = "event-sign"

  package enum Sign: String, Sendable, CaseIterable {
    /// What names of bodies, persons and places that no lexicon knows end in.
    case bodyEnd = "body-end"
    /// What else is set up ends in it, though it does not act: 服务点.
    case siteEnd = "site-end"
    case personEnd = "person-end"
    case placeEnd = "place-end"
    /// What joins names: 、 和.
    case joiner
    /// What does not belong to a description at whose edge it stands: 的, “.
    case edge
    /// No noun goes on over it: 的, 约.
    case nounStop = "noun-stop"
    /// A verb that ends in it gives to who stands behind it: 给.
    case givingEnd = "giving-end"
    /// Of these, what no place stands behind: 给, not 到.
    case receiverEnd = "receiver-end"
    /// Dues end in it, which may be the item of a sum: 费.
    case dueEnd = "due-end"
    /// Units of people and firms, who receive and are not given: 家.
    case partyUnit = "party-unit"
    /// Units of what is not given: 次.
    case idleUnit = "idle-unit"
    /// A heading with it has lines of givers under it: 名单.
    case list
    /// Joins two that act on each other: 甲与乙签约.
    case with
    /// No subject ends in it: 在.
    case leadEnd = "lead-end"
    /// Stands behind a subject and is no part of it: 也.
    case tail
    /// A clause with it and a colon is followed by what a court orders: 判决.
    case order
    /// Behind a verb, it was done: 捐了. Before one: 已支付.
    case finished
    case done
    /// What is told is to be: 拟捐款; and 将, which moves things as well: 将80万元捐给.
    case planned
    case future
    /// Behind the date of a dispatch: 7月14日电.
    case wire
    /// So many names end in it that it says nothing of which is meant: 公司.
    case commonEnd = "common-end"
    /// Money to be given ends in it: 补助金.
    case moneyEnd = "money-end"
    /// A clause with it tells of a contract: 签.
    case contract
    /// Between who holds shares and the shares: 持有.
    case holding
    /// A clause that begins with it says what money is for: 用于.
    case purpose
    /// A rate that begins with it is a firm's capital: 注册.
    case capital
    /// Begins a clause about who gets it: 惠.
    case benefit
    /// Verbs that pay a price begin with it: 支付.
    case paying
    /// Makes a payment less than the price: 首期.
    case part
    /// What may stand between a verb of paying and the price, or behind the price: 房款.
    case price
    /// Says whom somebody goes to see, who gets what is brought: 走访.
    case visit
    /// Counts one that is named for the first time: 一台 before 掘进机.
    case article
    /// What money is put up for, that is no event of its own: 修建.
    case work
  }

  package let bodyEnds, siteEnds, personEnds, placeEnds, joiners, edges: UnitSet
  package let nounStops, givingEnds, receiverEnds, dueEnds: UnitSet
  package let finished, done, planned, futures, wires, commonEnds: UnitSet
  package let withs, leadEnds, tails, moneyEnds: UnitSet
  package let articles: UnitSet
  package let partyUnits, idleUnits: Set<String>
  package let lists, contracts, holdings, purposes, capitals, benefits: EventForms
  package let paying, parts, prices, orders, works, visits: EventForms
  private let forms: [[String]]

  init(_ lexicon: Lexicon?) {
    var forms: [String: [String]] = [:]
    for entry in lexicon?.entries.indices ?? 0..<0 {
      guard let lexicon else { break }
      forms[lexicon.value("class", of: entry) ?? "", default: []].append(
        lexicon.entries[entry].form)
    }
    self.init(Sign.allCases.map { forms[$0.rawValue] ?? [] })
  }

  /// `forms` in the order of the signs.
  private init(_ forms: [[String]]) {
    let folded = forms.map { $0.map { FoldTable.fold($0) } }
    func units(_ sign: Sign) -> UnitSet {
      let index = Sign.allCases.firstIndex(of: sign) ?? 0
      return UnitSet(folded[index].compactMap(\.first))
    }
    func texts(_ sign: Sign) -> [String] { forms[Sign.allCases.firstIndex(of: sign) ?? 0] }
    bodyEnds = units(.bodyEnd)
    siteEnds = units(.siteEnd)
    personEnds = units(.personEnd)
    placeEnds = units(.placeEnd)
    joiners = units(.joiner)
    edges = units(.edge)
    nounStops = units(.nounStop)
    givingEnds = units(.givingEnd)
    receiverEnds = units(.receiverEnd)
    dueEnds = units(.dueEnd)
    withs = units(.with)
    leadEnds = units(.leadEnd)
    tails = units(.tail)
    moneyEnds = units(.moneyEnd)
    finished = units(.finished)
    done = units(.done)
    planned = units(.planned)
    futures = units(.future)
    wires = units(.wire)
    commonEnds = units(.commonEnd)
    articles = units(.article)
    partyUnits = Set(texts(.partyUnit))
    idleUnits = Set(texts(.idleUnit))
    func words(_ sign: Sign) -> EventForms { EventForms(texts(sign).map { FoldTable.fold($0) }) }
    lists = words(.list)
    contracts = words(.contract)
    holdings = words(.holding)
    purposes = words(.purpose)
    capitals = words(.capital)
    benefits = words(.benefit)
    paying = words(.paying)
    parts = words(.part)
    prices = words(.price)
    orders = words(.order)
    works = words(.work)
    visits = words(.visit)
    self.forms = forms
  }

  func write(to writer: inout ImageWriter) { for list in forms { writer.write(list) } }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    var forms: [[String]] = []
    for _ in Sign.allCases { forms.append(Array(try reader.texts())) }
    self.init(forms)
  }
}
