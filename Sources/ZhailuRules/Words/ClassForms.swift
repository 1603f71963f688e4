// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What lexicons with a column `class` have of each class, as it is written there; in an image it stands
/// so too.
struct ClassForms<Class>: Sendable
where Class: RawRepresentable & CaseIterable & Sendable, Class.RawValue == String {
  /// By the names of the classes.
  private let forms: [String: [String]]

  init(_ lexicons: [Lexicon]) {
    var forms: [String: [String]] = [:]
    for lexicon in lexicons {
      for entry in lexicon.entries.indices {
        forms[lexicon.value("class", of: entry) ?? "", default: []].append(
          lexicon.entries[entry].form)
      }
    }
    self.forms = forms
  }

  subscript(_ name: Class) -> [String] {
    forms[name.rawValue] ?? []
  }

  /// The first characters of the forms: those of most classes have one.
  func units(_ name: Class) -> UnitSet {
    UnitSet(self[name].compactMap { FoldTable.fold($0).first })
  }

  func texts(_ name: Class) -> [[UInt16]] { self[name].map { FoldTable.fold($0) } }

  func words(_ name: Class) -> EventForms { EventForms(texts(name)) }

  func write(to writer: inout ImageWriter) {
    for name in Class.allCases { writer.write(self[name]) }
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    var forms: [String: [String]] = [:]
    for name in Class.allCases { forms[name.rawValue] = Array(try reader.texts()) }
    self.forms = forms
  }
}
