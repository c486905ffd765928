# Every target sets up what it needs; only python3 (3.11+), make and a network are assumed.
BIN := .venv/bin
PYTHON ?= python3
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: ## both environments, from their locks
	@$(PYTHON) tools/setup.py

run: setup ## the whole product with demo data on http://127.0.0.1:8000
	@exec $(BIN)/tender run $(ARGS)

chat: setup ## talk to the assistant in the terminal
	@$(BIN)/tender chat $(ARGS)

check: setup ## format, lint, types and the quick tests; under a minute
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q . && $(BIN)/mypy && \
	$(BIN)/python -m pytest -q -x tests/rules tests/nlu tests/actions tests/test_house_rules.py \
	    -m "not nlu and not slow" -p no:cacheprovider && echo "All is well."

test: setup browser train ## every test: real databases, real model, real browser
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup $(ARGS)

browser: # Debian's Chromium for the browser tests, where there is none
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || \
	  $(BIN)/python -m playwright install chromium >/dev/null 2>&1 || \
	  (apt-get update -qq && apt-get install -y -qq chromium) || \
	  (echo "No Chromium: install it (apt-get install chromium)." && exit 1)

train: setup ## the language model; cached by what it is made of
	@$(BIN)/tender nlu train

evaluate: train ## how well texts are understood: our own test set, or FILE=texts.jsonl
	@$(BIN)/tender nlu evaluate $(or $(FILE),--pictures docs/pictures --page docs/understanding.md)

bench: setup train ## measurements, printed as JSON
	@$(BIN)/python -m benchmarks

patients: setup train ## scripted patients: how many get what they came for; FILES=mine.yml
	@$(BIN)/python -m benchmarks.resolution --show $(FILES)

lock: ## the locks anew, without any download address
	@uv pip compile -q --universal --generate-hashes --python-version 3.11 --group dev pyproject.toml -o locks/product.txt
	@uv pip compile -q --universal --generate-hashes --python-version 3.10 --override nlu/rasa/overrides.txt nlu/rasa/pyproject.toml -o locks/nlu.txt

clean: ## forget everything that was made here
	@rm -rf .venv nlu/rasa/.venv .tools .tender build .pytest_cache .mypy_cache .ruff_cache

.PHONY: help setup run chat check test browser train evaluate bench patients lock clean
