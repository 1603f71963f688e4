// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text for an element or attribute of HTML.
  package var htmlEscaped: String {
    escaped { $0 == "'" ? "&#39;" : Self.entity(of: $0) }
  }

  /// The text for an element or attribute of XML 1.0, which has no place for most controls.
  package var xmlEscaped: String {
    escaped { scalar in
      switch scalar {
      case "\t", "\n", "\r": "&#\(scalar.value);"
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: Self.entity(of: scalar)
      }
    }
  }

  private static func entity(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: nil
    }
  }

  /// The text with what `escape` has for a scalar in its place.
  private func escaped(_ escape: (Unicode.Scalar) -> String?) -> String {
    var escaped = ""
    for scalar in unicodeScalars {
      if let other = escape(scalar) {
        escaped += other
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The text for a command of GitHub Actions: percent signs and line ends would end it or be read as
  /// escapes, and in its properties `others` too.
  fileprivate func commandEscaped(also others: Set<Unicode.Scalar> = []) -> String {
    escaped { scalar in
      guard ["%", "\r", "\n"].contains(scalar) || others.contains(scalar) else { return nil }
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (hex.count == 1 ? "0" : "") + hex
    }
  }
}

/// What GitHub Actions shows beside a line of a file:
/// `::error file=bars.tsv,line=3::amount value F1 0.941 is below its bar of 0.970`
package struct GitHubAnnotation {
  package enum Level: String { case error, warning, notice }

  private let level: Level
  private let file: String?
  private let line: Int?
  private let message: String

  package init(_ level: Level, file: String? = nil, line: Int? = nil, message: String) {
    self.level = level
    self.file = file
    self.line = line
    self.message = message
  }

  package var command: String {
    let properties = [
      file.map { "file=\($0.commandEscaped(also: [":", ","]))" }, line.map { "line=\($0)" },
    ].compactMap { $0 }.joined(separator: ",")
    return "::\(level.rawValue)\(properties.isEmpty ? "" : " \(properties)")"
      + "::\(message.commandEscaped())"
  }
}
