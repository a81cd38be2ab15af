# Everything anyone types. `make` alone explains itself.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory

HOST ?= 127.0.0.1
PORT ?= 8000
PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet
BIN := .venv/bin

.PHONY: help venv demo test lint bench pictures clean requirements messages

help: ## show this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 24
	@echo; echo "  make demo PORT=8080 HOST=0.0.0.0     make test DB=postgres     make test ARGS='-k ballot'"

venv: .venv/run.stamp

# The stamps make a warm checkout start at once, and a changed lock install itself.
.venv/run.stamp: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || { \
	  echo "Plaudit needs Python 3.11 or newer; '$(PYTHON)' is not. Name another: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; } >&2
	@$(PYTHON) -c 'import venv, ensurepip' >/dev/null 2>&1 || { \
	  echo "This Python cannot make virtual environments; on Debian: apt-get install python3-venv"; exit 1; } >&2
	@echo "Installing Plaudit into .venv: once, a minute or less ..."
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements/test.txt
	@echo "Installing what the tests need into .venv: once ..."
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

demo: .venv/run.stamp ## a filled site at http://127.0.0.1:8000 (PORT=, HOST=); Ctrl-C ends it
	@exec $(BIN)/plaudit demo --host "$(HOST)" --port "$(PORT)"

test: .venv/test.stamp ## run all tests, a real browser included (DB=postgres, ARGS=)
	@DB="$(DB)" exec $(BIN)/python -m tests.support.run $(ARGS)

lint: .venv/test.stamp ## ruff, mypy, import-linter, djlint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PLAUDIT_SECRET_KEY=only-read-by-the-type-checker-000000 DATABASE_URL= $(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .cache/import-linter
	$(BIN)/djlint src --lint --quiet

bench: .venv/test.stamp ## measure, in ratios, into docs/performance.md (ONLY=edge|votes|freshness|lists|search|tick|memory|store|ledger, SCALE=small)
	@exec $(BIN)/python -m bench --only "$(ONLY)" --scale "$(or $(SCALE),full)"

pictures: .venv/test.stamp ## make the newsroom guide's pictures again, from the demo in a real browser
	@exec $(BIN)/python -m tests.pictures

clean: ## remove what the commands made, but the demo's data
	rm -rf .venv .cache .hypothesis test-results dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

requirements: ## lock requirements/*.in again (needs uv)
	@cd requirements && for set in run test; do UV_CUSTOM_COMPILE_COMMAND="make requirements" \
	  uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-build \
	  --no-emit-index-url --no-emit-find-links $(UPGRADE) $$set.in -o $$set.txt; done

messages: .venv/run.stamp ## gather the site's words for its languages (ADD=fr; needs gettext)
	@command -v xgettext msgmerge msgattrib msguniq msgfmt >/dev/null || { \
	  echo "make messages needs gettext, which is not here; on Debian: apt-get install gettext"; exit 1; } >&2
	@cd src/plaudit && ../../$(BIN)/django-admin makemessages $(if $(ADD),--locale $(ADD),--all) \
	  --no-wrap --no-obsolete --add-location file
	@for po in src/plaudit/locale/*/LC_MESSAGES/django.po; do sed -i.bak '/^"POT-Creation-Date:/d' $$po && rm $$po.bak && \
	  msgfmt --check-format --output-file $${po%po}mo $$po; done
