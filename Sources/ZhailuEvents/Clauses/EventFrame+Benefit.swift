// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

extension EventFrame {
  /// Whether its verbs give, lend or let off: who got the one may get the other.
  var isBenefit: Bool {
    traits.contains(.passesOn) || traits.contains(.itemOfSum) || traits.contains(.lender)
  }
}
