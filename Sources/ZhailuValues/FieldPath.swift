// SPDX-License-Identifier: Apache-2.0

/// The name of a field and of the groups that it is in: `start.month` is the month of the start.
///
/// Names are taken apart once, where rules are loaded, not for each match.
package struct FieldPath: Hashable, Sendable {
  package let groups: [FieldName]
  package let name: FieldName

  package init(groups: [FieldName], name: FieldName) {
    self.groups = groups
    self.name = name
  }

  package init(_ text: String) {
    // Nearly all are the name alone, and looking for the point in bytes takes no time.
    guard text.utf8.contains(UInt8(ascii: ".")) else {
      self.init(groups: [], name: FieldName(text))
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      .map { FieldName(String($0)) }
    self.init(groups: Array(parts.dropLast()), name: parts.last ?? "")
  }

  /// The same inside of other groups.
  package func inside(_ outer: [FieldName]) -> FieldPath {
    outer.isEmpty ? self : FieldPath(groups: outer + groups, name: name)
  }
}
