// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuRules

/// A report as one file of HTML that needs no other file and no network.
///
/// The data stand in the page as JSON, in which no character can end the element; the script sets
/// them as text. The policy of the page allows its own style and script, by their digests, and
/// nothing else: no text of an article can become markup or script, and nothing can be sent or
/// fetched.
package struct HTMLPage {
  let title: String
  let data: JSON

  package var bytes: [UInt8] {
    let style = Self.text(PackageResources.report_css)
    let script = Self.scripts
    var json = JSONWriter()
    json.value(data)
    let policy =
      "default-src 'none'; style-src 'sha256-\(Self.digest(style))'; script-src "
      + "'sha256-\(Self.digest(script))'; img-src data:; base-uri 'none'; form-action 'none'"
    let head = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <link rel="icon" href="data:,">
      <title>\(title.htmlEscaped)</title>
      <style>\(style)</style>
      </head>
      <body>
      <noscript>This report shows its data with a script, which is switched off here.</noscript>
      <script type="application/json" id="data">
      """
    var bytes = Array(head.utf8)
    bytes += Self.inert(json.bytes)
    bytes += Array("</script>\n<script>\(script)</script>\n</body>\n</html>\n".utf8)
    return bytes
  }

  private static var scripts: String {
    [
      PackageResources.dom_js, PackageResources.charts_js, PackageResources.article_js,
      PackageResources.views_js, PackageResources.main_js,
    ].map(text).joined(separator: "\n")
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// JSON without `<`, `>` and `&`, so that no text in it can end the element or begin another, and
  /// without the two line ends that are none in JSON.
  static func inert(_ json: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count + json.count / 16)
    for (index, byte) in json.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): bytes.append(contentsOf: "\\u003c".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "\\u003e".utf8)
      case UInt8(ascii: "&"): bytes.append(contentsOf: "\\u0026".utf8)
      case 0xA8, 0xA9:
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        if index >= 2, json[index - 1] == 0x80, json[index - 2] == 0xE2 {
          bytes.removeLast(2)
          bytes.append(contentsOf: "\\u202\(byte == 0xA8 ? 8 : 9)".utf8)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  /// SHA-256 in base 64, as policies name scripts and styles.
  static func digest(_ text: String) -> String {
    let hexadecimal = Array(SHA256.digest(of: text).utf8)
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: hexadecimal.count, by: 2) {
      bytes.append(value(hexadecimal[index]) << 4 | value(hexadecimal[index + 1]))
    }
    return base64(bytes)
  }

  private static func value(_ digit: UInt8) -> UInt8 { digit < 0x40 ? digit - 0x30 : digit - 0x57 }

  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let piece = bytes[start..<min(start + 3, bytes.count)]
      let bits = piece.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - piece.count))
      for index in 0..<4 {
        text.append(
          index <= piece.count ? letters[Int(bits >> (18 - 6 * UInt32(index)) & 63)] : "=")
      }
    }
    return text
  }
}
