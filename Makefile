# Every target is one line; `make` alone lists them. The environment lives in .venv and is made on first use.
PYTHON ?= $(firstword $(shell command -v python3.11 python3 2>/dev/null))
BIN := .venv/bin
LOCK := .venv/.locked
# Where the version of the charts' package is pinned.
BUNDLE := dashboards/theme/bundle.py deploy/nodejs.lock

.DEFAULT_GOAL := help
.PHONY: help run test test-slow check dev bench mutate sample dictionary pictures lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: $(LOCK) ## set up everything and run the nightly job on THUOCDO_COLLECTED (default: the shipped collection)
	@$(BIN)/thuocdo run

test: $(LOCK)-dev ## set up everything and run the tests
	@$(BIN)/pytest -n 2 --dist worksteal -m "not slow"

test-slow: $(LOCK)-dev ## the long tests: nights built again, every page at every width, thousands of damaged files
	@$(BIN)/pytest -n 2 --dist worksteal -m slow

check: $(LOCK)-dev ## format, lint, types, imports, SQL, dbt, Dagster definitions
	@.ci/check

dev: $(LOCK)-dev ## open the Dagster web interface on the same definitions
	@mkdir -p state/dagster && cp deploy/dagster.yaml state/dagster/ && DAGSTER_HOME=$(CURDIR)/state/dagster $(BIN)/dg dev

bench: $(LOCK)-dev ## measure a night against dbt alone, and its pages against Plotly's own, side by side
	@$(BIN)/python -m tests.benchmarks.night

mutate: $(LOCK)-dev ## change every rule in small ways and show that a test catches each change
	@$(BIN)/python -m tests.mutation

sample: $(LOCK) ## remake the simulated part of the shipped collection
	@$(BIN)/python -m sources.simulation

dictionary: $(LOCK) ## rewrite docs/data-dictionary.md from what the dbt project says of its tables
	@$(BIN)/python -m orchestration.dictionary_page

pictures: $(LOCK)-dev ## take the pictures of docs/pictures anew from the published night (needs Chromium)
	@$(BIN)/python -m tests.browser.pictures

lock: $(LOCK)-dev ## renew the two lock files from pyproject.toml (needs uv)
	@.ci/lock

clean: ## remove the environment and everything a night makes
	@rm -rf .venv dbt_project/target dbt_project/logs
	@chmod -R u+w published state 2>/dev/null; rm -rf published state

$(LOCK): requirements.lock pyproject.toml $(BUNDLE)
	@deploy/setup "$(PYTHON)" requirements.lock && touch $@

$(LOCK)-dev: requirements-dev.lock pyproject.toml $(BUNDLE)
	@deploy/setup "$(PYTHON)" requirements-dev.lock && touch $(LOCK) $@
