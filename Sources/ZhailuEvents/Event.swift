// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Who did what for whom: one event of an article, and how it was read.
package struct Event: Sendable {
  /// Somebody who acts or receives: a body that is mentioned, or words that describe somebody.
  package struct Party: Sendable, Hashable {
    package let name: String
    package let extent: Extent
    /// Index of the mention; `nil` for described parties.
    package let mention: Int?
    package let source: Source
  }

  /// How a party came to be one.
  package enum Source: String, Sendable {
    case subject, by, to, from, goal, object
    case carried = "carried over"
    /// Named above a table or in a row before.
    case above = "above the row"
  }

  package let rule: String
  package internal(set) var kind: EventKind
  package let verb: Extent
  package var actors: [Party]
  package var recipients: [Party]
  /// Indices of mentions.
  package var amount: Int?
  package var quantity: Int?
  package var date: Int?
  /// What share of all its count is: 分别占70%和72%.
  package var share: Int?
  package var item: Item?

  /// A thing, and where it is named.
  package struct Item: Sendable, Hashable {
    package let name: String
    package let extent: Extent
    package let mention: Int?
  }

  /// Whether a mention is of somebody named above the row that tells of the act.
  package func isAbove(_ mention: Int) -> Bool {
    actors.contains { $0.mention == mention && $0.source == .above }
      || recipients.contains { $0.mention == mention && $0.source == .above }
  }

  /// The mentions that it is made of, in the order of the text.
  package var mentions: [Int] {
    var all: [Int] = []
    all.reserveCapacity(actors.count + recipients.count + 5)
    func add(_ mention: Int?) { if let mention { all.append(mention) } }
    for party in actors { add(party.mention) }
    for party in recipients { add(party.mention) }
    add(amount)
    add(quantity)
    add(date)
    add(share)
    add(item?.mention)
    all.sort()
    // Sorted, so that what stands twice stands side by side.
    var count = 0
    for mention in all where count == 0 || all[count - 1] != mention {
      all[count] = mention
      count += 1
    }
    all.removeSubrange(count...)
    return all
  }
}

/// A verb of events that made none, and why: for those who tune rules.
package struct Refusal: Sendable, Hashable {
  package enum Reason: String, Sendable {
    case plan = "a plan or a promise"
    case negation = "it is denied"
    case noun = "the verb is part of a noun"
    case nothing = "nothing that was given stands near"
    case nobody = "nobody acts or receives"
  }

  package let verb: Extent
  package let rule: String
  package let kind: EventKind
  package let reason: Reason
}
