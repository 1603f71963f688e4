// SPDX-License-Identifier: Apache-2.0

/// Something that the user can mend: said in one line, with its place.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description.showingPaths }
}

/// A document that could not be read; the others are not touched by it.
struct DocumentFailure: Error, Sendable {
  /// The document's id, or the file's path.
  let document: String
  /// `articles/a.txt` or `articles.jsonl:12`.
  let place: String
  let reason: String

  init(document: String, place: String, reason: String) {
    self.document = document.showingPaths
    self.place = place.showingPaths
    self.reason = reason
  }
}
