# `make run` and `make test` are the two to know; `make help` lists all.
# SCRATCH=folder builds elsewhere; one folder serves debug and release.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SCRATCH ?= .build
OUT ?= Output
DEBUG := $(SCRATCH)/debug/zhailu
RELEASE := $(SCRATCH)/release/zhailu
# The newspaper page that the project starts from; its records are an example of all.
EXAMPLE := Corpus/articles/dev/shijingshan-2020-03-20.txt
SWIFT_SOURCES := Sources Tests Plugins Benchmarks/Sources Benchmarks/Package.swift Bindings/swift \
  Fuzz/Main.swift Fuzz/FuzzTarget.swift Package.swift

.PHONY: help run test portable wheel test-python test-c test-consumer docs test-spark numbers dates prove prove-batch prove-damage prove-encodings prove-same prove-slices prove-memory prove-offline fuzz threads coverage setup build records validate check imports lint format score bench bench-adversarial bench-work bench-jobs bench-peers

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 26

# Of the half that nobody tunes on only the counts are shown.
run: build ## Extract the articles of Corpus/ into Output/ and say what was found
	@$(MAKE) --no-print-directory records
	@for half in dev test; do \
	  [ -d "$(OUT)/$$half" ] || continue; \
	  echo; \
	  echo "== Corpus/articles/$$half: $$(find Corpus/articles/$$half -type f ! -name '*.tsv' ! -name '.*' | wc -l) files were read"; \
	  if [ $$half = dev ]; then $(RELEASE) summary "$(OUT)/$$half"; \
	  else $(RELEASE) summary "$(OUT)/$$half" | awk 'BEGIN { RS = ""; ORS = "\n\n" } NR < 3'; fi; \
	  [ ! -s "$(OUT)/$$half/errors.jsonl" ] || echo "What could not be read is in $(OUT)/$$half/errors.jsonl."; \
	done
	@echo
	@echo "The records are in $(OUT)/, one .jsonl file for each article, one record a line;"
	@echo "run.json beside them says which rules made them. README.md explains a record."
	@echo
	@echo "How they compare with what people marked in the same articles (Corpus/gold). F1 is 1.000"
	@echo "where both agree on everything. strict: the right place; value: the right place and every"
	@echo "field; overlap: some of the place. micro counts all mentions alike, macro all types."
	@$(MAKE) --no-print-directory validate

# TEST_FLAGS=--enable-code-coverage counts the lines that tests reach; the same for `imports`.
TEST_FLAGS ?=
test: setup ## Run all tests, and check and test the rules
	swift test --scratch-path $(SCRATCH) $(TEST_FLAGS)
	$(DEBUG) rules check --strict
	$(DEBUG) rules test

# DOCUMENTS=20000 is the long form.
DOCUMENTS ?= 4000
test-spark: build ## Test the records in Apache Spark, where Java and PyPI are there
	ZHAILU_SPARK_DOCUMENTS=$(DOCUMENTS) Scripts/test-spark $(RELEASE) $(SCRATCH)/spark

numbers: setup ## Spell a million numbers in each of twelve ways and read them back
	ZHAILU_NUMBERS=1000000 swift test -c release -Xswiftc -enable-testing --scratch-path $(SCRATCH) --filter NumeralSpelling

dates: build ## Spell every day from 1900 to 2100 in up to ten ways and read it back
	Scripts/check-date-spellings.py --zhailu $(RELEASE)

# What is proven about many documents and strange ones; Docs/proofs.md has the figures.
prove: prove-batch prove-damage prove-encodings prove-same prove-slices prove-memory prove-offline ## All proofs below

prove-batch: build ## Kill runs and fill their disk, 200 times each, and resume them
	Scripts/prove-batch --program $(RELEASE) --kills 200 --full 200

prove-damage: build ## Damage 100 of 10,000 files in ten ways
	Scripts/prove-damage --program $(RELEASE) --files 10000

prove-encodings: build ## Find out the encoding of the corpus written in others
	Scripts/prove-encodings --program $(RELEASE) --pieces

prove-same: build ## The same bytes with other jobs, orders, places and clocks
	Scripts/prove-same --program $(RELEASE)

prove-slices: build ## Compare a million records of salted texts with their slices
	Scripts/prove-slices --program $(RELEASE) --records 1000000

prove-memory: build ## The memory of runs over up to a million documents
	Scripts/prove-memory --program $(RELEASE) --documents 1000000

prove-offline: build ## Trace the commands: none opens a socket
	Scripts/prove-offline --program $(RELEASE)

# FUZZ_SECONDS is for each of the targets.
FUZZ_SECONDS ?= 1800
fuzz: setup ## Fuzz all that reads bytes of strangers, half an hour for each target
	Scripts/fuzz --seconds $(FUZZ_SECONDS)

threads: setup ## Extract with many workers under the thread sanitizer
	Scripts/threads

coverage: setup ## Run the tests and say how many lines they reach
	Scripts/coverage --least 90

# With the libraries linked in; the next build links the program without them again.
PORTABLE := $(SCRATCH)/portable
portable: setup ## Make the program with ICU, zlib and SQLite inside, for machines without: SCRATCH/portable/zhailu
	Scripts/portable-libraries $(PORTABLE)
	swift build -c release --scratch-path $(SCRATCH) -Xlinker -L$(abspath $(PORTABLE)) --product zhailu
	strip -o $(PORTABLE)/zhailu $(RELEASE)
	! ldd $(PORTABLE)/zhailu | grep -E 'libicu|libsqlite|libz\.'

