// SPDX-License-Identifier: Apache-2.0
import Foundation
import PackagePlugin

/// Puts the folder `Rules` into the program at build time, again whenever a file of it changes.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedRules+Generated.swift")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
    let inputs = paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }.sorted()
    return [
      .buildCommand(
        displayName: "Embedding Rules",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [rules.path, output.path],
        inputFiles: inputs.map { rules.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
