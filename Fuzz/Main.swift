// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Runs libFuzzer on one target: `fuzz TARGET [libFuzzer's arguments]`; `make fuzz` runs all.
@main enum Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let target = FuzzTarget.all[arguments[1]] else {
      print("fuzz TARGET [ARGUMENTS OF LIBFUZZER]: \(FuzzTarget.all.keys.sorted())")
      exit(2)
    }
    current = target
    // libFuzzer sees the program's name and what follows the target.
    var count = CommandLine.argc - 1
    let all = CommandLine.unsafeArgv
    all[1] = all[0]
    var rest = all + 1
    exit(run(&count, &rest, one))
  }

  nonisolated(unsafe) private static var current: ([UInt8]) -> Void = { _ in }

  private static let one: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { bytes, count in
    current(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
}

/// Of libFuzzer.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
