// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuRules
import ZhailuValues

/// `run.json`: what made the records beside it.
struct RunHeader {
  let rules: RuleDigests
  let types: Set<MentionType>

  /// Names all that records are made of but the documents: program, contract, rules, types, form.
  func key(keepsText: Bool, form: Worker.Form) -> String {
    let types = types.map(\.rawValue).sorted().joined(separator: ",")
    return "\(Version.program) \(Version.contract) \(rules.pack) \(types)"
      + (keepsText ? " with texts" : "") + form.note
  }

  func json(documents: Int, failures: Int, records: [MentionType: Int]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("program")
      json.string("zhailu \(Version.program)")
      json.key("contract")
      json.number(Version.contract)
      json.key("rules")
      json.string(rules.pack)
      json.key("lexicons")
      json.object { json in
        for file in rules.files where file.path.hasPrefix("lexicon/") {
          json.key(file.path)
          json.string(file.digest)
        }
      }
      json.key("types")
      json.array { json in
        for type in types.map(\.rawValue).sorted() { json.string(type) }
      }
      json.key("documents")
      json.number(documents)
      json.key("failures")
      json.number(failures)
      json.key("records")
      json.object { json in
        for type in MentionType.allCases {
          guard let count = records[type] else { continue }
          json.key(type.rawValue)
          json.number(count)
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
