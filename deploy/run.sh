#!/bin/bash
# Serves the three conferences on this machine, until Ctrl-C: deploy/run.sh BINARY
#
# Makes what is missing under .local/ (a private database cluster, the service's secret), migrates,
# loads examples/, starts the service and tells where to look. However it ends, the service and the
# cluster are stopped; what an earlier run left behind by a crash is taken over.
set -euo pipefail

binary=$(realpath "$1")
cd "$(dirname "$0")/.."
export SAMRAD_LISTEN=${SAMRAD_LISTEN:-127.0.0.1:8080}

fail() {
	echo "samrad: $*" >&2
	exit 1
}

# shellcheck disable=SC2317 # called by the traps
clean_up() {
	trap '' INT TERM HUP
	if [ -n "${service:-}" ]; then
		kill -TERM "$service" 2>/dev/null || true
		wait "$service" || true
	fi
	deploy/cluster.sh stop
}

make_secret() {
	(umask 077 && head -c 48 /dev/urandom | base64 -w 0 >.local/secret.new)
	mv .local/secret.new .local/secret
}

tell_where() {
	local front=${SAMRAD_PUBLIC_URL:-http://$SAMRAD_LISTEN}
	cat <<-TEXT

		Samråd is running (Ctrl-C stops it):
		  what is open, and past conferences   $front/
		  the form of 2020                     $front/s/vk-2020-feedback
		  its results                          $front/s/vk-2020-feedback/results
		  as JSON                              curl '$front/api/v1/surveys/vk-2018-feedback/results?by=role'

	TEXT
}

mkdir -p .local
deploy/space.sh .local 20
exec 9>.local/run.lock
flock -n 9 || fail "it is already running from this checkout"
trap clean_up EXIT
trap 'exit 0' INT TERM HUP

[ -s .local/secret ] || make_secret
deploy/cluster.sh start 9>&-
SAMRAD_DATABASE_URL=$(deploy/cluster.sh url)
SAMRAD_SECRET_FILE=$PWD/.local/secret
export SAMRAD_DATABASE_URL SAMRAD_SECRET_FILE

"$binary" migrate 9>&-
"$binary" load examples/events/*.json examples/code-lists/*.json examples/surveys/*.json examples/responses/*.json 9>&-

# Another service may hold the address: then its answer is not ours, and ours says so itself.
taken=
if "$binary" ready >/dev/null 2>&1; then
	taken=yes
fi
# The service ends with this script, even if the script is killed.
setpriv --pdeathsig TERM "$binary" serve 9>&- &
service=$!
while [ -z "$taken" ] && kill -0 "$service" 2>/dev/null; do
	if "$binary" ready >/dev/null 2>&1; then
		tell_where
		break
	fi
	sleep 0.1
done
status=0
wait "$service" || status=$?
service=
exit "$status"
