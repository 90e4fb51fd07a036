#!/bin/sh
# Tells in one sentence when a disk is full: deploy/space.sh DIRECTORY MEGABYTES-NEEDED
set -eu

free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
if [ "$free" -lt "$2" ]; then
	echo "samrad: the disk that holds $1 is full: $free MB are free, $2 MB are needed" >&2
	exit 1
fi
