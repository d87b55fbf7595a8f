# Every task of the project; the set-up runs by itself, once, and again when a lock changes.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint types pages browser docs site format verify bench lock floors clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PEERS := .venv-bench
OLDEST := .venv-oldest
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install -qq --require-hashes --requirement
SOURCES := src tests $(wildcard verify bench examples docs/site)
# Every dependency is used here: numbers, machine code, tables, the store and the datasets, figures, the command line.
SLICE := tests/app/commands/test_report.py tests/app/commands/test_explore.py tests/app/commands/test_verify.py tests/lab/runs/test_ensemble.py tests/targets/native/test_native.py
# Two workers, each with whole files as far as may be: what the tests of a file share is then made once.
BOTH := -n 2 --dist worksteal
SCRIPTS := src/dualtrack/app/page/scripts
# Node and npm check the page's scripts and nothing else: the program is installed and run without them.
NODE := node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' && npm --version
of_scripts = if ($(NODE)) >/dev/null 2>&1; then $(MAKE) --silent --no-print-directory node_modules/checks.done && node_modules/.bin/$(2); \
	else echo "make: NO NODE: the $(1) of the page's scripts are left out; install Node 20.19 or newer with npm" >&2; fi
CHROMIUM := (command -v $${CHROMIUM_PATH:-chromium} || command -v chromium-browser || command -v google-chrome) >/dev/null

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/run.done ## set up and run the main job: regimes, facts and verdicts
	@$(BIN)/dualtrack

test: lint types pages browser ## set up and run format, lint, types, pages and tests, as the checks on a change do
	@$(BIN)/python -m pytest $(BOTH) -q $$( $(CHROMIUM) || echo --ignore=tests/browser)

lint: $(VENV)/dev.done ## check format and style, of the page's scripts too where there is Node
	@$(BIN)/ruff format --check --quiet $(SOURCES) || { echo "format: run 'make format'" >&2; exit 1; }
	@$(BIN)/ruff check --quiet $(SOURCES)
	@$(call of_scripts,style,eslint $(SCRIPTS))
	@echo "format and style: in order"

types: $(VENV)/dev.done ## check types, of the page's scripts too where there is Node
	@$(BIN)/mypy
	@$(call of_scripts,types,tsc)

pages: $(VENV)/dev.done ## check that what is generated is current: the theory's pages, the public list's, the command line's, and the verdicts on the page
	@$(BIN)/dualtrack docs --check
	@$(BIN)/python -m tests.api_page --check
	@$(BIN)/python -m tests.documents.command_page --check
	@$(BIN)/python -m tests.documents.glossary_page --check
	@$(BIN)/dualtrack page --check

browser: ## find Chromium, which the tests of the page drive, or install Debian's where that is possible
	@$(CHROMIUM) || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		echo "installing Chromium and a Chinese font for the tests of the page" && apt-get -qq update && \
		DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends chromium fonts-noto-cjk >/dev/null; } || \
		echo "make: NO CHROMIUM: the tests of the page in a browser are left out; install it, or name one: CHROMIUM_PATH=..." >&2

docs: $(VENV)/run.done ## write the generated pages: the theory's (docs/theory), the public list's and the command line's
	@$(BIN)/dualtrack docs
	@$(BIN)/python -m tests.api_page
	@$(BIN)/python -m tests.documents.command_page
	@$(BIN)/python -m tests.documents.glossary_page

site: $(VENV)/docs.done ## build the documentation's site into build/site; every warning, a dead link among them, is an error
	@rm -rf build/site build/site.read
	@$(BIN)/python -m sphinx -q -W --keep-going -j auto -c docs/site -d build/site.read . build/site
	@echo "open build/site/index.html in a browser"

format: $(VENV)/dev.done ## rewrite the sources in the house format
	@$(BIN)/ruff format $(SOURCES)
	@$(BIN)/ruff check --fix $(SOURCES)

