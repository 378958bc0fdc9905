// Imports a calendar file into khal.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The days and titles that khal shows after importing this file, in order. */
export function khalShows(folder, calendar) {
  const home = mkdtempSync(join(folder, "khal-")), config = join(home, "config"), file = join(home, "taken.ics");
  mkdirSync(join(home, "vdir"));
  writeFileSync(file, calendar);
  writeFileSync(config, `[calendars]\n[[ehc]]\npath = ${home}/vdir\n[default]\ndefault_calendar = ehc\n[sqlite]\npath = ${home}/khal.db\n` +
    "[locale]\nlocal_timezone = Europe/London\ndefault_timezone = Europe/London\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n" +
    "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n");
  const khal = (...args) => execFileSync("khal", ["-c", config, ...args],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home } });
  khal("import", "--batch", file);
  return khal("list", "2026-01-01", "2027-12-31", "--format", "{start-date} {title}", "--day-format", "").split("\n").filter((line) => line.trim());
}
