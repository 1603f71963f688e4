// SPDX-License-Identifier: Apache-2.0
import Yams

/// `stages.yaml`: which files in which order, and what the reader of the text needs besides.
struct Stages {
  typealias Named = (name: String, place: Diagnostic.Place)

  struct Stage {
    let name: String
    let files: [(path: String, place: Diagnostic.Place)]
  }

  var stages: [Stage] = []
  /// Types that rules find for other rules only, such as place.
  var helpers: [String] = []
  /// Lexicons whose words are words of the segmenter.
  var segmentation: [Named] = []
  /// Lexicons whose words hide the numerals inside them: 三里屯.
  var hidingNumerals: [Named] = []
  /// Lexicons whose words end the numeral that they would go on: 500多哥法郎.
  var endingNumerals: [Named] = []

  /// Lexicons of words that end the noun after a number, and of nouns too vague to be counted.
  var itemStops: [Named] = []
  var itemVague: [Named] = []
  /// Lexicons with the classes of words beside a count.
  var itemWords: [Named] = []
  /// Lexicons with the classes of characters beside a count.
  var itemSigns: [Named] = []

  /// Lexicons of the ends of full names and of what short ones keep of them.
  var shortNames: [Named] = []

  /// Lexicons of what headings of tables say of the numbers below them.
  var headings: [Named] = []

  /// Lexicons of what stands between the members of lists, and behind them.
  var lists: [Named] = []

  /// Lexicons of words that tell what a line of a page is.
  var layout: [Named] = []

  /// Lexicons that are named here as a whole.
  var wholeLexicons: [Named] {
    segmentation + itemWords + itemSigns + shortNames + headings + lists + layout
  }

  /// All selections of lexicons that are named here.
  var selections: [Named] { hidingNumerals + endingNumerals + itemStops + itemVague }

  static func read(_ file: RuleSource.File) -> (Stages, [Diagnostic]) {
    var yaml = YAMLReader(file: file)
    var stages = Stages()
    guard let root = yaml.root() else { return (stages, yaml.diagnostics) }
    let keys = yaml.pairs(
      root, "the file of stages",
      known: [
        "stages", "helpers", "segmentation", "hide_numerals", "end_numerals", "items",
        "short_names", "headings", "lists", "layout",
      ])
    if let node = keys["stages"] {
      stages.readStages(node, &yaml)
    } else if root.mapping != nil {
      yaml.report(yaml.place(root), "the file of stages has no key 【stages】")
    }
    if let node = keys["helpers"] { stages.helpers = helpers(node, &yaml) }
    if let node = keys["segmentation"] { stages.segmentation = names(node, &yaml) }
    if let node = keys["hide_numerals"] { stages.hidingNumerals = names(node, &yaml) }
    if let node = keys["end_numerals"] { stages.endingNumerals = names(node, &yaml) }
    if let node = keys["short_names"] { stages.shortNames = names(node, &yaml) }
    if let node = keys["headings"] { stages.headings = names(node, &yaml) }
    if let node = keys["lists"] { stages.lists = names(node, &yaml) }
    if let node = keys["layout"] { stages.layout = names(node, &yaml) }
    if let node = keys["items"] {
      let items = yaml.pairs(node, "【items】", known: ["signs", "stops", "vague", "words"])
      if let stops = items["stops"] { stages.itemStops = names(stops, &yaml) }
      if let signs = items["signs"] { stages.itemSigns = names(signs, &yaml) }
      if let words = items["words"] { stages.itemWords = names(words, &yaml) }
      if let vague = items["vague"] { stages.itemVague = names(vague, &yaml) }
    }
    return (stages, yaml.diagnostics)
  }

  private mutating func readStages(_ node: Node, _ yaml: inout YAMLReader) {
    var stageNames: Set<String> = []
    var paths: Set<String> = []
    for element in yaml.list(node, "【stages】") {
      guard let stage = Self.stage(element, &yaml) else { continue }
      if !stageNames.insert(stage.name).inserted {
        yaml.report(yaml.place(element), "the stage 【\(stage.name)】 stands twice")
      }
      for file in stage.files {
        if !paths.insert(file.path).inserted {
          yaml.report(file.place, "the file 【\(file.path)】 stands in two stages; name it in one")
        } else if file.path.hasPrefix("/") || file.path.split(separator: "/").contains("..") {
          yaml.report(
            file.place, "the path 【\(file.path)】 leads out of the folder; rule files stand in it")
        }
      }
      stages.append(stage)
    }
  }

  private static func stage(_ node: Node, _ yaml: inout YAMLReader) -> Stage? {
    let keys = yaml.pairs(node, "a stage", known: ["stage", "files"])
    guard let name = keys["stage"], let files = keys["files"] else {
      yaml.report(
        yaml.place(node), "a stage has a name and files: 【stage: amounts, files: [amount.yaml]】")
      return nil
    }
    return Stage(
      name: yaml.text(name, "the name of a stage") ?? "",
      files: names(files, &yaml).map { (path: $0.name, place: $0.place) })
  }

  /// Types that are no records.
  private static func helpers(_ node: Node, _ yaml: inout YAMLReader) -> [String] {
    let known = Set(RecordFields.types)
    return names(node, &yaml).map { helper in
      if known.contains(helper.name) {
        yaml.report(
          helper.place, "【\(helper.name)】 is a type of records; a helper has a name of its own")
      }
      return helper.name
    }
  }

  private static func names(_ node: Node, _ yaml: inout YAMLReader) -> [Named] {
    var seen: Set<String> = []
    return yaml.list(node, "a list of names").compactMap { element in
      guard let name = yaml.text(element, "a name") else { return nil }
      let place = yaml.place(element)
      if !seen.insert(name).inserted { yaml.report(place, "【\(name)】 stands twice in this list") }
      return (name: name, place: place)
    }
  }
}
