# Measuring: programs of our own, built beside the service's release, and what runs them. None of it is part of
# `make test`; each ends by itself.

BENCH := build/release/tests/bench
BENCH_COMPILE := gcc $(LANGUAGE) $(WARNINGS) -O2 -g
.PHONY: bench-ingest bench-growth bench-check

# $1: what else must be built, $2: what runs
define run-bench
@deploy/setup.sh build run test bench
@tests/install.sh
+@$(MAKE) SANITIZE= build/release/samrad $1
@$2
endef

bench-ingest: ## Measure submissions beside others: some 10 minutes, prints Markdown
	$(call run-bench,$(BENCH)/load $(BENCH)/copy $(BENCH)/bare,tests/node.sh tests/bench/ingest.mjs)

bench-growth: ## Measure submissions at 10⁴, 10⁶ and 10⁷ rows: at most 15 minutes
	$(call run-bench,$(BENCH)/load,tests/node.sh tests/bench/growth.mjs)

bench-check: ## Measure what parsing, checking and coding a submission take
	$(call run-bench,$(BENCH)/check,tests/node.sh tests/bench/check.mjs)

$(BENCH)/load: tests/bench/load.c
	@mkdir -p $(@D)
	@$(BENCH_COMPILE) -o $@ $<

$(BENCH)/copy: tests/bench/copy.c
	@mkdir -p $(@D)
	@$(BENCH_COMPILE) -o $@ $< -lpq

$(BENCH)/bare: tests/bench/bare.c
	@mkdir -p $(@D)
	@$(BENCH_COMPILE) -o $@ $< -lmicrohttpd

$(BENCH)/check: tests/bench/check.c build/release/samrad.a
	@mkdir -p $(@D)
	@$(BENCH_COMPILE) -o $@ $^ $(LIBRARIES)
