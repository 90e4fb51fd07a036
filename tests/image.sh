#!/bin/bash
# Builds the container image and tries it, without a container engine: tests/image.sh
#
# buildah builds in a chroot, on a base that debootstrap makes once and that stays in the cache. The
# image is started on this machine's network against a PostgreSQL of its own, asked whether it is
# ready, and looked into; then the compose file and the proxy's configuration are checked. Skips only
# where it can't work at all, and says so.
set -uo pipefail

cd "$(dirname "$0")/.." || exit 1
cache=/var/cache/samrad-image
base=$(sed -n 's/^FROM \([^ ]*\)$/\1/p' Dockerfile)
postgresql=/usr/lib/postgresql/15/bin
passed=0
failed=0

skip() {
	echo "image-test: skipped: $*"
	exit 0
}

# $1: what must be true, as a sentence; then the command that tells.
check() {
	local what=$1 output
	shift
	if output=$("$@" 2>&1); then
		passed=$((passed + 1))
		echo "good: $what"
	else
		failed=$((failed + 1))
		printf '%s\nFAULT: %s\n' "$output" "$what"
	fi
}

random() {
	head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

free_port() {
	/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

store() {
	local program=$1
	shift
	"$program" --root "$cache/storage" --runroot "$work/run" --storage-driver vfs "$@"
}

# $@: a command that runs inside the image, as its user.
inside() {
	store buildah run --isolation=chroot --network=host -v "$work/secrets:/run/secrets:ro" "$container" -- "$@"
}

# $@: a command, run as the service's user from the image's files, which can't be written.
read_only() {
	# shellcheck disable=SC2016 # the inner shell expands it
	unshare --mount bash -c '
		mount --bind "$1" "$1" && mount --bind "$2" "$1/run/secrets" && mount -o remount,bind,ro "$1" || exit
		shift 2
		exec chroot --userspec=10001:10001 "$@"
	' - "$files" "$work/secrets" "$files" "$@"
}

# Ends the processes, and first those that they started.
end() {
	local process
	for process in "$@"; do
		# shellcheck disable=SC2046 # one word is one process
		end $(pgrep -P "$process")
		kill "$process" 2>/dev/null
	done
}

clean_up() {
	end ${started[@]+"${started[@]}"}
	wait
	if [ -n "$database" ]; then
		runuser -u postgres -- "$postgresql/pg_ctl" -D "$work/data" -m fast -w stop >/dev/null
	fi
	store buildah rm --all >/dev/null 2>&1
	store buildah rmi samrad:test >/dev/null 2>&1
	rm -rf "$work"
}

make_base() {
	local tree=$work/base
	store buildah inspect --type image "$base" >/dev/null 2>&1 && return
	debootstrap --variant=minbase bookworm "$tree" >"$work/debootstrap.log" 2>&1 || {
		tail -n 3 "$work/debootstrap.log"
		return 1
	}
	rm -rf "$tree"/var/cache/apt/archives/*.deb
	tar -C "$tree" -cf "$work/base.tar" . && rm -rf "$tree"
	store podman import "$work/base.tar" "$base" >/dev/null && rm "$work/base.tar"
}

build_image() {
	store buildah bud --isolation=chroot --network=host --format docker --pull-never -t samrad:test .
}

start_database() {
	local port=$1
	mkdir "$work/data" "$work/socket"
	random >"$work/secrets/database_password"
	chown postgres: "$work/data" "$work/socket"
	chmod 711 "$work"
	runuser -u postgres -- "$postgresql/initdb" -D "$work/data" -U samrad -A scram-sha-256 --no-sync \
		--pwfile="$work/secrets/database_password" -E UTF8 --locale=C.UTF-8 >/dev/null || return
	runuser -u postgres -- "$postgresql/pg_ctl" -D "$work/data" -w -l "$work/data/log" \
		-o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/socket" start >/dev/null ||
		return
	database=$port
	printf 'postgresql://samrad:%s@127.0.0.1:%s/postgres\n' "$(cat "$work/secrets/database_password")" "$port" \
		>"$work/secrets/database_url"
	random >"$work/secrets/samrad_secret"
	chmod 444 "$work/secrets"/*
}

# Waits until the address answers with 200, ten seconds at most.
answers() {
	curl --silent --fail --show-error --retry 50 --retry-delay 1 --retry-all-errors --retry-max-time 10 "$1"
}

[ "$(id -u)" = 0 ] || skip "it needs root, to unpack Debian and enter it"
work=$(mktemp -d /var/tmp/samrad-image.XXXXXX)
database=
started=()
trap clean_up EXIT
mkdir -p "$cache" "$work/secrets"
# One at a time: the store of images is shared, and what is left in it is removed at the end.
exec 9>"$cache/lock"
flock 9
make_base || skip "Debian's base could not be fetched"

check "the image is built" build_image
[ "$failed" = 0 ] || { echo "0 passed, 1 failed" && exit 1; }
container=$(store buildah from --pull-never samrad:test)
files=$(store buildah mount "$container")
mkdir -p "$files/run/secrets"
check "a database is there to try it with" start_database "$(free_port)"

port=$(free_port)
settings=(SAMRAD_DATABASE_URL_FILE=/run/secrets/database_url SAMRAD_SECRET_FILE=/run/secrets/samrad_secret
	SAMRAD_LISTEN=0.0.0.0:"$port")
check "it migrates, with the secret read from a file" inside env "${settings[0]}" samrad migrate
check "it loads the examples that it carries" inside env "${settings[@]:0:2}" sh -c \
	'samrad load /usr/share/samrad/examples/*/*.json'
inside env "${settings[@]}" samrad serve >"$work/serve.log" 2>&1 &
started+=($!)
check "it says that it is ready" answers "http://127.0.0.1:$port/health/ready"
check "its own health check agrees" inside env "${settings[2]}" samrad ready
check "the image tells engines of that health check" sh -c \
	"$(declare -f store); cache=$cache work=$work store buildah inspect --type image samrad:test | grep -q '\"Healthcheck\"'"
# shellcheck disable=SC2016 # the image's shell expands it
check "it isn't root" inside sh -c '[ "$(id -u)" = 10001 ]'
check "no compiler is in it" inside sh -c '! command -v gcc cc clang make ld'

port=$(free_port)
read_only /usr/bin/env "${settings[@]:0:2}" SAMRAD_LISTEN=127.0.0.1:"$port" samrad serve >>"$work/serve.log" 2>&1 &
started+=($!)
check "it serves from files that can't be written" answers "http://127.0.0.1:$port/health/ready"

proxy=$(free_port)
check "Caddy takes the proxy's configuration" caddy validate --adapter caddyfile --config deploy/Caddyfile
SITE=http://127.0.0.1:$proxy UPSTREAM=127.0.0.1:$port XDG_DATA_HOME=$work XDG_CONFIG_HOME=$work \
	caddy run --adapter caddyfile --config deploy/Caddyfile >"$work/caddy.log" 2>&1 &
started+=($!)
check "the service answers through the proxy" answers "http://127.0.0.1:$proxy/health/ready"
check "the proxy compresses" sh -c \
	"curl -s -D - -o /dev/null -H 'Accept-Encoding: zstd' http://127.0.0.1:$proxy/openapi.json | grep -qi '^content-encoding: zstd'"
check "the compose file is valid" env -C "$PWD" docker-compose -f docker-compose.yml config -q

[ "$failed" = 0 ] || cat "$work/serve.log"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
