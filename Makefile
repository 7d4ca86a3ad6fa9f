# Needs Python 3.11 with venv, and make; everything else goes into .venv.
PYTHON ?= python3
CORPORA ?= ../shared/corpora
BENCHMARKS ?= ../shared/benchmarks
MODEL ?= checker/embed/model
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help setup report test test-all lint format eval eval-model floors bench model docs clean

help:  ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: $(STAMP)  ## Create .venv and install everything into it

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt torch
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[transformers,training,dev]'
	$(BIN)/python -m compileall -q checker
	@touch $(STAMP)

report: setup  ## Check the sample articles in data/articles and write reports/index.html
	$(BIN)/checker check data/articles --format html --output reports --format json --output reports/report.json --fail-on never

lint: setup  ## Style and types: ruff, mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup  ## Let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: lint  ## Lint, then all tests
	$(BIN)/pytest --numprocesses auto --dist worksteal

test-all: lint  ## The same with every pair of the articles written for the tests
	CHECKER_ALL_PIVOTS=1 $(BIN)/pytest --numprocesses auto --dist worksteal

eval: setup  ## Accuracy on the shared benchmarks (CHECKER_BENCHMARKS, default ../shared/benchmarks)
	$(BIN)/python -m benchmarks.alignment
	$(BIN)/python -m benchmarks.drift

eval-model: setup  ## Sentence retrieval with the embedded model, per language
	$(BIN)/python -m benchmarks.retrieval

floors: setup  ## Measure the pinned samples beside their floors
	$(BIN)/python -m benchmarks.floors

bench: setup  ## Speed, always two things compared in one run
	$(BIN)/python -m benchmarks.speed

model: setup  ## Train the embedded model anew from CORPORA, into MODEL
	$(BIN)/python -m training.build --corpora $(CORPORA) --work build/model --out $(MODEL) \
	  $(if $(wildcard $(BENCHMARKS)),--benchmarks $(BENCHMARKS))

docs: setup  ## Regenerate the generated pages of docs/ (the picture needs chromium)
	$(BIN)/python -m docs.generate
	$(BIN)/python -m checker.languages.coverage
	$(BIN)/python docs/screenshot.py

clean:  ## Remove the environment, caches and written reports
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis benchmarks/out
	find reports -mindepth 1 ! -name README.md -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
