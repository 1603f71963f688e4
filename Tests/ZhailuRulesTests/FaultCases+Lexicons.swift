// SPDX-License-Identifier: Apache-2.0

/// Lexicons.
extension FaultCase {
  static let lexicons: [FaultCase] = [
    FaultCase(
      "a lexicon without a header",
      [
        .put("lexicon/currency.tsv", "# nothing\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: a lexicon begins with a header line whose first "
          + "column is 【form】"
      ]),
    FaultCase(
      "a first column that is not form",
      [
        .put("lexicon/currency.tsv", "word\tcurrency\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: the first column of a lexicon is 【form】, not 【word】"
      ]),
    FaultCase(
      "a column twice",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\tcurrency\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: the column 【currency】 stands twice in the header"
      ]),
    FaultCase(
      "a column without a name",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\t\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: column 【3】 of the header has no name; is a tab too many?"
      ]),
    FaultCase(
      "a bad name of a column",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\tKind\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: 【Kind】 is no name of a column; use lower-case "
          + "letters, digits, - and ."
      ]),
    FaultCase(
      "too many fields",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\tx\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: this line has 3 fields, the header 2: 【元】"
      ]),
    FaultCase(
      "no form",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: an entry without a form"
      ]),
    FaultCase(
      "an entry twice",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:3:1: the entry 【元】 stands in line 2 already; delete one"
      ]),
    FaultCase(
      "a space at the end",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元 \tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: 【元 】 has a space at its end or start; delete "
          + "it, or put it in quotes"
      ]),
    FaultCase(
      "only spaces",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\u{3000}\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: the form 【\u{3000}】 is only spaces, which stand "
          + "everywhere; put it in quotes if they are meant"
      ]),
    FaultCase(
      "spaces for a tab",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元 CNY\nUS dollar\nUS$  USD\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: 【元 CNY】: between a form and its fields, currency, stands "
          + "a tab, not spaces",
        "Rules/lexicon/currency.tsv:4:1: 【US$  USD】: between a form and its fields, currency, "
          + "stands a tab, not spaces",
      ]),
    FaultCase(
      "a quote never closed",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\"元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: the quote before 【元\\u{9}CNY】 is never closed"
      ]),
    FaultCase(
      "text after a quote",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\t\"CN\"Y\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:3: after the closing quote of 【CN】 stands more "
          + "text; write \"\" for a quote inside a field"
      ]),
    FaultCase(
      "a form too long",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\(String(repeating: "元", count: 101))\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: 【\(String(repeating: "元", count: 20))…】 has more than 100 characters; no word has"
      ]),
    FaultCase(
      "an entry switched off of nothing",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n!元\n")
      ],
      [
        "Rules/lexicon/currency.tsv:3:1: 【!元】 switches an entry off, but no folder below "
          + "has a lexicon currency; delete the line"
      ]),
  ]
}
