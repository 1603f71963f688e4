// SPDX-License-Identifier: Apache-2.0

extension Rule {
  /// What values are made by; patterns, slots and examples stay behind.
  func write(to writer: inout ImageWriter) {
    writer.write(id)
    switch kind {
    case .finds(let type): writer.write(type as String?)
    case .defines: writer.write(nil as String?)
    }
    writer.write(stage)
    writer.write(settings.count)
    for setting in settings { setting.write(to: &writer) }
    writer.write(evidence?.table)
    writer.write(evidence?.reach ?? 0)
    writer.write(evidence?.threshold ?? 0)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    id = try reader.text()
    kind = try reader.optionalText().map(Kind.finds) ?? .defines
    stage = try reader.number()
    settings = try reader.list { reader throws(DamagedImage) in try Setting(from: &reader) }
    let place = Diagnostic.Place(file: "", line: 0)
    let table = try reader.optionalText()
    let (reach, threshold) = (try reader.number(), try reader.number())
    evidence = table.map { Evidence(table: $0, reach: reach, threshold: threshold, place: place) }
    tells = nil
    about = nil
    says = ""
    self.place = place
    (patterns, slots, exclusions) = ([], [], [])
    (examples, counterexamples, knownMisses) = ([], [], [])
  }
}

extension Rule.Setting {
  fileprivate func write(to writer: inout ImageWriter) {
    writer.write(field)
    switch source {
    case .whole: writer.write(0)
    case .slot(let name):
      writer.write(1)
      writer.write(name)
    case .constant(let text):
      writer.write(2)
      writer.write(text)
    }
  }

  fileprivate init(from reader: inout ImageReader) throws(DamagedImage) {
    field = try reader.text()
    switch try reader.number() {
    case 0: source = .whole
    case 1: source = .slot(try reader.text())
    case 2: source = .constant(try reader.text())
    default: throw DamagedImage()
    }
    place = Diagnostic.Place(file: "", line: 0)
  }
}
