// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// Reads the lines of a file of bars. A bad line is a fault, and the others are read all the same.
struct BarReader {
  let file: String
  private(set) var bars: [Bars.Bar] = []
  private(set) var faults: [LineFault] = []
  private var hasHeader = false

  static let header = ["type", "measure", "min"]

  init(file: String) { self.file = file }

  mutating func read(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      do throws(LineFault) {
        try read(line.split(separator: "\t", omittingEmptySubsequences: false), line: index + 1)
      } catch {
        faults.append(error)
      }
    }
    if !hasHeader { faults.append(LineFault(file: file, line: 1, reason: Self.needsHeader)) }
  }

  private static let needsHeader = "bars begin with the header line type, measure, min (with tabs)"

  private mutating func read(_ fields: [Substring], line: Int) throws(LineFault) {
    guard hasHeader else {
      hasHeader = true
      guard fields.elementsEqual(Self.header, by: ==) else {
        throw LineFault(file: file, line: line, reason: Self.needsHeader)
      }
      return
    }
    let bar = try bar(fields, line: line)
    if let earlier = bars.first(where: { $0.scope == bar.scope && $0.measure == bar.measure }) {
      let name = "\(bar.scope) \(bar.measure.rawValue)"
      throw LineFault(
        file: file, line: line,
        reason: "【\(name)】 has a bar in line \(earlier.origin.line ?? 0) already")
    }
    bars.append(bar)
  }

  private func bar(_ fields: [Substring], line: Int) throws(LineFault) -> Bars.Bar {
    guard fields.count == 3 else {
      let reason = "a bar has 3 fields between tabs, this line \(fields.count)"
      throw LineFault(file: file, line: line, reason: reason)
    }
    let scopes = Scope.all + [.type(.event)]
    guard let scope = scopes.first(where: { $0.description == fields[0] }) else {
      throw unknown("type", fields[0], among: scopes.map(\.description), line: line)
    }
    let measures = BarMeasure.known(of: scope)
    guard let measure = measures.first(where: { $0.rawValue == fields[1] }) else {
      let thing = scope == .type(.event) ? "measure of events" : "measure"
      throw unknown(thing, fields[1], among: measures.map(\.rawValue), line: line)
    }
    // A plain decimal, for Double reads nan and 0x1p-1 as well.
    guard ExactDecimal(fields[2]) != nil, let minimum = Double(fields[2]), 0...1 ~= minimum else {
      let reason = "a bar lies from 0 to 1, as in 0.970, not at 【\(fields[2])】"
      throw LineFault(file: file, line: line, reason: reason)
    }
    return Bars.Bar(scope: scope, measure: measure, minimum: minimum, origin: .line(line))
  }

  private func unknown(
    _ thing: String, _ word: Substring, among known: [String], line: Int
  ) -> LineFault {
    let list = known.joined(separator: ", ")
    return LineFault(
      file: file, line: line, reason: "no \(thing) is called 【\(word)】; known are \(list)")
  }
}
