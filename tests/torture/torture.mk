# What is done to the service and its database at length. The short form is part of `make test`.

VALGRIND := valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect
MIXED := tests/node.sh tests/run.mjs tests/torture/mixed.test.mjs
.PHONY: test-torture test-leaks torture

test-torture: ## Run the fault tests in their short form
	$(call run-tests,torture)

test-leaks: ## Send a thousand mixed requests under valgrind and under the address sanitizer
	@deploy/setup.sh build test leaks
	@tests/install.sh
	+@$(MAKE) SANITIZE= build/release/samrad
	@SAMRAD_BINARY=build/release/samrad SAMRAD_WRAPPER='$(VALGRIND)' $(MIXED)
	+@$(MAKE) SANITIZE=address,undefined build/address-undefined/samrad
	@ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=halt_on_error=1 \
		SAMRAD_BINARY=build/address-undefined/samrad $(MIXED)

torture: ## Kill, cut, fill and jump for 20 minutes, and count what was lost
	@deploy/setup.sh build test
	@tests/install.sh
	+@$(MAKE) $(BINARY)
	@SAMRAD_BINARY=$(BINARY) tests/node.sh tests/torture/long.mjs
