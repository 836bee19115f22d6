# Needs nothing but make and Python 3.11 or newer; every target sets up what it uses.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test lint types bench quality clean schema data

run: $(STAMP)
	$(BIN)/extractor run seeds --out out --format jsonl,csv

test: $(STAMP) lint types
	$(BIN)/python -m pytest -n auto

lint: $(STAMP)
	$(BIN)/ruff check src tests benchmarks fixtures
	$(BIN)/ruff format --check --quiet src tests benchmarks fixtures

types: $(STAMP)
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python -m benchmarks.speed seeds fixtures/articles

quality: $(STAMP)
	$(BIN)/python -m benchmarks.quality

schema: $(STAMP)
	$(BIN)/extractor schema > src/extractor/data/record.schema.json

data: $(STAMP)
	$(BIN)/python -m extractor.data.build
	$(BIN)/python -m extractor.data.build_needs

$(STAMP): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore -c requirements.lock -e '.[dev,parquet,warc,zstd,build]'
	touch $(STAMP)

clean:
	rm -rf $(VENV) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
