// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment
import ZhailuText

/// The evidence of places of a text, added up: for a mention that begins there, one that ends there,
/// and one that goes on over it. Each place is read once, whatever the number of mentions, and only
/// where there may be one.
struct EvidenceSums {
  struct Place: BitwiseCopyable {
    /// Of a mention that begins or ends here.
    var start: Int32 = 0
    var end: Int32 = 0
    /// Of one that holds this place and the next.
    var inside: Int32 = 0
    /// Whether the texts that begin here, and the words that touch it, have been added.
    fileprivate var hasGrams = false
    fileprivate var hasLists = false
  }

  private struct Hit: BitwiseCopyable {
    let gram: Int32
    let start: Int32
    let end: Int32
  }

  /// So many places before the text and behind it are read as ends of a line.
  private static let margin = 3

  private let grams: GramTable
  /// The lists whose words weigh something behind the first character.
  private let seconds: UInt64
  /// The characters as codes of the grams, with the margins, and two 0.
  private var codes = Buffer<UInt16>(capacity: 4096)
  private var walks = Buffer<TrieWalk>(capacity: TrieWalk.most)
  /// The texts of two and three characters that were found; what they weigh is looked up for all at once.
  private var hits = Buffer<Hit>()
  /// With the margins.
  private var places = Buffer<Place>(capacity: 4096)

  init(_ model: EvidenceModel) {
    grams = GramTable(model)
    seconds = model.lists.indices.reduce(0) {
      model.lists[$1].second == 0 ? $0 : $0 | 1 << UInt64($1)
    }
  }

  func free() {
    codes.free()
    walks.free()
    hits.free()
    places.free()
  }

  @inline(__always)
  subscript(_ place: Int) -> Place { pointer[place] }

  /// The first place of the text.
  @inline(__always)
  var pointer: UnsafePointer<Place> { UnsafePointer(places.base + Self.margin) }

  mutating func reset(_ text: EvidenceText) {
    let length = text.units.count
    let table = grams.trie.codeTable
    codes.fill(table[Int(Mark.lineFeed)], count: length + 2 * Self.margin + 2)
    codes.base[length + 2 * Self.margin] = 0
    codes.base[length + 2 * Self.margin + 1] = 0
    for place in 0..<length {
      let unit = text.units[place]
      let seen = unit < 0x80 ? EvidenceKey.unit(unit) : unit
      codes.base[place &+ Self.margin] = table[Int(seen)]
    }
    places.fillWithZeros(count: length + 2 * Self.margin + 1)
  }

  /// Reads the places that spans begin, end, and lie in. Spans stand by their ends.
  mutating func read(
    _ spans: Buffer<EvidenceSpan>, in text: EvidenceText, _ model: EvidenceModel
  ) {
    var index = spans.count
    var read = Int32.max
    while index > 0 {
      // Of the spans of one end the last reaches farthest.
      let (start, end) = (spans[index - 1].start, spans[index - 1].end)
      while index > 0, spans[index - 1].end == end { index -= 1 }
      if start < read {
        self.read(Int(start)...Int(min(end, read)), text, model)
        read = start
      }
    }
  }

  private mutating func read(
    _ range: ClosedRange<Int>, _ text: EvidenceText, _ model: EvidenceModel
  ) {
    // From three places before the first, which is the margin, to the last.
    addGrams(range.lowerBound...range.upperBound &+ Self.margin)
    addLists(range, text, model)
  }

  /// A text of up to three characters speaks of mentions that begin or end with it, before it,
  /// behind it, and in the midst of two characters.
  private mutating func addGrams(_ range: ClosedRange<Int>) {
    let (text, places) = (UnsafePointer(codes.base), places.base)
    hits.removeAll()
    var start = range.lowerBound
    while start <= range.upperBound {
      var begun = 0
      while start <= range.upperBound, begun < TrieWalk.most {
        if let walk = walk(from: start) {
          walks.base[begun] = walk
          begun &+= 1
        }
        start &+= 1
      }
      grams.trie.goOn(walks.base, count: begun, inCodes: text) {
        hits.append(Hit(gram: $0, start: $1, end: $2), if: $3)
      }
    }
    for index in 0..<hits.count {
      let hit = hits[index]
      Self.add(grams.weights[Int(hit.gram)], Int(hit.start), Int(hit.end), to: places)
    }
  }

  /// Adds what the character at a place weighs by itself, if that was not done yet; the walk to the
  /// longer texts that may begin there.
  @inline(__always)
  private func walk(from start: Int) -> TrieWalk? {
    guard !places[start].hasGrams else { return nil }
    places.base[start].hasGrams = true
    let code = codes[start]
    let first = grams.firsts[Int(code)]
    if first.isGram { Self.add(first.gram, start, start &+ 1, to: places.base) }
    guard first.base > 0, grams.pairs.mayBegin(code, codes[start &+ 1]) else { return nil }
    return TrieWalk(start: start, base: first.base)
  }

  @inline(__always)
  private static func add(
    _ gram: EvidenceModel.Gram, _ start: Int, _ end: Int, to places: UnsafeMutablePointer<Place>
  ) {
    places[start].start &+= Int32(gram.begins)
    places[start].end &+= Int32(gram.after)
    places[end].start &+= Int32(gram.before)
    places[end].end &+= Int32(gram.ends)
    places[start].inside &+= Int32(gram.inside)
    guard end &- start == 2 else { return }
    places[start &+ 1].start &+= Int32(gram.atStart)
    places[start &+ 1].end &+= Int32(gram.atEnd)
  }

  private func addLists(
    _ range: ClosedRange<Int>, _ text: EvidenceText, _ model: EvidenceModel
  ) {
    model.lists.withUnsafeBufferPointer { lists in
      for place in range {
        let found = text.places[place]
        let second = place < text.units.count ? text.places[place &+ 1].starts & seconds : 0
        guard found.starts | found.ends | found.across | second != 0 else { continue }
        var sum = places[place &+ Self.margin]
        guard !sum.hasLists else { continue }
        sum.hasLists = true
        forEachBit(of: found.starts) {
          sum.start &+= lists[$0].begins
          sum.end &+= lists[$0].after
        }
        forEachBit(of: second) { sum.start &+= lists[$0].second }
        forEachBit(of: found.ends) { sum.start &+= lists[$0].before }
        forEachBit(of: found.across) {
          sum.start &+= lists[$0].acrossStart
          sum.end &+= lists[$0].acrossEnd
        }
        places.base[place &+ Self.margin] = sum
      }
    }
  }
}
