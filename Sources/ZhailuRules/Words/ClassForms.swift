// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What lexicons with a column `class` have of each class, as it is written there; in an image it stands
/// so too.
struct ClassForms<Class>: Sendable
where Class: RawRepresentable & CaseIterable & Sendable, Class.RawValue == String {
  /// Folded, by the names of the classes.
  private let forms: [String: [[UInt16]]]

  init(_ lexicons: [Lexicon]) {
    var forms: [String: [[UInt16]]] = [:]
    for lexicon in lexicons {
      for entry in lexicon.entries.indices {
        forms[lexicon.value("class", of: entry) ?? "", default: []].append(
          FoldTable.fold(lexicon.entries[entry].form))
      }
    }
    self.forms = forms
  }

  subscript(_ name: Class) -> [[UInt16]] {
    forms[name.rawValue] ?? []
  }

  /// The first characters of the forms: those of most classes have one.
  func units(_ name: Class) -> UnitSet {
    UnitSet(self[name].compactMap { $0.first })
  }

  func words(_ name: Class) -> EventForms { EventForms(self[name]) }

  func write(to writer: inout ImageWriter) {
    for name in Class.allCases { writer.write(self[name]) }
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    var forms: [String: [[UInt16]]] = [:]
    for name in Class.allCases { forms[name.rawValue] = try reader.words() }
    self.forms = forms
  }
}
