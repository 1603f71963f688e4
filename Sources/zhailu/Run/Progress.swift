// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// Says on standard error how far a long run is: a line that renews itself on a terminal, plain lines
/// elsewhere.
///
///     43 %  1,234 documents  3.1 MB/s  2:10 left
struct Progress {
  enum Manner: String, CaseIterable, ExpressibleByArgument { case auto, lines, none }

  private let isBar: Bool
  private let isSilent: Bool
  /// The bytes of the whole input; 0 where nobody knows.
  private let total: Int
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var bytes = 0
  private var documents = 0
  private var isShown = false

  init(_ manner: Manner, total: Int) {
    isBar = manner == .auto && Console.isErrorTerminal
    isSilent = manner == .none || manner == .auto && !isBar
    self.total = total
    start = clock.now
    last = start
  }

  /// `bytes` of the input and `documents` more are done.
  mutating func advance(bytes: Int, documents: Int) {
    guard !isSilent else { return }
    self.bytes += bytes
    self.documents += documents
    let now = clock.now
    guard now - last > (isBar ? .milliseconds(250) : .seconds(10)) else { return }
    last = now
    show(now)
  }

  /// The run is over; a short one has said nothing.
  mutating func finish() {
    guard isShown else { return }
    show(clock.now)
    if isBar { Console.note("") }
  }

  /// Makes room for a message.
  func clear() {
    if isBar, isShown { Console.clearLine() }
  }

  private mutating func show(_ now: ContinuousClock.Instant) {
    isShown = true
    let line = line(after: now - start)
    if isBar { Console.renewLine(line) } else { Console.note(line) }
  }

  private func line(after time: Duration) -> String {
    let seconds = max(time / .seconds(1), 0.001)
    var parts = ["\(Self.grouped(documents)) documents"]
    let speed = Double(bytes) / seconds
    parts.append("\(Self.oneDecimal(speed / 1e6)) MB/s")
    if total > 0 {
      parts.insert("\(min(100, bytes * 100 / total)) %", at: 0)
      if bytes < total, speed > 0 {
        parts.append("\(Self.minutes(Int(Double(total - bytes) / speed))) left")
      }
    }
    return parts.joined(separator: "  ")
  }

  private static func oneDecimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func minutes(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// 1234567 as 1,234,567.
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
