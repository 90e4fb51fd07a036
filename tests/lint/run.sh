#!/bin/sh
# Runs one check and says how it went: tests/lint/run.sh NAME COMMAND…
name=$1
shift
if output=$("$@" 2>&1); then
	echo "lint $name: good"
else
	printf '%s\n' "$output" >&2
	echo "lint $name: FAULTS, above" >&2
	exit 1
fi
