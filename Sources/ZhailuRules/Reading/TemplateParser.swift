// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Reads a template; every fault has its place in the text of the pattern.
struct TemplateParser {
  struct Fault: Error {
    /// Scalars from the start of the pattern.
    let offset: Int
    let message: String
  }

  private let scalars: [Unicode.Scalar]
  private var next = 0
  private var depth = 0
  private static let deepest = 16
  /// A pattern that is longer, or takes more steps, is better read in parts.
  static let longest = 1000
  static let mostSteps = 1000

  static func parse(_ text: String) throws(Fault) -> Template {
    guard text.unicodeScalars.count <= longest else {
      throw Fault(
        offset: 0,
        message: "this pattern has more than \(longest) characters; name its parts as patterns")
    }
    var parser = TemplateParser(scalars: Array(text.unicodeScalars))
    let template = try parser.choice()
    if let scalar = parser.peek {
      throw parser.fault("【\(scalar)】 closes nothing")
    }
    try parser.checkBrackets(of: template)
    guard template.stepCount <= mostSteps else {
      throw Fault(
        offset: 0,
        message: "this pattern takes more than \(mostSteps) steps; name its parts as patterns")
    }
    return template
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

  private func fault(_ message: String, at offset: Int? = nil) -> Fault {
    Fault(offset: offset ?? next, message: message)
  }

  private mutating func choice() throws(Fault) -> Template {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw fault("groups are nested more than \(Self.deepest) deep; name a part as a pattern")
    }
    var branches = [try sequence()]
    while peek == "|" {
      if depth == 1 { throw fault("a choice stands in parentheses: (左右|以上)") }
      next += 1
      branches.append(try sequence())
    }
    if depth > 1, branches.contains(.sequence([])) {
      throw fault("one of the choices is empty; write (左右|以上)? for one or nothing")
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Fault) -> Template {
    var parts: [Template] = []
    while let scalar = peek, scalar != "|", scalar != ")" {
      let start = next
      var part = try element(scalar)
      if peek == "?" {
        next += 1
        if part == .mentionStart || part == .mentionEnd {
          throw fault("【 and 】 are not optional", at: start)
        }
        part = .optional(scalar == "(" ? part : lastCharacter(of: &part, into: &parts))
      } else if peek == "+" {
        next += 1
        guard case .slot = part else {
          throw fault("only a {slot} can be a list; write {slot}+", at: start)
        }
        part = .list(part)
        if peek == "?" {
          next += 1
          part = .optional(part)
        }
      }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// `?` binds to the last character of plain text: 日报? is 日 and perhaps 报, but (日报)? all or nothing.
  private func lastCharacter(of part: inout Template, into parts: inout [Template]) -> Template {
    guard case .literal(let units) = part, units.count > 1 else { return part }
    parts.append(.literal(Array(units.dropLast())))
    return .literal([units.last!])
  }

  private mutating func element(_ scalar: Unicode.Scalar) throws(Fault) -> Template {
    switch scalar {
    case "{": return try slot()
    case "(": return try group()
    case "【":
      next += 1
      return .mentionStart
    case "】":
      next += 1
      return .mentionEnd
    case "…":
      next += 1
      return .gap
    case "?", "+":
      throw fault("【\(scalar)】 follows what it is about; write \\\(scalar) for the character")
    case "}": throw fault("【}】 closes nothing; write \\} for the character")
    default: return try literal()
    }
  }

  private mutating func slot() throws(Fault) -> Template {
    let start = next
    next += 1
    var name = ""
    while let scalar = peek, scalar != "}" {
      name.unicodeScalars.append(scalar)
      next += 1
    }
    guard peek == "}" else { throw fault("this 【{】 is never closed", at: start) }
    next += 1
    guard Self.isSlotName(name) else {
      if let first = name.unicodeScalars.first, ("0"..."9").contains(first) {
        throw fault(
          "【{\(name)}】 is no slot; how many is said in its kind: characters han 1..6, words 1..4, "
            + "or {slot}+ for a list", at: start)
      }
      throw fault(
        "【{\(name)}】 is no name of a slot; use lower-case letters, digits, - and .", at: start)
    }
    return .slot(name)
  }

  /// `amount`, `end.month`: lower-case letters, digits, - and ., beginning with a letter.
  static func isSlotName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
        || scalar == "."
    }
  }

  private mutating func group() throws(Fault) -> Template {
    let start = next
    next += 1
    let inner = try choice()
    guard peek == ")" else {
      throw fault(
        "this 【(】 is never closed; for a parenthesis of the text write （ or \\(", at: start)
    }
    next += 1
    return inner
  }

  private mutating func literal() throws(Fault) -> Template {
    var text = ""
    while let scalar = peek, !Self.isSyntax(scalar) {
      if let narrow = Self.narrow(scalar) {
        throw fault(
          "【\(scalar)】 is full width; write \(narrow), or \\\(scalar) for the character")
      }
      if scalar == "\\" {
        next += 1
        guard let escaped = peek else { throw fault("【\\】 at the end escapes nothing") }
        text.unicodeScalars.append(escaped)
      } else {
        text.unicodeScalars.append(scalar)
      }
      next += 1
    }
    return .literal(LineEnd.read(text))
  }

  private static func isSyntax(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "{", "}", "(", ")", "|", "?", "+", "…", "【", "】": true
    default: false
    }
  }

  /// Signs of the language that nobody writes in full width by intent; ( and ) many texts have so.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "｛": "{"
    case "｝": "}"
    case "｜": "|"
    default: nil
    }
  }

  /// 【 and 】 stand once each, in this order, outside of groups.
  private func checkBrackets(of template: Template) throws(Fault) {
    guard template.hasBrackets else { return }
    var open = 0
    var closed = 0
    if case .sequence(let parts) = template {
      for part in parts {
        if part == .mentionStart { open += 1 }
        if part == .mentionEnd { closed += open }
        switch part {
        case .mentionStart, .mentionEnd: break
        default:
          if part.hasBrackets {
            throw fault("【 and 】 stand outside of parentheses", at: 0)
          }
        }
      }
    }
    guard open == 1, closed == 1 else {
      throw fault("a pattern has one 【 and after it one 】, around the mention", at: 0)
    }
  }
}
