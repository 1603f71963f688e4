// SPDX-License-Identifier: Apache-2.0

/// What program, library and Python package say of themselves. A test holds `pyproject.toml` against
/// it.
package enum Release {
  package static let version = "0.1.0"
  /// The version of the record contract.
  package static let contract = 1
}
