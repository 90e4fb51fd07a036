/* Names and values as a form or a query carries them, decoded, in order, repeated names kept apart.
 *
 * Not a map: a name may stand several times (checkboxes), and order is kept.
 */
#ifndef SAMRAD_BASE_PAIRS_H
#define SAMRAD_BASE_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct pair {
	const char *name;
	const char *value;
};

struct pairs {
	const struct pair *list;
	size_t count;
};

enum { PAIRS_MALFORMED = 1, PAIRS_TOO_MANY = 2 };

/* Parses application/x-www-form-urlencoded bytes (WHATWG URL: + is a space, %XX a byte).
 * Memory is the arena's. Returns 0; PAIRS_MALFORMED for a broken escape, a NUL, another control
 * character than tab and line ends, or what isn't UTF-8; PAIRS_TOO_MANY past LIMIT_PAIRS. */
MUST_CHECK int pairs_parse(
	struct pairs *pairs, struct arena *arena, const char *bytes, size_t size);

/* The first value of a name, or NULL. Borrowed. */
const char *pairs_find(const struct pairs *pairs, const char *name);

/* Whether the name stands somewhere with exactly this value. */
bool pairs_have(const struct pairs *pairs, const char *name, const char *value);

/* How often a name stands. */
size_t pairs_count(const struct pairs *pairs, const char *name);

#endif
