// SPDX-License-Identifier: Apache-2.0
import Yams
import ZhailuText

/// `examples`, `counterexamples` and `known_misses`.
extension RuleFileReader {
  struct Texts {
    let examples: [Example]
    let counterexamples: [Counterexample]
    let knownMisses: [Counterexample]
  }

  mutating func texts(_ keys: [String: Node], of rule: String) -> Texts {
    Texts(
      examples: watching(\.examples, rule) { reader in
        keys["examples"].map { reader.examples($0) } ?? []
      },
      counterexamples: watching(\.counterexamples, rule) { reader in
        keys["counterexamples"].map { reader.counterexamples($0, "a counterexample") } ?? []
      },
      knownMisses: keys["known_misses"].map { counterexamples($0, "a known miss") } ?? [])
  }

  private mutating func examples(_ node: Node) -> [Example] {
    var seen: [String: Int] = [:]
    return yaml.list(node, "【examples】").flatMap { element -> [Example] in
      let keys = yaml.pairs(element, "an example", known: ["value", "texts", "published"])
      let value = keys["value"].map { fields($0) } ?? []
      guard let texts = keys["texts"] else {
        yaml.report(yaml.place(element), "an example has no key 【texts】")
        return []
      }
      let published = keys["published"].flatMap { self.published($0) }
      return yaml.list(texts, "【texts】").compactMap { node in
        guard let text = yaml.text(node, "the text of an example") else { return nil }
        checkBrackets(text, node)
        checkTwice(text, node, &seen)
        return Example(text: text, value: value, published: published, place: yaml.place(node))
      }
    }
  }

  private mutating func counterexamples(_ node: Node, _ what: String) -> [Counterexample] {
    var seen: [String: Int] = [:]
    return yaml.list(node, "a list of examples").compactMap { element in
      let keys = yaml.pairs(element, what, known: ["text", "why", "published"])
      guard let textNode = keys["text"] else {
        yaml.report(yaml.place(element), "\(what) has no key 【text】")
        return nil
      }
      let text = yaml.text(textNode, "the text of an example")
      guard let whyNode = keys["why"] else {
        yaml.report(yaml.place(element), "\(what) says 【why】")
        return nil
      }
      let why = yaml.text(whyNode, "【why】")
      let published = keys["published"].flatMap { self.published($0) }
      guard let text, let why else { return nil }
      checkTwice(text, textNode, &seen)
      return Counterexample(text: text, why: why, published: published, place: yaml.place(textNode))
    }
  }

  private mutating func fields(_ node: Node) -> [(field: String, value: String)] {
    yaml.pairs(node, "the value of an example").compactMap { pair in
      yaml.text(pair.value, "a field of a value", mayBeEmpty: true).map { (pair.key, $0) }
    }
  }

  private mutating func published(_ node: Node) -> String? {
    guard let text = yaml.text(node, "【published】") else { return nil }
    if PublicationDate(text) == nil {
      yaml.report(yaml.place(node), "【\(text)】 is no date; write 2020-03-20 or 2020-03-20T08:00")
    }
    return text
  }

  /// One mention stands in brackets, and is not empty.
  private mutating func checkBrackets(_ text: String, _ node: Node) {
    let marks = text.unicodeScalars.filter { $0 == "【" || $0 == "】" }
    switch String(String.UnicodeScalarView(marks)) {
    case "【】":
      if text.contains("【】") {
        yaml.report(yaml.place(node), "nothing stands between the brackets: \(quoted(text))")
      }
    case "":
      yaml.report(
        yaml.place(node), "an example brackets what must be found, …【1400万元】…: \(quoted(text))")
    default:
      yaml.report(
        yaml.place(node),
        "an example brackets one mention; write the text again for each other: \(quoted(text))")
    }
  }

  private mutating func checkTwice(_ text: String, _ node: Node, _ seen: inout [String: Int]) {
    let line = yaml.place(node).line
    if let earlier = seen[text] {
      yaml.report(
        yaml.place(node), "\(quoted(text)) stands in line \(earlier) already; delete one")
    } else {
      seen[text] = line
    }
  }
}
