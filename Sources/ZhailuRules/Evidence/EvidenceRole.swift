// SPDX-License-Identifier: Apache-2.0

/// What the program itself asks of the lists that a table of evidence names, by what their selections
/// begin with.
package enum EvidenceRole: String, CaseIterable, Sendable {
  case heads = "org-head"
  case strongHeads = "org-head[class=strong]"
  case organs = "org-head[class=organ]"
  case parts = "org-head[part="
  case names = "org-name[word=]"
  case ambiguousNames = "org-name[word=yes"
  case places = "place-"
  case counties = "place-division[level=county]"
  case streets = "place-street"
  case countries = "place-world[level=country]"
  case stops = "org-stop[class="
  case generic = "org-stop[class=generic]"
  case demonstratives = "org-stop[class=demonstrative]"
  case functions = "org-stop[class=function]"

  /// What it takes their words for.
  var says: String {
    switch self {
    case .heads: "what names end in"
    case .strongHeads, .organs: "heads of bodies that have parts"
    case .parts: "heads of parts of bodies"
    case .names: "names that are no words"
    case .ambiguousNames: "names that are words too"
    case .places: "what names begin with"
    case .counties: "divisions"
    case .streets: "streets and towns"
    case .countries: "what foreign firms are from"
    case .stops: "what no name holds"
    case .generic: "what names nobody"
    case .demonstratives: "what points at somebody"
    case .functions: "what stands before names"
    }
  }
}

extension EvidenceTable {
  /// A bit for each list that has one of these roles.
  package func lists(_ roles: EvidenceRole...) -> UInt64 {
    lists.indices.reduce(0) { bits, list in
      roles.contains { lists[list].hasPrefix($0.rawValue) } ? bits | 1 << UInt64(list) : bits
    }
  }
}
