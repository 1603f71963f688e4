// SPDX-License-Identifier: Apache-2.0
import Yams

/// `stages.yaml`: which files in which order, and what the reader of the text needs besides.
struct Stages {
  struct Stage {
    let name: String
    let files: [(path: String, place: Diagnostic.Place)]
  }

  var stages: [Stage] = []
  /// Types that rules find for other rules only, such as place.
  var helpers: [String] = []
  /// Lexicons whose words are words of the segmenter.
  var segmentation: [(name: String, place: Diagnostic.Place)] = []
  /// Lexicons whose words hide the numerals inside them: 三里屯.
  var hidingNumerals: [(name: String, place: Diagnostic.Place)] = []

  /// Lexicons of words that end the noun after a number, and of nouns too vague to be counted.
  var itemStops: [(name: String, place: Diagnostic.Place)] = []
  var itemVague: [(name: String, place: Diagnostic.Place)] = []

  /// All selections of lexicons that are named here.
  var selections: [(name: String, place: Diagnostic.Place)] {
    hidingNumerals + itemStops + itemVague
  }

  static func read(_ file: RuleSource.File) -> (Stages, [Diagnostic]) {
    var yaml = YAMLReader(file: file)
    var stages = Stages()
    guard let root = yaml.root() else { return (stages, yaml.diagnostics) }
    let keys = yaml.pairs(
      root, "the file of stages",
      known: ["stages", "helpers", "segmentation", "hide_numerals", "items"])
    if let node = keys["stages"] {
      stages.stages = yaml.list(node, "【stages】").compactMap { stage($0, &yaml) }
    }
    if let node = keys["helpers"] { stages.helpers = names(node, &yaml).map(\.name) }
    if let node = keys["segmentation"] { stages.segmentation = names(node, &yaml) }
    if let node = keys["hide_numerals"] { stages.hidingNumerals = names(node, &yaml) }
    if let node = keys["items"] {
      let items = yaml.pairs(node, "【items】", known: ["stops", "vague"])
      if let stops = items["stops"] { stages.itemStops = names(stops, &yaml) }
      if let vague = items["vague"] { stages.itemVague = names(vague, &yaml) }
    }
    return (stages, yaml.diagnostics)
  }

  private static func stage(_ node: Node, _ yaml: inout YAMLReader) -> Stage? {
    let keys = yaml.pairs(node, "a stage", known: ["stage", "files"])
    guard let name = keys["stage"].flatMap({ yaml.text($0, "the name of a stage") }),
      let files = keys["files"]
    else {
      yaml.report(
        yaml.place(node), "a stage has a name and files: 【stage: amounts, files: [amount.yaml]】")
      return nil
    }
    return Stage(name: name, files: names(files, &yaml).map { (path: $0.name, place: $0.place) })
  }

  private static func names(
    _ node: Node, _ yaml: inout YAMLReader
  ) -> [(name: String, place: Diagnostic.Place)] {
    yaml.list(node, "a list of names").compactMap { element in
      yaml.text(element, "a name").map { (name: $0, place: yaml.place(element)) }
    }
  }
}
