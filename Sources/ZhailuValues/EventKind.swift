// SPDX-License-Identifier: Apache-2.0

/// What an event is: the words that the record contract has, its JSON Schema the same. Gold and lexicons
/// are held to them.
package enum EventKind: String, Sendable, CaseIterable, BitwiseCopyable {
  case donation, exemption, support, loan, investment, acquisition, purchase, `import`, sale
  case payment, resumption, inspection, disinfection, demolition, setup
}
