#!/bin/bash
# Runs tests and counts them: tests/run.sh VARIANT unit|api|browser|deploy|torture…
#
# VARIANT is the build that is tested, a directory under build/; make has built it. The last line has
# the counts of all groups. Exits 0 only when every group ran some test and nothing failed.
set -uo pipefail

cd "$(dirname "$0")/.." || exit 1
variant=$1
shift
build=$PWD/build/$variant
export SAMRAD_BINARY=$build/samrad
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1
passed=0
failed=0

# $1: the group, $2: how many of its tests passed, $3: how many failed. No test at all is a failure.
count() {
	local bad=$3
	if [ $(($2 + $3)) = 0 ]; then
		bad=1
	fi
	passed=$((passed + $2))
	failed=$((failed + bad))
	echo "$1: $2 passed, $bad failed"
}

# The thread sanitizer needs memory to lie where it expects it.
wrapper=()
if [ "$variant" = thread ]; then
	wrapper=(setarch -R)
fi

# Each test is a program that writes TAP. One that crashes counts, though nothing says "not ok"; one that
# is skipped fails: everything that a test could miss is given here.
run_unit() {
	local test log ok=0 bad=0
	place=$(mktemp -d /tmp/samrad-unit.XXXXXX)
	trap 'deploy/cluster.sh destroy "$place/cluster" && rmdir "$place"' EXIT
	chmod 755 "$place"
	deploy/cluster.sh start "$place/cluster" || return
	SAMRAD_TEST_DATABASE_URL=$(deploy/cluster.sh admin-url "$place/cluster")
	export SAMRAD_TEST_DATABASE_URL
	while read -r test; do
		log=$build/${test%.c}.log
		if ! CMOCKA_MESSAGE_OUTPUT=TAP "${wrapper[@]}" "$build/${test%.c}" >"$log" 2>&1; then
			cat "$log"
			grep -q '^not ok' "$log" || bad=$((bad + 1))
		fi
		ok=$((ok + $(grep -c '^ok ' "$log")))
		bad=$((bad + $(grep -c '^not ok ' "$log")))
	done < <(find tests/unit -name '*_test.c' | sort)
	count unit "$ok" "$bad"
}

# $1: the group, then what tests/run.mjs is to run.
run_node() {
	local group=$1 counts
	shift
	tests/node.sh tests/run.mjs "$@" 2>&1 | tee "$build/$group.log"
	counts=$(grep -oE '^[0-9]+ passed, [0-9]+ failed' "$build/$group.log" | tail -n 1)
	if [ -z "$counts" ]; then
		counts='0 passed, 1 failed'
	fi
	count "$group" "${counts%% passed*}" "$(echo "$counts" | sed 's/.* passed, //; s/ failed//')"
}

for group in "$@"; do
	case $group in
	unit) run_unit ;;
	deploy) tests/install.sh && run_node deploy tests/deploy/*.test.mjs ;;
	*) tests/install.sh && run_node "$group" "$group" ;;
	esac || count "$group" 0 1
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
