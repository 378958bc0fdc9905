// engine.mjs BUILD: tests what engine.js promises, with the program of `make web` and beside the native program.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const build = resolve(process.argv[2] ?? "build"), here = dirname(fileURLToPath(import.meta.url));
const { load } = await import(join(build, "web/site/engine.js")); // as others get it
const wasm = readFileSync(join(build, "web/site/ehc.wasm"));
const ehc = await load(wasm);
const long = execFileSync("python3", [join(here, "long-case.py")], { encoding: "utf8" });

function native(words, files) {
  const folder = mkdtempSync(join(tmpdir(), "ehc-web-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const ran = spawnSync(join(build, "ehc"), words, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26,
    env: { ...process.env, SOURCE_DATE_EPOCH: "1767225600" } });
  const written = readdirSync(folder).filter((name) => !(name in files)).sort();
  const result = { status: ran.status, stdout: ran.stdout, stderr: ran.stderr,
    files: Object.fromEntries(written.map((name) => [name, readFileSync(join(folder, name), "utf8")])) };
  rmSync(folder, { recursive: true });
  return result;
}

test("it is loaded from a path, a file's address, its bytes, or compiled", async () => {
  for (const source of [join(build, "web/site/ehc.wasm"), new URL(`file://${build}/web/site/ehc.wasm`), wasm, ehc.module])
    assert.match((await (await load(source))(["--version"])).stdout, /^ehc /);
});

test("today is the day that the caller gives, whatever the zone", async () => {
  const { stdout } = await ehc(["2026-01-05"], {}, { today: "2026-01-20" });
  assert.match(stdout, /As at Tuesday 20 January 2026/);
  await assert.rejects(ehc(["2026-01-05"], {}, { today: "20 January" }), TypeError);
});

test("the device's clock is read as London's: midnight in March, June and October", async (t) => {
  for (const [time, day] of [["2026-03-28T23:59:59Z", "28 March"], ["2026-03-29T00:00:00Z", "29 March"],
    ["2026-03-29T22:59:59Z", "29 March"], ["2026-03-29T23:00:00Z", "30 March"],
    ["2026-06-15T22:59:59Z", "15 June"], ["2026-06-15T23:00:00Z", "16 June"],
    ["2026-10-24T23:00:00Z", "25 October"], ["2026-10-25T23:59:59Z", "25 October"], ["2026-10-26T00:00:00Z", "26 October"]]) {
    t.mock.method(Date, "now", () => Date.parse(time));
    assert.match((await ehc(["2026-01-05"])).stdout, new RegExp(`As at \\w+ ${day} 2026`), time);
    t.mock.restoreAll();
  }
});

test("a calendar with numbers that have a fraction gives the days of the native program", async () => {
  const event = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "SUMMARY:Summer holiday", "GEO:51.507400;-0.127800",
    "X-RATE;VALUE=FLOAT:1.5", "DTSTART;VALUE=DATE:20260722", "DTEND;VALUE=DATE:20260902", "END:VEVENT"];
  const terms = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", ...event, "END:VCALENDAR", ""].join("\r\n");
  const words = ["2026-06-01", "--term-dates", "terms.ics", "--as-at", "2026-06-08"];
  const { files, ...expected } = native(words, { "terms.ics": terms });
  assert.match(expected.stderr, /Wednesday 22 July 2026 to Tuesday 1 September 2026, 42 days/);
  const { status, stdout, stderr } = await ehc(words, { "terms.ics": terms });
  assert.deepEqual({ status, stdout, stderr }, expected);
});

test("files go in and what was written comes out; nothing is left for the next call", async () => {
  const dates = "[events]\nrequest-received = 2026-01-05\n";
  const first = await ehc(["calendar", "--case", "folder/anna.ini", "-o", "é.ics"], { "folder/anna.ini": dates }, { today: "2026-01-20" });
  assert.equal(first.status, 0, first.stderr);
  assert.deepEqual(Object.keys(first.files), ["é.ics"]);
  assert.match(first.files["é.ics"], /^BEGIN:VCALENDAR\r\n/);
  const second = await ehc(["timeline", "--case", "folder/anna.ini"]);
  assert.equal(second.status, 5);
  assert.match(second.stderr, /folder\/anna\.ini/);
});

test("how far a file is read is told while the program runs", async () => {
  const caseload = `reference,request-received,final-plan-sent\n${"A,2026-01-05,2026-05-25\n".repeat(20000)}`, told = [];
  const { status } = await ehc(["audit", "caseload.csv"], { "caseload.csv": caseload }, { onRead: (at, size) => told.push([at, size]) });
  assert.equal(status, 0);
  assert.ok(told.length > 1, "it is read in pieces");
  assert.ok(told.every(([at, size], i) => size === caseload.length && (i === 0 || at >= told[i - 1][0])));
  assert.equal(told.at(-1)[0], caseload.length);
});

