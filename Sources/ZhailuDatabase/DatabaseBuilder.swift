// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

/// Makes a database of the documents of a run, in their order: the same documents give the same bytes,
/// where SQLite is the same.
///
/// The file that it writes is a draft until `finish` is done; who made it moves it to its place.
package struct DatabaseBuilder {
  /// What made the records.
  package struct Run {
    package var program: String
    package var contract: Int
    package var rules: String
    package var types: String
    package var lexicons: [(path: String, sha256: String)]

    package init(
      program: String, contract: Int, rules: String, types: String,
      lexicons: [(path: String, sha256: String)]
    ) {
      self.program = program
      self.contract = contract
      self.rules = rules
      self.types = types
      self.lexicons = lexicons
    }
  }

  private let database: Database
  private let rows: Insertions
  private var documentCount: Int64 = 0
  private var failureCount: Int64 = 0

  /// The file must not be there yet.
  package init(path: String) throws(DatabaseFailure) {
    database = try Database(path: path)
    try database.run(DatabaseSchema.settings)
    try database.run("BEGIN")
    try database.run(DatabaseSchema.tables)
    rows = try Insertions(database)
  }

  package mutating func add(_ document: DocumentRows) throws(DatabaseFailure) {
    try rows.documents.run(
      .null, .text(document.name), .optional(document.published), .number(document.characters),
      .text(document.digest), .optional(document.text))
    documentCount += 1
    var ids = DocumentIDs(document: database.lastRow)
    for record in document.records where record.type != .event { try add(record, &ids) }
    for record in document.records where record.type == .event { try add(event: record, &ids) }
  }

  package mutating func addFailure(
    document: String, place: String, error: String
  ) throws(DatabaseFailure) {
    failureCount += 1
    try rows.failures.run(.null, .text(document), .text(place), .text(error))
  }

  /// Adds what made the records, and makes what is searched by.
  package func finish(_ run: Run) throws(DatabaseFailure) {
    let runs = try database.statement(DatabaseSchema.insertion(into: "runs", columns: 7))
    try runs.run(
      .integer(1), .text(run.program), .number(run.contract), .text(run.rules), .text(run.types),
      .integer(documentCount), .integer(failureCount))
    let lexicons = try database.statement(DatabaseSchema.insertion(into: "lexicons", columns: 3))
    for (path, sha256) in run.lexicons { try lexicons.run(.integer(1), .text(path), .text(sha256)) }
    try database.run(DatabaseSchema.indexes)
    try database.run(DatabaseSchema.search)
    try fillSearch()
    try database.run("COMMIT")
  }

  private func fillSearch() throws(DatabaseFailure) {
    let insert = try database.statement("INSERT INTO name_search (rowid, suffixes) VALUES (?, ?)")
    let names = try database.statement("SELECT id, name FROM names ORDER BY id")
    while try names.step() {
      try insert.run(.integer(names.integer(0)), .text(NameSuffixes.of(names.text(1) ?? "")))
    }
    try database.run("INSERT INTO name_search (name_search) VALUES ('optimize')")
  }

  // MARK: The records of a document

  /// Which rows the parts of a document have.
  private struct DocumentIDs {
    let document: Int64
    /// By canonical name.
    var entities: [ExactText: Int64] = [:]
    /// By the id of the record.
    var mentions: [ExactText: Int64] = [:]
    /// Names that an entity has already.
    var known: Set<[ExactText]> = []
  }

  private func add(_ record: Record, _ ids: inout DocumentIDs) throws(DatabaseFailure) {
    var entity: Int64?
    if record.type == .organization, let name = record.value.text("name") {
      entity = try self.entity(name, kind: record.value.text("kind") ?? "", &ids)
      try addName(name, of: name, entity, &ids)
      try addName(record.text, of: name, entity, &ids)
    }
    var values = place(of: record, in: ids)
    values.insert(.text(record.type.rawValue), at: 3)
    values.append(entity.map(Statement.Value.integer) ?? .null)
    // A date's bounds have names that no column can have beside the places of the mention.
    for field in DatabaseSchema.mentionFields {
      let name = field.hasPrefix("date_") ? String(field.dropFirst("date_".count)) : field
      values.append(.optional(record.value.text(name)))
    }
    values.append(.optional(record.value.list("alternatives").map(Self.json)))
    try rows.mentions.run(values)
    let id = ExactText(record.id)
    if ids.mentions[id] == nil { ids.mentions[id] = database.lastRow }
  }

  private func add(event: Record, _ ids: inout DocumentIDs) throws(DatabaseFailure) {
    try rows.events.run(
      place(of: event, in: ids) + [.number(event.ordinal)]
        + DatabaseSchema.eventFields.map { .optional(event.value.text($0)) })
    let number = database.lastRow
    for role in ["actor", "recipient"] {
      for name in event.value.list(role) ?? [] {
        try rows.parties.run(
          .integer(number), .text(role), .text(name),
          ids.entities[ExactText(name)].map(Statement.Value.integer) ?? .null)
      }
    }
    for part in event.value.list("mentions") ?? [] {
      guard let mention = ids.mentions[ExactText(part)] else { continue }
      try rows.parts.run(.integer(number), .integer(mention))
    }
  }

  private func place(of record: Record, in ids: DocumentIDs) -> [Statement.Value] {
    [
      .null, .integer(ids.document), .optional(record.article), .text(record.text),
      .number(record.span.start), .number(record.span.end), .optional(record.rule),
    ]
  }

  private func entity(
    _ name: String, kind: String, _ ids: inout DocumentIDs
  ) throws(DatabaseFailure) -> Int64 {
    if let known = ids.entities[ExactText(name)] { return known }
    try rows.entities.run(.null, .integer(ids.document), .text(name), .text(kind))
    ids.entities[ExactText(name)] = database.lastRow
    return database.lastRow
  }

  private func addName(
    _ form: String, of name: String, _ entity: Int64?, _ ids: inout DocumentIDs
  ) throws(DatabaseFailure) {
    guard let entity, ids.known.insert([ExactText(form), ExactText(name)]).inserted else { return }
    try rows.names.run(.null, .text(form))
    try rows.entityNames.run(.text(form), .integer(entity))
  }

  private static func json(_ list: [String]) -> String {
    var json = JSONWriter()
    json.array { json in
      for text in list { json.string(text) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The statements that put rows into tables.
  private struct Insertions {
    let documents: Statement
    let failures: Statement
    let entities: Statement
    let mentions: Statement
    let events: Statement
    let parties: Statement
    let parts: Statement
    let names: Statement
    let entityNames: Statement

    init(_ database: Database) throws(DatabaseFailure) {
      func into(_ table: String, _ columns: Int) throws(DatabaseFailure) -> Statement {
        try database.statement(DatabaseSchema.insertion(into: table, columns: columns))
      }
      documents = try into("documents", 6)
      failures = try into("failures", 4)
      entities = try into("entities", 4)
      mentions = try into("mentions", 10 + DatabaseSchema.mentionFields.count)
      events = try into("events", 8 + DatabaseSchema.eventFields.count)
      parties = try into("parties", 4)
      parts = try into("parts", 2)
      names = try database.statement("INSERT OR IGNORE INTO names VALUES (?,?)")
      entityNames = try database.statement(
        "INSERT INTO entity_names SELECT id, ?2 FROM names WHERE name = ?1")
    }
  }
}
