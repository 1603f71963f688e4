// SPDX-License-Identifier: Apache-2.0

/// The words that the record contract has for kinds of bodies and of events; its JSON Schema has the
/// same. Gold and rules are held to them.
package enum RecordKinds {
  package static let organization = [
    "company", "government", "party", "association", "judicial", "medical", "education", "research",
    "media", "sport", "military", "international",
  ]

  package static let event = [
    "donation", "exemption", "support", "loan", "investment", "acquisition", "purchase", "import",
    "sale", "payment", "resumption", "inspection", "disinfection", "demolition", "setup",
  ]
}
