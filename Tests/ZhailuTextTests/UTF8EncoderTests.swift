// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite("UTF-8 of UTF-16")
struct UTF8EncoderTests {
  @Test(
    "is what the standard library makes",
    arguments: [
      [], [0x41], [0x7F, 0x80, 0x7FF, 0x800, 0xFFFF], Array("捐款200万元,𠮷😷é".utf16), [0xD842],
      [0xD842, 0x41], [0xDFB7, 0xD842], [0xDFB7, 0xD842, 0xDFB7], [0x41, 0xD842, 0xD842, 0xDFB7],
    ] as [[UInt16]])
  func same(units: [UInt16]) {
    let text = units.withUnsafeBufferPointer { String(units: $0) }
    #expect(Array(text.utf8) == Array(String(decoding: units, as: UTF16.self).utf8))
    for again in [String(units: units), String(units: units.lazy.map { $0 })] {
      #expect(Array(again.utf8) == Array(text.utf8))
    }
  }

  @Test("what is well formed is decoded as by the decoder that replaces faults, and back")
  func wellFormed() {
    for text in ["", "ascii", "捐款200万元", "a𠮷b😷c", "\u{0}\u{7FF}\u{800}\u{FFFD}"] {
      let units = Array(text.utf8).withUnsafeBufferPointer { UTF8Decoder.wellFormed($0) }
      #expect(units == Array(text.utf16))
    }
  }

  @Test(
    "what is not, is nothing",
    arguments: [
      [0x80], [0xC0, 0x80], [0xE6, 0x8D], [0xED, 0xA0, 0x80], [0xE0, 0x9F, 0xBF], [0xF5],
      [0xE6, 0x41, 0x41], [0xE6, 0x8D, 0x41],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    #expect(bytes.withUnsafeBufferPointer { UTF8Decoder.wellFormed($0) } == nil)
  }
}
