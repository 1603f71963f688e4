// SPDX-License-Identifier: Apache-2.0

/// Puts the blocks of one document on both sides beside each other.
///
/// Mostly both sides have the same documents in the same order, and a pair is compared as it comes.
/// A document that one side does not have at its place waits until the other comes to it; those
/// that wait in vain were added or removed.
package struct BlockPairing {
  package struct Pair: Sendable {
    package let old: RecordBlock?
    package let new: RecordBlock?
    package var document: String { (new ?? old)?.document ?? "" }
  }

  private var old: any BlockStream
  private var new: any BlockStream
  private var waitingOld = Waiting()
  private var waitingNew = Waiting()

  package init(old: any BlockStream, new: any BlockStream) {
    self.old = old
    self.new = new
  }

  /// Calls `body` with each pair; those of one side only come last.
  package mutating func forEach(_ body: (Pair) throws -> Void) throws {
    while true {
      let left = try Self.advance(&old, partners: &waitingNew) { block, partner in
        try body(Pair(old: block, new: partner))
      }
      let right = try Self.advance(&new, partners: &waitingOld) { block, partner in
        try body(Pair(old: partner, new: block))
      }
      if let left, let right, left.document == right.document {
        try body(Pair(old: left, new: right))
        continue
      }
      if left == nil, right == nil { break }
      if let left { waitingOld.add(left) }
      if let right {
        if let partner = waitingOld.take(right.document) {
          try body(Pair(old: partner, new: right))
        } else {
          waitingNew.add(right)
        }
      }
    }
    for block in waitingOld.rest { try body(Pair(old: block, new: nil)) }
    for block in waitingNew.rest { try body(Pair(old: nil, new: block)) }
  }

  /// The next block for which nothing waits on the other side.
  private static func advance(
    _ stream: inout any BlockStream, partners: inout Waiting,
    _ body: (RecordBlock, RecordBlock) throws -> Void
  ) throws -> RecordBlock? {
    while let block = try stream.next() {
      guard let partner = partners.take(block.document) else { return block }
      try body(block, partner)
    }
    return nil
  }

  /// Blocks by document, in the order in which they came.
  private struct Waiting {
    private var blocks: [String: [(order: Int, block: RecordBlock)]] = [:]
    private var count = 0

    mutating func add(_ block: RecordBlock) {
      blocks[block.document, default: []].append((count, block))
      count += 1
    }

    mutating func take(_ document: String) -> RecordBlock? {
      guard !blocks.isEmpty, var list = blocks[document] else { return nil }
      let first = list.removeFirst()
      blocks[document] = list.isEmpty ? nil : list
      return first.block
    }

    var rest: [RecordBlock] {
      blocks.values.joined().sorted { $0.order < $1.order }.map(\.block)
    }
  }
}
