// SPDX-License-Identifier: Apache-2.0

/// A table of evidence, from a lexicon file with the columns `where`, `weight` and perhaps `pin`.
///
/// | form | where | says |
/// |---|---|---|
/// | 日电 | before | the text before the mention ends so |
/// | {org-stop[class=title]} | after | a word of these entries follows |
/// | 4 | length | four characters |
package struct EvidenceTable: Sendable {
  /// A line of the table.
  package struct Row: Sendable {
    package let form: String
    package let place: EvidenceKey.Place
    package var weight: Int
    /// Whether `tune` must leave the weight as it is.
    package let isPinned: Bool
    package let key: EvidenceKey
  }

  package let name: String
  package private(set) var rows: [Row] = []
  /// The selections of lexicons that rows name in braces, in the order of their text.
  package private(set) var lists: [String] = []
  package let weights: EvidenceWeights
  /// The rules that rows name, in the order of their text.
  package let rules: [String]

  /// `report` is told of lines that say nothing.
  package init(_ lexicon: Lexicon, rules: [String], report: (Diagnostic) -> Void) {
    name = lexicon.name
    self.rules = rules
    var lists: Set<String> = []
    for entry in lexicon.entries {
      if let list = Self.list(of: entry.form) { lists.insert(list.name) }
    }
    self.lists = lists.sorted()
    let forms = EvidenceForm(lists: self.lists, rules: rules)
    var known: [EvidenceKey: Int] = [:]
    var faultCount = 0
    for index in lexicon.entries.indices {
      guard faultCount <= RulePackReader.mostFaults else { break }
      do throws(EvidenceForm.Fault) {
        let row = try Self.row(index, of: lexicon, forms)
        let line = lexicon.entries[index].place.line
        if let earlier = known.updateValue(line, forKey: row.key) {
          throw EvidenceForm.Fault("【\(row.form)】 says the same as line \(earlier); delete one")
        }
        rows.append(row)
      } catch {
        report(Diagnostic(lexicon.entries[index].place, error.text))
        faultCount += 1
      }
    }
    weights = EvidenceWeights(rows.map { ($0.key, $0.weight) })
  }

  /// A weight is no greater: all that speaks for a mention adds up to a number.
  private static let heaviest = 10_000

  private static func row(
    _ index: Int, of lexicon: Lexicon, _ forms: EvidenceForm
  ) throws(EvidenceForm.Fault) -> Row {
    let form = lexicon.entries[index].form
    let column = lexicon.value("where", of: index) ?? ""
    guard let place = EvidenceKey.Place(rawValue: column) else {
      let known = EvidenceKey.Place.allCases.map(\.rawValue)
      throw EvidenceForm.Fault(
        "【\(form)】 stands nowhere: 【where】 is not 【\(column)】" + hint(for: column, among: known))
    }
    let key = try forms.key(form, place)
    let written = lexicon.value("weight", of: index) ?? ""
    guard let weight = Int(written), weight.magnitude <= heaviest else {
      throw EvidenceForm.Fault(
        "the 【weight】 of 【\(form)】 is a whole number, at most \(heaviest), not 【\(written)】")
    }
    let pin = lexicon.value("pin", of: index) ?? ""
    guard pin.isEmpty || pin == "yes" else {
      throw EvidenceForm.Fault("【pin】 is yes or nothing, not 【\(pin)】")
    }
    return Row(form: form, place: place, weight: weight, isPinned: !pin.isEmpty, key: key)
  }

  /// Its rows and their weights are for tuning and stay behind: `EvidenceModel` says the same.
  func write(to writer: inout ImageWriter) {
    writer.write(name)
    writer.write(lists)
    writer.write(rules)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    name = try reader.text()
    lists = Array(try reader.texts())
    rules = Array(try reader.texts())
    weights = EvidenceWeights([])
  }

  /// `{org-head}` or `{org-head}队`: the selection, and the text after it.
  static func list(of form: String) -> (name: String, rest: Substring)? {
    guard form.hasPrefix("{"), let end = form.firstIndex(of: "}") else { return nil }
    return (String(form[form.index(after: form.startIndex)..<end]), form[form.index(after: end)...])
  }

  /// What the whole document says of a mention.
  package enum DocumentFact: String, CaseIterable, Sendable, BitwiseCopyable {
    /// The same text is a mention elsewhere.
    case again
    /// The article declares it the short name of a mention: (以下简称“金岭煤业”).
    case declared
    /// A firm's name without its last words, and perhaps without its place: 金岭 and 金岭煤业 of
    /// 山西金岭煤业有限公司.
    case brand
    /// It stands in a list beside a mention: 宝钢 in 武钢、宝钢.
    case listed
    /// It stands in a list between mentions, or between one and 等.
    case enclosed
    /// No rule proposes it here: it is no known name and has no head.
    case proposed
    /// A firm's own name behind the country that it is from: 福特汽车公司 of 美国福特汽车公司.
    case foreign
    /// A number of bodies, not one: 七趟银行, 三所医科大学.
    case counted
    /// A rule that needs no weights finds the same name elsewhere: 格澜德 where 格澜德创始人 stands too.
    case told
    package var code: Int { Self.allCases.firstIndex(of: self)! }
    package var key: EvidenceKey { EvidenceKey(EvidenceKey.Place.document.code, list: code) }
  }
}
