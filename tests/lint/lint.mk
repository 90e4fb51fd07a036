# What `make lint` checks.
.PHONY: lint-all
lint-all:
