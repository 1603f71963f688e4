// SPDX-License-Identifier: Apache-2.0
import CShippedRules
import ShippedStamp
import ZhailuRules

/// The rules and lexicons that the program carries: the folder `Rules` as it was at build time.
package enum Shipped {
  /// Nothing where the build put another image inside the program than it compiled.
  package static let image: RuleImage? = {
    let bytes = UnsafeRawBufferPointer(start: zhailu_shipped_rules(), count: zhailu_shipped_size())
    guard let image = try? RuleImage(bytes, owner: nil, isChecked: true),
      image.checksum == ShippedStamp.checksum
    else { return nil }
    return image
  }()

  static func sound() throws -> RuleImage {
    guard let image else { throw DamagedImage() }
    return image
  }
}

extension RuleSource {
  /// The files of the rules that the program carries; none where it was built wrongly, which is told
  /// as a pack without `stages.yaml`.
  package static var shipped: RuleSource {
    (try? Shipped.image?.files()) ?? RuleSource(files: [])
  }
}

extension RuleSet {
  /// The rules that the program carries, read from their files: with examples, patterns and places.
  package static func shipped() throws -> RuleSet { try RuleSet(.shipped) }

  /// The same as they were compiled when the program was built: as much as extracting needs, at once.
  package static func compiled() throws -> RuleSet { try Shipped.sound().rules() }
}
