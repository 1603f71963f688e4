// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

extension ScoreReport {
  /// The report as annotations, which GitHub Actions shows beside the lines: all bad lines, all
  /// missed bars, and at most so many failures, of the largest causes first. Only what makes the
  /// program fail is an error: a failure that the bars allow for is known.
  package func github(failures limit: Int = 10) -> String {
    let files = faults.map {
      GitHubAnnotation(.error, file: $0.file, line: $0.line, message: $0.reason)
    }
    let missed = missedBars.map { missed in
      GitHubAnnotation(
        .error, file: missed.bar.origin.line == nil ? nil : bars?.file,
        line: missed.bar.origin.line, message: missed.description)
    }
    let failures = causes.groups.lazy.flatMap { group in
      group.failures.lazy.map { self.annotation($0, type: group.type.rawValue) }
    }
    return (files + missed + failures.prefix(limit)).map { $0.command + "\n" }.joined()
  }

  private func annotation(_ failure: Failure, type: String) -> GitHubAnnotation {
    let document = gold.document(failure.document)
    return GitHubAnnotation(
      .notice, file: document?.file, line: failure.gold.flatMap { document?.line(of: $0) },
      message: "\(type), \(failure.cause): \(failure.context)\n\(failure.values)")
  }
}
