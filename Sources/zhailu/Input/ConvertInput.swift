// SPDX-License-Identifier: Apache-2.0
import ZhailuConvert
import ZhailuRecords
import ZhailuText

/// Reads annotated documents from a file or folder of some format.
struct ConvertInput {
  let path: String
  /// The folder with the texts of records.
  let texts: String?
  let unit: OffsetUnit?

  /// The format by the names of files, or by their first line.
  func guess() throws(Failure) -> Convert.Format {
    guard FileSystem.exists(path) else {
      throw Failure("\(path): there is no such file or folder")
    }
    if FileSystem.isDirectory(path) {
      let files = try FileSystem.files(below: path)
      if files.contains(where: { $0.hasSuffix(".ann") }) { return .brat }
      if files.contains(where: { $0.hasSuffix(".jsonl") }) { return .records }
    } else if path.hasSuffix(".jsonl") {
      let first = try FileSystem.read(path).split(separator: 0x0A, maxSplits: 1).first ?? []
      return (try? JSONParser.parse(first))?["type"] == nil ? .doccano : .records
    } else if path.hasSuffix(".json") {
      return .labelstudio
    } else if [".conll", ".bio", ".bmes", ".tsv"].contains(where: path.hasSuffix) {
      return .conll
    }
    throw Failure("\(path): what format this is cannot be told; --from names it")
  }

  /// What is read and must not be written over. Texts beside records or notes are written as they are.
  func guarded() throws(Failure) -> InputGuard {
    var paths = [path]
    if FileSystem.isDirectory(path) {
      paths += try FileSystem.files(below: path).filter { !$0.hasSuffix(".txt") }
        .map { "\(path)/\($0)" }
    }
    if let texts { paths += try InputReader.files([texts]).map(\.path) }
    return InputGuard(paths: paths)
  }

  func read(_ format: Convert.Format) throws(Failure) -> ConvertResult {
    let isFolder = FileSystem.isDirectory(path)
    switch format {
    case .records, .gold: return try readRecords()
    case .brat:
      guard isFolder else { throw Failure("\(path): brat needs a folder of .txt and .ann") }
      return try readBrat()
    case .conll, .doccano, .labelstudio:
      let ending = [.conll: ".conll", .doccano: ".jsonl"][format] ?? ".json"
      let files =
        isFolder
        ? try FileSystem.files(below: path).filter { $0.hasSuffix(ending) }.map { "\(path)/\($0)" }
        : [path]
      var result = ConvertResult()
      for file in files { result.add(try read(file, format)) }
      return result
    }
  }

  private func read(_ file: String, _ format: Convert.Format) throws(Failure) -> ConvertResult {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let id = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    switch format {
    case .conll: return ConllFormat.read(try FileSystem.readText(file), id: id, file: file)
    case .doccano:
      return DoccanoFormat.read(
        try FileSystem.read(file), id: id, file: file, unit: unit ?? .scalars)
    default:
      return LabelStudioFormat.read(try FileSystem.read(file), id: id, file: file, unit: unit)
    }
  }

  // MARK: Records

  private func readRecords() throws(Failure) -> ConvertResult {
    let known = try knownTexts()
    var result = ConvertResult()
    for file in try RecordFiles.paths(path) {
      let beside = "\(file.dropLast(".jsonl".count)).txt"
      let text = { (id: String) -> String? in
        if let text = known[id] { return text }
        return FileSystem.exists(beside) ? (try? FileSystem.readText(beside)) : nil
      }
      result.add(RecordsFormat.read(try FileSystem.read(file), file: file, text: text))
    }
    return result
  }

  /// The texts of the folder that was named, as an extraction reads them.
  private func knownTexts() throws(Failure) -> [String: String] {
    guard let texts else { return [:] }
    var known: [String: String] = [:]
    for file in try InputReader.files([texts]) {
      for document in InputReader().read(file).documents {
        known[document.id] = document[Extent(0, document.units.count)]
      }
    }
    return known
  }

  // MARK: brat

  private func readBrat() throws(Failure) -> ConvertResult {
    var result = ConvertResult()
    let root = path.hasSuffix("/") ? String(path.dropLast()) : path
    for file in try FileSystem.files(below: root) where file.hasSuffix(".ann") {
      let id = String(file.dropLast(".ann".count))
      let textFile = "\(root)/\(id).txt"
      guard FileSystem.exists(textFile) else {
        result.faults.append(
          ConvertFault("\(root)/\(file)", "its text \(textFile) is not there"))
        continue
      }
      result.add(
        BratFormat.read(
          try FileSystem.readText("\(root)/\(file)"), text: try FileSystem.readText(textFile),
          id: id, file: "\(root)/\(file)", unit: unit))
    }
    return result
  }
}

extension ConvertResult {
  fileprivate mutating func add(_ other: ConvertResult) {
    documents += other.documents
    faults += other.faults
  }
}
