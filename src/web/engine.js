// Runs the program in a browser, a worker or Node. engine.d.ts has the interface.
import { Exit, system } from "./system.js";

const FAILED = 70, USAGE = 2;

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== "string" && !(source instanceof URL)) return WebAssembly.compile(source);
  if (typeof process === "object" && process.versions?.node) {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(String(source).startsWith("file:") ? new URL(source) : source));
  }
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${source} cannot be read: ${answer.status}`);
  const whileItComes = answer.headers.get("content-type") === "application/wasm";
  return whileItComes ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

// At noon UTC it is the same day in London, in winter and in summer.
function clock(today) {
  if (today === undefined) return Date.now;
  const time = Date.parse(`${today}T12:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(today) || Number.isNaN(time)) throw new TypeError(`today is not a day: ${today}`);
  return () => time;
}

function join(chunks) {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const text = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

function whyItFailed(error) {
  const memory = error instanceof RangeError && /memory/i.test(error.message);
  return memory ? "ehc: there is not enough memory on this device\nclose other pages, and try again\n"
    : `ehc: the program failed, and nothing was written: ${error.message}\n` +
      "this is a fault of the program: please tell its makers what you typed\n";
}

async function call(module, args, files, { today, stdin = "", env = {}, bytes = false, onStdout, onStderr, onRead }) {
  const printed = { 1: [], 2: [] }, told = { 1: onStdout, 2: onStderr }, show = bytes ? (all) => all : text;
  const failed = (status, why) => ({ status, stdout: show(new Uint8Array(0)), stderr: text(join(printed[2])) + why, files: {} });
  const nul = [...args, ...Object.keys(files), ...Object.values(env)].findIndex((word) => String(word).includes("\0"));
  if (nul >= 0) return failed(USAGE, "ehc: what you typed has a NUL character\nremove it\n");

  const now = clock(today);
  const machine = system({
    args: ["ehc", ...args], env, stdin, files, now, onRead,
    print(stream, piece) {
      printed[stream].push(piece);
      told[stream]?.(piece);
    },
  });
  let status = 0;
  try {
    const { exports } = await WebAssembly.instantiate(module, machine.imports);
    machine.use(exports.memory);
    exports._start();
  } catch (error) {
    if (!(error instanceof Exit)) return failed(FAILED, whyItFailed(error));
    status = error.status;
  }
  return {
    status,
    stdout: show(join(printed[1])),
    stderr: text(join(printed[2])),
    files: Object.fromEntries(Array.from(machine.written(), ([name, content]) => [name, show(content)])),
  };
}

export async function load(source) {
  const module = await compile(source);
  const ehc = (args, files = {}, options = {}) => call(module, args, files, options);
  ehc.module = module;
  return ehc;
}
