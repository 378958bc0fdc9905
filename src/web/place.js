// Finds the program and the worker: in the page if all is in one file, else beside the page.
import { load } from "./engine.js";

const PROGRAM = "ehc-program";
let loaded = null;

const inThisFile = (id) => document.getElementById(id)?.textContent;

// Scripts run before the whole page is parsed; the program is at its end.
function parsed() {
  return document.readyState === "loading" ? new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true })) : undefined;
}

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const value = new Uint8Array(128);
  for (let i = 0; i < letters.length; i++) value[letters.charCodeAt(i)] = i;
  const length = text.replace(/=+$/, "").length, bytes = new Uint8Array(Math.floor((length * 3) / 4));
  const at = (i) => (i < length ? value[text.charCodeAt(i)] : 0);
  for (let from = 0, to = 0; from < length; from += 4, to += 3) {
    const four = (at(from) << 18) | (at(from + 1) << 12) | (at(from + 2) << 6) | at(from + 3);
    bytes[to] = four >> 16; // writes past the end of the array are ignored
    bytes[to + 1] = four >> 8;
    bytes[to + 2] = four;
  }
  return bytes;
}

function unpack(bytes) {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(unpacked).arrayBuffer();
}

async function loadOnce() {
  await parsed();
  const packed = inThisFile("program");
  return load(packed === undefined ? new URL("ehc.wasm", location.href) : await unpack(fromBase64(packed)));
}

// Loads the program for the page, once.
export function loadProgram() {
  loaded ??= loadOnce();
  return loaded;
}

// Makes a worker from worker.js. The program is the first message that it gets.
export function startWorker() {
  const script = inThisFile("worker");
  const url = script === undefined ? "worker.js" : URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url), waiting = [];
  if (script !== undefined) URL.revokeObjectURL(url);
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (...message) => waiting.push(message); // until the program is sent
  loadProgram().then((ehc) => {
    delete worker.postMessage;
    post({ [PROGRAM]: ehc.module });
    for (const message of waiting) post(...message);
  });
  return worker;
}

// Waits for the program in a worker. Call it before any await, so that its message is not missed.
export function loadProgramInWorker() {
  return new Promise((resolve) => {
    addEventListener("message", function take(event) {
      if (!event.data?.[PROGRAM]) return;
      event.stopImmediatePropagation();
      removeEventListener("message", take);
      resolve(load(event.data[PROGRAM]));
    });
  });
}

// Calls `tell(reload)` when a new version of the site is ready; reload() shows it. A page in one file has no other version.
export async function onNewVersion(tell) {
  await parsed();
  if (inThisFile("program") !== undefined || !navigator.serviceWorker) return;
  const shown = navigator.serviceWorker.controller !== null;
  const ready = (worker) => tell(() => worker.postMessage("show the new version"));
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && shown) ready(worker);
  });
  if (shown) navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  try {
    const site = await navigator.serviceWorker.register("offline.js", { updateViaCache: "none" });
    if (site.waiting && shown) ready(site.waiting);
    watch(site.installing);
    site.addEventListener("updatefound", () => watch(site.installing));
  } catch {
    // Without it the page works as long as there is a network.
  }
}