verify: $(VENV)/oracles.done $(VENV)/docs.done browser ## long checks: many more random examples, and other tools and browsers as oracles (verify/)
	@for each in firefox-esr WebKitWebDriver Xvfb; do command -v $$each >/dev/null || \
		echo "make: NO $$each: the page is not toured in the browser that needs it (firefox-esr, webkit2gtk-driver, xvfb)" >&2; done
	@$(BIN)/python -m pytest $(BOTH) -q --hypothesis-profile=thorough tests $(wildcard verify) \
		$$( command -v firefox-esr >/dev/null || command -v WebKitWebDriver >/dev/null || echo --ignore=verify/test_page_in_other_browsers.py )

bench: $(PEERS)/bench.done ## run the benchmarks (bench/), each beside a peer, and write docs/benchmarks.md
	@$(PEERS)/bin/python -m bench

lock: $(BIN)/uv ## resolve the dependencies again (UPGRADE=--upgrade for the newest)
	@$(call compile) --output-file requirements/run.txt
	@$(call compile) --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
	@$(call compile) --extra dev --extra oracles --constraint requirements/dev.txt --output-file requirements/oracles.txt
	@$(call compile) --extra bench --constraint requirements/oracles.txt --output-file requirements/bench.txt
	@$(call compile) --extra docs --constraint requirements/oracles.txt --output-file requirements/docs.txt
	@grep --count '==' requirements/*.txt
	@if ($(NODE)) >/dev/null 2>&1; then npm install --package-lock-only --silent --no-audit --no-fund; fi

floors: $(BIN)/uv ## install the oldest releases that pyproject.toml allows, beside the rest, and run a slice of the tests on them
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(OLDEST)
	@$(BIN)/uv pip install --quiet --python $(OLDEST)/bin/python --resolution lowest-direct --editable .
	@$(BIN)/uv pip install --quiet --python $(OLDEST)/bin/python --constraint requirements/dev.txt pytest hypothesis
	@$(OLDEST)/bin/python -m pytest -q -p no:cacheprovider -W default $(SLICE)

clean: ## remove the environment and everything that can be rebuilt
	rm -rf $(VENV) $(PEERS) $(OLDEST) node_modules build dist src/*.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests verify bench -name __pycache__ -prune -exec rm -rf {} +

# One resolution for every platform, the build back-end included, because the project installs without build isolation.
BUILD_NEEDS := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")
compile = $(BIN)/python -c '$(BUILD_NEEDS)' | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	$(UPGRADE) pyproject.toml -

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no python3 on the path; Python 3.11 or newer is needed" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: $(PYTHON) is too old; name Python 3.11 or newer: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "setting up $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(BIN)/uv: | $(BIN)/python
	@$(PIP) install -qq uv

$(VENV)/run.done: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "installing what the program needs"
	@$(INSTALL) requirements/run.txt
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.done: requirements/dev.txt $(VENV)/run.done
	@echo "installing what the tests need"
	@$(INSTALL) requirements/dev.txt
	@touch $@

$(VENV)/oracles.done: requirements/oracles.txt $(VENV)/dev.done
	@echo "installing the oracles"
	@$(INSTALL) requirements/oracles.txt
	@touch $@

$(VENV)/docs.done: requirements/docs.txt $(VENV)/run.done
	@echo "installing what builds the site"
	@$(INSTALL) requirements/docs.txt
	@touch $@

node_modules/checks.done: package-lock.json
	@echo "installing what checks the page's scripts"
	@npm ci --silent --no-audit --no-fund
	@touch $@

# The peers have an environment of their own: nobody who uses or tests the program needs them.
$(PEERS)/bench.done: requirements/bench.txt pyproject.toml | $(BIN)/python
	@echo "installing the peers"
	@test -x $(PEERS)/bin/python || $(BIN)/python -m venv $(PEERS) || { rm -rf $(PEERS); exit 1; }
	@$(PEERS)/bin/python -m pip --disable-pip-version-check install -qq --require-hashes --requirement requirements/bench.txt
	@$(PEERS)/bin/python -m pip --disable-pip-version-check install -qq --no-deps --no-build-isolation --editable .
	@touch $@
