# make serve   serves the article with the quiz in it; installs missing tools first, like all targets
# make test    runs the tests of the code, and of the widget in three browsers (engines="chromium firefox webkit")
# make build   puts the release build into dist/ and prints its sizes
# make studio  serves the studio, the page on which authors write a quiz
# make size    shows the share of each crate in the modules, and checks the size budgets
# make size-of-build  does the same for the build that is in dist/
# make accept-sizes  writes tools/size/sizes.json: with each release, or with an intended change of size
# make lint    checks formats, lints, types and documentation, of Rust, scripts, style sheets and shell scripts
# make test-recipes  builds the sites in integrations/ with their own tools and opens each in a browser
# make test-hosting  tests the server configurations of docs/hosting.md with real servers (servers="nginx caddy apache")
# make coverage  runs the engine's tests and fails if they cover less than 95 % of its lines
# make deny    checks the licenses, the sources and the security advisories of all crates, by deny.toml
# make fuzz    fuzzes the engine, a minute for each target (seconds=60)
# make bench         measures the article with one quiz and with two, the article alone, the same quiz written by hand, on SurveyJS
#                    and on Formbricks, on a slow phone (rounds=11; phone=low-end: a slower one), and writes the tables of
#                    README.md, docs/performance.md and docs/benchmark.md, and the pictures beside them
# make bench-growth  measures how times grow with the size of a quiz and the number of widgets on a page (rounds=11)
# make bench-studio  measures the studio: its first open, presses, preview and odds (rounds=11)
# make bench-odds    measures how the time for exact odds grows
# make gallery     takes screenshots of every screen, in three widths, light and dark, in both directions, and shows them in
#                  target/gallery/index.html (dist=FOLDER: another build; screens="result question-one": some screens; scale=2: larger)
# make tutorial-pictures  takes the pictures of docs/writing-a-quiz.md again, of the quiz that its test writes
# make studio-pictures     takes the pictures of docs/studio.md from dist/studio/
# make readme-pictures     takes the pictures of README.md from the build in dist/
# make docs      builds the documentation site from the Markdown files, in target/docs-site/html, and checks its links
# make site      builds one folder for any static host, target/site: demos of the quiz and the documentation
# make test-screen-reader  takes the quiz with Orca, a screen reader, in Firefox and Chromium, and compares its announcements (Linux)
# make accept-transcript   copies the last run's transcript to docs/screen-reader-transcript.md
# make screenshots         compares ten screens of the build in dist/ with their references in tests/screenshots, as make test does
# make layouts             counts how often each press makes the browser lay the page out, as make test does
# make accept-screenshots  renders these references again, for an intended change of the design
# make wordpress         packs the WordPress plugin from dist/
# make wordpress-pictures  takes the pictures of the plugin for WordPress's directory
# make test-wordpress    tests the plugin on a real WordPress (wordpress=6.8; php=7.4: an old PHP; smoke=1: fewer tests)
# make release           makes all files of a release in target/release-files (parts="widget wordpress npm documentation crates command")
# make test-packages     packs the npm package, the crates and the archives, and uses them as others do
# make test-release      makes a release in two clones, compares the bytes, and uses the files; over half an hour
# make help    prints this list

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Tools in the set-up's cache come before those of the machine.
cache := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/which-cause
cargo_home := $(or $(CARGO_HOME),$(HOME)/.cargo)
export PATH := $(CURDIR)/tools/node_modules/.bin:$(cache)/bin:$(cargo_home)/bin:$(PATH)

# The shipped module must not contain paths of the machine that built it. The component rust-src, which editors install, would bring
# them too: without it, the compiler writes /rustc and its commit in their place. Cargo splits these flags at spaces, so tools/setup.sh
# refuses a folder with one.
rust_source := $(shell rustc --print sysroot 2>/dev/null)/lib/rustlib/src/rust
rust_commit := $(shell rustc --version --verbose 2>/dev/null | sed -n 's/^commit-hash: //p')
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(cargo_home)/registry/src=crates \
  --remap-path-prefix=$(rust_source)=/rustc/$(rust_commit)

