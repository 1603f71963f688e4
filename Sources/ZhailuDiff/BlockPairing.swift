// SPDX-License-Identifier: Apache-2.0
import ZhailuText

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
  private var ready: ArraySlice<Pair> = []
  private var isAtEnd = false

  package init(old: any BlockStream, new: any BlockStream) {
    self.old = old
    self.new = new
  }

  /// The next pair; those of one side only come last.
  package mutating func next() throws -> Pair? {
    while ready.isEmpty, !isAtEnd { try advance() }
    return ready.popFirst()
  }

  /// Reads from both sides until neither has a block that the other waits for, and puts the two
  /// that it ends at beside each other, or into waiting.
  private mutating func advance() throws {
    let left = try nextOld()
    let right = try nextNew()
    switch (left, right) {
    case (nil, nil):
      isAtEnd = true
      ready += waitingOld.rest.map { Pair(old: $0, new: nil) }
      ready += waitingNew.rest.map { Pair(old: nil, new: $0) }
    case (let left?, let right?) where left.document.isSame(as: right.document):
      ready.append(Pair(old: left, new: right))
    default:
      if let left { waitingOld.add(left) }
      if let right { waitingNew.add(right) }
    }
  }

  private mutating func nextOld() throws -> RecordBlock? {
    while let block = try old.next() {
      guard let partner = waitingNew.take(block.document) else { return block }
      ready.append(Pair(old: block, new: partner))
    }
    return nil
  }

  private mutating func nextNew() throws -> RecordBlock? {
    while let block = try new.next() {
      guard let partner = waitingOld.take(block.document) else { return block }
      ready.append(Pair(old: partner, new: block))
    }
    return nil
  }

  /// Blocks by document, in the order in which they came.
  private struct Waiting {
    private var blocks: [ExactText: [(order: Int, block: RecordBlock)]] = [:]
    private var count = 0

    mutating func add(_ block: RecordBlock) {
      blocks[ExactText(block.document), default: []].append((count, block))
      count += 1
    }

    mutating func take(_ document: String) -> RecordBlock? {
      let key = ExactText(document)
      guard !blocks.isEmpty, var list = blocks[key] else { return nil }
      let first = list.removeFirst()
      blocks[key] = list.isEmpty ? nil : list
      return first.block
    }

    var rest: [RecordBlock] {
      blocks.values.joined().sorted { $0.order < $1.order }.map(\.block)
    }
  }
}
