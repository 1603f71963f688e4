// SPDX-License-Identifier: Apache-2.0

/// What kind of body an organization is: the words that the record contract has, its JSON Schema the
/// same. Gold and rules are held to them.
package enum BodyKind: String, Sendable, CaseIterable, BitwiseCopyable {
  case company, government, party, association, judicial, medical, education, research, media, sport
  case military, international
}
