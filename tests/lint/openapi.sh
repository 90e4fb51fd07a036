#!/bin/sh
# Checks the API's description against the rules of openapi/redocly.yaml: openapi.sh openapi.json
set -eu

tests/install.sh
tests/node.sh tests/node_modules/@redocly/cli/bin/cli.js lint --config openapi/redocly.yaml "$1"