WHEEL := $(SCRATCH)/wheel
wheel: portable ## Make the wheel of the Python package, with library, rules and program inside
	swift build -c release --scratch-path $(SCRATCH) --product CZhailu
	Scripts/wheel $(SCRATCH)/release/libCZhailu.so $(PORTABLE)/zhailu $(WHEEL) $(PORTABLE)

test-python: setup ## Test the wheel, where Python and PyPI are there
	Scripts/test-python $(WHEEL)

test-c: setup ## Build and run the example for C
	swift build -c release --scratch-path $(SCRATCH) --product CZhailu
	Scripts/test-c $(SCRATCH)/release/libCZhailu.so $(SCRATCH)

docs: setup ## Make the pages of the library for Swift, in SCRATCH/docs
	swift build -c release --scratch-path $(SCRATCH) --target Zhailu
	Scripts/docs $(SCRATCH)/release $(SCRATCH)/docs

test-consumer: ## Build and run a package that asks for the library in Swift by its version
	Scripts/test-consumer

# A build folder keeps a list of the rule files: where one came or went since, SwiftPM has to look for them
# anew, which it does when Package.swift is newer.
setup: ## Check for Swift, ICU, zlib and SQLite; install the libraries where apt-get can
	@Scripts/setup
	@mkdir -p $(SCRATCH)
	@find Rules -name '*.yaml' -o -name '*.tsv' | LC_ALL=C sort >$(SCRATCH)/rules.new
	@cmp -s $(SCRATCH)/rules.new $(SCRATCH)/rules.list || touch Package.swift
	@mv $(SCRATCH)/rules.new $(SCRATCH)/rules.list

# Without the names of other people's functions, which take a quarter of it; a profile wants ours.
build: setup ## Build the program, optimized
	swift build -c release --product zhailu --scratch-path $(SCRATCH)
	@! command -v strip >/dev/null || strip -x -w -K '*hailu*' $(RELEASE)

# The halves of the corpus that have articles, each into its folder of OUT, which is made anew.
records:
	@mkdir -p "$(OUT)"
	@$(RELEASE) extract $(EXAMPLE) -o "$(OUT)/example.jsonl"
	@status=0; \
	for half in dev test; do \
	  [ -n "$$(find Corpus/articles/$$half -type f ! -name '*.tsv' ! -name '.*' 2>/dev/null | head -n 1)" ] || continue; \
	  rm -rf "$(OUT)/$$half"; \
	  $(RELEASE) extract "Corpus/articles/$$half" -o "$(OUT)/$$half" || status=$$?; \
	done; \
	exit $$status

# The halves of the corpus that have gold; fails where a bar of Corpus/bars-*.tsv is missed.
validate:
	@status=0; \
	for half in dev test; do \
	  [ -n "$$(find Corpus/gold/$$half -name '*.jsonl' 2>/dev/null | head -n 1)" ] || continue; \
	  echo; \
	  echo "== Corpus/gold/$$half"; \
	  $(RELEASE) validate --half $$half --format brief || status=$$?; \
	  [ -f Corpus/bars-$$half.tsv ] || echo "(There is no Corpus/bars-$$half.tsv, so no score is too low.)"; \
	done; \
	exit $$status

check: lint imports test ## All that a change must pass before it is shared

# A target may import only what Package.swift says it depends on; the plain build does not notice.
imports: setup
	swift build --build-tests --explicit-target-dependency-import-check error --scratch-path $(SCRATCH) $(TEST_FLAGS)

lint: ## Check the layout of the Swift sources
	swift format lint --strict -r $(SWIFT_SOURCES)

format: ## Lay out the Swift sources
	swift format -i -r $(SWIFT_SOURCES)

score: build ## Score on suites outside of the project, if they lie beside it
	Scripts/score.py --zhailu $(RELEASE)

bench: ## Run the benchmarks
	swift run -c release --package-path Benchmarks benchmarks --thresholds Benchmarks/thresholds.tsv --project .

# Texts that are made to be slow, at lengths that double up to LARGEST million bytes.
LARGEST ?= 4
bench-adversarial: ## Time texts that are made to be slow; LARGEST=100 writes README.md's table
	swift run -c release --package-path Benchmarks benchmarks adversarial --largest $(LARGEST) \
	  $(if $(filter 100,$(LARGEST)),--readme README.md)

# WRITE=--write makes what is counted the measure of later runs.
bench-work: build ## Count instructions and allocations, and hold them against the last
	Scripts/count-work --program $(RELEASE) --stages $(WRITE)

bench-jobs: build ## What a second worker gains, and the memory of one
	Scripts/measure-jobs --program $(RELEASE)

# PEERS_FLAGS="--text FILE" takes other texts, JSON Lines or a document a line.
PEERS_FLAGS ?=
bench-peers: build ## Time packages from PyPI on the same text; writes README.md's table and its chart
	Scripts/bench-peers --zhailu $(RELEASE) --venv $(SCRATCH)/peers --readme README.md \
	  --chart Docs/peers.svg $(PEERS_FLAGS)
