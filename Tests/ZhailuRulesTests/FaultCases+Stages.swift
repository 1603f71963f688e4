// SPDX-License-Identifier: Apache-2.0

/// stages.yaml.
extension FaultCase {
  static let stages: [FaultCase] = [
    FaultCase(
      "no key of stages",
      [
        .put("stages.yaml", "stage: x\n")
      ],
      [
        "Rules/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】",
        "Rules/stages.yaml:1:1: the file of stages has no key 【stages】",
        "Rules/stages.yaml:1:1: the file of stages has no key 【stage】; did you mean stages?",
      ]),
    FaultCase(
      "a stage without files",
      [
        .put("stages.yaml", "stages:\n  - stage: amounts\n")
      ],
      [
        "Rules/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】",
        "Rules/stages.yaml:2:5: a stage has a name and files: 【stage: amounts, files: "
          + "[amount.yaml]】",
      ]),
    FaultCase(
      "a stage twice",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\n  - stage: amounts\n    files: []\n"
        )
      ],
      [
        "Rules/stages.yaml:4:5: the stage 【amounts】 stands twice"
      ]),
    FaultCase(
      "a file in two stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\n  - stage: more\n    files: [amount.yaml]\n"
        )
      ],
      [
        "Rules/stages.yaml:5:13: the file 【amount.yaml】 stands in two stages; name it in one"
      ]),
    FaultCase(
      "a file that is not there",
      [
        .put("stages.yaml", "stages:\n  - stage: amounts\n    files: [amounts.yaml]\n")
      ],
      [
        "Rules/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】; did you "
          + "mean amounts.yaml?",
        "Rules/stages.yaml:3:13: no file is called 【amounts.yaml】; did you mean amount.yaml?",
      ]),
    FaultCase(
      "a path out of the folder",
      [
        .put(
          "stages.yaml", "stages:\n  - stage: amounts\n    files: [amount.yaml, ../secret.yaml]\n")
      ],
      [
        "Rules/stages.yaml:3:26: the path 【../secret.yaml】 leads out of the folder; rule "
          + "files stand in it"
      ]),
    FaultCase(
      "a helper that is a type",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nhelpers: [amount]\n")
      ],
      [
        "Rules/stages.yaml:4:11: 【amount】 is a type of records; a helper has a name of its own"
      ]),
    FaultCase(
      "an unknown lexicon in stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nsegmentation: [curency]\n")
      ],
      [
        "Rules/stages.yaml:4:16: no lexicon is called 【curency】; did you mean currency?"
      ]),
    FaultCase(
      "an unknown selection in stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nitems: { stops: [\"currency[kind=x]\"] }\n"
        )
      ],
      [
        "Rules/stages.yaml:4:18: no column of currency is called 【kind】; known are currency"
      ]),
    FaultCase(
      "a lexicon twice in stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nhide_numerals: [currency, currency]\n"
        )
      ],
      [
        "Rules/stages.yaml:4:27: 【currency】 stands twice in this list"
      ]),
  ]
}
