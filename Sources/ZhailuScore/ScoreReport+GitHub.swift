// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract

extension ScoreReport {
  /// The report as annotations, which GitHub Actions shows beside the lines: all bad lines, all
  /// missed bars, and at most so many failures, of the largest causes first.
  package func github(failures limit: Int = 10) -> String {
    let files = faults.map { Annotation(file: $0.file, line: $0.line, message: $0.reason) }
    let missed = missedBars.map { missed in
      Annotation(file: bars?.file, line: missed.bar.line, message: missed.description)
    }
    let failures = causes.groups.lazy.flatMap { group in
      group.failures.lazy.map { self.annotation($0, type: group.type.rawValue) }
    }
    return (files + missed + failures.prefix(limit)).map { $0.command + "\n" }.joined()
  }

  private func annotation(_ failure: Failure, type: String) -> Annotation {
    let document = gold.document(failure.document)
    return Annotation(
      file: document?.file, line: failure.gold.flatMap { document?.line(of: $0) },
      message: "\(type), \(failure.cause): \(failure.context)\n\(failure.values)")
  }
}

/// `::error file=bars.tsv,line=3::amount value F1 0.941 is below its bar of 0.970`
private struct Annotation {
  let file: String?
  let line: Int?
  let message: String

  var command: String {
    let properties = [
      file.map { "file=\(Self.escaped($0, also: [":", ","]))" }, line.map { "line=\($0)" },
    ]
    let list = properties.compactMap { $0 }.joined(separator: ",")
    return "::error\(list.isEmpty ? "" : " \(list)")::\(Self.escaped(message, also: []))"
  }

  /// Percent signs and line ends would end the command or be read as escapes.
  private static func escaped(_ text: String, also others: Set<Unicode.Scalar>) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if ["%", "\r", "\n"].contains(scalar) || others.contains(scalar) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        escaped += "%" + (hex.count == 1 ? "0" : "") + hex
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
