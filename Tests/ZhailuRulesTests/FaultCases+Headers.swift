// SPDX-License-Identifier: Apache-2.0

/// Headers, names and entries of lexicons that are laid over others.
extension FaultCase {
  static let headers: [FaultCase] = [
    FaultCase(
      "a column that is misspelt",
      [
        .put("+lexicon/currency.tsv", "# more\nform\tcurency\n欧元\tEUR\n")
      ],
      [
        "my-rules/lexicon/currency.tsv:2:6: no column of currency is called 【curency】; did you mean "
          + "currency?"
      ]),
    FaultCase(
      "an overlay whose header is missing",
      [
        .put("+lexicon/currency.tsv", "欧元\tEUR\n美元\tUSD\n")
      ],
      [
        "my-rules/lexicon/currency.tsv:1:1: the header is missing: the first line names the columns, "
          + "and 【form】 first: form<tab>currency"
      ]),
    FaultCase(
      "a lexicon whose header is missing",
      [
        .put("lexicon/currency.tsv", "欧元\tEUR\n美元\tUSD\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: the header is missing: the first line names the columns, "
          + "and 【form】 first, as in form<tab>currency"
      ]),
    FaultCase(
      "commas in the header",
      [
        .put("+lexicon/currency.tsv", "form,currency\n欧元,EUR\n")
      ],
      [
        "my-rules/lexicon/currency.tsv:1:1: between the names of the header 【form,currency】 stand "
          + "tabs, not spaces or commas: form<tab>currency"
      ]),
    FaultCase(
      "spaces in the header",
      [
        .put("lexicon/currency.tsv", "form  currency\n欧元  EUR\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: between the names of the header 【form  currency】 stand "
          + "tabs, not spaces or commas"
      ]),
    FaultCase(
      "the file of a lexicon that is misspelt",
      [
        .put("+lexicon/curency.tsv", "form\tcurrency\n欧元\tEUR\n")
      ],
      [
        "my-rules/lexicon/curency.tsv:1:1: no rule uses a lexicon 【curency】, and no folder below has "
          + "one; did you mean currency?"
      ]),
    FaultCase(
      "an entry switched off that is none, with one that begins so",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n美国元\tUSD\n元\tCNY\n"),
        .put("+lexicon/currency.tsv", "form\tcurrency\n!美国的钱\n"),
      ],
      [
        "my-rules/lexicon/currency.tsv:2:1: no entry of currency has the form 【美国的钱】; near it are "
          + "美国元"
      ]),
    FaultCase(
      "a rule switched off that is none, with one that begins so",
      [
        .put("+amount.yaml", "- off: amount.nosuch\n  why: x\n")
      ],
      [
        "my-rules/amount.yaml:1:8: no rule of a folder below is called 【amount.nosuch】; near it are "
          + "amount.plain"
      ]),
  ]
}
