// SPDX-License-Identifier: Apache-2.0

/// What a pack of rules holds, by digests: `run.json` tells them.
package struct RuleDigests: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    package let path: String
    package let digest: String
    package let layer: Int
  }

  /// The files in the order in which they are read.
  package let files: [File]
  /// The digest of the whole pack: of its files' paths and digests.
  package let pack: String

  package init(_ source: RuleSource) {
    files = source.files.map {
      File(path: $0.path, digest: SHA256.digest(of: $0.text), layer: $0.layer)
    }
    pack = SHA256.digest(of: files.map { "\($0.path)\t\($0.digest)\n" }.joined())
  }

  /// A name for the pack as it is compiled: it differs where a file lies in another layer, and where
  /// `program`, the checksum of an image of known rules, says that rules are compiled otherwise.
  package func key(program: UInt64) -> String {
    let layers = files.map { "\($0.layer)\t\($0.path)\t\($0.digest)\n" }.joined()
    return SHA256.digest(of: "\(RuleImage.version)\t\(program)\n\(layers)")
  }
}

extension RuleDigests {
  func write(to writer: inout ImageWriter) {
    writer.write(pack)
    writer.write(files.map(\.path))
    writer.write(files.map(\.digest))
    writer.write(files.map { Int32(clamping: $0.layer) })
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    pack = try reader.text()
    let (paths, digests) = (try reader.texts(), try reader.texts())
    let layers: FlatArray<Int32> = try reader.elements()
    guard paths.count == digests.count, paths.count == layers.count else { throw DamagedImage() }
    files = paths.indices.map {
      File(path: paths[$0], digest: digests[$0], layer: Int(layers[$0]))
    }
  }
}

extension RuleSource {
  func write(to writer: inout ImageWriter) {
    writer.write(files.map(\.path))
    writer.write(files.map(\.displayPath))
    writer.write(files.map(\.text))
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    let (paths, displayPaths) = (try reader.texts(), try reader.texts())
    let texts = try reader.texts()
    guard paths.count == texts.count, paths.count == displayPaths.count else {
      throw DamagedImage()
    }
    self.init(
      files: paths.indices.map {
        File(path: paths[$0], displayPath: displayPaths[$0], text: texts[$0])
      })
  }
}
