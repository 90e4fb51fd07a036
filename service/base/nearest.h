/* The name that somebody who mistyped may have meant. */
#ifndef SAMRAD_BASE_NEAREST_H
#define SAMRAD_BASE_NEAREST_H

#include <stddef.h>

/* The candidate with the fewest changes (a letter more, less, other, or two swapped) from the name, when
 * those are at most a third of the name's length and three; the first of equals; NULL when none is so
 * near, or the name is longer than LIMIT_KEY. Candidates may be NULL (skipped). Borrowed. */
const char *nearest_name(const char *name, const char *const *candidates, size_t count);

#endif
