// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Weighs the spans that may be mentions, and chooses those that make the greatest sum without
/// overlap. Its buffers are used again for one text after the other.
struct EvidenceWeigher {
  /// A span that was chosen, and its weight.
  struct Choice: BitwiseCopyable {
    let span: EvidenceSpan
    let weight: Int32
  }

  /// What the anchor of a span adds, which is the same for all that begin before it.
  private struct Anchor: BitwiseCopyable {
    var start: Int32 = -1
    var hash: UInt64 = 0
    var alone: Int32 = 0
    var before: Int32 = 0
    var lists: UInt64 = 0
    /// The index of its rule; -1 of none.
    var rule = -1
    /// What its lists and its rule weigh before the longest middle.
    var farthest: Int32 = 0
  }

  /// A span that weighs enough, and the best sum of a set that ends with it or before it.
  private struct Best: BitwiseCopyable {
    let span: Int32
    /// How many of those before it end where it begins, or before.
    let rest: Int32
    let sum: Int32
    let isTaken: Bool
  }

  let model: EvidenceModel
  private let tables: EvidenceTables
  private let texts: EvidenceWeights
  /// What a mention must weigh more than.
  let threshold: Int
  private(set) var spans = Buffer<EvidenceSpan>(capacity: 4096)
  private(set) var choices = Buffer<Choice>()
  private(set) var weights = Buffer<Int32>(capacity: 4096)
  private var sums: EvidenceSums
  private var bests = Buffer<Best>()
  /// By place: how many of `bests` end there or before.
  private var counts = Buffer<Int32>()
  private var spare = Buffer<EvidenceSpan>()
  private var spareWeights = Buffer<Int32>()

  init(model: EvidenceModel, threshold: Int) {
    self.model = model
    tables = EvidenceTables(model)
    texts = model.texts
    self.threshold = threshold
    sums = EvidenceSums(model)
  }

  func free() {
    tables.free()
    spans.free()
    choices.free()
    weights.free()
    sums.free()
    bests.free()
    counts.free()
    spare.free()
    spareWeights.free()
  }

  /// Begins a text.
  mutating func reset(_ text: EvidenceText) { sums.reset(text) }

  /// Weighs the spans of `seeds` in the text.
  mutating func weigh(_ seeds: Buffer<EvidenceSeed>, in text: EvidenceText) {
    EvidenceSpans.find(seeds, in: text.units, into: &spans)
    sums.read(spans, in: text, model)
    weighAll(seeds, in: text)
  }

  /// Adds spans for the seeds from `first` on, which stand in the order of seeds among themselves and
  /// propose nothing but themselves.
  mutating func weigh(more first: Int, of seeds: Buffer<EvidenceSeed>, in text: EvidenceText) {
    let (known, knownWeights) = (spans, weights)
    (spans, weights) = (spare, spareWeights)
    (spare, spareWeights) = (known, knownWeights)
    spans.removeAll()
    for index in first..<seeds.count {
      let seed = seeds[index]
      spans.append(
        EvidenceSpan(
          start: seed.start, end: seed.end, anchor: seed.start,
          seed: Int32(truncatingIfNeeded: index)))
    }
    sums.read(spans, in: text, model)
    weighAll(seeds, in: text)
    merge()
  }

  /// Puts the spans of `spare` among those of `spans`, by end, then by start descending.
  private mutating func merge() {
    let (newSpans, newWeights) = (spans, weights)
    (spans, weights) = (spare, spareWeights)
    (spare, spareWeights) = (newSpans, newWeights)
    var (left, right) = (spans.count, newSpans.count)
    for index in 0..<right {
      spans.append(newSpans[index])
      weights.append(newWeights[index])
    }
    var target = left + right
    while right > 0 {
      target -= 1
      let (new, old) = (newSpans[right - 1], left > 0 ? spans[left - 1] : newSpans[right - 1])
      if left > 0, old.end > new.end || old.end == new.end && old.start < new.start {
        left -= 1
        (spans.base[target], weights.base[target]) = (old, weights[left])
      } else {
        right -= 1
        (spans.base[target], weights.base[target]) = (new, newWeights[right])
      }
    }
  }

