#!/bin/bash
# Makes the secrets of docker-compose.yml in deploy/secrets/, each once: deploy/secrets.sh
#
# Containers run as users of their own, and a secret's file is shown to them with the rights that it has
# here: so the files can be read by all, in a directory that nobody else can enter.
#
# samrad_secret is what receipts are made with: keep a copy of it, apart from the database's.
set -euo pipefail

cd "$(dirname "$0")/secrets"
chmod 700 .

# $1: the file; standard input: its content.
keep() {
	if [ -s "$1" ]; then
		cat >/dev/null
		echo "deploy/secrets/$1 is there already"
	else
		cat >"$1.new"
		chmod 444 "$1.new"
		mv "$1.new" "$1"
		echo "deploy/secrets/$1 is made"
	fi
}

random() {
	head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

random | keep samrad_secret
random | keep database_password
echo "postgresql://samrad:$(cat database_password)@db/samrad" | keep database_url
