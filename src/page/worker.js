// Judges a caseload away from the page. It is told {bytes, year, asAt} and answers {rows} as it goes on, then {page, verdicts,
// problems} or {failed}.
import { loadProgramInWorker } from "../web/place.js";

const NEW_LINE = 10;

function countRows(bytes) {
  let rows = 0;
  for (const byte of bytes) rows += byte === NEW_LINE;
  return rows;
}

const program = loadProgramInWorker();

addEventListener("message", async ({ data }) => {
  if (data.bytes === undefined) return;
  const ehc = await program;
  const bytes = new Uint8Array(data.bytes);
  postMessage({ rows: countRows(bytes) });
  const options = [...(data.year ? ["--year", data.year] : []), ...(data.asAt ? ["--as-at", data.asAt] : [])];
  const result = await ehc(["audit", "caseload.csv", "--html", "-o", "figures.html", "--cases", "verdicts.csv", "--errors", "problems.txt", ...options],
    { "caseload.csv": bytes });
  const page = result.files["figures.html"];
  if (page === undefined) postMessage({ failed: result.stderr });
  else postMessage({ page, verdicts: result.files["verdicts.csv"] ?? "", problems: result.files["problems.txt"] ?? "" });
});