  /// Weighs `spans` by the groups that end in the same place.
  private mutating func weighAll(_ seeds: Buffer<EvidenceSeed>, in text: EvidenceText) {
    weights.removeAll()
    let (places, sums, tables) = (UnsafePointer(text.places.base), sums.pointer, self.tables)
    var anchor = Anchor()
    var (end, place, endWeight) = (Int32(-1), 0, Int32(0))
    var (inner, innerWeight) = (UInt64(0), Int32(0))
    for index in 0..<spans.count {
      let span = spans[index]
      if span.end != end {
        end = span.end
        (place, inner, innerWeight, anchor.start) = (Int(end) &- 1, 0, 0, -1)
        endWeight = sums[Int(end)].end
      }
      // What lies in the span but its own whole: from the end leftwards.
      while place > Int(span.start) {
        if places[place].starts & ~inner != 0 {
          let more = text.lists(from: place, to: Int(end)) & ~inner
          forEachBit(of: more) { innerWeight &+= tables.lists[$0].inside }
          inner |= more
        }
        place &-= 1
        innerWeight &+= sums[place].inside
      }
      if span.anchor != anchor.start {
        anchor = self.anchor(of: span, rule: Int(seeds[Int(span.seed)].rule), in: text)
      }
      weights.append(weight(of: span, anchor, in: text) &+ endWeight &+ innerWeight)
    }
  }

  private mutating func anchor(
    of span: EvidenceSpan, rule: Int, in text: EvidenceText
  ) -> Anchor {
    let (start, end) = (Int(span.anchor), Int(span.end))
    let hash = EvidenceKey.hash(text.units, start, end)
    var anchor = Anchor(
      start: span.anchor, hash: hash,
      alone: texts.weight(EvidenceKey(Self.alone, hash: hash)),
      before: texts.weight(EvidenceKey(Self.anchor, hash: hash)),
      lists: text.lists(exactly: start, end), rule: rule)
    anchor.farthest = weight(of: anchor, tables.longestMiddle)
    return anchor
  }

  /// What the lists and the rule of an anchor weigh before a middle of a length.
  @inline(__always)
  private func weight(of anchor: Anchor, _ middle: Int) -> Int32 {
    let middles = tables.longestMiddle &+ 1
    var sum = anchor.rule < 0 ? 0 : tables.rules[anchor.rule &* middles &+ middle]
    forEachBit(of: anchor.lists) { sum &+= tables.anchors[$0 &* middles &+ middle] }
    return sum
  }

  private static let alone = EvidenceKey.Place.alone.code
  private static let anchor = EvidenceKey.Place.anchor.code
  private static let joined = EvidenceKey.Place.joined.code

  /// The weight of a span, but for what lies inside it and what its end weighs.
  @inline(__always)
  private func weight(
    of span: EvidenceSpan, _ anchor: Anchor, in text: EvidenceText
  ) -> Int32 {
    let (start, end) = (Int(span.start), Int(span.end))
    let middle = min(Int(span.anchor) &- start, tables.longestMiddle)
    var sum =
      sums[start].start &+ tables.lengths[min(end &- start, tables.longest)]
      &+ tables.middleLengths[middle]
    sum &+= middle == tables.longestMiddle ? anchor.farthest : weight(of: anchor, middle)
    guard middle > 0 else { return sum &+ anchor.alone }
    sum &+= anchor.before
    guard text.places[start].starts != 0 else { return sum }
    return sum &+ weightOfWords(at: span, anchor, in: text)
  }

