// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What somebody wants to stand on one side of something, as bits: a look at a place tells that none of
/// it stands there.
package struct Wants: Sendable, BitwiseCopyable, Equatable {
  /// The bits of all edges that may be read.
  package var mask: UInt64 = 0
  /// The bits of the first characters of texts.
  package var characters: UInt64 = 0
  /// Characters of these classes.
  package var classes: CharacterClass = []
  /// Whether it is content with anything, or with nothing.
  package var isOpen = false

  package static let nothing = Wants()
  package static let anything = Wants(isOpen: true)

  /// Whether something but edges and texts may be read, or the walk may end.
  var goesOn: Bool { isOpen || !classes.isEmpty }

  package mutating func formUnion(_ other: Wants) {
    mask |= other.mask
    characters |= other.characters
    classes.formUnion(other.classes)
    isOpen = isOpen || other.isOpen
  }
}
