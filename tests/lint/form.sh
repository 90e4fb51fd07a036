#!/bin/sh
# Names the C files that aren't laid out as .clang-format says: form.sh FILE…
status=0
for file in "$@"; do
	if ! clang-format --dry-run -Werror "$file" 2>/dev/null; then
		echo "$file: \`make format\` would change it"
		status=1
	fi
done
exit "$status"