  /// What the words weigh that a span begins with.
  private func weightOfWords(
    at span: EvidenceSpan, _ anchor: Anchor, in text: EvidenceText
  ) -> Int32 {
    var (whole, before) = (UInt64(0), UInt64(0))
    for index in text.hits(at: Int(span.start)) {
      let hit = text.hits.base + index
      if hit.pointee.end == span.end { whole |= hit.pointee.lists }
      if hit.pointee.end == span.anchor { before |= hit.pointee.lists }
    }
    var sum: Int32 = 0
    forEachBit(of: whole) { sum &+= tables.lists[$0].whole }
    forEachBit(of: before) {
      sum &+= tables.lists[$0].middle
      sum &+= texts.weight(EvidenceKey(Self.joined, hash: anchor.hash, list: $0))
    }
    return sum
  }

  /// Adds what the document says of some extents, in the order of the spans.
  mutating func add(_ names: Buffer<EvidenceNames.Place>, of seeds: Buffer<EvidenceSeed>) {
    let proposed = model.facts[EvidenceTable.DocumentFact.proposed.code]
    var next = 0
    for index in 0..<names.count {
      let name = names[index]
      while next < spans.count,
        spans[next].end < name.end || spans[next].end == name.end && spans[next].start > name.start
      {
        next += 1
      }
      guard next < spans.count else { return }
      guard spans[next].end == name.end, spans[next].start == name.start else { continue }
      weights.base[next] &+= model.facts[Int(name.fact)]
      if seeds[Int(spans[next].seed)].rule < 0 { weights.base[next] &+= proposed }
    }
  }

  /// Adds what it weighs to stand in a list with a mention.
  mutating func add(_ listed: EnumeratedNames) {
    let weight = model.facts[EvidenceTable.DocumentFact.listed.code]
    guard weight != 0, !listed.isEmpty else { return }
    let marks = listed.marks.base
    for index in 0..<spans.count {
      let span = spans[index]
      if marks[Int(span.start)] & 1 != 0 || marks[Int(span.end)] & 2 != 0 {
        weights.base[index] &+= weight
      }
    }
  }

  /// Chooses the set of the greatest sum: `choices`, in the order of the text.
  mutating func choose() {
    choices.removeAll()
    bests.removeAll()
    counts.removeAll()
    let threshold = Int32(clamping: threshold)
    for index in 0..<spans.count where weights[index] > threshold {
      let gain = weights[index] &- threshold
      // Spans stand by their ends: behind the last end nothing has changed.
      counts.extend(to: Int(spans[index].end), with: Int32(truncatingIfNeeded: bests.count))
      let rest = Int(counts[Int(spans[index].start)])
      let (before, sum) = (sum(of: bests.count), sum(of: rest) &+ gain)
      bests.append(
        Best(
          span: Int32(truncatingIfNeeded: index), rest: Int32(truncatingIfNeeded: rest),
          sum: max(before, sum), isTaken: sum > before))
    }
    var rest = bests.count
    while rest > 0 {
      let best = bests[rest - 1]
      if best.isTaken {
        let span = Int(best.span)
        choices.append(Choice(span: spans[span], weight: weights[span]))
        rest = Int(best.rest)
      } else {
        rest -= 1
      }
    }
    var found = choices.elements
    found.reverse()
  }

  /// The best sum of the first `count`.
  private func sum(of count: Int) -> Int32 { count == 0 ? 0 : bests[count - 1].sum }
}

/// The rows of a model as plain pointers, which are read without a look at their bounds.
struct EvidenceTables {
  let lists: UnsafeMutablePointer<EvidenceModel.List>
  let anchors: UnsafeMutablePointer<Int32>
  let lengths: UnsafeMutablePointer<Int32>
  let middleLengths: UnsafeMutablePointer<Int32>
  let rules: UnsafeMutablePointer<Int32>
  /// The same numbers as the model's, which would be calls.
  let longest: Int
  let longestMiddle: Int

  init(_ model: EvidenceModel) {
    longest = EvidenceModel.longest
    longestMiddle = EvidenceModel.longestMiddle
    lists = .copy(model.lists)
    anchors = .copy(model.anchors)
    lengths = .copy(model.lengths)
    middleLengths = .copy(model.middleLengths)
    rules = .copy(model.rules)
  }

  func free() {
    lists.deallocate()
    for table in [anchors, lengths, middleLengths, rules] { table.deallocate() }
  }
}
