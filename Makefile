# make serve   sets up what is missing and serves the article with the quiz in it
# make test    sets up what is missing and runs every test, in a real browser too
# make build   sets up what is missing and leaves the release build in dist/, with its sizes
# make lint    formats, lints and documents, with no warning left
# make fuzz    looks for what breaks the engine, a minute for each target (seconds=60)
# make bench   shows how the time for exact odds grows
# make help    says the same

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# What the set-up keeps apart from the tools that the machine already has goes before them.
cache := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/which-cause
export PATH := $(CURDIR)/tools/node_modules/.bin:$(cache)/bin:$(HOME)/.cargo/bin:$(PATH)

# What is shipped does not say where on whose machine it was built.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=crates --remap-path-prefix=$(CURDIR)=which-cause

trunk_flags := --skip-version-check
port ?= 8080

.PHONY: help
help:
	@sed -n 's/^# make/make/p' Makefile

.PHONY: tools
tools:
	@tools/setup.sh build

.PHONY: serve
serve: tools
	trunk serve --release --port $(port) $(trunk_flags)

.PHONY: build
build: tools
	trunk build --release $(trunk_flags)
	@node tools/sizes.mjs dist

# The engine's tests run without any feature: they show that the engine needs none.
.PHONY: test
test: tools
	@tools/setup.sh browser
	cargo test
	cargo test --features cli --test cli --test guide --test schema
	cargo test --features web --lib
	trunk build --release $(trunk_flags)
	cargo test --features browser-tests --test browser

# Each fuzz target for this many seconds, on nightly, from the shipped quizzes.
seconds ?= 60
.PHONY: fuzz
fuzz:
	@tools/setup.sh fuzz
	mkdir -p fuzz/corpus/quiz_file fuzz/corpus/session
	cp quizzes/*.json src/bin/which-cause/small-quiz.json fuzz/corpus/quiz_file/
	for target in quiz_file session; do cargo +nightly fuzz run $$target -- -max_total_time=$(seconds) -max_len=65536 -print_final_stats=1 || exit 1; done

.PHONY: bench
bench:
	cargo bench --bench odds

.PHONY: size
size: build
	@node tools/sizes.mjs dist --budget

.PHONY: lint
lint: tools
	cargo fmt --check
	for features in "" cli web browser-tests cli,web,browser-tests; do cargo clippy --all-targets --features "$$features" -- -D warnings || exit 1; done
	cargo clippy --target wasm32-unknown-unknown --features web -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items --features cli,web

.PHONY: clean
clean:
	cargo clean
	rm -rf dist tools/node_modules
