// SPDX-License-Identifier: Apache-2.0

/// What can be said of a template before anything is matched.
extension Template {
  /// Whether it matches where nothing stands: `{unit}?`, `…`.
  var mayBeEmpty: Bool {
    switch self {
    case .literal(let units): units.isEmpty
    case .slot: false
    case .optional, .gap, .mentionStart, .mentionEnd: true
    case .list(let inner): inner.mayBeEmpty
    case .choice(let branches): branches.contains(where: \.mayBeEmpty)
    case .sequence(let parts): parts.allSatisfy(\.mayBeEmpty)
    }
  }

  /// Whether what stands between 【 and 】, or all where these are not, may be nothing.
  var mentionMayBeEmpty: Bool { Template.sequence(mention).mayBeEmpty }

  /// The parts before 【, between the brackets, and after 】; all is mention where they are not.
  var parts: (before: [Template], mention: [Template], after: [Template]) {
    guard case .sequence(let parts) = self, let open = parts.firstIndex(of: .mentionStart),
      let close = parts.firstIndex(of: .mentionEnd), open < close
    else { return ([], [self], []) }
    return (
      Array(parts[..<open]), Array(parts[(open + 1)..<close]), Array(parts[(close + 1)...])
    )
  }

  private var mention: [Template] { parts.mention }

  /// About how many steps its program has.
  var stepCount: Int {
    switch self {
    case .literal, .slot, .gap, .mentionStart, .mentionEnd: 1
    case .optional(let inner): inner.stepCount + 1
    case .list: ProgramBuilder.longestList * 4
    case .choice(let branches): branches.reduce(0) { $0 + $1.stepCount + 2 }
    case .sequence(let parts): parts.reduce(0) { $0 + $1.stepCount }
    }
  }

  /// Whether something in it is in every match and quick to find, so that the search can begin
  /// there; `canAnchor` says it of a slot.
  func hasAnchor(_ canAnchor: (String) -> Bool) -> Bool {
    switch self {
    case .literal(let units): !units.isEmpty
    case .slot(let name): canAnchor(name)
    case .list(let inner): inner.hasAnchor(canAnchor)
    case .sequence(let parts): parts.contains { $0.hasAnchor(canAnchor) }
    case .optional, .choice, .gap, .mentionStart, .mentionEnd: false
    }
  }
}
