// SPDX-License-Identifier: Apache-2.0

/// A body that a document speaks of, with all places where it is named.
public struct Entity: Hashable, Sendable, Identifiable {
  /// What the mentions have as `entity`.
  public let id: String
  /// The longest form in the document.
  public let name: String
  /// company, government, association and so on, as of an ``Organization``.
  public let kind: String
  /// At least one, in the order of the records.
  public let mentions: [Record]
}

extension Sequence<Record> {
  /// The bodies that the records name, in the order in which they are named first.
  public var entities: [Entity] {
    var mentions: [String: [Record]] = [:]
    var bodies: [Organization] = []
    for record in self {
      guard case .organization(let body) = record.value else { continue }
      if mentions[body.entity] == nil { bodies.append(body) }
      mentions[body.entity, default: []].append(record)
    }
    return bodies.map {
      Entity(id: $0.entity, name: $0.name, kind: $0.kind, mentions: mentions[$0.entity] ?? [])
    }
  }

  /// The events among the records, without their places.
  public var events: [Event] {
    compactMap { record in
      if case .event(let event) = record.value { return event }
      return nil
    }
  }
}
