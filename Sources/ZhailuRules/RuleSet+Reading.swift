// SPDX-License-Identifier: Apache-2.0

extension RuleSet {
  /// Reads and checks a rule pack; all faults of all files are reported at once.
  package init(_ source: RuleSource) throws {
    var reader = RulePackReader()
    reader.read(source)
    try self.init(reader)
  }

  /// A pack that was read.
  init(_ reader: RulePackReader) throws {
    let errors = reader.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw FaultyRules(errors) }
    var compiler = RuleCompiler(pack: reader)
    let set = compiler.compile()
    if !compiler.diagnostics.isEmpty { throw FaultyRules(compiler.diagnostics) }
    self = set
  }
}
