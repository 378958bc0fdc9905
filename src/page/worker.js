// Judges a caseload in a worker. It receives {bytes, year, asAt}. It posts {rows}, then {share} from 0 to 1 as it reads, and at
// the end {page, verdicts, problems} or {failed}.
import { loadProgramInWorker } from "../web/place.js";

const NEW_LINE = 10;

function countRows(bytes) {
  let rows = 0;
  for (const byte of bytes) rows += byte === NEW_LINE;
  return rows;
}

/** Posts how much of the caseload is read, at most five times a second. */
let told = 0;
function tell(at, size) {
  const now = performance.now();
  if (now - told < 200 || size === 0) return;
  told = now;
  postMessage({ share: at / size });
}

const program = loadProgramInWorker();

addEventListener("message", async ({ data }) => {
  if (data.bytes === undefined) return;
  const ehc = await program;
  const bytes = new Uint8Array(data.bytes);
  postMessage({ rows: countRows(bytes) });
  const options = [...(data.year ? ["--year", data.year] : []), ...(data.asAt ? ["--as-at", data.asAt] : [])];
  const result = await ehc(["audit", "caseload.csv", "--html", "-o", "figures.html", "--cases", "verdicts.csv", "--errors", "problems.txt", ...options],
    { "caseload.csv": bytes }, { onRead: tell });
  const page = result.files["figures.html"];
  if (page === undefined) postMessage({ failed: result.stderr });
  else postMessage({ page, verdicts: result.files["verdicts.csv"] ?? "", problems: result.files["problems.txt"] ?? "" });
});
