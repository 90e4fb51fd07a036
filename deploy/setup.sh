#!/bin/sh
# Installs the Debian packages that are missing: deploy/setup.sh build|run|test|lint|image…
# When none is missing it only asks dpkg and says nothing.
set -eu

packages() {
	case $1 in
	build) echo gcc libc6-dev libulfius-dev libmicrohttpd-dev libpq-dev libjansson-dev \
		libsodium-dev libunistring-dev python3-yaml
		[ "${SANITIZE:-}" != thread ] || echo clang libclang-rt-14-dev ;;
	run) echo postgresql-15 curl ;;
	test) echo libcmocka-dev libfaketime postgresql-15 chromium fonts-dejavu-core
		command -v npm >/dev/null || echo nodejs npm ;;
	bench) echo nginx-light ;;
	leaks) echo valgrind ;;
	lint) echo clang clang-format clang-tidy universal-ctags shellcheck ;;
	image) echo buildah podman debootstrap docker-compose caddy ;;
	*) echo "deploy/setup.sh: there is no group of packages called $1" >&2; exit 2 ;;
	esac
}

wanted=$(for group in "$@"; do packages "$group"; done | tr ' ' '\n' | sort -u)
# shellcheck disable=SC2086 # one word is one package
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
	sed -n 's/^installed //p' | sort -u)
missing=
for package in $wanted; do
	case "
$installed
" in
	*"
$package
"*) ;;
	*) missing="$missing $package" ;;
	esac
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
	as_root=sudo
	command -v sudo >/dev/null || {
		echo "These packages are missing and need root (there is no sudo): apt-get install$missing" >&2
		exit 1
	}
fi

echo "Installing$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086
# Nothing may be removed for it: Debian's libulfius-dev needs the GnuTLS build of libcurl's headers.
if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
	--no-install-recommends --no-remove $missing; } >"$log" 2>&1; then
	tail -n 15 "$log" >&2
	echo "The packages could not be installed. If another libcurl4-…-dev stands in the way, remove it first." >&2
	exit 1
fi
