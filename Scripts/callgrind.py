#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads what callgrind wrote of a run of zhailu: instructions, allocations, shares of stages.

    from callgrind import Run
    run = Run.of(["zhailu", "extract", "page.txt"])
    run.instructions, run.allocations, run.stages()
"""
import re
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

# The stages of ARCHITECTURE.md by the types whose code they are, as they stand in mangled names.
STAGES = [
    ("journal", "7Journal|6Digest|6SHA256"),
    ("words", "9WordCache|13ZhailuSegment|icu_72|^zicu|ubrk_|^utext|^u_|^ucptrie|^unorm|^uset"
              "|^uscript|^utrie"),
    ("evidence", "13ZhailuExtract\\d+Evidence"),
    ("scan", "7ScannerV|12WebAddresses|13NumeralReader|12ColumnReader"),
    ("match", "8MatchRun[CV]|7MatcherV|11AnchorLists|11AnchorIndex|9MatchText|7LatticeV|11SideReaders"
              "|13ZhailuExtract7ArbiterV"),
    ("events", "12ZhailuEvents|eventRecords|10ToldEvents|s6eventsV"),
    ("entities", "14EntityResolver|9ShortForm|resolveEntities|8addNames|17nameOrganizations"
                 "|13DeclaredNames"),
    ("dates", "12DateResolver|11DateContext|9NotedDate|9DateParts|9DateShift|5TimexO|12CalendarDate"
              "|9DateValue|13DurationParts"),
    ("items", "10ItemFinder|11KindReading|11CountedUnit|13PhraseReading|11WordClasses"),
    ("values", "10NormalizerV|10TextPlaces|14FieldCollector|9FieldPlan|12HomeCurrency|12ZhailuValues"),
    ("articles and folding", "13ArticleReader|10FoldedText|06FoldedB|9FoldTable|7ArticleV"),
    ("reading", "11JSONLReader|8JSONLineV|11UTF8Decoder|10LinePieces|10ByteSource|10WorkReader"
                "|11InputReader|11ScalarIndex|11TextDecoder|8HTMLText|10SourceText"),
    ("writing", "10JSONWriter|5write9recordsOf|10RecordLine|8LineHead|12StandardSink|8FileSink"
                "|11UTF8Encoder|\\$s13ZhailuRecords|13ZhailuExtract7MentionV"),
    ("extractor", "9ExtractorC"),
]
ALLOCATIONS = {"malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc", "memalign"}


class Run:
    """The functions of a run: their own instructions, and what they call."""

    def __init__(self, path):
        self.own = defaultdict(int)
        self.calls = defaultdict(lambda: defaultdict(lambda: [0, 0]))
        self._read(path)

    @classmethod
    def of(cls, command):
        """Runs a command under callgrind."""
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "out")
            done = subprocess.run(
                ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if done.returncode != 0:
                raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
            return cls(out)

    def _read(self, path):
        names = {}

        def name(text):
            number, _, rest = text.partition(" ")
            if rest:
                names[number] = re.sub(r"'\d+$", "", rest)
            return names[number]

        function = callee = count = None
        for line in open(path, encoding="utf8", errors="replace"):
            if line.startswith("fn="):
                function = name(line[3:].rstrip("\n"))
            elif line.startswith("cfn="):
                callee = name(line[4:].rstrip("\n"))
            elif line.startswith("calls="):
                count = int(line[6:].split()[0])
            elif line[0] in "0123456789+-*":
                cost = int(line.split()[1])
                if callee is None:
                    self.own[function] += cost
                else:
                    call = self.calls[function][callee]
                    call[0] += count
                    call[1] += cost
                    callee = None

    @property
    def instructions(self):
        return sum(self.own.values())

    @property
    def allocations(self):
        """How many times memory was asked for."""
        return sum(
            count for calls in self.calls.values() for callee, (count, _) in calls.items()
            if callee in ALLOCATIONS)

    def stages(self):
        """Instructions by stage; what belongs to none (allocating, copying) goes to its callers."""
        stage_of = {}
        patterns = [(stage, re.compile(pattern)) for stage, pattern in STAGES]
        for function in set(self.own) | set(self.calls):
            stage_of[function] = next(
                (stage for stage, pattern in patterns if pattern.search(function)), None)
        shares = self._unowned(stage_of)
        found = defaultdict(float)
        for function, cost in self.own.items():
            if stage_of[function]:
                found[stage_of[function]] += cost
        for function, calls in self.calls.items():
            if stage_of[function]:
                for callee, (_, cost) in calls.items():
                    found[stage_of[function]] += cost * shares.get(callee, 0)
        found["other"] = self.instructions - sum(found.values())
        return dict(found)

    def _unowned(self, stage_of):
        """For each function of no stage the part of its cost, with what it calls, that no function of
        a stage below it takes."""
        shares = {function: 1.0 for function, stage in stage_of.items() if stage is None}
        for _ in range(12):
            for function in shares:
                calls = self.calls[function].items()
                whole = self.own[function] + sum(cost for _, (_, cost) in calls)
                if whole:
                    below = sum(cost * shares.get(callee, 0) for callee, (_, cost) in calls)
                    shares[function] = (self.own[function] + below) / whole
        return shares
