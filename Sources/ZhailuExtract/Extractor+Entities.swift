// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

extension Extractor {
  /// Gives each organization of a document the canonical name, the kind and the entity of its body.
  func resolveEntities(of extractions: inout [Extraction], in source: SourceText) {
    entities.reset()
    var numbers: [Int32] = []
    for extraction in extractions { addNames(of: extraction, in: source, to: &numbers) }
    guard !numbers.isEmpty else { return }
    entities.resolve()
    var next = 0
    for index in extractions.indices {
      extractions[index].nameOrganizations { value in
        // A short name is of the kind of its full one: 启元所 as 启元宏观经济研究所.
        (value.name, value.kind, value.entity) = entities.body(of: numbers[next], in: source.id)
        value.full = nil
        next += 1
      }
    }
  }

  /// Adds the names of an article's organizations, which of them it declares as short, and which it
  /// says were those of the same body before.
  private func addNames(
    of extraction: Extraction, in source: SourceText, to numbers: inout [Int32]
  ) {
    var full: (number: Int32, extent: Extent)?
    var last: (number: Int32, extent: Extent)?
    let declared = DeclaredNames(forms: rules.nameForms)
    let former = FormerNames(forms: rules.nameForms)
    extraction.text.units.withUnsafeBufferPointer { units in
      for index in extraction.mentions.indices {
        guard case .organization(let value) = extraction.mentions[index].value else { continue }
        let extent = extraction.mentions[index].extent
        let number = extraction.text.withOriginal(of: extent, in: source) {
          entities.add(
            UnsafeBufferPointer(rebasing: units[extent.range]), $0, kind: value.kind,
            full: value.full)
        }
        numbers.append(number)
        if let last, former.join(last.extent, extent, in: units) {
          entities.join(last.number, number)
        }
        last = (number, extent)
        if let full, declared.declares(extent, shortFor: full.extent, in: units),
          entities.length(of: number) < entities.length(of: full.number)
            || declared.isInLetters(extent, in: units)
        {
          entities.declare(number, shortFor: full.number)
        } else {
          full = (number, extent)
        }
      }
    }
  }
}

extension Extraction {
  /// Changes the values of its organizations, in the order of the text.
  fileprivate mutating func nameOrganizations(_ name: (inout OrganizationValue) -> Void) {
    for index in mentions.indices {
      guard case .organization(var value) = mentions[index].value else { continue }
      name(&value)
      mentions[index].value = .organization(value)
    }
  }
}
