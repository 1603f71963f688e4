// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct UTF8DecoderTests {
  /// Bytes, the text they give, the number of malformed sequences, the place of the first.
  /// The counts are those of the Encoding Standard and of The Unicode Standard, table 3-8 ff.
  static let malformed: [(hex: String, text: String, count: Int, first: Int?)] = [
    ("", "", 0, nil),
    ("41 E6 8D 90 F0 9F 98 B7 0D 0A", "A捐😷\r\n", 0, nil),
    ("00 7F C2 80 DF BF E0 A0 80 EF BF BF", "\0\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}", 0, nil),
    ("F0 90 80 80 F4 8F BF BF ED 9F BF EE 80 80", "\u{10000}\u{10FFFF}\u{D7FF}\u{E000}", 0, nil),
    ("80", "\u{FFFD}", 1, 0),
    ("41 C3", "A\u{FFFD}", 1, 1),
    ("E6 8D", "\u{FFFD}", 1, 0),
    ("E6 8D 41", "\u{FFFD}A", 1, 0),
    ("F0 9F 98", "\u{FFFD}", 1, 0),
    ("F0 9F 98 E6 8D 90", "\u{FFFD}捐", 1, 0),
    ("C0 AF", "\u{FFFD}\u{FFFD}", 2, 0),
    ("E0 80 AF", "\u{FFFD}\u{FFFD}\u{FFFD}", 3, 0),
    ("F0 80 80 AF", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4, 0),
    ("ED A0 BD ED B8 B7", String(repeating: "\u{FFFD}", count: 6), 6, 0),
    ("F4 90 80 80", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4, 0),
    ("F5 80 80 80", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4, 0),
    ("FE FF", "\u{FFFD}\u{FFFD}", 2, 0),
    ("41 98 BA 42 E2 98 43 E2 98 BA E2 98", "A\u{FFFD}\u{FFFD}B\u{FFFD}C☺\u{FFFD}", 4, 1),
    ("E1 80 E2 F0 91 92 F1 BF 41", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A", 4, 0),
    ("F1 80 41 42 80 43 80 BF 44", "\u{FFFD}AB\u{FFFD}C\u{FFFD}\u{FFFD}D", 4, 0),
  ]

  @Test(
    "each malformed sequence is one U+FFFD, counted, and the first has its place",
    arguments: malformed)
  func decodes(hex: String, text: String, count: Int, first: Int?) {
    let result = UTF8Decoder.decode(bytes(hex))
    #expect(result.units == Array(text.utf16))
    #expect(result.malformed == count)
    #expect(result.firstMalformed == first)
  }

  @Test func everyScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let result = UTF8Decoder.decode(UTF8.encode(scalar)!)
      if result.units != Array(UTF16.encode(scalar)!) || result.malformed != 0 {
        wrong.append(value)
      }
    }
    #expect(wrong.isEmpty)
  }

  /// Bytes of characters, cut, joined and flipped at random, against the standard library's
  /// decoder, which replaces maximal parts too.
  @Test func randomBytes() {
    var random = SplitMix64(seed: 3)
    let pieces = ["捐", "😷", "é", "a", "\u{7FF}"].map { Array($0.utf8) }
    for _ in 0..<5000 {
      var input: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let piece = pieces.randomElement(using: &random)!
        input += piece.prefix(Int.random(in: 1...piece.count, using: &random))
        if Int.random(in: 0..<3, using: &random) == 0 {
          input.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      let result = UTF8Decoder.decode(input)
      let text = String(decoding: input, as: UTF8.self)
      #expect(result.units == Array(text.utf16), "\(input)")
      #expect(result.malformed == text.unicodeScalars.count { $0 == "\u{FFFD}" }, "\(input)")
      let strict = input.withUnsafeBufferPointer { UTF8Decoder.wellFormed($0) }
      #expect(strict == (result.malformed == 0 ? result.units : nil), "\(input)")
    }
  }

  @Test func anySequenceOfTwoBytes() {
    var wrong: [[UInt8]] = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let input = [0x41, first, second, 0x42]
        let text = String(decoding: input, as: UTF8.self)
        if UTF8Decoder.decode(input).units != Array(text.utf16) { wrong.append(input) }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func bytesWithoutContiguousStorage() {
    let result = UTF8Decoder.decode([[0xE6, 0x8D], [0x90, 0xFF]].joined().map { UInt8($0) }.lazy)
    #expect(result.units == Array("捐\u{FFFD}".utf16))
    #expect(result.firstMalformed == 3)
  }
}
