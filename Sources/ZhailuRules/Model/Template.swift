// SPDX-License-Identifier: Apache-2.0

/// A rule's pattern, read: text that looks like what it finds.
///
///     {modifier}?【{amount}{currency}】(左右|以上)?
///
/// | written | means |
/// |---|---|
/// | 捐款 | these characters |
/// | {slot} | what the slot's kind says |
/// | x? | x or nothing |
/// | (x\|y) | x or y |
/// | {slot}+ | one or more, between them 、 , 和 及 与 or nothing else |
/// | … | up to 12 characters of the same clause |
/// | 【 】 | the mention; what is outside is context |
/// | \\ | the next character as it is |
package indirect enum Template: Hashable, Sendable {
  case literal([UInt16])
  case slot(String)
  case optional(Template)
  case choice([Template])
  case sequence([Template])
  case list(Template)
  case gap
  case mentionStart
  case mentionEnd

  /// The names of its slots, in order.
  package var slots: [String] {
    switch self {
    case .slot(let name): [name]
    case .optional(let inner), .list(let inner): inner.slots
    case .choice(let inner), .sequence(let inner): inner.flatMap(\.slots)
    case .literal, .gap, .mentionStart, .mentionEnd: []
    }
  }

  var hasBrackets: Bool {
    switch self {
    case .mentionStart, .mentionEnd: true
    case .optional(let inner), .list(let inner): inner.hasBrackets
    case .choice(let inner), .sequence(let inner): inner.contains(where: \.hasBrackets)
    case .literal, .slot, .gap: false
    }
  }
}
