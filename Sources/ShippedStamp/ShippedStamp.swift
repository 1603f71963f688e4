// SPDX-License-Identifier: Apache-2.0

/// Says which image of the folder `Rules` was compiled in this build; the build writes `checksum`.
///
/// The C target that holds the image is built after this one and so after the image was made.
package enum ShippedStamp {}
