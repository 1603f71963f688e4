// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// A mention as events see it: its place in the folded text and its value, organizations with the
/// names that the document knows them by.
package struct EventMention: Sendable {
  package let extent: Extent
  package let value: Value

  package init(extent: Extent, value: Value) {
    self.extent = extent
    self.value = value
  }
}
