/* Memory that is given back all at once: a request's, a parsed definition's.
 *
 * Not a general allocator: nothing is freed alone. An arena belongs to one thread at a time.
 *
 * Memory that can't be had ends the process by abort(): a service that has run out of memory can't
 * keep any promise, what was acknowledged is in the database, and the supervisor starts it anew. What
 * a stranger can ask for is bounded before (base/limits.h), so that nobody can bring this about.
 */
#ifndef SAMRAD_BASE_ARENA_H
#define SAMRAD_BASE_ARENA_H

#include <stddef.h>

#include "base/check.h"

struct arena_block;

struct arena {
	struct arena_block *newest;
	size_t used; /* of the newest block */
};

/* An empty arena. Allocates nothing. */
struct arena arena_init(void);

/* Gives all of it back. The arena is empty afterwards and can be used again. */
void arena_release(struct arena *arena);

/* size bytes, all zero, aligned for any type. Lives until arena_release. */
void *arena_take(struct arena *arena, size_t size);

/* A zeroed array of count elements of the given size; aborts when the product overflows. */
void *arena_take_array(struct arena *arena, size_t count, size_t size);

/* A copy of size bytes with a NUL after them. */
char *arena_copy(struct arena *arena, const char *bytes, size_t size);

/* A copy of a NUL-terminated string. */
char *arena_string(struct arena *arena, const char *string);

/* A printf into the arena. */
char *arena_format(struct arena *arena, const char *format, ...) LIKE_PRINTF(2, 3);

#endif
