#!/bin/sh
# Writes assembler that holds files inside the program: deploy/embed.sh NAME=FILE… > embedded.S
# The table is sorted by name, byte by byte, as base/embed.h promises. Each file is followed by a NUL
# that its size doesn't count. A name or file may not hold a space, a quote or a backslash.
set -eu

table=$(printf '%s\n' "$@" | sed '/^$/d' | LC_ALL=C sort -t= -k1,1)

printf '\t.section .rodata\n'
count=0
for entry in $table; do
	printf 'name_%d:\n\t.asciz "%s"\n' "$count" "${entry%%=*}"
	printf 'bytes_%d:\n\t.incbin "%s"\nend_%d:\n\t.byte 0\n' "$count" "${entry#*=}" "$count"
	count=$((count + 1))
done

printf '\t.section .data.rel.ro, "aw", %%progbits\n\t.balign 8\n'
printf '\t.globl embedded\n\t.type embedded, %%object\nembedded:\n'
row=0
while [ "$row" -lt "$count" ]; do
	printf '\t.quad name_%d, bytes_%d, end_%d - bytes_%d\n' "$row" "$row" "$row" "$row"
	row=$((row + 1))
done
# A table of no rows still has an address.
printf '\t.balign 8\n\t.quad 0\n\t.size embedded, . - embedded - 8\n'
printf '\t.globl embedded_count\n\t.type embedded_count, %%object\n\t.size embedded_count, 8\n'
printf 'embedded_count:\n\t.quad %d\n' "$count"
printf '\t.section .note.GNU-stack, "", %%progbits\n'
