/* Events (conferences): their documents. */
#ifndef SAMRAD_STORE_EVENTS_H
#define SAMRAD_STORE_EVENTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "store/store.h"

struct event_row {
	const char *key;
	const char *document; /* JSON as it was loaded */
};

/* Events, newest first, offset of them left out, limit at most; *more: whether others follow.
 * Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int events_list(struct event_row **rows,
	size_t *count,
	bool *more,
	struct store *store,
	struct arena *arena,
	size_t limit,
	size_t offset);

/* Returns 0, STORE_NOT_FOUND or STORE_UNAVAILABLE. */
MUST_CHECK int events_find(
	struct event_row *row, struct store *store, struct arena *arena, const char *key);

/* Stores an event or replaces its document. starts: "2020-05-06". Returns 0, STORE_REFUSED,
 * STORE_UNAVAILABLE. */
MUST_CHECK int events_put(struct db *db, const char *key, const char *document, const char *starts);

/* Whether there is one, inside a transaction. Returns 0, STORE_NOT_FOUND, STORE_UNAVAILABLE. */
MUST_CHECK int events_exists(struct db *db, const char *key);

#endif
