// SPDX-License-Identifier: Apache-2.0

/// The tables of an output database, version 1. `Docs/database.md` explains them with questions.
enum DatabaseSchema {
  /// What is said before there are tables. A database in the making is a draft: nobody else reads it,
  /// and where something goes wrong it is thrown away, so nothing is done to save it. What a build of
  /// SQLite may have set otherwise is set, so that all write the same bytes.
  static let settings = """
    PRAGMA page_size = 4096;
    PRAGMA encoding = 'UTF-8';
    PRAGMA auto_vacuum = NONE;
    PRAGMA secure_delete = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -65536;
    PRAGMA user_version = 1;
    """

  /// Of a mention, the fields of its value that are columns; the rest is `alternatives`, a JSON list.
  static let mentionFields = [
    "kind", "amount", "currency", "quantity", "unit", "dimension", "item", "timex", "date_start",
    "date_end", "number", "ordinal", "fraction", "min", "max", "modifier", "evidence",
  ]

  /// Of an event, the fields of its value that are columns.
  static let eventFields = [
    "kind", "amount", "currency", "quantity", "unit", "item", "date", "share", "min", "max",
    "modifier",
  ]

  static let tables = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, program TEXT NOT NULL, contract INTEGER NOT NULL,
      rules TEXT NOT NULL, types TEXT NOT NULL, documents INTEGER NOT NULL,
      failures INTEGER NOT NULL);
    CREATE TABLE lexicons (
      run INTEGER NOT NULL REFERENCES runs, path TEXT NOT NULL, sha256 TEXT NOT NULL);
    CREATE TABLE documents (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, published TEXT, characters INTEGER NOT NULL,
      digest TEXT NOT NULL, text TEXT);
    CREATE TABLE failures (
      id INTEGER PRIMARY KEY, document TEXT NOT NULL, place TEXT NOT NULL, error TEXT NOT NULL);
    CREATE TABLE entities (
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
      name TEXT NOT NULL, kind TEXT NOT NULL);
    CREATE TABLE mentions (
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, article TEXT,
      type TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      rule TEXT, entity INTEGER REFERENCES entities, \(columns(mentionFields)),
      alternatives TEXT);
    CREATE TABLE events (
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, article TEXT,
      text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT,
      ordinal INTEGER NOT NULL, \(columns(eventFields)));
    CREATE TABLE parties (
      event INTEGER NOT NULL REFERENCES events, role TEXT NOT NULL, name TEXT NOT NULL,
      entity INTEGER REFERENCES entities);
    CREATE TABLE parts (
      event INTEGER NOT NULL REFERENCES events, mention INTEGER NOT NULL REFERENCES mentions);
    CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE entity_names (
      name INTEGER NOT NULL REFERENCES names, entity INTEGER NOT NULL REFERENCES entities,
      PRIMARY KEY (name, entity)) WITHOUT ROWID;
    """

  /// What is made when all rows are there: quicker than row by row.
  static let indexes = """
    CREATE INDEX documents_name ON documents (name);
    CREATE INDEX entities_document ON entities (document);
    CREATE INDEX entities_name ON entities (name);
    CREATE INDEX mentions_document ON mentions (document);
    CREATE INDEX mentions_entity ON mentions (entity) WHERE entity IS NOT NULL;
    CREATE INDEX events_document ON events (document);
    CREATE INDEX events_kind ON events (kind, date);
    CREATE INDEX parties_event ON parties (event);
    CREATE INDEX parties_name ON parties (name);
    CREATE INDEX parts_event ON parts (event);
    CREATE INDEX parts_mention ON parts (mention);
    """

  /// For searching: `name_search('慈善*')` gives the rows of `names` that hold 慈善, however short;
  /// `NameSuffixes` says how. `organizations` is what the names belong to.
  static let search = """
    CREATE VIRTUAL TABLE name_search USING fts5(
      suffixes, content = '', columnsize = 0, detail = none, tokenize = 'unicode61');
    CREATE VIEW organizations AS
      SELECT n.id AS name_id, n.name AS form, e.id AS entity, e.name AS name, e.kind AS kind,
        d.id AS document_id, d.name AS document, d.published AS published
      FROM names n JOIN entity_names b ON b.name = n.id JOIN entities e ON e.id = b.entity
        JOIN documents d ON d.id = e.document;
    """

  private static func columns(_ names: [String]) -> String {
    names.map { "\($0) TEXT" }.joined(separator: ", ")
  }

  /// `INSERT INTO documents VALUES (?,?,?)`.
  static func insertion(into table: String, columns: Int) -> String {
    let marks = Array(repeating: "?", count: columns).joined(separator: ",")
    return "INSERT INTO \(table) VALUES (\(marks))"
  }
}
