# What `make lint` checks. What is slow has a stamp per file, so that only what changed is looked at
# again; make knows a source's headers from the build.

LINT := build/lint
C_FILES := $(SOURCES) $(HEADERS) $(UNIT_SOURCES)
SHELL_FILES := .ci/run $(sort $(shell find deploy tests -name '*.sh' -not -path '*/node_modules/*'))
# Checked without base/banned.h and what it includes: every file includes what it uses.
STRICT := $(LANGUAGE) $(WARNINGS) -Itests/unit -fsyntax-only
TIDY := $(SOURCES:%=$(LINT)/%.tidy)
COMPILED := $(SOURCES:%=$(LINT)/%.compiled) $(UNIT_SOURCES:%=$(LINT)/%.compiled)
ALONE := $(HEADERS:%=$(LINT)/%.alone)

lint-all = form shell layers routes options problems openapi warnings tidy sizes
.PHONY: lint-all $(addprefix lint-,$(lint-all))
lint-all: $(addprefix lint-,$(lint-all))

lint-form:
	@tests/lint/run.sh form tests/lint/form.sh $(C_FILES)
lint-shell:
	@tests/lint/run.sh shell shellcheck $(SHELL_FILES)
lint-layers:
	@tests/lint/run.sh layers $(PYTHON) tests/lint/layers.py
lint-routes: $(OPENAPI)
	@tests/lint/run.sh routes $(PYTHON) tests/lint/routes.py $<
lint-options:
	@tests/lint/run.sh options $(PYTHON) tests/lint/options.py
lint-problems:
	@tests/lint/run.sh problems $(PYTHON) tests/lint/problems.py
lint-openapi: $(OPENAPI)
	@tests/lint/run.sh openapi tests/lint/openapi.sh $<
lint-sizes:
	@$(PYTHON) tests/lint/sizes.py
lint-warnings: $(COMPILED) $(ALONE)
	@echo "lint warnings: good"
lint-tidy: $(TIDY)
	@echo "lint tidy: good"

$(LINT)/%.compiled: % $(B)/flags.list
	@mkdir -p $(@D)
	@gcc $(STRICT) -MMD -MP -MT $@ -MF $@.d $<
	@clang $(STRICT) $<
	@touch $@

# A declaration goes behind the header, which may hold macros alone.
$(LINT)/%.alone: % $(B)/flags.list
	@mkdir -p $(@D)
	@echo 'typedef int alone;' | gcc $(STRICT) -MMD -MP -MT $@ -MF $@.d -include $< -x c -
	@echo 'typedef int alone;' | clang $(STRICT) -include $< -x c -
	@touch $@

# The same dependencies as the compiled stamp's: both read the same headers.
$(LINT)/%.tidy: % $(LINT)/%.compiled .clang-tidy
	@clang-tidy --quiet $< -- $(LANGUAGE) -include base/banned.h 2>$@.log || { cat $@.log >&2; false; }
	@touch $@

-include $(COMPILED:%=%.d) $(ALONE:%=%.d)
