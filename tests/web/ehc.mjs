#!/usr/bin/env node
// ehc.mjs WASM WORD...: the program as a browser runs it, used in place of the native one. The files of this folder, and
// files elsewhere that the words name, go in. The files that it wrote come out.
import { lstatSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { isatty } from "node:tty";
import { load } from "../../src/web/engine.js";

const [wasm, ...words] = process.argv.slice(2);
const files = {};

function take(path) {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about?.isFile()) files[path] = readFileSync(path);
  else if (about?.isDirectory()) for (const name of readdirSync(path)) take(join(path, name));
}

take(".");
for (const word of words) {
  const path = word.replace(/^--[a-z-]+=/, "");
  if (path.startsWith("/") && !path.startsWith("/dev/") && lstatSync(path, { throwIfNoEntry: false })) take(path);
}

// Writes all bytes: a pipe may take only some at a time.
function put(descriptor, bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (error.code === "EPIPE") process.exit(0); // the reader has enough, as `head -1` does
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

const ehc = await load(wasm);
const result = await ehc(words, files, {
  stdin: isatty(0) ? "" : readFileSync(0), env: process.env, bytes: true,
  onStdout: (piece) => put(1, piece), onStderr: (piece) => put(2, piece),
});
// If the program failed, the engine's message comes after all that was printed.
if (result.status === 70) put(2, new TextEncoder().encode(result.stderr));
for (const [name, content] of Object.entries(result.files)) {
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, content);
}
process.exitCode = result.status;