# Nor must the command of a release.
export CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS := $(CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS)

trunk_flags := --skip-version-check
port ?= 8080

# The build that the gallery and some tests use.
dist ?= dist

# The engines of the browser tests. Leave out an engine that your machine does not have.
engines ?= chromium firefox webkit
left_out = $(filter-out $(engines),chromium firefox webkit)

.PHONY: help
help:
	@sed -n 's/^# make/make/p' Makefile

.PHONY: tools
tools:
	@tools/setup.sh build

.PHONY: serve
serve: tools
	trunk serve --release --port $(port) $(trunk_flags)

# The build of the widget empties dist/, so the studio comes after it.
.PHONY: build
build: tools
	trunk build --release $(trunk_flags)
	@node tools/size/sizes.mjs dist
	cd studio && trunk build --release $(trunk_flags)
	@node tools/size/studio-size.mjs dist/studio

.PHONY: studio
studio: tools
	cd studio && trunk serve --release --port $(port) $(trunk_flags)

# Leaves out the tests of the other engines: a browser test is named after its engine at the end.
in_engines = $(if $(left_out),-E 'not test(/::($(subst $(space),|,$(left_out)))$$/)')
space := $(subst ,, )

.PHONY: test
test: test-tools
	$(if $(strip $(engines)),,$(error engines names no engine))
	@tools/setup.sh browser $(engines)
	@echo "building what the tests use; the output comes when a build has ended, after some minutes"
	$(MAKE) --jobs=2 $(whole_outputs) test-release-builds test-debug-builds
	cargo nextest run --workspace $(in_engines)
	cargo test --workspace --doc
	node --test js/tests/*.test.js tools/build/*.test.mjs tools/release/*.test.mjs bench/*.test.mjs
	$(if $(filter chromium,$(engines)),$(MAKE) screenshots layouts,@echo "screenshots and layouts are tested in chromium, which is left out")
	@echo "the browser tests ran in: $(engines)$(if $(left_out), (left out: $(left_out)))"

# What the tests use. Cargo's release and debug builds do not wait for each other, and a release build often uses one core only. The
# output of each comes as a whole, where Make can do that.
whole_outputs := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

.PHONY: test-release-builds
test-release-builds:
	trunk build --release $(trunk_flags)
	cd studio && trunk build --release $(trunk_flags)

.PHONY: test-debug-builds
test-debug-builds:
	cargo nextest run --workspace --no-run
	trunk build --dist target/dist-debug $(trunk_flags)
	cd examples/leptos-app && trunk build $(trunk_flags)

.PHONY: test-tools
test-tools: tools
	@tools/setup.sh test

.PHONY: wordpress
wordpress:
	@node tools/wordpress/pack.mjs

# Without php, the tests use the machine's own PHP, or the one whose program is in PHP. Uses the build in dist/ if there is one.
wordpress ?= 6.8
php ?=
smoke ?=
.PHONY: test-wordpress
test-wordpress: test-tools
	@tools/setup.sh browser chromium
	@tools/setup.sh wordpress $(wordpress)
	$(if $(php),@tools/setup.sh php $(php))
	[ -f dist/which-cause.js ] || $(MAKE) build
	$(MAKE) wordpress
	WORDPRESS="$(cache)/wordpress/$(wordpress)" $(if $(php),PHP="$(cache)/php/$(php)/php") \
		cargo nextest run --workspace --profile wordpress$(if $(smoke),-smoke)

# Uses the site that the tests have installed.
.PHONY: wordpress-pictures
wordpress-pictures: test-tools
	@tools/setup.sh gallery
	@tools/setup.sh wordpress $(wordpress)
	$(MAKE) wordpress
	WORDPRESS="$(cache)/wordpress/$(wordpress)" cargo nextest run --workspace --profile wordpress -E 'test(wordpress::package)'
	WORDPRESS="$(cache)/wordpress/$(wordpress)" node tools/wordpress/directory-assets.mjs

# RELEASING.md says what each file is for.
parts ?= widget wordpress npm documentation crates command
.PHONY: release
release: build
	@tools/setup.sh release
	$(if $(filter documentation,$(parts)),$(MAKE) docs)
	node tools/release/release.mjs dist target/release-files $(parts)

# Not part of `make test`, because it needs more npm packages. .ci/run runs it. Uses the build in dist/ if there is one.
.PHONY: test-packages
test-packages:
	@tools/setup.sh packages
	[ "$(dist)" != dist ] || [ -f dist/which-cause.js ] || $(MAKE) build
	node --test-reporter=spec tests/packages/archives.mjs "$(dist)"
	node --test-reporter=spec tests/packages/npm.mjs "$(dist)"
	node --test-reporter=spec tests/packages/crates.mjs

# Not part of .ci/run, because it compiles everything twice more. Tests the last commit.
.PHONY: test-release
test-release:
	$(MAKE) release
	node --test-reporter=spec tests/packages/release.mjs target/release-files

# Not part of `make test`, because Orca exists on Linux only and runs once for each user. .ci/run runs it. Uses the build in dist/ if there
# is one.
.PHONY: test-screen-reader
test-screen-reader:
	@tools/setup.sh screen-reader
	[ "$(dist)" != dist ] || [ -f dist/which-cause.js ] || $(MAKE) build
	node --test-reporter=spec tests/screen-reader/screen-reader.mjs "$(dist)"

.PHONY: accept-transcript
accept-transcript:
	cp target/screen-reader/transcript.md docs/screen-reader-transcript.md

# Not part of `make test`, because it needs more tools. .ci/run runs it. Uses the build in dist/ if there is one.
.PHONY: test-recipes
test-recipes: test-tools
	@tools/setup.sh browser chromium
	@tools/setup.sh recipes
	[ -f dist/which-cause.js ] || $(MAKE) build
	cargo nextest run --workspace --profile recipes

# Leave out a server that your machine does not have. Uses the build in dist/ if there is one.
servers ?= nginx caddy apache
.PHONY: test-hosting
test-hosting:
	@tools/setup.sh hosting $(servers)
	[ "$(dist)" != dist ] || [ -f dist/which-cause.js ] || $(MAKE) build
	node --test-reporter=spec tests/hosting/hosting.mjs "$(dist)" $(servers)

# Seconds for each fuzz target. Needs a nightly toolchain. Starts from the shipped quizzes.
seconds ?= 60
.PHONY: fuzz
fuzz:
	@tools/setup.sh fuzz
	mkdir -p fuzz/corpus/quiz_file fuzz/corpus/session
	cp quizzes/*.json quizzes/examples/*.json fuzz/corpus/quiz_file/
	for target in quiz_file session; do cargo +nightly fuzz run $$target -- -max_total_time=$(seconds) -max_len=65536 -print_final_stats=1 || exit 1; done

.PHONY: bench-odds
bench-odds:
	cargo bench -p which-cause-quiz --bench odds

# Uses the build in dist/ if there is one.
rounds ?= 11
# The phones are in bench/phone.mjs.
phone ?= usual
.PHONY: bench
bench:
	@tools/setup.sh bench
	[ -f dist/which-cause.js ] || $(MAKE) build
	node bench/run.mjs dist $(rounds) $(phone)
	node bench/report.mjs

.PHONY: bench-studio
bench-studio:
	@tools/setup.sh bench
	[ -f dist/studio/index.html ] || $(MAKE) build
	node bench/studio.mjs dist/studio $(rounds)

.PHONY: bench-growth
bench-growth:
	@tools/setup.sh bench
	[ -f dist/which-cause.js ] || $(MAKE) build
	node bench/generate-quizzes.mjs target/bench-quizzes
	cargo bench -p which-cause-quiz --bench growth | tee target/bench-quizzes/engine.txt
	node bench/growth.mjs dist $(rounds) < target/bench-quizzes/engine.txt
	node bench/report.mjs

# Uses the build in dist/, or another one: dist=FOLDER.
scale ?= 1
.PHONY: studio-pictures
studio-pictures:
	@tools/setup.sh gallery
	[ -f dist/studio/index.html ] || $(MAKE) build
	node tools/gallery/studio-pictures.mjs dist/studio

.PHONY: readme-pictures
readme-pictures:
	@tools/setup.sh gallery
	node tools/gallery/readme-pictures.mjs "$(dist)"

# Uses the build in dist/ if there is one.
.PHONY: docs
docs:
	@tools/setup.sh docs
	[ -f "$(dist)/which-cause.js" ] || $(MAKE) build
	node tools/docs-site/build.mjs "$(dist)"

.PHONY: site
site: docs
	@tools/setup.sh gallery
	node tools/docs-site/demo.mjs "$(dist)"

.PHONY: gallery
gallery:
	@tools/setup.sh gallery
	[ "$(dist)" != dist ] || [ -f dist/which-cause.js ] || $(MAKE) build
	node tools/gallery/gallery.mjs "$(dist)" target/gallery $(scale) $(screens)

# Uses the build in dist/ if there is one.
.PHONY: tutorial-pictures
tutorial-pictures:
	@tools/setup.sh gallery
	[ "$(dist)" != dist ] || [ -f dist/which-cause.js ] || $(MAKE) build
	cargo nextest run -p which-cause-cli --test guide
	node tools/gallery/tutorial-pictures.mjs "$(dist)"

# tests/screenshots/screenshots.mjs says which Chromium and which fonts the references need.
.PHONY: screenshots
screenshots:
	@tools/setup.sh screenshots
	[ "$(dist)" != dist ] || [ -f dist/which-cause.js ] || $(MAKE) build
	node --test-reporter=spec tests/screenshots/screenshots.mjs "$(dist)"

.PHONY: layouts
layouts:
	@tools/setup.sh gallery
	[ "$(dist)" != dist ] || [ -f dist/which-cause.js ] || $(MAKE) build
	node --test-reporter=spec tests/layouts/layouts.mjs "$(dist)"

.PHONY: accept-screenshots
accept-screenshots:
	@tools/setup.sh screenshots
	[ "$(dist)" != dist ] || $(MAKE) build
	node tests/screenshots/accept.mjs "$(dist)"

.PHONY: size
size: build
	@$(MAKE) --no-print-directory size-of-build

# The shares of the crates come first, because the budget check stops at an error.
.PHONY: size-of-build
size-of-build:
	@tools/setup.sh size
	@node tools/size/wasm-size.mjs dist
	@node tools/size/sizes.mjs dist --budget

.PHONY: accept-sizes
accept-sizes: build
	@node tools/size/sizes.mjs dist --keep

# The scripts and style sheets that Prettier formats. The WordPress plugin follows WordPress' standard.
formatted := bench js studio/style style tests tools integrations/eleventy integrations/mdbook integrations/npm

.PHONY: lint
lint: tools
	@tools/setup.sh lint
	cargo fmt --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo clippy --target wasm32-unknown-unknown -p which-cause -p which-cause-parser -p which-cause-studio -p which-cause-studio-worker -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items
	prettier --check $(formatted)
	eslint --config tools/eslint.config.mjs bench js tools tests integrations/npm
	tsc --project js/jsconfig.json
	tsc --project tools/jsconfig.json
	shellcheck --severity=warning tools/*.sh tools/*/*.sh .ci/run
	stylelint --config tools/stylelint.config.mjs "{bench,studio/style,style,tools/gallery}/**/*.css"

# Tests of crates/quiz alone: tests of other crates call the engine too, but do not count.
.PHONY: coverage
coverage:
	@tools/setup.sh coverage
	cargo llvm-cov --package which-cause-quiz --fail-under-lines 95

.PHONY: deny
deny:
	@tools/setup.sh deny
	cargo deny check

.PHONY: clean
clean:
	cargo clean
	rm -rf dist tools/node_modules bench/results*.json bench/growth.json bench/{surveyjs,formbricks}/node_modules
