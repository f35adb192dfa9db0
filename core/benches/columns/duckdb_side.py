"""DuckDB's side of the bench: loads a table of codes, then answers each line of its input with seconds and counts."""

import sys
import time

import duckdb

folder, threads = sys.argv[1], sys.argv[2]
file = f"{folder}/answers.duckdb"

# Codes in a byte each and options as truth values: the least that DuckDB can hold them in.
with duckdb.connect(file) as made:
    names = open(f"{folder}/answers.csv").readline().strip().split(",")
    kinds = {name: "TINYINT" if name.endswith("_c") else "BOOLEAN" for name in names}
    columns = ", ".join(
        f"nullif({name}, -1) = 1 as {name}" if kinds[name] == "BOOLEAN" else f"{name}::TINYINT as {name}" for name in names
    )
    made.execute(f"create table answers as select {columns} from read_csv('{folder}/answers.csv', header = true)")

connection = duckdb.connect(file, config={"threads": threads})
codes = [name for name in names if kinds[name] != "BOOLEAN"]
options = [name for name in names if kinds[name] == "BOOLEAN"]
ticked = "select " + ", ".join(f"count(*) filter (where {name}), count({name})" for name in options) + " from answers"


def tallies():
    for name in codes:
        connection.execute(f"select {name}, count(*) from answers group by {name}").fetchall()
    connection.execute(ticked).fetchall()
    return []


def table():
    rows = connection.execute(
        "select scale_1_c, single_3_c, count(*) from answers where audience_c = 1 and decile_c between 0 and 2 "
        "and scale_1_c >= 0 and single_3_c >= 0 group by all"
    ).fetchall()
    return [count for _, _, count in sorted(rows)]


print("ready", flush=True)
for line in sys.stdin:
    began = time.perf_counter()
    counts = {"tallies": tallies, "table": table}[line.strip()]()
    print(time.perf_counter() - began, *counts, flush=True)
