// SPDX-License-Identifier: Apache-2.0

/// A text as a key, by its bytes: to hash and compare Chinese text as a `String` takes many times as
/// long, since it asks for each character whether it is composed of others.
package struct NameKey: Hashable, Sendable {
  private let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: Self, right: Self) -> Bool {
    let (left, right) = (left.text.utf8, right.text.utf8)
    return left.count == right.count && left.elementsEqual(right)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
