#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the program on the public suites, and compares with the last scores.

  Scripts/score.py [--zhailu PROGRAM] [--shared FOLDER] [--update]

The suites (cases from other engines, documents with marked organizations) are not part of this
project. Where their folder does not lie beside it, nothing is scored and that is said.

A score that is more than half a point below the one in Scripts/last-scores.json is a failure.
--update writes the scores of this run there instead.

Exit codes: 0 fine, 1 a score fell or is missing, 2 something could not be run.
"""
import argparse
import json
import pathlib
import shlex
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAST = ROOT / "Scripts" / "last-scores.json"
TOLERANCE = 0.5

# These corpora do not mark governments (市政府); ours are organizations.
NEWS = ["msra", "msra_val", "pd"]
OTHERS = ["cluener", "uner", "resume"]


class Failure(Exception):
    pass


def run(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise Failure(f"{command[0]} ended with {done.returncode}:\n{done.stderr.strip()}")
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        raise Failure(f"{command[0]} printed no JSON:\n{done.stdout[:300]}")


def points(share):
    return None if share is None else round(100 * share, 2)


def score_suites(shared, zhailu):
    """By suite and model: the share of cases passed, and of expected values found."""
    cases = sorted(map(str, (shared / "conformance").glob("*.jsonl")))
    if not cases:
        raise Failure(f"{shared / 'conformance'}: no suite is here")
    tool = str(shared / "tools" / "score_suites.py")
    report = run([tool, *cases, "--cmd", f"{shlex.quote(str(zhailu))} extract --types all", "--json"])
    rows = [(f"{row['suite']} {row['model']}", row) for row in report["models"]]
    return [
        (name, points(row["pass_rate"]), row["cases"],
         f"values {row['value']} of {row['required']}")
        for name, row in rows + [("all suites", report["total"])]
    ]


def score_organizations(shared, zhailu):
    """By corpus: strict F1 of organizations."""
    tool = str(shared / "tools" / "score_orgs.py")
    rows = []
    for names, extra in ((NEWS, ["--ignore", ".*政府"]), (OTHERS, [])):
        files = [str(shared / "orgs" / f"{name}.jsonl") for name in names]
        command = f"{shlex.quote(str(zhailu))} extract --types organization"
        report = run([tool, *files, "--cmd", command, "--json", *extra])
        if report["problems"]:
            raise Failure(f"records that cannot be scored: {report['problems']}")
        for name, row in report["corpora"].items():
            if name == "all" and names is not NEWS:
                continue
            strict = row["strict"]
            rows.append((
                "+".join(NEWS) if name == "all" else name, points(strict["f1"]), row["documents"],
                f"P {100 * strict['p']:.1f}, R {100 * strict['r']:.1f}"))
    return rows


def cells(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def print_table(title, unit, rows, last):
    """The rows with the last score of each; returns those that fell."""
    fallen = []
    table = [(title, "count", unit, "last", "change", "")]
    for name, score, count, note in rows:
        before = last.get(name)
        change = None if before is None or score is None else score - before
        if before is not None and (score is None or round(change, 2) < -TOLERANCE):
            fallen.append(f"{title}, {name}: {before:.2f} before, now "
                          + ("none" if score is None else f"{score:.2f}"))
        table.append((
            name, str(count), "–" if score is None else f"{score:.2f}",
            "new" if before is None else f"{before:.2f}",
            "" if change is None else f"{change:+.2f}", note))
    for name in last.keys() - {row[0] for row in rows}:
        fallen.append(f"{title}, {name}: {last[name]:.2f} before, not measured now")
        table.append((name, "", "–", f"{last[name]:.2f}", "gone", ""))
    widths = [max(cells(row[i]) for row in table) for i in range(len(table[0]))]
    for row in table:
        line = []
        for i, cell in enumerate(row):
            pad = " " * (widths[i] - cells(cell))
            line.append(cell + pad if i in (0, len(row) - 1) else pad + cell)
        print("  ".join(line).rstrip())
    print()
    return fallen


def main():
    parser = argparse.ArgumentParser(
        formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    parser.add_argument("--zhailu", default=str(ROOT / ".build" / "release" / "zhailu"),
                        metavar="PROGRAM", help="the program to score")
    parser.add_argument("--shared", default=str(ROOT.parent / "shared"), metavar="FOLDER",
                        help="the folder of the suites")
    parser.add_argument("--update", action="store_true",
                        help="write the scores to Scripts/last-scores.json")
    args = parser.parse_args()
    shared = pathlib.Path(args.shared)
    if not (shared / "conformance").is_dir() or not (shared / "orgs").is_dir():
        print("The suites do not lie beside this project (--shared names their folder): "
              "nothing was scored.")
        return 0
    zhailu = pathlib.Path(args.zhailu).resolve()
    if not zhailu.is_file():
        raise Failure(f"{args.zhailu}: there is no such program; build it with make build")

    scores = {
        "suites": score_suites(shared, zhailu),
        "organizations": score_organizations(shared, zhailu),
    }
    units = {"suites": "passed %", "organizations": "strict F1"}
    last = json.loads(LAST.read_text(encoding="utf-8")) if LAST.exists() else {}
    fallen = []
    for title, rows in scores.items():
        fallen += print_table(title, units[title], rows, last.get(title, {}))
    if args.update:
        kept = {title: {row[0]: row[1] for row in rows if row[1] is not None}
                for title, rows in scores.items()}
        LAST.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        print(f"Written to {LAST.relative_to(ROOT)}.")
        return 0
    if not last:
        raise Failure("there are no last scores to compare with; --update writes them")
    for line in fallen:
        print(line)
    what = f"{len(fallen)} score(s)" if fallen else "No score"
    print(f"{what} fell by more than {TOLERANCE} points or went missing.")
    return 1 if fallen else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Failure, OSError) as failure:
        sys.exit(print(f"score.py: {failure}", file=sys.stderr) or 2)
