// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

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
  }

  package let rule: String
  package let kind: String
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

  /// The mentions that it is made of, in the order of the text.
  package var mentions: [Int] {
    let parts = [amount, quantity, date, share, item?.mention]
    guard actors.count + recipients.count <= 16 else {
      return Set(((actors + recipients).map(\.mention) + parts).compactMap { $0 }).sorted()
    }
    var found: [Int] = []
    found.reserveCapacity(8)
    func add(_ mention: Int?) {
      guard let mention, !found.contains(mention) else { return }
      found.insert(mention, at: found.lastIndex { $0 < mention }.map { $0 + 1 } ?? 0)
    }
    for party in actors { add(party.mention) }
    for party in recipients { add(party.mention) }
    for part in parts { add(part) }
    return found
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
  package let kind: String
  package let reason: Reason
}
