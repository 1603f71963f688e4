// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("PackedBytes")
struct PackedBytesTests {
  private static func unpacked(_ packed: [UInt8], count: Int) throws -> [UInt8] {
    try packed.withUnsafeBytes { packed in
      let memory = try PackedBytes.unpack(packed, count: count)
      return withExtendedLifetime(memory) { Array(memory.bytes) }
    }
  }

  @Test("bytes come back", arguments: [0, 1, 1000, 100_000])
  func same(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
    #expect(try Self.unpacked(PackedBytes.pack(bytes), count: count) == bytes)
  }

  @Test("what is damaged is not taken, nor a number that no such bytes can come to")
  func damaged() throws {
    let bytes = [UInt8](repeating: 7, count: 1000)
    let packed = PackedBytes.pack(bytes)
    #expect(throws: DamagedImage.self) {
      try Self.unpacked(Array(packed.dropLast(3)), count: 1000)
    }
    #expect(throws: DamagedImage.self) { try Self.unpacked(packed, count: 999) }
    #expect(throws: DamagedImage.self) { try Self.unpacked(packed, count: -1) }
    #expect(throws: DamagedImage.self) { try Self.unpacked(packed, count: .max) }
    #expect(throws: DamagedImage.self) { try Self.unpacked(bytes, count: 1000) }
  }
}
