// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("WordStarts")
struct WordStartsTests {
  private static let starts = WordStarts(["捐", "购买", "无偿提供"].map { Array($0.utf16) })

  @Test("lets all words of two characters and more begin", arguments: ["购买", "无偿"])
  func words(text: String) {
    let units = Array(text.utf16)
    #expect(Self.starts.mayBegin(units[0], units[1]))
  }

  @Test("lets hardly anything else")
  func others() {
    let common = (0x4E00..<0x5E00).map { UInt16($0) }
    let passed = zip(common, common.dropFirst()).filter { Self.starts.mayBegin($0, $1) }
    #expect(passed.count < 10)
  }

  @Test("has the numbers of words of one character, and of no other")
  func singles() {
    let words = ["赠", "购买", "捐", "一", "购", "捐出"].map { Array($0.utf16) }
    let starts = WordStarts(words)
    for (number, word) in words.enumerated() where word.count == 1 {
      #expect(starts.number(of: word[0]) == number)
    }
    for unit in "买出丂A，".utf16 { #expect(starts.number(of: unit) == -1) }
    #expect(starts.number(of: 0) == -1 && starts.number(of: 0xFFFF) == -1)
  }

  @Test("is what it was when it is read from an image")
  func image() throws {
    var writer = ImageWriter()
    Self.starts.write(to: &writer)
    let read = try Self.read(writer)
    #expect(read.number(of: Self.unit("捐")) == 0 && read.number(of: Self.unit("购")) == -1)
    #expect(read.mayBegin(Self.unit("购"), Self.unit("买")))
  }

  @Test("is not taken from an image that is cut")
  func damaged() {
    var writer = ImageWriter()
    writer.write(FlatArray<UInt64>([1, 2, 3]))
    for _ in 0..<2 { writer.write(FlatArray<Int32>([0])) }
    #expect(throws: DamagedImage.self) { try Self.read(writer) }
  }

  private static func unit(_ text: String) -> UInt16 { text.utf16.first ?? 0 }

  private static func read(_ writer: ImageWriter) throws(DamagedImage) -> WordStarts {
    let memory = ImageMemory(writer.bytes)
    var reader = ImageReader(UnsafeRawBufferPointer(memory.bytes), owner: memory)
    return try WordStarts(from: &reader)
  }
}
