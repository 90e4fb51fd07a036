# Everything that is done with Samråd by hand or by CI. `make` alone tells what there is.
#
# SANITIZE=address,undefined and SANITIZE=thread build and test a variant of their own beside the
# ordinary one, under build/.

VERSION := 0.1.0
SANITIZE ?=
# What `make test` runs.
TESTS ?= unit api browser deploy torture
PYTHON := /usr/bin/python3

comma := ,
VARIANT := $(if $(SANITIZE),$(subst $(comma),-,$(SANITIZE)),release)
B := build/$(VARIANT)
BINARY := $(B)/samrad

# The thread sanitizer of clang 14 knows more of the C library than gcc's.
ifeq ($(origin CC),default)
CC := $(if $(filter thread,$(SANITIZE)),clang,gcc)
endif
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += --jobs=$(shell nproc)
endif
MAKEFLAGS += --no-builtin-rules --no-print-directory --silent

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes \
	-Wmissing-prototypes -Werror
INCLUDES := -Iservice -isystem /usr/include/postgresql
LANGUAGE := -std=c11 -D_GNU_SOURCE -DSAMRAD_VERSION='"$(VERSION)"' $(INCLUDES)
ifeq ($(SANITIZE),)
HARDENING := -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
else
HARDENING := -O1 -g -fno-omit-frame-pointer -fPIE -fsanitize=$(SANITIZE) \
	$(if $(findstring undefined,$(SANITIZE)),-fno-sanitize-recover=undefined)
endif
COMPILE = $(CC) $(LANGUAGE) $(WARNINGS) $(HARDENING)
LINK := $(CC) -pie -Wl,-z,relro,-z,now,--as-needed $(if $(SANITIZE),-fsanitize=$(SANITIZE))
LIBRARIES := -lulfius -lmicrohttpd -lpq -ljansson -lsodium -lunistring -lpthread -lm

SOURCES := $(sort $(shell find service -name '*.c'))
HEADERS := $(sort $(shell find service -name '*.h'))
OBJECTS := $(SOURCES:%.c=$(B)/%.o) $(B)/embedded.o
MAIN := $(B)/service/app/main.o
UNIT_SOURCES := $(sort $(shell find tests/unit -name '*.c' 2>/dev/null))
UNIT_TESTS := $(patsubst %.c,$(B)/%,$(filter %_test.c,$(UNIT_SOURCES)))
UNIT_SUPPORT := $(patsubst %.c,$(B)/%.o,$(filter-out %_test.c,$(UNIT_SOURCES)))

EMBEDDED := $(sort $(wildcard migrations/*.sql service/page/static/* service/disclosure/*.csv) \
	$(shell find service/store -name '*.sql'))
OPENAPI := $(B)/openapi.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: FORCE help setup build run test test-unit test-api test-browser test-deploy format lint \
	image-test clean distclean
.SECONDARY:
# What a person asks for goes one after the other; each of these calls make for what it needs.
ifeq ($(MAKELEVEL),0)
.NOTPARALLEL:
endif

define run-tests
@deploy/setup.sh build test
+@$(MAKE) $(BINARY) $(UNIT_TESTS)
@tests/run.sh $(VARIANT) $1
endef

help: ## Tell what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24
	@echo '  SANITIZE=address,undefined or SANITIZE=thread: build, run or test under a sanitizer'

setup: ## Install the Debian packages that are missing, for all of this
	@deploy/setup.sh build run test lint image

build: ## Build build/release/samrad
	@deploy/setup.sh build
	@deploy/space.sh . 50
	@$(MAKE) $(BINARY)

run: ## Set up, build and serve the three conferences on 127.0.0.1:8080
	@deploy/setup.sh run
	@$(MAKE) build
	@deploy/run.sh $(BINARY)

test: ## Run every test; ends with the counts
	$(call run-tests,$(TESTS))

test-unit: ## Run the unit tests
	$(call run-tests,unit)

test-api: ## Run the black-box tests over HTTP
	$(call run-tests,api)

test-browser: ## Run the tests in a browser
	$(call run-tests,browser)

test-deploy: ## Run the tests of setting up and running
	$(call run-tests,deploy)

format: ## Lay the C code out as .clang-format says
	@clang-format -i $(SOURCES) $(HEADERS) $(UNIT_SOURCES)

lint: ## Check form, warnings, layers, sizes and the tables against the documents
	@deploy/setup.sh build test lint
	@$(MAKE) --keep-going lint-all

image-test: ## Build the container image and try it
	@deploy/setup.sh build run image
	@tests/image.sh

clean: ## Remove what was built
	rm -rf build

distclean: clean ## Remove also the private database, its secret and what npm installed
	@deploy/cluster.sh destroy
	rm -rf .local tests/node_modules

# Building. Lists and flags are kept in files that change only when their content does: so a source
# that disappears, or another flag, builds anew what it must and nothing else.

# $(call keep,TEXT): writes TEXT to the target when it isn't what stands there.
keep = @mkdir -p $(@D); printf '%s\n' '$(subst ','\'',$1)' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$1)' > $@

$(B)/objects.list: FORCE
	$(call keep,$(OBJECTS) $(UNIT_SUPPORT))
$(B)/embedded.list: FORCE
	$(call keep,$(EMBEDDED))
$(B)/flags.list: FORCE
	$(call keep,$(COMPILE) $(LINK) $(LIBRARIES))

# The program's own files may not call what base/banned.h names.
$(B)/service/%.o: service/%.c $(B)/flags.list
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(COMPILE) -include base/banned.h -MMD -MP -c -o $@ $<

$(B)/tests/unit/%.o: tests/unit/%.c $(B)/flags.list
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(COMPILE) -Itests/unit -MMD -MP -c -o $@ $<

$(OPENAPI): openapi/bundle.py $(shell find openapi -name '*.yaml')
	@mkdir -p $(@D)
	@$(PYTHON) openapi/bundle.py openapi/openapi.yaml > $@

$(B)/embedded.S: deploy/embed.sh $(B)/embedded.list $(OPENAPI)
	@deploy/embed.sh openapi/openapi.json=$(OPENAPI) $(foreach file,$(EMBEDDED),$(file)=$(file)) > $@

$(B)/embedded.o: $(B)/embedded.S $(EMBEDDED)
	@$(CC) -c -o $@ $<

$(B)/samrad.a: $(filter-out $(MAIN),$(OBJECTS)) $(B)/objects.list
	@rm -f $@
	@ar rcs $@ $(filter %.o,$^)

$(BINARY): $(MAIN) $(B)/samrad.a
	@echo "ld $@"
	@$(LINK) -o $@ $^ $(LIBRARIES)

$(UNIT_TESTS): %: %.o $(UNIT_SUPPORT) $(B)/samrad.a
	@$(LINK) -o $@ $^ -lcmocka $(LIBRARIES)

# An image is built without the tests.
-include tests/lint/lint.mk tests/bench/bench.mk tests/torture/torture.mk
-include $(OBJECTS:.o=.d) $(UNIT_SOURCES:%.c=$(B)/%.d)
