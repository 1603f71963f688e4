// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// The evidence of each place of a text, added up: for a mention that begins there, one that ends
/// there, and one that goes on over it. One pass, whatever the number of mentions.
struct EvidenceSums {
  struct Place: BitwiseCopyable {
    /// Of a mention that begins or ends here.
    var start: Int32 = 0
    var end: Int32 = 0
    /// Of the insides of all places before this one.
    var inside: Int32 = 0
  }

  /// So many places before the text and behind it are read as ends of a line.
  private static let margin = 3

  private var units = Buffer<UInt16>(capacity: 4096)
  /// With the margins.
  private var places = Buffer<Place>(capacity: 4096)

  func free() {
    units.free()
    places.free()
  }

  @inline(__always)
  subscript(_ place: Int) -> Place { places[place &+ Self.margin] }

  mutating func add(_ text: EvidenceText, _ model: EvidenceModel) {
    let length = text.units.count
    units.fill(0x0A, count: length + 2 * Self.margin)
    for place in 0..<length {
      units.base[place &+ Self.margin] = EvidenceKey.unit(text.units[place])
    }
    places.fill(Place(), count: length + 2 * Self.margin + 1)
    addGrams(model)
    addLists(text, model)
  }

  /// A text of up to three characters speaks of mentions that begin or end with it, before it,
  /// behind it, and in the midst of two characters.
  private func addGrams(_ model: EvidenceModel) {
    let (text, places) = (UnsafeBufferPointer(units.elements), places.base)
    model.weights.withUnsafeBufferPointer { weights in
      var inside: Int32 = 0
      for start in 0..<text.count {
        places[start].inside = inside
        model.grams.forEachMatch(in: text, at: start) { number, end in
          let gram = weights[number]
          places[start].start &+= Int32(gram.begins)
          places[start].end &+= Int32(gram.after)
          places[end].start &+= Int32(gram.before)
          places[end].end &+= Int32(gram.ends)
          inside &+= Int32(gram.inside)
          guard end &- start == 2 else { return }
          places[start &+ 1].start &+= Int32(gram.atStart)
          places[start &+ 1].end &+= Int32(gram.atEnd)
        }
      }
      places[text.count].inside = inside
    }
  }

  private func addLists(_ text: EvidenceText, _ model: EvidenceModel) {
    model.lists.withUnsafeBufferPointer { lists in
      for place in 0..<text.places.count {
        let found = text.places[place]
        guard found.starts | found.ends | found.across != 0 else { continue }
        var sum = places[place &+ Self.margin]
        forEachBit(of: found.starts) {
          sum.start &+= lists[$0].begins
          sum.end &+= lists[$0].after
        }
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

/// Calls `body` with the number of each bit that is set, the least first.
@inline(__always)
func forEachBit(of bits: UInt64, _ body: (Int) -> Void) {
  var rest = bits
  while rest != 0 {
    body(rest.trailingZeroBitCount)
    rest &= rest &- 1
  }
}
