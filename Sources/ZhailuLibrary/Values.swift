// SPDX-License-Identifier: Apache-2.0

/// A named body that can act.
public struct Organization: Codable, Hashable, Sendable {
  /// The longest form of the same body in the document.
  public let name: String
  /// company, government, party, association, judicial, medical, education, research, media, sport,
  /// military or international.
  public let kind: String
  /// The same for all mentions of one body in the document.
  public let entity: String
}

/// A sum of money: one number, or a range with `min` and `max`.
public struct Amount: Codable, Hashable, Sendable {
  /// The sum; nothing where it is a range.
  public let amount: ExactNumber?
  /// The least that a range holds, 100 of 100至200元.
  public let min: ExactNumber?
  /// The most that a range holds, which belongs to it.
  public let max: ExactNumber?
  /// The exact fraction, where `amount` had to be rounded.
  public let fraction: ExactNumber?
  /// By ISO 4217: CNY, USD.
  public let currency: String
  /// How the sum departs from what is written: 超过40亿元 is more_than. Others are approx, less_than,
  /// at_least, at_most and nearly.
  public let modifier: String?
  /// Where no currency word stands, what speaks of money: `implied: 捐款`.
  public let evidence: String?
}

/// A count or a measure: one number, or a range with `min` and `max`.
public struct Quantity: Codable, Hashable, Sendable {
  /// The count or measure, in `unit`; nothing where it is a range.
  public let quantity: ExactNumber?
  /// The least that a range holds.
  public let min: ExactNumber?
  /// The most that a range holds, which belongs to it.
  public let max: ExactNumber?
  /// The exact fraction, where `quantity` had to be rounded.
  public let fraction: ExactNumber?
  /// A measure word (件, 家), a symbol (m2, kg, %), or nothing.
  public let unit: String
  /// What the unit measures: count, length, mass, ratio.
  public let dimension: String
  /// How the number departs from what is written, as of an ``Amount``.
  public let modifier: String?
  /// What is counted, where it stands beside the unit.
  public let item: String?
  /// Where no unit stands at the number, from what it is implied.
  public let evidence: String?
}

/// A day, time, duration, set or range, in TIMEX3.
public struct DateValue: Codable, Hashable, Sendable {
  /// `2020-03-18`, `XXXX-03-18`, `P6D`; of a range both ends: `2020-03-01/2020-03-18`.
  public let timex: String
  /// date, time, duration, set or range.
  public let kind: String
  /// The first day of a range.
  public let start: String?
  /// The last day of a range, which belongs to it.
  public let end: String?
  /// As of an ``Amount``, or before, after, since, until, start, mid, end.
  public let modifier: String?
  /// Other values, where a reader could not decide either.
  public let alternatives: [String]?
}

/// A number that counts and measures nothing.
public struct BareNumber: Codable, Hashable, Sendable {
  /// The number; nothing where it is a range.
  public let number: ExactNumber?
  /// The least that a range holds.
  public let min: ExactNumber?
  /// The most that a range holds, which belongs to it.
  public let max: ExactNumber?
  /// The exact fraction, where `number` had to be rounded.
  public let fraction: ExactNumber?
  /// How the number departs from what is written, as of an ``Amount``.
  public let modifier: String?
}

/// A place in an order: 第三 is 3.
public struct Ordinal: Codable, Hashable, Sendable {
  /// Counted from 1.
  public let ordinal: ExactNumber
}

/// Who did what for whom.
public struct Event: Codable, Hashable, Sendable {
  /// donation, exemption, support, loan, investment, acquisition, purchase, import, sale, payment,
  /// resumption, inspection, disinfection, demolition or setup.
  public let kind: String
  /// Who acted: names, or words that describe somebody.
  public let actor: [String]
  /// Who received, or whom it was done to, in the same form; empty where nobody is told.
  public let recipient: [String]
  /// The sum, where one is told that is no range.
  public let amount: ExactNumber?
  /// Of the sum, by ISO 4217.
  public let currency: String?
  /// How much or how many, in `unit`, where it is told and no range.
  public let quantity: ExactNumber?
  /// Of the quantity, as of a ``Quantity``.
  public let unit: String?
  /// The least of a sum or quantity that is a range.
  public let min: ExactNumber?
  /// The most of it.
  public let max: ExactNumber?
  /// How the sum or quantity departs from what is written, as of an ``Amount``.
  public let modifier: String?
  /// What was given, bought, set up, or what money is for.
  public let item: String?
  /// In TIMEX3.
  public let date: String?
  /// What percentage of all the quantity is: 分别占70%和72%.
  public let share: ExactNumber?
  /// The ids of the records that it is made of.
  public let mentions: [String]
}
