// size.mjs WEB: the size of the page as it is sent, compressed with brotli as web servers do. Fails if it is over its bound.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const WASM_MOST = 240, PAGE_MOST = 320; // KB of 1000 bytes
const web = process.argv[2], site = join(web, "site");
const kilobytes = (path) => {
  const bytes = readFileSync(path);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length / 1000;
};

const wasm = kilobytes(join(site, "ehc.wasm"));
const all = readdirSync(site).filter((name) => name !== "engine.d.ts").reduce((sum, name) => sum + kilobytes(join(site, name)), 0);
const file = kilobytes(join(web, "ehc.html"));
console.log(`with brotli, ehc.wasm ${wasm.toFixed(0)} KB of ${WASM_MOST}, site ${all.toFixed(0)} and ehc.html ${file.toFixed(0)} of ${PAGE_MOST}`);
process.exit(wasm > WASM_MOST || all > PAGE_MOST || file > PAGE_MOST ? 1 : 0);
