// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuShipped
import ZhailuText

@testable import ZhailuRules

@Suite("Images of rule sets")
struct RuleImageTests {
  private static let source = Pack.source(Pack.evidenceFiles)

  private static func bytes(of source: RuleSource = source) throws -> [UInt8] {
    RuleImage.bytes(of: try RuleSet(source), digests: RuleDigests(source), source: source)
  }

  private static func image(
    _ bytes: [UInt8], isChecked: Bool = false
  ) throws(DamagedImage) -> RuleImage {
    let memory = ImageMemory(bytes)
    return try RuleImage(
      UnsafeRawBufferPointer(memory.bytes), owner: memory, isChecked: isChecked)
  }

  @Test("a set from an image says the same, and makes the same image")
  func roundTrip() throws {
    let set = try RuleSet(Self.source)
    let bytes = try Self.bytes()
    let image = try Self.image(bytes)
    let loaded = try image.rules()
    #expect(!loaded.isComplete && set.isComplete)
    #expect(loaded.units.map(\.rule.id) == set.units.map(\.rule.id))
    #expect(loaded.units.map(\.rule.evidence?.reach) == set.units.map(\.rule.evidence?.reach))
    #expect(loaded.machine.kindMasks.array == set.machine.kindMasks.array)
    #expect(loaded.machine.kindSets.array == set.machine.kindSets.array)
    #expect(loaded.machine.tests == set.machine.tests)
    #expect(loaded.machine.literals.array == set.machine.literals.array)
    let (currency, other) = (
      loaded.lexicons.first { $0.name == "currency" }, set.lexicons.first { $0.name == "currency" }
    )
    #expect(currency?.entries.map(\.form) == other?.entries.map(\.form))
    #expect(currency?.value("currency", of: 1) == "USD")
    #expect(try image.digests() == RuleDigests(Self.source))
    #expect(try image.files().files.map(\.text) == Self.source.files.map(\.text))
    let again = RuleImage.bytes(
      of: loaded, digests: try image.digests(), source: try image.files())
    #expect(again == bytes)
  }

  @Test("the image inside the program is what its files compile to")
  func shipped() throws {
    let shipped = try #require(Shipped.image)
    #expect(try Self.image(try Self.bytes(of: .shipped)).checksum == shipped.checksum)
    #expect(try RuleSet.compiled().units.count == RuleSet.shipped().units.count)
  }

  @Test("what is written has no gaps between its fields, which would differ from run to run")
  func gaps() throws {
    let set = try RuleSet(Self.source)
    #expect(Self.isDense(try #require(set.hits.first)))
    #expect(Self.isDense(try #require(set.machine.moves.first)))
    #expect(Self.isDense(try #require(set.machine.programs.first)))
    #expect(Self.isDense(try #require(set.machine.states.first)))
    #expect(Self.isDense(Wants.anything))
    #expect(Self.isDense(try #require(set.tables.anchors.words.first)))
    #expect(Self.isDense(try #require(set.tables.anchors.ranges.first)))
    #expect(Self.isDense(try #require(set.tables.needs.right.first)))
    #expect(Self.isDense(try #require(set.tables.readers.ranges.first)))
    let needs = try RuleSet.compiled().tables.needs.needs
    #expect(Self.isDense(try #require(needs.first)))
    #expect(Self.isDense(try #require(set.wordKinds.first)))
    let model = try #require(try RuleSet.compiled().evidence.first?.model)
    #expect(Self.isDense(try #require(model.weights.first)))
    #expect(Self.isDense(try #require(model.lists.first)))
  }

  private static func isDense<Value>(_ value: Value) -> Bool {
    func size(_ value: Any) -> Int {
      func open<Field>(_ field: Field) -> Int { MemoryLayout<Field>.size }
      return open(value)
    }
    let fields = Mirror(reflecting: value).children.map { size($0.value) }
    return fields.reduce(0, +) == MemoryLayout<Value>.size
  }

  // MARK: Damage

  @Test("an image that was cut anywhere is refused")
  func cut() throws {
    let bytes = try Self.bytes()
    for count in 0..<bytes.count {
      let part = Array(bytes[..<count])
      #expect(throws: DamagedImage.self) { _ = try Self.image(part, isChecked: true) }
      if count > 512 { break }
    }
    for count in stride(from: 512, to: bytes.count, by: 4099) {
      #expect(throws: DamagedImage.self) { _ = try Self.image(Array(bytes[..<count])) }
    }
    #expect(throws: DamagedImage.self) { _ = try Self.image(bytes + [0]) }
  }

  @Test("an image of which a bit was changed is refused")
  func flipped() throws {
    var bytes = try Self.bytes()
    let places = Array(0..<256) + Array(stride(from: 256, to: bytes.count, by: 6007))
    for place in places + [bytes.count - 1] {
      let bit = UInt8(1) << UInt8(place % 8)
      bytes[place] ^= bit
      #expect(throws: DamagedImage.self, "byte \(place)") { _ = try Self.image(bytes) }
      bytes[place] ^= bit
    }
    _ = try Self.image(bytes)
  }

  @Test("nonsense with a right checksum is refused or read, and never ends the program")
  func nonsense() throws {
    var bytes = try Self.bytes()
    var random = SplitMix64(seed: 7)
    for round in 0..<400 {
      // Half of them where the sections and small counts stand.
      let place = 32 + random.next(below: round % 2 == 0 ? 4000 : bytes.count - 32)
      let old = bytes[place]
      bytes[place] = UInt8(random.next(below: 256))
      _ = try? Self.image(bytes, isChecked: true).rules()
      bytes[place] = old
    }
  }

  @Test("a checksum differs where a word differs, wherever that is")
  func checksum() {
    func sum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { RuleImage.checksum(of: $0) } }
    let bytes = (0..<150).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for place in 32..<150 {
      var other = bytes
      other[place] ^= 0x80
      #expect(sum(other) != sum(bytes))
    }
  }

  // MARK: Keys

  @Test("a key differs by file, by layer and by how the program compiles")
  func keys() {
    let digests = RuleDigests(Self.source)
    let layered = RuleDigests(Self.source.overlaid(by: RuleSource(files: [])))
    let edited = RuleDigests(Pack.source([.edit("amount.yaml", "A number", "The number")]))
    let over = RuleDigests(Pack.source([.put("+lexicon/currency.tsv", "form\tcurrency\n镑\tGBP\n")]))
    let flat = RuleDigests(RuleSource(files: Self.overFiles))
    #expect(digests.key(program: 1) == layered.key(program: 1))
    #expect(digests.key(program: 1) != digests.key(program: 2))
    #expect(digests.key(program: 1) != edited.key(program: 1))
    #expect(over.pack == flat.pack)
    #expect(over.key(program: 1) != flat.key(program: 1))
  }

  /// The files of a folder and one laid over it, as if all were in one folder.
  private static let overFiles = Pack.source([
    .put("+lexicon/currency.tsv", "form\tcurrency\n镑\tGBP\n")
  ]).files.map { RuleSource.File(path: $0.path, displayPath: $0.displayPath, text: $0.text) }
}
