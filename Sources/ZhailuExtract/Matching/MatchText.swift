// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// The text that is matched: its folded units, what was found in them so far, where rules are to be
/// tried, and its words.
struct MatchText {
  var units = Buffer<UInt16>(capacity: 4096)
  var lattice: Lattice
  var anchors: AnchorLists
  let words: WordCache

  init(rules: RuleSet, words: WordCache) {
    lattice = Lattice(rules: rules)
    anchors = AnchorLists(rules: rules)
    self.words = words
  }

  func free() {
    units.free()
    lattice.free()
    anchors.free()
  }

  mutating func reset(_ text: FoldedText, keepsAll: Bool = false) {
    units.removeAll()
    text.units.withUnsafeBufferPointer { units.append(contentsOf: $0) }
    lattice.reset(length: text.units.count)
    anchors.removeAll(keepsAll: keepsAll)
  }

  /// The text as it is now, until something is added.
  var ground: Ground {
    Ground(
      units: UnsafePointer(units.base), count: Int32(truncatingIfNeeded: units.count),
      edges: UnsafePointer(lattice.edges.base), places: UnsafePointer(lattice.places.base))
  }

  /// Makes the edges from number `first` on known to the programs that begin at them.
  mutating func addAnchors(from first: Int, _ tests: NumeralTests) {
    let ground = ground
    anchors.begin(tests)
    for edge in first..<lattice.edges.count {
      anchors.add(Int32(truncatingIfNeeded: edge), ground)
    }
  }

  /// Finds where stands what programs need farther on.
  mutating func findNeeds(_ tests: NumeralTests) {
    anchors.needs.find(ground, edges: lattice.edges.count, tests)
  }

  /// Makes a unit, by its place in the order of running, one that has to be run in any case.
  func setPending(_ place: Int) { anchors.setPending(place) }
}