test("what is there is not written over without --force, and given bytes are not changed", async () => {
  const old = new TextEncoder().encode("mine"), files = { "a.ics": old };
  const refused = await ehc(["calendar", "2026-01-05", "-o", "a.ics"], files, { today: "2026-01-20" });
  assert.equal(refused.status, 5);
  assert.deepEqual(refused.files, {});
  const forced = await ehc(["calendar", "2026-01-05", "-o", "a.ics", "--force"], files, { today: "2026-01-20", bytes: true });
  assert.equal(forced.status, 0, forced.stderr);
  assert.ok(forced.files["a.ics"] instanceof Uint8Array && forced.files["a.ics"].length > 100);
  assert.equal(new TextDecoder().decode(old), "mine");
});

test("standard input is read", async () => {
  const { stdout, status } = await ehc(["timeline", "--case", "-"], {}, { stdin: "[events]\nrequest-received = 2026-01-05\n", today: "2026-01-20" });
  assert.equal(status, 0);
  assert.match(stdout, /Monday 25 May 2026/);
});

test("words of any letters arrive whole; NUL is refused", async () => {
  const { stdout } = await ehc(["2026-01-05", "--own", "Anhörung 🎒 für Zoë=2026-03-02"], {}, { today: "2026-01-20" });
  assert.match(stdout, /Anhörung 🎒 für Zoë/);
  assert.equal((await ehc(["2026-01-05\0x"])).status, 2);
  assert.equal((await ehc(["check", "a\0.ini"], { "a\0.ini": "" })).status, 2);
});

test("what is printed is told while the program runs", async () => {
  let told = "";
  const { stdout } = await ehc(["limits"], {}, { onStdout: (piece) => { told += new TextDecoder().decode(piece); } });
  assert.equal(told, stdout);
});

test("a case file of 256 KB gives what the native program gives", async () => {
  assert.equal(long.length, 256 * 1024);
  const files = { "long.ini": long };
  for (const words of [["check", "long.ini"], ["timeline", "--case", "long.ini"], ["timeline", "--case", "long.ini", "--json"],
    ["check", "long.ini", "--json"], ["report", "long.ini", "-o", "long.html"], ["calendar", "--case", "long.ini", "-o", "long.ics"],
    ["letter", "final-plan-late", "long.ini"]]) {
    const all = [...words, "--as-at", "2026-06-01"];
    assert.deepEqual(await ehc(all, files, { env: { SOURCE_DATE_EPOCH: "1767225600" } }), native(all, files), words.join(" "));
  }
});

test("a file of more than 256 KB is refused", async () => {
  const { status, stderr } = await ehc(["check", "long.ini"], { "long.ini": `${long}#\n` });
  assert.equal(status, 3);
  assert.match(stderr, /long\.ini/);
});

// The program with at most `more` pages of memory (64 KB each) above those it begins with.
function withMemory(more) {
  const bytes = new Uint8Array(wasm);
  let at = 8;
  const number = () => {
    let value = 0, shift = 0, byte;
    do {
      byte = bytes[at++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    return value;
  };
  for (;;) {
    const id = bytes[at++], size = number();
    if (id === 5) break; // the section of the memory
    at += size;
  }
  at += 2; // one memory; it has a maximum
  const least = number(), maximum = at;
  number();
  for (let i = maximum, value = least + more; i < at; i++, value >>= 7) bytes[i] = (value & 127) | (i < at - 1 ? 128 : 0);
  return bytes;
}

test("where memory runs out, the call ends with a message and has written nothing", async () => {
  const files = { "long.ini": long };
  let failed = 0;
  for (const more of [0, 1, 2, 4, 8, 16, 32]) {
    const small = await load(withMemory(more));
    for (const words of [["timeline", "--case", "long.ini", "--json", "-o", "out"], ["report", "long.ini", "-o", "out"],
      ["calendar", "--case", "long.ini", "-o", "out"]]) {
      const { status, stderr, files: written } = await small([...words, "--as-at", "2026-06-01"], files);
      if (status === 0 || status === 4) { // enough for this one
        assert.deepEqual(Object.keys(written), ["out"]);
        continue;
      }
      failed++;
      assert.ok(status === 5 || status === 70, `${words[0]}, ${more} pages: status ${status}: ${stderr.slice(0, 300)}`);
      assert.match(stderr, /^(ehc: .*memory|ehc: the program failed)/m, `${words[0]}, ${more} pages`);
      assert.deepEqual(written, {}, `${words[0]}, ${more} pages`);
    }
  }
  assert.ok(failed >= 6, `it ran out ${failed} times only`);
});

// (module (memory (export "memory") 1) (func (export "_start") unreachable))
const TRAPS = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1,
  7, 19, 2, 6, 109, 101, 109, 111, 114, 121, 2, 0, 6, 95, 115, 116, 97, 114, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]);

test("a program that fails is a result", async () => {
  const { status, stdout, stderr, files } = await (await load(TRAPS))([]);
  assert.equal(status, 70);
  assert.equal(stdout, "");
  assert.match(stderr, /^ehc: the program failed, and nothing was written: unreachable/);
  assert.deepEqual(files, {});
});
