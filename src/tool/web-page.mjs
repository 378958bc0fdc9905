// web-page.mjs WASM VERSION OUT: puts the page of src/page and the engine of src/web together, as one file OUT/ehc.html and as a
// folder OUT/site. The same input gives the same bytes. esbuild joins the modules.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { load } from "../web/engine.js";
import { png, svg } from "./web-icons.mjs";

const [wasmPath, version, out] = process.argv.slice(2);
const source = fileURLToPath(new URL("../", import.meta.url));
const read = (name) => readFileSync(join(source, name), "utf8");
const sha256 = (content, form) => createHash("sha256").update(content).digest(form);

function bundle(entry, format, ...more) {
  const options = ["--bundle", "--minify", "--charset=utf8", "--target=es2022", "--external:node:*", "--log-level=warning"];
  return execFileSync("esbuild", [join(source, entry), `--format=${format}`, ...options, ...more], { encoding: "utf8" });
}

function replace(text, old, by) {
  if (text.split(old).length !== 2) throw new Error(`src/page/index.html must have ${old} once`);
  return text.split(old).join(by);
}

// The pages that the program writes have a style of their own, which the page must let stand where it shows one.
const USAGE = 2; // the status of a command or an option that this program does not have
async function ownStyles(wasm) {
  const ehc = await load(wasm);
  const caseload = "reference,request-received,final-plan-sent\nA,2026-01-05,2026-05-25\n", dates = "[events]\nrequest-received = 2026-01-05\n";
  const commands = [["report", "case.ini"], ["report", "case.ini", "--chronology"], ["limits", "--html"], ["audit", "caseload.csv", "--html"], ["diary", "case.ini", "--html"]];
  const styles = new Set();
  for (const command of commands) {
    const { status, stdout, stderr } = await ehc([...command, "--as-at", "2026-02-01"], { "case.ini": dates, "caseload.csv": caseload });
    const style = /<style>(.*?)<\/style>/s.exec(stdout);
    if (status === USAGE) continue;
    if (style === null) throw new Error(`ehc ${command.join(" ")} gives no page: status ${status}\n${stderr}`);
    styles.add(`'sha256-${sha256(style[1], "base64")}'`);
  }
  return [...styles].join(" ");
}

const policy = ({ script, style, image, connect, worker, more = "" }) =>
  `default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; style-src ${style}; img-src ${image}; connect-src ${connect}; ` +
  `worker-src ${worker}; frame-src blob:; base-uri 'none'; form-action 'none'${more}`;

function head(csp, links) {
  return `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${csp}">\n${links}`;
}

// What the first screen shows of the law. It stands in the page, so that the screen need not wait for the program.
async function firstOf(wasm) {
  const { status, stdout, stderr } = await (await load(wasm))(["ask", "--questions", "--json"]);
  if (status !== 0) throw new Error(`ehc ask --questions --json: status ${status}\n${stderr}`);
  const { ehc, starts_with, topics } = JSON.parse(stdout);
  return JSON.stringify({ ehc, starts_with, topics }).replaceAll("<", "\\u003c");
}

const CHARSET = '<meta charset="utf-8">', STYLE = '<link rel="stylesheet" href="style.css">',
  FIRST = '<script type="application/json" id="first">{}</script>', SCRIPT = '<script type="module" async src="app.js"></script>';

function oneFile(index, wasm, styles) {
  const style = bundle("page/style.css", "esm", "--loader:.css=css"), script = bundle("page/app.js", "esm").replaceAll("</script", "<\\/script");
  const worker = bundle("page/worker.js", "iife").replaceAll("</script", "<\\/script");
  const hash = (content) => `'sha256-${sha256(content, "base64")}'`;
  const csp = policy({ script: hash(script), style: `${hash(style)} ${styles}`, image: "data: blob:", connect: "'none'", worker: "blob:" });
  const icon = `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(svg()).toString("base64")}">`;
  const data = `<script type="text/plain" id="program">${deflateSync(wasm, { level: 9 }).toString("base64")}</script>\n` +
    `<script type="text/plain" id="worker">${worker}</script>\n`;
  let page = replace(index, CHARSET, head(csp, icon));
  page = replace(page, STYLE, `<style>${style}</style>`);
  // The first screen stands before the long text of the program is read.
  return replace(page, SCRIPT, `<script type="module" async>${script}</script>\n${data}`);
}

function site(index, wasm, styles) {
  const csp = policy({ script: "'self'", style: `'self' ${styles}`, image: "'self' data: blob:", connect: "'self'", worker: "'self'",
    more: "; manifest-src 'self'" });
  const links = '<link rel="manifest" href="manifest.webmanifest">\n<link rel="icon" href="icon.svg">\n' +
    '<link rel="apple-touch-icon" href="icon-192.png">\n<link rel="modulepreload" href="engine.js">\n' +
    '<link rel="preload" href="ehc.wasm" as="fetch" type="application/wasm" crossorigin>';
  const engine = ["--external:./engine.js"];
  const files = {
    "index.html": replace(index, CHARSET, head(csp, links)),
    "style.css": bundle("page/style.css", "esm", "--loader:.css=css"),
    "app.js": bundle("page/app.js", "esm", ...engine),
    "worker.js": bundle("page/worker.js", "iife"),
    "engine.js": bundle("web/engine.js", "esm"),
    "manifest.webmanifest": read("web/manifest.webmanifest"),
    "icon.svg": svg(),
    "icon-192.png": png(192),
    "icon-512.png": png(512),
    "ehc.wasm": wasm,
  };
  const state = sha256(Object.entries(files).map(([name, content]) => `${name} ${sha256(content, "hex")}\n`).join(""), "hex");
  files["offline.js"] = read("web/offline.js").replace("@VERSION@", state.slice(0, 16))
    .replace('["@FILES@"]', JSON.stringify(Object.keys(files)));
  files["engine.d.ts"] = read("web/engine.d.ts");
  return files;
}

const wasm = readFileSync(wasmPath), styles = await ownStyles(wasm), first = await firstOf(wasm);
rmSync(join(out, "site"), { recursive: true, force: true });
mkdirSync(join(out, "site"), { recursive: true });
const index = replace(read("page/index.html").replaceAll("@VERSION@", version), FIRST, FIRST.replace("{}", () => first));
for (const [name, content] of Object.entries(site(index, wasm, styles))) writeFileSync(join(out, "site", name), content);
writeFileSync(join(out, "ehc.html"), oneFile(index, wasm, styles));
