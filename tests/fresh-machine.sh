#!/bin/bash
# Tries the two commands on a machine where nothing is installed: tests/fresh-machine.sh [root|user]
#
# The machine is a new Debian 12 made by debootstrap, with git and make, and for user also sudo and
# somebody who may use it. It has processes, mounts and temporary files of its own and this machine's
# network. A clone of HEAD is made in it; `make run` is started, asked, stopped and started again; then
# `make test`. How long each took is told. All of it is gone afterwards.
set -uo pipefail

cd "$(dirname "$0")/.." || exit 1
who=${1:-root}
export listen=${SAMRAD_LISTEN:-127.0.0.1:8080}

if [ "$(id -u)" != 0 ]; then
	echo "tests/fresh-machine.sh needs root, to unpack Debian and enter it" >&2
	exit 2
fi
command -v debootstrap >/dev/null || apt-get install -q -y debootstrap

machine=$(mktemp -d /var/tmp/samrad-fresh.XXXXXX)
trap 'rm -rf --one-file-system "$machine"' EXIT
chmod 755 "$machine" # it will be the root that everybody on that machine walks through
packages=git,make,ca-certificates
[ "$who" = root ] || packages=$packages,sudo
debootstrap --variant=minbase --include="$packages" bookworm "$machine" >"$machine.log" 2>&1 ||
	{ tail -n 5 "$machine.log"; exit 1; }
rm "$machine.log"

# A chroot's packages may start no services. What this machine trusts in the network is trusted there.
printf '#!/bin/sh\nexit 101\n' >"$machine/usr/sbin/policy-rc.d"
chmod 755 "$machine/usr/sbin/policy-rc.d"
cp /etc/ssl/certs/ca-certificates.crt "$machine/etc/ssl/certs/"
cp /etc/hosts /etc/resolv.conf "$machine/etc/"
if [ "$who" = user ]; then
	chroot "$machine" useradd --create-home --shell /bin/bash user
	echo 'user ALL=(ALL) NOPASSWD: ALL' >"$machine/etc/sudoers.d/user"
fi
home=$(chroot "$machine" su - "$who" -c pwd)
git bundle create -q "$machine/samrad.bundle" HEAD "$(git branch --show-current)"
chmod 644 "$machine/samrad.bundle"

cat >"$machine/try.sh" <<'TRY'
# $1: the command's name, then the command.
timed() {
	local what=$1 start=$EPOCHREALTIME status
	shift
	"$@"
	status=$?
	awk -v what="$what" -v status="$status" -v start="$start" -v end="$EPOCHREALTIME" \
		'BEGIN { printf "== %s: %.1f s, exit %d\n", what, end - start, status }'
	return "$status"
}

ask() {
	echo "\$ curl -s '$1'"
	curl -s "$1" | head -c 300
	echo
}

# Starts `make run` and waits until it listens.
serve() {
	make run >>run.log 2>&1 &
	service=$!
	until curl -s -o /dev/null "http://$SAMRAD_LISTEN/health/ready" 2>/dev/null; do
		kill -0 "$service" 2>/dev/null || return 1
		sleep 0.1
	done
}

stop() {
	kill -TERM "$service"
	wait "$service"
	! cat /proc/[0-9]*/comm 2>/dev/null | grep -qxE 'samrad|postgres' # procps is not installed there
}

cd || exit 1
git clone -q /samrad.bundle samrad && cd samrad || exit 1
export SAMRAD_LISTEN=$1
# Nobody else may answer there in its place.
! (exec 3<>"/dev/tcp/${1%:*}/${1#*:}") 2>/dev/null || { echo "$1 is taken on this machine"; exit 1; }
failed=0
timed 'make run, first time, until it listens' serve || failed=1
sed -n '/Samråd is running/,$p' run.log
ask "http://$1/health/ready"
ask "http://$1/api/v1/events"
ask "http://$1/api/v1/surveys?status=closed"
ask "http://$1/api/v1/surveys/vk-2018-feedback/results?questions=overall"
ask "http://$1/api/v1/surveys/vk-2018-feedback/results?questions=recommend&by=role"
timed 'stopped, and nothing left' stop || failed=1
timed 'make run, second time, until it listens' serve || failed=1
timed 'stopped, and nothing left' stop || failed=1
[ "$failed" = 0 ] || tail -n 40 run.log
unset SAMRAD_LISTEN
timed 'make test, with what it installs' make test || failed=1
timed 'make test, everything installed and built' make test || failed=1
exit "$failed"
TRY

# Processes and mounts of its own: they end with the script.
# shellcheck disable=SC2016 # the inner shell expands it
unshare --mount --pid --fork --kill-child bash -c '
	mount -t proc proc "$1/proc"
	mount -t tmpfs tmpfs "$1/tmp" && chmod 1777 "$1/tmp"
	mkdir -p "$1/dev/shm" && mount -t tmpfs tmpfs "$1/dev/shm" && chmod 1777 "$1/dev/shm"
	exec chroot "$1" su - "$2" -c "LANG=C.UTF-8 bash /try.sh $3"
' - "$machine" "$who" "$listen"
status=$?
echo "== on a fresh machine, as $who, in $home: exit $status"
exit "$status"
