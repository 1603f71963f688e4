// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuExtract
import ZhailuText

/// Learns weights of evidence from marked texts: those under which the marked sets of spans are the
/// most likely of all sets that do not overlap (a semi-Markov conditional random field; Sarawagi and
/// Cohen, 2004).
///
/// Steps are taken text by text in a fixed order, with a step size for each weight (AdaGrad; Duchi
/// and others, 2011) and a pull to zero that keeps weights of little use at nothing.
package struct EvidenceTrainer {
  package struct Settings: Sendable {
    package var rounds = 12
    package var rate: Float = 0.2
    package var pull: Float = 0.02
    /// How often a text is learned from as if no name in it were known by itself, so that what stands
    /// around names learns to do without them.
    package var blind: Float = 0
    package init() {}
  }

  private let settings: Settings
  /// Keys that are not learned.
  private let isFixed: [Bool]
  /// Keys that are of single names and heads.
  private let isName: [Bool]
  package private(set) var weights: [Float]
  private var squares: [Float]
  private var gradient: [Float]
  private var touched: [Int32] = []

  /// Keys marked in `isFixed` keep their weight in `initial`.
  package init(initial: [Float], isFixed: [Bool], isName: [Bool], settings: Settings) {
    self.settings = settings
    self.isFixed = isFixed
    self.isName = isName
    weights = initial
    squares = [Float](repeating: 1e-3, count: initial.count)
    gradient = [Float](repeating: 0, count: initial.count)
  }

  package mutating func train(_ samples: [(sample: EvidenceSample, share: Float)]) {
    var random = SplitMix64(seed: 1)
    var order = Array(samples.indices)
    var sums = [Float](repeating: 0, count: weights.count)
    for round in 0..<settings.rounds {
      // Remainders, and not `next(below:)`, which would lead to other weights than the rules have.
      for index in order.indices.dropFirst().reversed() {
        order.swapAt(index, Int(random.next() % UInt64(index + 1)))
      }
      for index in order {
        let isBlind = Float(random.next() % 1000) < settings.blind * 1000
        step(samples[index].sample, share: samples[index].share, isBlind: isBlind)
      }
      guard round >= settings.rounds / 3 else { continue }
      for key in weights.indices { sums[key] += weights[key] }
    }
    // The mean of the later rounds suits other texts better than the last.
    let count = Float(settings.rounds - settings.rounds / 3)
    weights = sums.map { $0 / count }
  }

  // MARK: Scores

  /// What each span adds up to.
  package func scores(of sample: EvidenceSample) -> [Float] {
    Self.scores(of: sample, weights)
  }

  package static func scores(of sample: EvidenceSample, _ weights: [Float]) -> [Float] {
    func sum(_ lists: EvidenceSample.Lists, _ index: Int) -> Float {
      lists.range(index).reduce(Float(0)) { $0 + weights[Int(lists.values[$1])] }
    }
    let starts = (0...sample.length).map { sum(sample.starts, $0) }
    let ends = (0...sample.length).map { sum(sample.ends, $0) }
    var insides = [Float](repeating: 0, count: sample.length + 2)
    for place in 0...sample.length {
      insides[place + 1] = insides[place] + sum(sample.insides, place)
    }
    return sample.spans.indices.map { index in
      let span = sample.spans[index]
      return sum(sample.wholes, index) + starts[span.start] + ends[span.end]
        + insides[span.end - 1] - insides[span.start]
    }
  }

  // MARK: A step

  private mutating func step(_ sample: EvidenceSample, share: Float, isBlind: Bool) {
    guard !sample.spans.isEmpty else { return }
    var scores = scores(of: sample)
    if isBlind {
      for index in scores.indices {
        for place in sample.wholes.range(index) {
          let key = Int(sample.wholes.values[place])
          if isName[key] { scores[index] -= weights[key] }
        }
      }
    }
    let all = Self.shares(sample.spans, scores, length: sample.length)
    var (starts, ends, insides) = ([Int: Float](), [Int: Float](), [Float]())
    insides = [Float](repeating: 0, count: sample.length + 2)
    for (index, span) in sample.spans.enumerated() {
      let push = ((span.isGold ? 1 : 0) - all[index]) * share
      guard abs(push) > 1e-4 else { continue }
      starts[span.start, default: 0] += push
      ends[span.end, default: 0] += push
      insides[span.start] += push
      insides[span.end - 1] -= push
      add(push, to: sample.wholes, index, withoutNames: isBlind)
    }
    for (place, push) in starts.sorted(by: { $0.key < $1.key }) {
      add(push, to: sample.starts, place)
    }
    for (place, push) in ends.sorted(by: { $0.key < $1.key }) {
      add(push, to: sample.ends, place)
    }
    var running: Float = 0
    for place in 0...sample.length {
      running += insides[place]
      if abs(running) > 1e-4 { add(running, to: sample.insides, place) }
    }
    move()
  }

  private mutating func add(
    _ push: Float, to lists: EvidenceSample.Lists, _ index: Int, withoutNames: Bool = false
  ) {
    for place in lists.range(index) {
      let key = lists.values[place]
      if withoutNames, isName[Int(key)] { continue }
      if gradient[Int(key)] == 0 { touched.append(key) }
      gradient[Int(key)] += push
    }
  }

  private mutating func move() {
    for key in touched {
      let key = Int(key)
      let push = gradient[key]
      gradient[key] = 0
      guard push != 0, !isFixed[key] else { continue }
      squares[key] += push * push
      let rate = settings.rate / squares[key].squareRoot()
      let moved = weights[key] + rate * push
      let pull = rate * settings.pull
      weights[key] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// How likely each span is, over all sets of spans that do not overlap.
  private static func shares(
    _ spans: [EvidenceSample.Span], _ scores: [Float], length: Int
  ) -> [Float] {
    var forward = [Double](repeating: 0, count: length + 1)
    var index = 0
    for place in stride(from: 1, through: length, by: 1) {
      forward[place] = forward[place - 1]
      while index < spans.count, spans[index].end == place {
        if scores[index] > -.infinity {
          forward[place] = sum(
            forward[place], forward[spans[index].start] + Double(scores[index]))
        }
        index += 1
      }
    }
    var backward = [Double](repeating: -.infinity, count: length + 1)
    backward[length] = 0
    var result = [Float](repeating: 0, count: spans.count)
    index = spans.count - 1
    for place in stride(from: length, through: 1, by: -1) {
      while index >= 0, spans[index].end == place {
        let score = Double(scores[index])
        if score > -.infinity {
          let start = spans[index].start
          let share = forward[start] + score + backward[place] - forward[length]
          result[index] = Float(exp(share))
          backward[start] = sum(backward[start], score + backward[place])
        }
        index -= 1
      }
      backward[place - 1] = sum(backward[place - 1], backward[place])
    }
    return result
  }

  private static func sum(_ a: Double, _ b: Double) -> Double {
    if a == -.infinity { return b }
    let (high, low) = a > b ? (a, b) : (b, a)
    return low - high < -30 ? high : high + log1p(exp(low - high))
  }

  // MARK: Choosing

  /// The set of the greatest sum, each span above `threshold`.
  package static func choose(
    _ sample: EvidenceSample, _ scores: [Float], threshold: Float
  ) -> Set<Extent> {
    var sums = [Float](repeating: 0, count: sample.length + 1)
    var chosen = [Int](repeating: -1, count: sample.length + 1)
    var index = 0
    for place in stride(from: 1, through: sample.length, by: 1) {
      sums[place] = sums[place - 1]
      while index < sample.spans.count, sample.spans[index].end == place {
        let gain = scores[index] - threshold
        if gain > 0, sums[sample.spans[index].start] + gain > sums[place] {
          sums[place] = sums[sample.spans[index].start] + gain
          chosen[place] = index
        }
        index += 1
      }
    }
    var result: Set<Extent> = []
    var place = sample.length
    while place > 0 {
      guard chosen[place] >= 0 else {
        place -= 1
        continue
      }
      let span = sample.spans[chosen[place]]
      result.insert(Extent(span.start, span.end))
      place = span.start
    }
    return result
  }
}
