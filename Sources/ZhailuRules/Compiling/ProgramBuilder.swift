// SPDX-License-Identifier: Apache-2.0

/// Template to program (Thompson's construction, without loops: lists are unrolled up to a bound).
struct ProgramBuilder {
  /// Why a template cannot be made a program.
  struct Fault: Error {
    let message: String
  }

  /// How a slot's kind becomes a matcher; given by the rule set, which knows the symbols.
  let matcher: (String) -> Program.Matcher?
  let separators: Symbol

  private var steps: [Program.Step] = []
  private var slots: [String] = []
  private var stateCount = 1

  /// The most members of a list, and characters of a gap.
  static let longestList = 24
  static let longestGap = 12
  private static let mostSteps = 4000

  init(separators: Symbol, matcher: @escaping (String) -> Program.Matcher?) {
    self.separators = separators
    self.matcher = matcher
  }

  /// `anchored`: whether an anchor is needed, as it is for rules and not for exclusions.
  mutating func build(
    _ template: Template, expected: (Program.Matcher) -> Frequencies.Expected?,
    anchored: Bool = true
  ) throws(Fault) -> Program {
    let accept = try add(template, from: 0)
    guard steps.count <= Self.mostSteps else {
      throw Fault(message: "this pattern is too large; name its parts as patterns")
    }
    var forward = [[Int]](repeating: [], count: stateCount)
    var backward = forward
    for (index, step) in steps.enumerated() {
      forward[step.from].append(index)
      backward[step.to].append(index)
    }
    var anchor = -1
    if anchored {
      let choice = AnchorChoice(
        steps: steps, forward: forward, backward: backward, accept: accept,
        expected: steps.map { expected($0.matcher) })
      anchor = choice.best
      guard anchor >= 0 else {
        throw Fault(
          message: "nothing in this pattern is sure to be there: it needs a lexicon, a number, a "
            + "mention, a pattern or some text that is not optional")
      }
    }
    return Program(
      slots: slots, steps: steps, stateCount: stateCount, forward: forward, backward: backward,
      start: 0, accept: accept, anchor: anchor)
  }

  // MARK: Construction

  private mutating func newState() -> Int {
    stateCount += 1
    return stateCount - 1
  }

  private mutating func addStep(
    _ matcher: Program.Matcher, from: Int, to: Int? = nil, slot: Int = -1
  ) -> Int {
    let target = to ?? newState()
    steps.append(Program.Step(from: from, to: target, matcher: matcher, slot: slot))
    return target
  }

  /// Adds the template's steps after the state `from`; returns the state after them.
  private mutating func add(_ template: Template, from: Int) throws(Fault) -> Int {
    switch template {
    case .literal(let units): return addStep(.literal(units), from: from)
    case .mentionStart: return addStep(.mentionStart, from: from)
    case .mentionEnd: return addStep(.mentionEnd, from: from)
    case .gap: return addStep(.gap(Self.longestGap), from: from)
    case .slot(let name): return try addSlot(name, from: from)
    case .sequence(let parts):
      var state = from
      for part in parts { state = try add(part, from: state) }
      return state
    case .optional(let inner):
      // The way through comes first: of two matches the one that reads more is wanted.
      let end = try add(inner, from: from)
      return addStep(.empty, from: from, to: end)
    case .choice(let branches):
      let end = newState()
      for branch in branches {
        let last = try add(branch, from: addStep(.empty, from: from))
        _ = addStep(.empty, from: last, to: end)
      }
      return end
    case .list(let inner): return try addList(inner, from: from)
    }
  }

  private mutating func addSlot(_ name: String, from: Int, to: Int? = nil) throws(Fault) -> Int {
    guard let matcher = matcher(name) else {
      throw Fault(message: "the slot 【{\(name)}】 is not declared under 【where】")
    }
    let slot = slots.firstIndex(of: name) ?? slots.count
    if slot == slots.count { slots.append(name) }
    return addStep(matcher, from: from, to: to, slot: slot)
  }

  /// x, x y, x、y and z …: each further member after a separator or at once.
  private mutating func addList(_ inner: Template, from: Int) throws(Fault) -> Int {
    guard case .slot(let name) = inner else { return try add(inner, from: from) }
    let end = newState()
    var state = try addSlot(name, from: from)
    for _ in 1..<Self.longestList {
      _ = addStep(.empty, from: state, to: end)
      let separated = addStep(.edge([separators], .any), from: state)
      _ = addStep(.empty, from: state, to: separated)
      state = try addSlot(name, from: separated)
    }
    _ = addStep(.empty, from: state, to: end)
    return end
  }
}
