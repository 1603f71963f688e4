// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("Compiled images of the user's folders of rules")
struct CacheTests {
  private let files: TemporaryFolder

  init() throws {
    files = try TemporaryFolder()
    try files.write(
      "stages:\n  - stage: amounts\n    files: [amount.yaml]\n", to: "mine/stages.yaml")
    try files.write(Self.rule, to: "mine/amount.yaml")
    try write(currency: "XXX")
  }

  private func write(currency: String) throws {
    try files.write("form\tcurrency\n贝壳\t\(currency)\n", to: "mine/lexicon/currency.tsv")
  }

  private static let rule = """
    - rule: amount.plain
      finds: amount
      says: A number and a currency.
      pattern: "【{amount}{currency}】"
      where: { amount: number, currency: lexicon currency }
      examples:
        - texts: [ 【5贝壳】, 【五贝壳】, 【5贝壳】整 ]
      counterexamples:
        - { text: 5人, why: people }
        - { text: 贝壳, why: no number }
        - { text: 五, why: no currency }
    """

  private func run(cache: String? = nil) throws -> Program {
    try Program(
      ["extract", "--rules", "mine"], input: Data("价值12贝壳".utf8), in: files,
      environment: ["XDG_CACHE_HOME": cache ?? files.file("cache").path()])
  }

  private var images: [URL] {
    let folder = files.file("cache/zhailu/rules")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().map { folder.appending(path: $0) }
  }

  private func expectFound(_ run: Program) {
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("\"currency\":\"XXX\""))
  }

  @Test("are kept, and used by the next run")
  func kept() throws {
    expectFound(try run())
    let image = try #require(images.first)
    let before = try Data(contentsOf: image)
    expectFound(try run())
    #expect(images == [image])
    #expect(try Data(contentsOf: image) == before)
  }

  @Test("are made again when the rules change")
  func changed() throws {
    expectFound(try run())
    try write(currency: "XTS")
    #expect(try run().output.contains("\"currency\":\"XTS\""))
    #expect(images.count == 2)
  }

  @Test("that are damaged are made again without a word")
  func damaged() throws {
    expectFound(try run())
    let image = try #require(images.first)
    let sound = try Data(contentsOf: image)
    var flipped = sound
    flipped[sound.count / 2] ^= 1
    for damage in [Data(), Data("no image".utf8), sound.prefix(sound.count / 3), flipped] {
      try damage.write(to: image)
      expectFound(try run())
      #expect(try Data(contentsOf: image) == sound)
    }
  }

  @Test("of another folder under this name are not used")
  func exchanged() throws {
    expectFound(try run())
    let image = try #require(images.first)
    try write(currency: "XTS")
    _ = try run()
    let other = try #require(images.first { $0 != image })
    try Data(contentsOf: image).write(to: other)
    #expect(try run().output.contains("\"currency\":\"XTS\""))
  }

  @Test("are not missed where they cannot be written", arguments: ["/dev/null", "relative", ""])
  func unwritable(cache: String) throws {
    var environment = ["XDG_CACHE_HOME": cache]
    if cache != "/dev/null" { environment["HOME"] = files.file("home").path() }
    let run = try Program(
      ["extract", "--rules", "mine"], input: Data("价值12贝壳".utf8), in: files,
      environment: environment)
    expectFound(run)
    #expect(images.isEmpty)
  }

  @Test("may be made by many runs at once")
  func races() async throws {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          do { self.expectFound(try self.run()) } catch { Issue.record(error) }
        }
      }
    }
    #expect(images.count == 1)
    expectFound(try run())
  }

  @Test("stay few")
  func few() throws {
    expectFound(try run())
    let image = try #require(images.first)
    for number in 0..<20 {
      try files.write("old", to: "cache/zhailu/rules/\(number).image")
    }
    try FileManager.default.removeItem(at: image)
    expectFound(try run())
    #expect(images.count == 8)
    #expect(images.contains(image))
  }
}
