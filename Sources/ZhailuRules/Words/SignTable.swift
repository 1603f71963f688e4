// SPDX-License-Identifier: Apache-2.0

/// Sets and words that are made of what the lexicons of one matter have of each class; an image has no more
/// than what they are made of.
protocol SignTable {
  associatedtype Class: RawRepresentable<String>, CaseIterable, Sendable
  var forms: ClassForms<Class> { get }
  init(_ forms: ClassForms<Class>)
}

extension SignTable {
  init(_ lexicons: [Lexicon]) { self.init(ClassForms(lexicons)) }

  func write(to writer: inout ImageWriter) { forms.write(to: &writer) }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    self.init(try ClassForms(from: &reader))
  }
}
