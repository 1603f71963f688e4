// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct TextDecoderTests {
  static let simplified =
    "本报讯（记者 陈默）4月2日，清河区慈善协会收到辖区企业捐赠的防护服3000件、口罩12万只，"
    + "总价值约85万元，当天即分发至各街道和医院。"
  static let gb18030 = bytes(
    """
    B1 BE B1 A8 D1 B6 A3 A8 BC C7 D5 DF 20 B3 C2 C4 AC A3 A9 34 D4 C2 32 C8 D5 A3 AC C7 E5 BA D3
    C7 F8 B4 C8 C9 C6 D0 AD BB E1 CA D5 B5 BD CF BD C7 F8 C6 F3 D2 B5 BE E8 D4 F9 B5 C4 B7 C0 BB
    A4 B7 FE 33 30 30 30 BC FE A1 A2 BF DA D5 D6 31 32 CD F2 D6 BB A3 AC D7 DC BC DB D6 B5 D4 BC
    38 35 CD F2 D4 AA A3 AC B5 B1 CC EC BC B4 B7 D6 B7 A2 D6 C1 B8 F7 BD D6 B5 C0 BA CD D2 BD D4
    BA A1 A3
    """)

  static let traditional =
    "本報訊（記者 陳默）清河區慈善協會昨日收到轄區企業捐贈的防護服三千件、口罩十二萬隻，"
    + "總價值約八十五萬元，當天即分發至各街道和醫院。"
  static let big5 = bytes(
    """
    A5 BB B3 F8 B0 54 A1 5D B0 4F AA CC 20 B3 AF C0 71 A1 5E B2 4D AA 65 B0 CF B7 4F B5 BD A8 F3
    B7 7C AC 51 A4 E9 A6 AC A8 EC C1 D2 B0 CF A5 F8 B7 7E AE BD C3 D8 AA BA A8 BE C5 40 AA 41 A4
    54 A4 64 A5 F3 A1 42 A4 66 B8 6E A4 51 A4 47 B8 55 B0 A6 A1 41 C1 60 BB F9 AD C8 AC F9 A4 4B
    A4 51 A4 AD B8 55 A4 B8 A1 41 B7 ED A4 D1 A7 59 A4 C0 B5 6F A6 DC A6 55 B5 F3 B9 44 A9 4D C2
    E5 B0 7C A1 43
    """)

  static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      isBig
        ? [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
        : [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
    }
  }

  private func expect(
    _ input: [UInt8], encoding: String? = nil, gives text: String, as name: String,
    malformed: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let decoded = try TextDecoder.decode(input, encoding: encoding)
    #expect(
      String(decoding: decoded.units, as: UTF16.self) == text, sourceLocation: sourceLocation)
    #expect(decoded.encoding == name, sourceLocation: sourceLocation)
    #expect(decoded.malformed == malformed, sourceLocation: sourceLocation)
    #expect((decoded.firstMalformed == nil) == (malformed == 0), sourceLocation: sourceLocation)
  }

  // MARK: Detection

  @Test("UTF-8 is found, with or without a byte-order mark")
  func utf8() throws {
    try expect(Array(Self.simplified.utf8), gives: Self.simplified, as: "UTF-8")
    try expect([], gives: "", as: "UTF-8")
    try expect([0x41], gives: "A", as: "UTF-8")
    try expect([0xEF, 0xBB, 0xBF] + Array("捐\r\n款".utf8), gives: "捐\r\n款", as: "UTF-8")
    try expect([0xEF, 0xBB, 0xBF], gives: "", as: "UTF-8")
  }

  @Test func onlyTheFirstMarkIsTaken() throws {
    try expect(Array("\u{FEFF}\u{FEFF}捐\u{FEFF}".utf8), gives: "\u{FEFF}捐\u{FEFF}", as: "UTF-8")
  }

  @Test func gb18030IsFound() throws {
    try expect(Self.gb18030, gives: Self.simplified, as: "GB18030")
  }

  @Test func big5IsFound() throws {
    try expect(Self.big5, gives: Self.traditional, as: "Big5")
  }

  /// Short texts, as in a column of a file, hold too little for statistics: then it is GB18030.
  @Test(arguments: [
    ("BEE8BFEE323030CDF2D4AA", "捐款200万元"), ("CAAFBEB0C9BDC7F8BAECCAAED7D6BBE1", "石景山区红十字会"),
    ("B9B2BCC63835CDF2D4AA", "共计85万元"), ("C7E5BAD3C7F8B4C8C9C6D0ADBBE1", "清河区慈善协会"),
    ("BEE8BFEE", "捐款"), ("C4E3BAC3", "你好"),
  ])
  func shortTextsOfGB18030(hex: String, text: String) throws {
    try expect(bytes(hex), gives: text, as: "GB18030")
  }

  @Test(arguments: [("AEBDB4DA", "捐款"), ("B24DAA65B0CFB74FB5BDA8F3B77C", "清河區慈善協會")])
  func shortTextsOfBig5(hex: String, text: String) throws {
    try expect(bytes(hex), gives: text, as: "Big5")
  }

  /// A zero that slipped in makes no UTF-8 of it.
  @Test func aZeroIsNoSignOfUTF8() throws {
    var input = Self.gb18030 + Self.gb18030
    input.insert(0, at: 4)
    #expect(try TextDecoder.decode(input).encoding == "GB18030")
  }

  @Test(arguments: [true, false])
  func utf16WithMark(isBig: Bool) throws {
    let text = "捐款200万😷\r\n𠮷"
    try expect(
      Self.utf16("\u{FEFF}" + text, isBig: isBig), gives: text,
      as: isBig ? "UTF-16BE" : "UTF-16LE")
  }

  @Test(arguments: [
    "捐款200万元。\n", "plain text\r\n", "２０２０年，捐款200万元，“战疫”\n", "武汉慈善总会收到捐款", "①→全年3℃·",
  ])
  func utf16WithoutMark(text: String) throws {
    try expect(Self.utf16(text, isBig: true), gives: text, as: "UTF-16BE")
    try expect(Self.utf16(text, isBig: false), gives: text, as: "UTF-16LE")
  }

  // MARK: Told encodings

  @Test(arguments: ["GB18030", "gb18030"])
  func gb18030WhenTold(name: String) throws {
    try expect(Self.gb18030, encoding: name, gives: Self.simplified, as: name)
    // Four bytes outside the two-byte table, and the euro sign.
    try expect(
      bytes("95 34 B2 35 D2 B0 BC D2 A2 E3 81 39 EE 39"), encoding: name, gives: "𠮷野家€㐀", as: name)
    try expect(bytes("84 31 95 33 BE E8"), encoding: name, gives: "捐", as: name)
  }

  @Test func othersWhenTold() throws {
    try expect(Self.big5, encoding: "Big5", gives: Self.traditional, as: "Big5")
    try expect(
      bytes("BE E8 BF EE"), encoding: "GBK", gives: "捐款", as: "GBK")
    try expect(
      Self.utf16("捐😷", isBig: false), encoding: "UTF-16LE", gives: "捐😷", as: "UTF-16LE")
    try expect(
      Self.utf16("\u{FEFF}捐😷", isBig: true), encoding: "UTF-16", gives: "捐😷", as: "UTF-16")
    try expect(bytes("E6 8D 90"), encoding: "utf8", gives: "捐", as: "UTF-8")
  }

  @Test func unknownEncoding() {
    #expect(throws: TextDecoder.Failure.unknownEncoding("KOI-99")) {
      try TextDecoder.decode([0x41], encoding: "KOI-99")
    }
    let message = TextDecoder.Failure.unknownEncoding("KOI-99").description
    #expect(message.hasSuffix("knows no encoding 【KOI-99】; try UTF-8, GB18030, Big5 or UTF-16"))
  }

  // MARK: Damage

  @Test func aFewDamagedCharactersAreStillUTF8() throws {
    var input = Array(Self.simplified.utf8)
    input.replaceSubrange(9..<10, with: [0xFF])
    let decoded = try TextDecoder.decode(input)
    #expect(decoded.encoding == "UTF-8")
    // （ has lost its first byte: that byte, and each that it leaves behind.
    #expect(decoded.malformed == 3)
    #expect(decoded.firstMalformed == 9)
  }

  @Test func theMarkCountsInPlaces() throws {
    let decoded = try TextDecoder.decode(
      [0xEF, 0xBB, 0xBF] + Array("捐款二百万元整".utf8) + [0xFF] + Array("共计".utf8), encoding: "UTF-8")
    #expect(decoded.malformed == 1)
    #expect(decoded.firstMalformed == 24)
  }

  /// A lead byte before an ASCII byte: the ASCII byte stands (Encoding Standard, GB18030 decoder).
  @Test(arguments: [
    ("GB18030", "BEE8BFEE 81 20 BEE8BFEE BEE8BFEE BEE8BFEE", "捐款\u{FFFD} 捐款捐款捐款", 1),
    ("GB18030", "BEE8BFEE BEE8BFEE BEE8BFEE BEE8BFEE BEE8 FF", "捐款捐款捐款捐款捐\u{FFFD}", 1),
    ("GB18030", "BEE8BFEE BEE8BFEE BEE8BFEE BEE8BFEE BEE8 BE", "捐款捐款捐款捐款捐\u{FFFD}", 1),
    ("Big5", "AEBDB4DA AEBDB4DA AEBDB4DA A4 20 AEBDB4DA", "捐款捐款捐款\u{FFFD} 捐款", 1),
    ("UTF-16LE", "41004200430044004500460047004800490000D84A00", "ABCDEFGHI\u{FFFD}J", 1),
    ("UTF-16LE", "41004200430044004500460047004800490000DC4A00", "ABCDEFGHI\u{FFFD}J", 1),
    ("UTF-16BE", "00410042004300440045004600470048004900", "ABCDEFGHI\u{FFFD}", 1),
  ])
  func malformedSequences(name: String, hex: String, text: String, malformed: Int) throws {
    try expect(bytes(hex), encoding: name, gives: text, as: name, malformed: malformed)
  }

  @Test func surrogatesStandInPairs() throws {
    let decoded = try TextDecoder.decode(
      bytes(String(repeating: "4200", count: 20) + "3DD8 4100 37DE 3DD837DE"),
      encoding: "UTF-16LE")
    #expect(decoded.units == Array("BBBBBBBBBBBBBBBBBBBB\u{FFFD}A\u{FFFD}😷".utf16))
  }

  @Test func theFirstDamagedBlockIsNamed() throws {
    let clean = [[UInt8]](repeating: [0xBE, 0xE8], count: 3000).flatMap { $0 }
    let decoded = try TextDecoder.decode(clean + [0xFF] + clean, encoding: "GB18030")
    #expect(decoded.malformed == 1)
    #expect(decoded.firstMalformed == 4096)
  }

  @Test func aCharacterAcrossBlocksIsWhole() throws {
    for offset in 0..<4 {
      let start = [UInt8](repeating: 0x41, count: 4096 - offset)
      try expect(
        start + bytes("95 34 B2 35"), encoding: "GB18030",
        gives: String(repeating: "A", count: 4096 - offset) + "𠮷", as: "GB18030")
    }
  }

  // MARK: What is no text

  @Test(arguments: [
    "89 50 4E 47 0D 0A 1A 0A 00 00 00 0D 49 48 44 52 00 00 01 00 00 00 01 00 08 02 00 00 00",
    "50 4B 03 04 14 00 00 00 08 00 00 00 21 00 00 00 00 00 00 00 00 00",
    "7F 45 4C 46 02 01 01 00 00 00 00 00 00 00 00 00 03 00 3E 00 01 00 00 00",
    "00 00 00 00 00 00 00 00",
  ])
  func binaryFilesAreNoText(hex: String) {
    #expect(throws: TextDecoder.Failure.notText) { try TextDecoder.decode(bytes(hex)) }
  }

  @Test func randomBytesAreNoText() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<50 {
      let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect((try? TextDecoder.decode(noise))?.encoding == nil)
    }
  }

  @Test func aNulInTextIsText() throws {
    try expect(Array("捐款200万元\0共计300万元".utf8), gives: "捐款200万元\0共计300万元", as: "UTF-8")
  }

  @Test func anyBytesGiveTextOrOneFailure() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...40, using: &random)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      for name in [nil, "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"] {
        guard let decoded = try? TextDecoder.decode(noise, encoding: name) else { continue }
        let text = String(decoding: decoded.units, as: UTF16.self)
        #expect(Array(text.utf16) == decoded.units, "surrogates apart: \(noise) as \(name ?? "-")")
      }
    }
  }
}
