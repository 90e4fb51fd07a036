# What is done to the service and its database at length. The short form is part of `make test`.

.PHONY: test-torture torture

test-torture: ## Run the fault tests in their short form
	$(call run-tests,torture)

torture: ## Kill, cut, fill and jump for 20 minutes, and count what was lost
	@deploy/setup.sh build test
	@tests/install.sh
	+@$(MAKE) $(BINARY)
	@SAMRAD_BINARY=$(BINARY) tests/node.sh tests/torture/long.mjs
