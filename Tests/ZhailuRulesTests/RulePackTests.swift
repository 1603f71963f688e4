// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuShipped

@testable import ZhailuRules

/// A small pack whose parts a test may exchange.
enum Pack {
  static let stages = "stages:\n  - stage: amounts\n    files: [amount.yaml]\n"
  static let lexicon = "form\tcurrency\n元\tCNY\n美元\tUSD\n"
  static let rule = """
    - rule: amount.plain
      finds: amount
      says: A number and a currency.
      pattern: "【{amount}{currency}】"
      where:
        amount: number
        currency: lexicon currency
      examples:
        - value: { amount: "5", currency: CNY }
          texts: [ 【5元】, 【五元】, 【5元】整 ]
      counterexamples:
        - { text: 5人, why: people }
        - { text: 元旦, why: a day }
        - { text: 五, why: no currency }
    """

  /// A rule that proposes what weights decide; it needs the lexicons `head` and `org-evidence`.
  static let evidenceRule = """

    - rule: organization.headed
      finds: organization
      says: A head; weights say where the name begins.
      pattern: "【{kind}】"
      where: { kind: lexicon head }
      evidence: org-evidence
      reach: 24
      threshold: -10
      examples:
        - { texts: [ 【甲公司】, 【乙公司】, 【丙公司】 ] }
      counterexamples:
        - { text: 公园, why: no head }
        - { text: 公共, why: no head }
        - { text: 公正, why: no head }
    """
  /// The files that it needs.
  static let evidenceFiles: [FaultCase.Change] = [
    .put("lexicon/head.tsv", "form\tkind\n公司\tcompany\n"),
    .put("lexicon/org-evidence.tsv", "form\twhere\tweight\n公司\tends\t5\n"),
    .put("amount.yaml", rule + evidenceRule),
  ]

  /// The sound pack with changes: of its files, or of those of a folder laid over it.
  static func source(_ changes: [FaultCase.Change] = []) -> RuleSource {
    var base = [
      "amount.yaml": rule, "lexicon/currency.tsv": lexicon, "stages.yaml": stages,
    ]
    var over: [String: String] = [:]
    for change in changes {
      switch change {
      case .put(let path, let text) where path.hasPrefix("+"): over[String(path.dropFirst())] = text
      case .put(let path, let text): base[path] = text
      case .edit(let path, let old, let new):
        #expect(base[path]?.contains(old) ?? false, "\(old)")
        base[path] = base[path]?.replacing(old, with: new, maxReplacements: 1)
      }
    }
    let source = RuleSource(files: files(base, in: "Rules"))
    return over.isEmpty
      ? source : source.overlaid(by: RuleSource(files: files(over, in: "my-rules")))
  }

  private static func files(_ texts: [String: String], in folder: String) -> [RuleSource.File] {
    texts.sorted { $0.key < $1.key }.map { path, text in
      RuleSource.File(path: path, displayPath: "\(folder)/\(path)", text: text)
    }
  }

  /// The faults of a pack, as they are shown.
  static func faults(_ source: RuleSource) -> [String] {
    do {
      _ = try RuleSet(source)
      return []
    } catch let faulty as FaultyRules {
      return faulty.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }
}

@Suite("Reading a rule pack")
struct RulePackTests {
  @Test("a sound pack has no faults")
  func sound() {
    #expect(Pack.faults(Pack.source()) == [])
  }

  @Test("values are the text that stands there: no is no Boolean")
  func plainValues() throws {
    let set = try RuleSet(Pack.source([.edit("amount.yaml", "\"5\"", "no")]))
    #expect(set.rule("amount.plain")?.examples.first?.value.first?.value == "no")
  }
}

@Suite("Overlays")
struct OverlayTests {
  private func set(_ changes: FaultCase.Change...) throws -> RuleSet {
    try RuleSet(Pack.source(changes))
  }

  private func forms(_ set: RuleSet) -> [String] {
    set.lexicons.first { $0.name == "currency" }?.entries.map { "\($0.form) \($0.values[0])" } ?? []
  }

  @Test("an entry is added, replaced by its form, and switched off")
  func entries() throws {
    let lexicon = "form\tcurrency\n欧元\tEUR\n元\tTWD\n!美元\n\"!x\"\tXXX\n"
    #expect(
      forms(try set(.put("+lexicon/currency.tsv", lexicon))) == ["欧元 EUR", "元 TWD", "!x XXX"])
  }

  @Test("of several entries of one form those with the given fields are switched off")
  func entriesWithFields() throws {
    let set = try set(
      .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n元\tTWD\n"),
      .put("+lexicon/currency.tsv", "form\tcurrency\n!元\tTWD\n"))
    #expect(forms(set) == ["元 CNY"])
  }

  @Test("a rule is replaced by its name, in the stage of its new file")
  func replaced() throws {
    let changed = Pack.rule.replacing("A number and a currency.", with: "Mine.")
    let set = try set(.put("+amount.yaml", changed))
    #expect(set.units.map(\.rule.says) == ["Mine."])
  }

  @Test("a rule is switched off")
  func off() throws {
    let set = try set(.put("+amount.yaml", "- off: amount.plain\n  why: not wanted\n"))
    #expect(set.units.isEmpty)
  }

  @Test("what one folder switches off, a folder above it may define again")
  func again() throws {
    let off = RuleSource(files: [
      RuleSource.File(
        path: "amount.yaml", displayPath: "a/amount.yaml", text: "- off: amount.plain\n  why: x\n")
    ])
    let again = RuleSource(files: [
      RuleSource.File(path: "amount.yaml", displayPath: "b/amount.yaml", text: Pack.rule)
    ])
    let set = try RuleSet(Pack.source().overlaid(by: off).overlaid(by: again))
    #expect(set.units.map(\.rule.place.file) == ["b/amount.yaml"])
  }
}

@Suite("The shipped rules")
struct ShippedRulesTests {
  @Test("are read without a fault")
  func sound() throws {
    let set = try RuleSet.shipped()
    #expect(set.units.count > 20)
  }

  @Test(
    "a rule that weights decide about is switched off like any other, though their table names it",
    arguments: ["organization.office", "organization.body-part", "organization.branch"])
  func offWithEvidence(rule: String) throws {
    let off = RuleSource(files: [
      RuleSource.File(
        path: "organization.yaml", displayPath: "my/organization.yaml",
        text: "- off: \(rule)\n  why: not wanted\n")
    ])
    let set = try RuleSet(RuleSource.shipped.overlaid(by: off))
    #expect(!set.units.contains { $0.rule.id == rule })
  }

  @Test("every rule that makes records has three examples and three counterexamples")
  func examples() throws {
    for unit in try RuleSet.shipped().units {
      // place and home are for other rules and the program alone.
      guard case .finds(let type) = unit.rule.kind, !["place", "home"].contains(type) else {
        continue
      }
      #expect(unit.rule.examples.count >= 3, "\(unit.rule.id)")
      #expect(unit.rule.counterexamples.count >= 3, "\(unit.rule.id)")
    }
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "agrees with the vectors of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.digest(of: text) == digest)
  }

  @Test("is the same without the processor's own instructions", arguments: [0, 1, 2, 9])
  func portably(blocks: Int) {
    let bytes = (0..<blocks * 64).map { UInt8(truncatingIfNeeded: $0 * $0 / 3) }
    var states = (SHA256.start, SHA256.start)
    bytes.withUnsafeBytes {
      SHA256.take($0, into: &states.0)
      SHA256.takePortably($0, into: &states.1)
    }
    #expect(states.0 == states.1)
  }
}
