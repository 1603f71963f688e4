// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// What the records of a document are sorted by in the contract: start, end, type.
package struct RecordPlace: Comparable, Sendable {
  package let span: Span
  package let type: MentionType

  @inlinable package init(_ span: Span, _ type: MentionType) {
    self.span = span
    self.type = type
  }

  @inlinable package static func < (left: Self, right: Self) -> Bool {
    left.span == right.span ? left.type.rawValue < right.type.rawValue : left.span < right.span
  }
}

extension Record {
  package var place: RecordPlace { RecordPlace(span, type) }
}
