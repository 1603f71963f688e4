// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Chooses mentions by the weight of what speaks for them: of all sets of spans that do not
/// overlap, the one of the greatest sum. One pass over the spans, by their ends.
struct EvidenceWeigher {
  /// A span that was chosen, and its weight.
  struct Choice {
    let span: EvidenceSpan
    let weight: Int
  }

  private struct Sum: EvidenceSink {
    let weights: EvidenceWeights
    var total: Int32 = 0
    @inline(__always)
    mutating func take(_ key: EvidenceKey) { total &+= weights.weight(key) }
  }

  let table: EvidenceTable
  /// What a mention must weigh more than.
  let threshold: Int

  /// The spans that seeds propose, and what each weighs.
  struct Weighed {
    let seeds: [EvidenceSeed]
    let spans: [EvidenceSpan]
    fileprivate(set) var weights: [Int32]
  }

  /// `seeds` as `EvidenceSpans` wants them.
  func weigh(_ text: EvidenceText, seeds: [EvidenceSeed]) -> Weighed {
    let spans = EvidenceSpans(seeds: seeds, units: text.units).spans
    return Weighed(
      seeds: seeds, spans: spans, weights: weights(of: spans, seeds: seeds, text: text))
  }

  /// The best set; `names`, what the document says of some extents, in the order of the spans.
  func choose(
    _ weighed: Weighed, length: Int, names: [EvidenceNames.Place] = []
  ) -> [Choice] {
    let spans = weighed.spans
    guard !spans.isEmpty else { return [] }
    var weights = weighed.weights
    let proposed = table.weights.weight(EvidenceTable.DocumentFact.proposed.key)
    var next = 0
    for place in names {
      while next < spans.count, (spans[next].end, -spans[next].start) < (place.end, -place.start) {
        next += 1
      }
      guard next < spans.count else { break }
      if spans[next].end == place.end, spans[next].start == place.start {
        weights[next] &+= table.weights.weight(place.fact.key)
        if weighed.seeds[Int(spans[next].seed)].rule < 0 { weights[next] &+= proposed }
      }
    }
    return best(spans, weights, length: length)
  }

  /// The weight of each span. Spans of one end stand together, starts descending.
  func weights(of spans: [EvidenceSpan], seeds: [EvidenceSeed], text: EvidenceText) -> [Int32] {
    let reader = EvidenceReader(text: text)
    var starts = [Int32](repeating: .min, count: text.units.count + 1)
    var insides = [Int32](repeating: .min, count: text.units.count + 1)
    var sink = Sum(weights: table.weights)
    func start(_ place: Int) -> Int32 {
      if starts[place] == .min {
        sink.total = 0
        reader.start(place, &sink)
        starts[place] = sink.total
      }
      return starts[place]
    }
    func inside(_ place: Int) -> Int32 {
      if insides[place] == .min {
        sink.total = 0
        reader.inside(place, &sink)
        insides[place] = sink.total
      }
      return insides[place]
    }
    var result = [Int32](repeating: 0, count: spans.count)
    var (end, place, anchor) = (-1, 0, -1)
    var (endWeight, insideWeight, inner, hash) = (Int32(0), Int32(0), UInt64(0), UInt64(0))
    for (index, span) in spans.enumerated() {
      if Int(span.end) != end {
        end = Int(span.end)
        (place, inner, insideWeight, anchor) = (end - 1, 0, 0, -1)
        sink.total = 0
        reader.end(end, &sink)
        endWeight = sink.total
      }
      // What lies in the span but its own whole: from the end leftwards.
      while place > Int(span.start) {
        inner |= reader.listsInside(from: place, to: end, of: span)
        place -= 1
        insideWeight &+= inside(place)
      }
      if Int(span.anchor) != anchor {
        anchor = Int(span.anchor)
        hash = text.units.withUnsafeBufferPointer { EvidenceKey.hash($0, anchor, end) }
      }
      sink.total = 0
      reader.span(span, seed: seeds[Int(span.seed)], inner: inner, hash: hash, &sink)
      result[index] = sink.total &+ endWeight &+ insideWeight &+ start(Int(span.start))
    }
    return result
  }

  /// The set of the greatest sum.
  private func best(_ spans: [EvidenceSpan], _ weights: [Int32], length: Int) -> [Choice] {
    var sums = [Int32](repeating: 0, count: length + 1)
    var chosen = [Int32](repeating: -1, count: length + 1)
    var (index, place) = (0, 0)
    while place < length {
      place += 1
      sums[place] = sums[place - 1]
      while index < spans.count, Int(spans[index].end) == place {
        let gain = weights[index] &- Int32(clamping: threshold)
        let sum = sums[Int(spans[index].start)] &+ gain
        if gain > 0, sum > sums[place] {
          sums[place] = sum
          chosen[place] = Int32(index)
        }
        index += 1
      }
    }
    var choices: [Choice] = []
    while place > 0 {
      if chosen[place] >= 0 {
        let span = spans[Int(chosen[place])]
        choices.append(Choice(span: span, weight: Int(weights[Int(chosen[place])])))
        place = Int(span.start)
      } else {
        place -= 1
      }
    }
    return choices.reversed()
  }
}
