/* Code lists: their documents. */
#ifndef SAMRAD_STORE_CODE_LISTS_H
#define SAMRAD_STORE_CODE_LISTS_H

#include "base/arena.h"
#include "store/store.h"

struct code_list_row {
	const char *key;
	const char *document; /* JSON as it was loaded */
};

/* All lists, by key. Returns 0 or STORE_UNAVAILABLE. */
MUST_CHECK int code_lists_list(
	struct code_list_row **rows, size_t *count, struct db *db, struct arena *arena);

/* Stores a list or replaces its document. Returns 0, STORE_REFUSED or STORE_UNAVAILABLE. */
MUST_CHECK int code_lists_put(struct db *db, const char *key, const char *document);

#endif
