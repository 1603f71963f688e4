// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuLoader
import ZhailuValues

// The functions of Bindings/c/zhailu.h, which says what they do. They only turn pointers into values;
// what they do is in `Handle`. No Task and no Dispatch: their threads would not outlive a fork.

@_cdecl("zhailu_version")
public func version() -> UnsafePointer<CChar> { Texts.version }

@_cdecl("zhailu_contract")
public func contract() -> Int32 { Int32(Release.contract) }

@_cdecl("zhailu_open")
public func open(
  _ folders: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int,
  _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> UnsafeMutableRawPointer? {
  error?.pointee = nil
  let names = (0..<(folders == nil ? 0 : max(0, count))).compactMap { index in
    folders?[index].map { String(cString: $0) }
  }
  do {
    let compiled = try RuleChoice(names).compiled()
    return pointer(to: try Handle(rules: compiled.set, digest: compiled.digests.pack))
  } catch let fault {
    error?.pointee = strdup("\(fault)")
    return nil
  }
}

@_cdecl("zhailu_copy")
public func copy(_ pointer: UnsafeRawPointer?) -> UnsafeMutableRawPointer? {
  handle(pointer)?.copy().map(CZhailu.pointer(to:))
}

@_cdecl("zhailu_close")
public func close(_ pointer: UnsafeMutableRawPointer?) {
  if let pointer { Unmanaged<Handle>.fromOpaque(pointer).release() }
}

@_cdecl("zhailu_rules")
public func rules(_ pointer: UnsafeRawPointer?) -> UnsafePointer<CChar> {
  handle(pointer)?.digest.map { UnsafePointer($0) } ?? Texts.empty
}

@_cdecl("zhailu_error")
public func error(_ pointer: UnsafeRawPointer?) -> UnsafePointer<CChar> {
  handle(pointer)?.error.map { UnsafePointer($0) } ?? Texts.empty
}

@_cdecl("zhailu_free")
public func release(_ memory: UnsafeMutableRawPointer?) { free(memory) }

@_cdecl("zhailu_extract")
public func extract(
  _ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int,
  _ document: UnsafePointer<CChar>?, _ published: UnsafePointer<CChar>?, _ types: UInt32,
  _ lines: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ size: UnsafeMutablePointer<Int>?
) -> Int32 {
  lines?.pointee = nil
  size?.pointee = 0
  guard let handle = handle(pointer) else { return Handle.Status.badArgument.rawValue }
  guard let lines, let size, length == 0 || text != nil, let wanted = wanted(types) else {
    handle.forgetError()
    return handle.failed(.badArgument, "a pointer is NULL, or the types are none").status.rawValue
  }
  // A length beyond what an integer holds is negative here.
  let result = handle.lines(
    of: UnsafeBufferPointer(start: text, count: length < 0 ? Int.max : length),
    document: document.map { String(cString: $0) } ?? "text",
    published: published.map { String(cString: $0) }, types: wanted)
  lines.pointee = result.lines
  size.pointee = result.size
  return result.status.rawValue
}

/// The types whose bits are set, by their order; 0 is all but bare numbers and ordinals.
private func wanted(_ bits: UInt32) -> Set<MentionType>? {
  let all: [MentionType] = [.organization, .amount, .quantity, .date, .number, .ordinal, .event]
  guard bits < 1 << UInt32(all.count) else { return nil }
  let bits = bits == 0 ? 0b100_1111 : bits
  return Set(all.indices.filter { bits >> UInt32($0) & 1 == 1 }.map { all[$0] })
}

private func handle(_ pointer: UnsafeRawPointer?) -> Handle? {
  pointer.map { Unmanaged<Handle>.fromOpaque($0).takeUnretainedValue() }
}

private func pointer(to handle: Handle) -> UnsafeMutableRawPointer {
  Unmanaged.passRetained(handle).toOpaque()
}

/// Texts that live for ever. C only reads them.
private enum Texts {
  nonisolated(unsafe) static let version = UnsafePointer(strdup(Release.version)!)
  nonisolated(unsafe) static let empty = UnsafePointer(strdup("")!)
}
