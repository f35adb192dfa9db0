// Makes a component of plugin.js: node build.mjs plugin.wasm
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { componentize } from "componentize-qjs";

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
// This example shares its settings with the plugin in Rust; yours has a file of its own here.
const schema = await readFile(beside("../../template/settings.schema.json"), "utf8");

const { component } = await componentize({
  witPath: beside("../../wit/scoring.wit"),
  world: "plugin",
  jsPath: beside("build.mjs"), // from where the imports below count
  jsSource: `
    import { plugin } from "./heard.js";
    import Plugin from "./plugin.js";
    export const scorer = plugin(Plugin, ${JSON.stringify(schema)});`,
  // Calls are answered at once, and nothing is asked of the machine: a component with imports is refused.
  sync: true,
  stubWasi: true,
});
await writeFile(process.argv[2] ?? "plugin.wasm", component);
