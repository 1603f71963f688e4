// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What a word says of a line of a page: the classes of the lexicons that `stages.yaml` names under
/// `layout`.
enum LayoutClass: String, Sendable, CaseIterable {
  /// A text that begins with it is an article's: 本报讯.
  case dateline
  /// A short line that begins with it says who wrote what follows: 本报记者 周婷.
  case byline
  /// The end of an agency's dateline: 新华社北京3月5日电.
  case wire
  /// Before a colon it is no label of a form: 会长说:.
  case saying
  /// Before a colon it is one all the same: 名称 of 供应商名称:.
  case label
}

extension LayoutSigns {
  init(_ forms: ClassForms<LayoutClass>) {
    self.init(
      datelines: forms[.dateline], bylines: forms[.byline],
      wires: forms.units(.wire).units, sayings: forms.units(.saying).units,
      labels: forms[.label])
  }

  func write(to writer: inout ImageWriter) {
    for words in [datelines, bylines, labels] { writer.write(words) }
    writer.write(wires)
    writer.write(sayings)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    let datelines = try reader.words()
    let bylines = try reader.words()
    let labels = try reader.words()
    self.init(
      datelines: datelines, bylines: bylines, wires: try reader.array(),
      sayings: try reader.array(), labels: labels)
  }
}
