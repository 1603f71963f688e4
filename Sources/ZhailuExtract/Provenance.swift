// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What `--provenance full` writes with each record: the program and the rules that made it, how the
/// rule came to match, and what a physical quantity is in SI units.
///
///     "provenance":{"program":"zhailu 0.1.0","rules":"9f…","si":{"quantity":"3000","unit":"m"},
///       "derivation":{"rule":"quantity.plain","start":2,"end":5,"slots":[…]}}
package struct Provenance: Sendable {
  private let program: String
  private let pack: String
  private let units: SIUnits

  /// `pack` is the digest of the rules.
  package init(program: String, pack: String, rules: RuleSet) {
    self.program = program
    self.pack = pack
    units = SIUnits(Self.units(of: rules))
  }

  private static func units(of rules: RuleSet) -> [SIUnits.Entry] {
    rules.lexicons.flatMap { lexicon -> [SIUnits.Entry] in
      guard lexicon.columns.contains("factor") else { return [] }
      return lexicon.entries.indices.compactMap { entry in
        guard let unit = lexicon.value("unit", of: entry),
          let dimension = lexicon.value("dimension", of: entry),
          let factor = lexicon.value("factor", of: entry)
        else { return nil }
        return (unit, dimension, factor)
      }
    }
  }

  /// Of an event: its parts have derivations of their own.
  func write(to json: inout JSONWriter) {
    json.object { writePack(to: &$0) }
  }

  func write(
    _ mention: Mention, of extraction: Extraction, in source: SourceText, to json: inout JSONWriter
  ) {
    json.object { json in
      writePack(to: &json)
      if case .quantity(let quantity) = mention.value, let fields = units.fields(of: quantity) {
        json.key("si")
        json.object { json in
          for field in fields {
            json.key(field.name)
            json.string(field.text)
          }
        }
      }
      guard extraction.derivations.indices.contains(mention.candidate) else { return }
      json.key("derivation")
      write(extraction.derivations[mention.candidate], of: extraction, in: source, to: &json)
    }
  }

  private func writePack(to json: inout JSONWriter) {
    json.key("program")
    json.string("zhailu \(program)")
    json.key("rules")
    json.string(pack)
  }

  private func write(
    _ derivation: Derivation, of extraction: Extraction, in source: SourceText,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("rule")
      json.string(derivation.rule)
      let span = source.span(of: extraction.text.sourceExtent(of: derivation.extent))
      write(span, to: &json)
      json.key("slots")
      json.array { json in
        for slot in derivation.slots { write(slot, of: extraction, in: source, to: &json) }
      }
    }
  }

  private func write(
    _ slot: Derivation.Slot, of extraction: Extraction, in source: SourceText,
    to json: inout JSONWriter
  ) {
    let extent = extraction.text.sourceExtent(of: slot.extent)
    json.object { json in
      json.key("slot")
      json.string(slot.name)
      json.key("text")
      json.string(source[extent])
      write(source.span(of: extent), to: &json)
      json.key("from")
      json.string(slot.source)
      guard !slot.inner.isEmpty else { return }
      json.key("inner")
      json.array { json in
        for inner in slot.inner { write(inner, of: extraction, in: source, to: &json) }
      }
    }
  }

  private func write(_ span: Span, to json: inout JSONWriter) {
    json.key("start")
    json.number(span.start)
    json.key("end")
    json.number(span.end)
  }
}
