// SPDX-License-Identifier: Apache-2.0
internal import ZhailuLoader
internal import ZhailuRules

/// Rules that cannot be used, with all that is wrong with them.
///
///     do {
///       let rules = try Rules(folders: ["my-rules"])
///     } catch {
///       for fault in error.faults { print(fault) }
///       // my-rules/amount.yaml:12:5: no lexicon is called 【currency-aftr】; did you mean …
///     }
public struct RulesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The file, with the folder as it was given; the folder itself, where it cannot be read;
    /// `zhailu`, where the library itself is built wrongly.
    public let file: String
    /// From 1; nothing where the fault is of the whole file or folder.
    public let line: Int?
    /// From 1, in Unicode scalars.
    public let column: Int?
    /// What is wrong, in 【】 where it is a word of the file, and what to do.
    public let message: String

    /// `my-rules/amount.yaml:12:5: …`
    public var description: String {
      let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
      return "\(place.joined(separator: ":")): \(message)"
    }
  }

  /// At least one, in the order of their places.
  public let faults: [Fault]

  /// All faults, a line each.
  public var description: String { faults.map(\.description).joined(separator: "\n") }

  init(_ error: any Error) {
    switch error {
    case let faulty as FaultyRules:
      faults = faulty.diagnostics.filter { $0.severity == .error }.map {
        Fault(
          file: $0.place.file, line: $0.place.line, column: $0.place.column, message: $0.message)
      }
    case let refusal as RuleChoice.Refusal:
      faults = [
        Fault(file: refusal.folder ?? "zhailu", line: nil, column: nil, message: refusal.reason)
      ]
    default:
      faults = [Fault(file: "zhailu", line: nil, column: nil, message: "\(error)")]
    }
  }
}
