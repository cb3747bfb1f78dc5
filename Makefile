# `make run` opens the application; `make test` checks everything. Both install what is missing first.
.DEFAULT_GOAL := build
.PHONY: setup packages ui loopback faces dictionary contract build run test check types lint formatting rings bench package screenshots rehearsal clean

SHELL := /bin/bash
stage := .ci/stage
npm := npm --prefix ui --no-audit --no-fund --loglevel=error
# A display that is not there, for what is measured; two of them for the window ring, which stands one window on each.
display := xvfb-run --auto-servernum --server-args='-screen 0 1920x1080x24'
displays := .ci/displays
weasyprint := $(CURDIR)/out/weasyprint
binaries := $(or $(CARGO_TARGET_DIR),target)
# Always the whole workspace with its tests: another selection has other features, and builds the window's crates twice.
everything := cargo build --locked --workspace --all-targets --quiet
# The linter is the compiler with more to say: what it has built is what the rings then run, and nothing is compiled twice.
# Never in a release, which it would leave less optimised.
contract rings screenshots: export RUSTC_WORKSPACE_WRAPPER = clippy-driver
contract rings screenshots: export CLIPPY_ARGS = -D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__

OUT ?= out/rehearsal
CASES ?= 20
ATTENDEES ?= 12
KIND ?= odoc

# What a fresh machine lacks, beyond Rust and Node.
setup: packages ui/node_modules/.package-lock.json faces dictionary

packages:
	@.ci/packages $(needs)

# Whoever only opens the application needs no browser and no display that is not there.
build rehearsal: needs := build

ui/node_modules/.package-lock.json: ui/package-lock.json
	@$(stage) 'packages of the window' $(npm) ci --ignore-scripts
	@touch $@

# The typefaces of the documents, from the packages that carry them.
faces: ui/node_modules/.package-lock.json
	@.ci/faces

# The dictionary that spelling is checked against, from the package that carries it.
dictionary: ui/node_modules/.package-lock.json
	@.ci/dictionary

ui: ui/node_modules/.package-lock.json
	@$(stage) 'pages of the window' $(npm) run --silent build

# The same pages with their one door leading to a test's bridge; no build of the application reads them.
loopback: ui/node_modules/.package-lock.json
	@$(stage) 'pages for the browser ring' $(npm) run --silent build:loopback

# Both sides of the contract that are not Rust, written out of it: the window's types, and what each window may call.
contract:
	.ci/capabilities
	$(everything)
	$(binaries)/debug/examples/contract ui/src/contract

build: setup ui
	cargo build --locked --release -p odoc

run:
	@.ci/display
	@$(MAKE) --no-print-directory build
	$(binaries)/release/odoc

# What waits for the distribution's packages or keeps one core busy goes on two at a time; what needs all there is comes after.
test:
	@$(MAKE) --no-print-directory --jobs=2 setup ui loopback check
	@$(MAKE) --no-print-directory rings

check: types lint formatting

types: ui/node_modules/.package-lock.json
	@$(stage) 'types of the window' $(npm) run --silent check

lint: ui/node_modules/.package-lock.json
	@$(stage) 'lint of the window' $(npm) run --silent lint

formatting:
	@$(stage) 'formatting' cargo fmt --all --check

# The application is built before the rings, because the window ring drives it.
rings:
	@$(stage) 'building and lint' $(everything)
	@$(stage) 'tests' $(displays) cargo test --locked --workspace

# Ratios only, all from one run, and in a release, which is what people run; without WeasyPrint the line that needs it says so.
bench: setup ui
	@[ -e $(weasyprint)/installed ] || { python3 -m venv $(weasyprint) \
		&& $(weasyprint)/bin/pip install --quiet -r tests/bench/requirements.txt && touch $(weasyprint)/installed; } || true
	@$(stage) 'building' cargo build --locked --release --workspace --bins --examples --bench ratios --bench weighing --quiet
	ODOC_BENCH_PYTHON=$(weasyprint)/bin/python $(display) \
		cargo bench --locked --quiet --workspace --bench ratios --bench weighing

# Every screen at two sizes, light and dark, with large text and in forced colours, into out/screenshots.
screenshots: setup ui loopback
	$(everything)
	ODOC_PICTURES=$(CURDIR)/out/screenshots $(displays) \
		cargo test --locked --workspace --test window --test browser -- --include-ignored album forced left_alone

# One folder to carry to another machine of the same kind: the application and its typefaces.
package: build
	@.ci/bundle $(binaries)/release/odoc

rehearsal: setup
	cargo run --locked --quiet -p desk --bin rehearsal -- --out $(OUT) --cases $(CASES) --attendees $(ATTENDEES) --kind $(KIND)

clean:
	cargo clean
	rm -rf ui/dist ui/node_modules src-tauri/faces src-tauri/dictionary src-tauri/gen src-tauri/permissions out
