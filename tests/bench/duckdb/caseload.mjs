// caseload.mjs FILE: the counts of `ehc audit` by DuckDB, with one thread. Prints the processor seconds of the query,
// without its start, and the counts: plans, in 20 weeks, the same without exceptions, decisions and those in 6 weeks.
import { DuckDBInstance } from "@duckdb/node-api";

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
await connection.run("select 1");
const start = process.cpuUsage();
const result = await connection.runAndReadAll(`
    select authority,
           count("final-plan-sent") as plans,
           count(*) filter ("final-plan-sent" <= "request-received" + 140) as in_20,
           count("final-plan-sent") filter (exception = 0) as plans_exc,
           count(*) filter (exception = 0 and "final-plan-sent" <= "request-received" + 140) as in_20_exc,
           count("assessment-decision") as decided,
           count(*) filter ("assessment-decision" <= "request-received" + 42) as in_6,
           count("no-plan-notice") as no_plan,
           count(*) filter ("no-plan-notice" <= "request-received" + 112) as in_16,
           avg("final-plan-sent" - "request-received") as mean,
           max("final-plan-sent" - "request-received") as longest,
           median("final-plan-sent" - "request-received") as median
    from read_csv('${process.argv[2]}', header = true, columns = {ref: 'varchar', authority: 'varchar',
        'request-received': 'date', 'assessment-decision': 'date', 'no-plan-notice': 'date', 'final-plan-sent': 'date',
        exception: 'integer'})
    group by authority order by authority`);
const rows = result.getRowObjects();
const used = process.cpuUsage(start);
const seconds = (used.user + used.system) / 1e6;
const sum = (name) => rows.reduce((total, row) => total + Number(row[name]), 0);
console.log(seconds, ["plans", "in_20", "plans_exc", "in_20_exc", "decided", "in_6"].map(sum).join(" "));
