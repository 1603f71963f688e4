// SPDX-License-Identifier: Apache-2.0

/// Workers that do pieces of work side by side; what they finish is taken in the order of the work.
struct Crew {
  /// How many work at a time.
  let size: Int
  let hire: () throws -> Worker

  /// No more pieces than this for each worker wait for one before them.
  private static let window = 4

  /// A single worker works where it is called.
  nonisolated(nonsending) func run(
    next: () throws -> Work?, take: (Finished) throws -> Void
  ) async throws {
    guard size > 1 else {
      let worker = try hire()
      while let work = try next() { try take(worker.finish(work)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Worker, Finished).self) { group in
      var idle: [Worker] = []
      var hired = 0
      var waiting: [Int: Finished] = [:]
      var (begun, taken) = (0, 0)
      var isAtEnd = false
      while true {
        while !isAtEnd, begun - taken < size * Self.window, !idle.isEmpty || hired < size {
          guard let work = try next() else {
            isAtEnd = true
            break
          }
          let worker: Worker
          if let free = idle.popLast() {
            worker = free
          } else {
            worker = try hire()
            hired += 1
          }
          let number = begun
          begun += 1
          group.addTask { (number, worker, worker.finish(work)) }
        }
        guard let (number, worker, finished) = try await group.next() else { return }
        idle.append(worker)
        waiting[number] = finished
        while let finished = waiting.removeValue(forKey: taken) {
          try take(finished)
          taken += 1
        }
      }
    }
  }
}
