// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuRules

/// The program: one thin file a command, all in `Commands`.
///
/// Commands say their names, since to find out the name of a type takes milliseconds each.
@main
struct Zhailu: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhailu",
    abstract:
      "摘录: records of organizations, amounts, quantities, dates and events from Chinese articles.",
    discussion: """
      Examples:
        zhailu extract article.txt --published 2020-03-20
        zhailu extract articles/ -o records/
        zhailu validate
        zhailu explain '减免金额超过40亿元'
        zhailu rules test
        zhailu diff main Rules

      Exit codes: 0 fine, 1 records differ, a bar missed, an example failed or a strict warning, \
      2 usage or bad rules, 3 some documents failed (the rest is written).
      """,
    version: Version.description,
    subcommands: [
      Extract.self, Validate.self, Diff.self, Convert.self, Summary.self, Explain.self,
      Segment.self, Rules.self,
      Corpus.self, Tune.self,
    ])

  /// Runs the command; what is wrong is said on standard error, with the exit code of the manual.
  static func main() async {
    let arguments = arguments
    checkName(of: arguments.first)
    do {
      if let extraction = extraction(arguments) { return try await extraction.run() }
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let faulty as FaultyRules {
      stop(faulty.description)
    } catch let failure as Failure {
      stop(failure.description)
    } catch {
      let code = exitCode(for: error)
      // What a command itself says needs no help of the whole program behind it.
      let message =
        error is ValidationError ? "Error: \(message(for: error))" : fullMessage(for: error)
      if code.isSuccess {
        if !message.isEmpty { try? Console.print(message) }
        Self.exit(withError: ExitCode.success)
      }
      if !message.isEmpty { Console.note(message) }
      let isUsage = code == .validationFailure || (code == .failure && !(error is ExitCode))
      Self.exit(withError: isUsage ? ExitCode(2) : code)
    }
  }

  /// The words of the command line; `CommandLine` would lose the bytes of those that are not UTF-8.
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { String(cPath: $0) }
    }
  }

  /// `extract`, read without the program around it, which takes half as long: nobody asks then for
  /// completion scripts, and which words are subcommands. `nil` where the whole program has something to
  /// say: of other commands, help, errors.
  private static func extraction(_ arguments: [String]) -> Extract? {
    guard arguments.first == Extract._commandName else { return nil }
    return (try? Extract.parseAsRoot(Array(arguments.dropFirst()))) as? Extract
  }

  /// A command that there is not is said with the nearest one; ArgumentParser only calls it unexpected.
  private static func checkName(of word: String?) {
    guard let word, !word.hasPrefix("-"), word != "help" else { return }
    let known = configuration.subcommands.map { $0._commandName }
    if known.contains(word) { return }
    let close = suggestion(for: word, among: known).map { " did you mean \($0)?" }
    stop(
      "zhailu has no command 【\(word)】;"
        + (close ?? " known are \(known.joined(separator: ", "))"))
  }

  private static func stop(_ message: String) -> Never {
    Console.note(message)
    Self.exit(withError: ExitCode(2))
  }
}
