// SPDX-License-Identifier: Apache-2.0

/// The rules and lexicons that the program carries: the folder `Rules` as it was at build time.
package enum ShippedRules {}
