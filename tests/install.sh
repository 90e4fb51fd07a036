#!/bin/bash
# Installs what the tests need from npm, when the lock file has changed since. Node itself is among it,
# pinned beside the others: the system's only fetches it.
set -euo pipefail

cd "$(dirname "$0")"
stamp=node_modules/.package-lock.json
if [ ! -e "$stamp" ] || [ package-lock.json -nt "$stamp" ]; then
	npm ci --ignore-scripts --no-audit --no-fund
	touch "$stamp"
fi
