// SPDX-License-Identifier: Apache-2.0

/// A body of a document: 石景山区工商联, which the text also calls 区工商联 and 工商联.
package struct Entity: Hashable, Sendable {
  /// The canonical name: the longest form in the document.
  package let name: String
  /// All its forms, in the order in which they first stand in the text.
  package let forms: [String]

  /// What records say of all its mentions: `page-1:石景山区工商联`.
  package func id(in document: String) -> String { "\(document):\(name)" }
}
