// SPDX-License-Identifier: Apache-2.0

/// What the reading knows of some kinds of events, whatever verb tells them.
enum EventKind {
  /// A gift that comes every year is none of these: what comes again is no single one.
  static let single: Set = ["donation", "support", "payment", "purchase", "investment", "loan"]
  /// Of two that signed a contract one does these, and the other is whom it is done to.
  static let contracted: Set = ["payment", "investment", "loan", "purchase", "sale", "support"]
  /// Whom it is done to need not be named beside the verb: 印刷厂失火,保险公司赔付40万元.
  static let owed: Set = ["payment", "exemption"]
  /// Bodies of these kinds tell of what others do: 市政府宣布,甲公司捐款5万元.
  static let telling: Set = ["government", "party", "media", "judicial"]
}
