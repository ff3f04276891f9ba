# make run            opens the window on the sample cable
# make run FILE=...   opens a file
# make test           runs the tests;  make lint, make format, make fuzz, make screenshots, make clean
# make render         writes the desktop entries, manual page and the like from their tables
# make check-packages checks what packaging/build.py built: in a clean root, as root, for minutes
# make release        tests, lint, all packages, their checks and their SHA-256 sums
# make crashtest      kills a process that writes bookmarks 300 times, and looks for each of them
#
# Each makes what it needs first: its own Python environment in .venv, and the system's libraries.

FILE ?= resources/samples/09REYKJAVIK9017.cable.txt
SECONDS ?= 60
ROUNDS ?= 300

SET_UP := packaging/linux/set-up.sh
PYTHON := .venv/bin/python
READY := .venv/ready

# By the environment, so that the file's name may hold anything.
export FILE

.PHONY: run test lint format fuzz crashtest screenshots render check-packages release clean

run: $(READY)
	@$(SET_UP) run
	@$(PYTHON) -m reader -- "$$FILE"

test: $(READY)
	@$(SET_UP) test
	$(PYTHON) -m pytest --cov --numprocesses auto --dist worksteal

lint: $(READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format: $(READY)
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

fuzz: $(READY)
	$(PYTHON) -m tests.fuzz --seconds $(SECONDS)

crashtest: $(READY)
	$(PYTHON) -m tests.crash.harness --rounds $(ROUNDS)

screenshots: $(READY)
	@$(SET_UP) test
	$(PYTHON) -m tests.screenshots

render: $(READY)
	$(PYTHON) packaging/render.py
	$(PYTHON) packaging/icons.py

check-packages: $(READY)
	$(PYTHON) -m pytest packaging/checks

release: $(READY)
	rm -rf dist
	$(MAKE) lint test
	$(PYTHON) packaging/build.py wheel source onedir deb
	$(MAKE) check-packages
	$(PYTHON) -m benchmarks.packaged --check
	cd dist && sha256sum *.whl *.tar.gz *.tar.zst *.deb | tee SHA256SUMS

# Everything but .venv, which takes longest to make again.
clean:
	rm -rf build dist htmlcov screenshots .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find reader tests benchmarks packaging -name __pycache__ -prune -exec rm -rf {} +

# An environment whose Python has gone, or that was left half made, is made anew.
$(READY): pyproject.toml
	@python=$$($(SET_UP) python) && { \
	  $(PYTHON) -m pip --version >/dev/null 2>&1 || $$python -m venv --clear .venv; }
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
