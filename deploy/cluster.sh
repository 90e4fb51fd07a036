#!/bin/bash
# A private PostgreSQL cluster, for development: deploy/cluster.sh COMMAND [PLACE]
#
#   start     makes the cluster if there is none, and starts it if it isn't running
#   stop      stops it
#   status    tells whether it runs; exit 0 when it does
#   url       prints the connection string of the database samrad
#   admin-url prints that of its superuser
#   destroy   stops it and removes it with all that is in it
#
# PLACE is .local/cluster of this checkout unless it is given. Nothing listens on the network: the
# only way in is a socket inside a directory that nobody but its owner and root can enter, and so no
# password is asked there. PostgreSQL refuses to run as root: root's cluster belongs to the user
# postgres, and lies under /var/lib with a link at PLACE where postgres can't enter the checkout.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
command=${1:-}
place=$(realpath -sm "${2:-$root/.local/cluster}")
bin=/usr/lib/postgresql/15/bin
needed_mb=120
# The longest path that the kernel takes for a socket.
longest_socket=107
suffix=/.s.PGSQL.5432

fail() {
	echo "samrad: $*" >&2
	exit 1
}

# The user that the cluster belongs to: whoever made it, else the caller; never root.
owner() {
	local name
	name=$(stat -Lc %U "$place" 2>/dev/null || id -un)
	[ "$name" = root ] && name=postgres
	echo "$name"
}

as_owner() {
	if [ "$(id -u)" = 0 ]; then
		(cd / && exec runuser -u "$(owner)" -- "$@")
	else
		(cd / && exec "$@")
	fi
}

hash_of() {
	printf %s "$1" | sha256sum | cut -c1-12
}

# A directory that only the cluster's owner and root can enter.
make_private() {
	[ -d "$1" ] || mkdir -m 700 "$1" || fail "cannot make $1"
	if [ "$(id -u)" = 0 ]; then
		chown "$(owner):" "$1"
	fi
	[ "$(stat -c %F,%U,%a "$1")" = "directory,$(owner),700" ] ||
		fail "$1 should be a directory that only $(owner) can enter"
}

make_home() {
	mkdir -p "$(dirname "$place")" || fail "cannot make $(dirname "$place")"
	if [ -L "$place" ] && [ ! -d "$place" ]; then
		rm "$place"
	fi
	if [ -d "$place" ]; then
		[ "$(id -u)" = 0 ] || [ -O "$place/" ] || fail "the cluster in $place belongs to $(owner)"
	else
		if as_owner test -x "$(dirname "$place")"; then
			make_private "$place"
		else
			make_private "/var/lib/samrad-$(hash_of "$place")"
			ln -s "/var/lib/samrad-$(hash_of "$place")" "$place"
		fi
	fi
}

# Sets home, data and socket.
locate() {
	home=$(readlink -f "$place")
	data=$home/data
	socket=$home/socket
	if [ $((${#socket} + ${#suffix})) -gt "$longest_socket" ]; then
		socket=$([ "$(id -u)" = 0 ] && echo /run || echo "${XDG_RUNTIME_DIR:-/tmp}")
		socket=$socket/samrad-$(hash_of "$home")
	fi
}

free_mb() {
	df -Pm "$1" | awk 'NR == 2 { print $4 }'
}

# The running postmaster's number. A file left by a crash may name a process that is gone, or another
# one that got its number: PostgreSQL's own works in the data directory.
postmaster() {
	local pid
	pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) || return 1
	[ "$(readlink "/proc/$pid/cwd")" = "$data" ] && echo "$pid"
}

fail_full() {
	fail "the disk that holds $home is full: $(free_mb "$home") MB are free"
}

# Why a program of PostgreSQL failed, from its log; $2: what could not be done. On a full disk the log
# may be empty.
explain() {
	if grep -q 'No space left on device' "$1" || [ "$(free_mb "$home")" -lt 2 ]; then
		fail_full
	fi
	tail -n 5 "$1" >&2
	fail "PostgreSQL could not be $2 in $home (its last words stand above)"
}

# Made beside its place and renamed when it is whole: a cluster is there or it isn't.
make_cluster() {
	local new=$home/data.new log=$home/initdb.log
	"$root/deploy/space.sh" "$home" "$needed_mb"
	rm -rf "$new"
	as_owner "$bin/initdb" -D "$new" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$log" 2>&1 ||
		explain "$log" "set up"
	as_owner "$bin/postgres" --single -D "$new" postgres >>"$log" 2>&1 <<-'SQL' || explain "$log" "set up"
		create role samrad login;
		create database samrad owner samrad;
	SQL
	if grep -q ERROR "$log"; then
		explain "$log" "set up"
	fi
	mv "$new" "$data"
}

quoted() {
	printf %s "$1" | sed "s/'/''/g"
}

configure() {
	as_owner tee "$data/postgresql.auto.conf" >/dev/null <<-CONF
		listen_addresses = ''
		unix_socket_directories = '"$(quoted "$socket")"'
		unix_socket_permissions = 0700
	CONF
}

# Whatever a dead postmaster left behind would stop the next one when its number is in use again.
# Its children end by themselves when they see that it is gone.
clear_remains() {
	local tries=50
	while [ "$tries" -gt 0 ] && readlink /proc/[0-9]*/cwd 2>/dev/null | grep -qxF "$data"; do
		tries=$((tries - 1))
		sleep 0.1
	done
	[ "$tries" -gt 0 ] || fail "processes of an earlier PostgreSQL still use $data"
	rm -f "$data/postmaster.pid" "$socket"/.s.PGSQL.*
}

start() {
	make_home
	locate
	exec 8>"$home/lock"
	flock 8
	[ -d "$data" ] || make_cluster
	make_private "$socket"
	if ! postmaster >/dev/null; then
		clear_remains
		configure || fail_full
		[ ! -e "$home/log" ] || mv "$home/log" "$home/log.old"
		as_owner "$bin/pg_ctl" -D "$data" -l "$home/log" -w -t 60 start >/dev/null 2>&1 8>&- ||
			explain "$home/log" "started"
	fi
	"$bin/pg_isready" -q -t 30 -h "$socket" -U postgres -d postgres || fail "PostgreSQL runs in $home but doesn't answer"
}

stop() {
	locate
	if [ -d "$data" ] && postmaster >/dev/null; then
		[ ! -e "$home/log" ] || mv "$home/log" "$home/log.old"
		as_owner "$bin/pg_ctl" -D "$data" -m fast -w -t 60 stop >/dev/null ||
			fail "PostgreSQL in $home could not be stopped"
	fi
}

status() {
	locate
	if [ -d "$data" ] && postmaster >/dev/null; then
		echo "running in $home"
	else
		echo "not running"
		return 1
	fi
}

# $1: the database and the role.
url() {
	locate
	printf "host='%s' dbname=%s user=%s\n" "$(printf %s "$socket" | sed "s/[\\\\']/\\\\&/g")" "$1" "$1"
}

destroy() {
	stop
	rm -rf "$home" "$socket" "$place"
}

case $command in
start | stop | status | destroy) "$command" ;;
url) url samrad ;;
admin-url) url postgres ;;
*)
	sed -n 's/^# \?//; 2,10p' "$0" >&2
	exit 2
	;;
esac
