# Everything a newcomer or a machine needs, one word each. `make` alone lists them.

BIN := .venv/bin
SOURCES := $(wildcard main.py commands kiosk capture storage ui server tests benchmarks docs/operator docs/release)
DEVICES ?=
DATA ?=
OPTIONS := $(if $(DEVICES),--devices $(DEVICES)) $(if $(DATA),--data $(DATA))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo kiosk serve serve-demo test check format fast slow bench faults pictures words package package-test docs lock clean setup setup-dev
.PHONY: booth booth-test setup-booth
.PHONY: soak bundle-app sbom audit

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  DEVICES=real   demo with this machine'\''s camera, microphone and loudspeaker'
	@echo '  DATA=DIR       where demo and kiosk keep everything'

demo: setup ## A whole interview by a scripted candidate, installing what is missing
	$(BIN)/python main.py demo $(OPTIONS)

kiosk: setup ## Open the kiosk for real
	$(BIN)/python main.py kiosk $(if $(DATA),--data $(DATA))

serve: setup ## Run the central server
	$(BIN)/python main.py serve $(if $(DATA),--data $(DATA))

serve-demo: setup ## The central server with made-up sessions, to look at
	$(BIN)/python main.py serve --demo

test: setup-dev ## Every check and every test, installing what is missing
	$(MAKE) --no-print-directory check fast slow

check: setup-dev ## Format, lint, types and import contracts
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy $(SOURCES)
	$(BIN)/lint-imports

format: setup-dev ## Rewrite the sources in the house format
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

fast: setup-dev ## The tests that need no real processes, devices or recordings
	$(BIN)/pytest -m "not slow and not booth" -n auto --dist worksteal

slow: setup-dev ## The end-to-end tests
	$(BIN)/pytest -m "slow and not alone" -n 4 --dist loadfile
	$(BIN)/pytest -m alone

faults: setup-dev ## The fault tests with their full counts, and ten demos one after the other
	FULL_COUNTS=1 $(BIN)/pytest tests/faults tests/e2e/test_demo.py --timeout 3600

booth: setup-booth package ## The station as a virtual machine with a camera, a sound card and a stick, to try by hand
	$(BIN)/python -m tests.booth

booth-test: setup-booth package ## The same, tried by tests
	$(BIN)/pytest -m booth tests/booth --timeout 7200

bench: setup ## Every figure we claim, measured here
	@for file in $(sort $(filter-out benchmarks/soak.py,$(wildcard benchmarks/[a-z]*.py))); do \
		echo "== $$file"; PYTHONPATH=. $(BIN)/python $$file || exit 1; \
	done

soak: setup-dev ## COUNT interviews on one window, and what drifts; half a minute each
	$(BIN)/python -m benchmarks.soak $(or $(COUNT),20)

pictures: setup ## Every widget and screen, drawn into build/pictures
	$(BIN)/python -m ui.gallery --out build/pictures

package: setup-dev ## The Debian package, in dist
	packaging/package.sh

package-test: setup-dev ## Install, use, upgrade, remove and purge the package in a fresh Debian; needs root
	packaging/package.sh
	PACKAGE_TESTS=1 $(BIN)/pytest tests/package --timeout 3000

words: setup ## Bring the dictionaries up to what screens, papers and pages say
	$(BIN)/python -m ui.tongue.collect
	$(BIN)/python -m storage.export.collect
	$(BIN)/python -m server.web.collect

sbom: setup ## The bill of materials of what a station runs, in dist
	@mkdir -p dist
	$(BIN)/python -m docs.release.sbom >dist/interview-kiosk.cdx.json

audit: ## Known weaknesses of the pinned packages, where an advisory service can be reached; STRICT=1 insists
	@docs/release/audit.sh

bundle-app: ## The program as one folder that needs no Python, in dist/
	@packaging/pyinstaller/build.sh

docs: setup ## Rewrite the documents that are made from the code
	$(BIN)/python -m docs.operator.render

lock: setup-dev ## Pin the requirements again; UPGRADE=1 moves to the newest
	@for name in runtime dev audit; do \
		$(BIN)/uv pip compile --quiet --python-version 3.11 $(if $(UPGRADE),--upgrade) \
			--generate-hashes --no-emit-index-url --no-header --no-annotate \
			requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done
	@$(BIN)/uv pip compile --quiet --python-version 3.11 $(if $(UPGRADE),--upgrade) --universal \
		--generate-hashes --no-emit-index-url --no-header --no-annotate \
		requirements/bundle.in --output-file requirements/bundle.txt

clean: ## Remove what can be made again, the environment included
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

setup:
	@packaging/setup.sh runtime

setup-dev:
	@packaging/setup.sh dev

setup-booth:
	@packaging/setup.sh booth
