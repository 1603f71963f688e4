#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every day from 1900 to 2100 through its spellings and back, by the built program.

  Scripts/check-date-spellings.py [--zhailu .build/release/zhailu] [--rules Rules]

Prints how many spellings were read right, and the first that were not; exit 1 if any was not.
"""
import argparse
import datetime
import json
import subprocess
import sys

DIGITS = "〇一二三四五六七八九"
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
DAY = datetime.timedelta(days=1)


def han(number):
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


def spellings(day):
    year, month, number = day.year, day.month, day.day
    by_place = "".join(DIGITS[int(digit)] for digit in str(year))
    yield f"{year}年{month}月{number}日"
    yield f"{by_place}年{han(month)}月{han(number)}日"
    yield day.isoformat()
    yield f"{year}/{month}/{number}"
    yield day.isoformat().replace("-", ".")
    yield f"{year}年{month}月{number}日".translate(FULL)
    yield f"{year}年{han(month)}月{han(number)}号"
    yield f"{year}年{month:02}月{number:02}日"
    if year > 1911:
        yield f"民国{year - 1911}年{month}月{number}日"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zhailu", default=".build/release/zhailu")
    parser.add_argument("--rules", default="Rules")
    arguments = parser.parse_args()
    documents, expected = [], {}
    day = datetime.date(1900, 1, 1)
    while day <= datetime.date(2100, 12, 31):
        for index, text in enumerate(spellings(day)):
            name = f"{day}#{index}"
            documents.append(json.dumps({"id": name, "text": text}, ensure_ascii=False))
            expected[name] = (text, day.isoformat())
        # 昨日 of the day after.
        after = (day + DAY).isoformat()
        documents.append(json.dumps({"id": f"{day}#-", "text": "昨日", "published": after}))
        expected[f"{day}#-"] = ("昨日", day.isoformat())
        day += DAY
    command = [arguments.zhailu, "extract", "--rules", arguments.rules, "--types", "date"]
    run = subprocess.run(command, input="\n".join(documents).encode(), stdout=subprocess.PIPE, check=True)
    found = {}
    for line in run.stdout.decode().splitlines():
        record = json.loads(line)
        found.setdefault(record["doc"], []).append((record["text"], record["value"]["timex"]))
    wrong = [(text, found.get(name)) for name, (text, timex) in expected.items()
             if found.get(name) != [(text, timex)]]
    print(f"{len(expected) - len(wrong)} of {len(expected)} spellings of 73414 days are right")
    for text, records in wrong[:20]:
        print(f"  {text}: {records}")
    sys.exit(1 if wrong else 0)


main()
